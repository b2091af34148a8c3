import type { Scope } from '@redress/access/scope.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { standings } from '../law-in-force/standing.js';
import { fourCases, numbers, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { claim, city, minhang, money, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { slaBoard as definition } from './projection.js';
import { clocksBehind, type ClocksQuery } from './clocks-behind.js';
import { boardsBy, type BoardCounts, type BoardQuery } from '../followed-case/board.js';
import { slaBoard } from './queries.js';

const day = (text: string) => text as PlainDate;
const all: Scope = { kind: 'all' };
const officerOf = ({ id }: OfficeRef): Scope => ({ kind: 'office', office: id, officer: 'somebody', isHead: false });

/** The figures which are not nought. */
const figures = (counts: BoardCounts) =>
  Object.fromEntries(
    Object.entries(counts).filter(([name, n]) => typeof n === 'number' && n !== 0 && name !== 'district'),
  );

describe('The SLA board', () => {
  let view: ViewUnderTest;
  let story: Story;

  beforeAll(async () => {
    view = await ViewUnderTest.of(definition);
    story = await fourCases();
    await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  const ofClock = (clock: string): BoardQuery => ({ by: 'district', ...(clock !== 'all' && { clock }) });
  const board = (today: string, clock = 'all', scope: Scope = all) =>
    slaBoard(view.pool, scope, ofClock(clock), day(today));
  const behind = async (query: Partial<ClocksQuery>, today: string) =>
    (await clocksBehind(view.pool, all, { limit: 50, ...query }, day(today))).rows.map(({ caseId }) => caseId);

  it('counts clocks by district and by how they stand on the day', async () => {
    const { rows, totals, clocks } = await board('2026-04-15');
    expect(rows.map((row) => [row.district, figures(row)])).toEqual([
      [null, { late: 1, ended: 1 }],
      ['310112', { metLate: 1, dueSoon: 1 }],
      ['310115', { met: 1, running: 1 }],
    ]);
    expect(figures(totals)).toEqual({ running: 1, dueSoon: 1, late: 1, met: 1, metLate: 1, ended: 1 });
    expect(clocks.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['transfer', 'result']));
  });

  it('moves with the day and with no event', async () => {
    expect(figures((await board('2026-04-13', 'result')).totals)).toEqual({ running: 2 });
    expect(figures((await board('2026-04-17', 'result')).totals)).toEqual({ running: 1, dueSoon: 1 });
    expect(figures((await board('2026-04-18', 'result')).totals)).toEqual({ running: 1, late: 1 });
  });

  it('lists the cases behind a figure', async () => {
    expect(await behind({ standing: 'late' }, '2026-05-10')).toEqual([waiting, transferredLate, settled]);
    expect(await behind({ standing: 'late', district: null }, '2026-05-10')).toEqual([waiting]);
    expect(await behind({ standing: 'metLate', clock: 'transfer' }, '2026-05-10')).toEqual([transferredLate]);
    expect(await behind({ standing: 'ended' }, '2026-05-10')).toEqual([withdrawn]);
    const first = await clocksBehind(view.pool, all, { limit: 2 }, day('2026-05-10'));
    const second = await clocksBehind(view.pool, all, { limit: 50, after: first.next! }, day('2026-05-10'));
    expect(first.rows.length + second.rows.length).toBe(6);
    expect(first.rows[0]?.clock).toMatchObject({ rule: 'transfer', status: 'late' });
  });

  it('16: counts only what the scope covers', async () => {
    const totals = async (scope: Scope) => figures((await board('2026-04-01', 'all', scope)).totals);
    expect(await totals({ kind: 'district', district: '310112' })).toEqual({ metLate: 1, running: 1 });
    expect(await totals(officerOf(pudong))).toEqual({
      met: 1,
      running: 1,
    });
    expect(await totals(officerOf(city))).toMatchObject({
      late: 1,
      ended: 1,
    });
    expect(await totals({ kind: 'complainant', creditCode: claim.complainant.creditCode })).toMatchObject({
      late: 1,
      running: 2,
    });
    expect(await totals({ kind: 'none' })).toEqual({});
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows('sla_board_v8_1');
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });

  it('counts in every figure the very clocks that stand behind it', async () => {
    const parts: Omit<BoardQuery, 'by'>[] = [{}, { district: null }, { district: '310115' }, { office: minhang.id }];
    const clocks = [{}, { kind: 'overduePayment' }, { clock: 'result' }] as const;
    const scopes: Scope[] = [all, { kind: 'district', district: '310112' }, officerOf(pudong)];
    for (const today of ['2026-01-31', '2026-04-01', '2026-04-15', '2026-04-28', '2026-05-10'].map(day))
      for (const scope of scopes)
        for (const asked of parts.flatMap((part) => clocks.map((clock) => ({ ...part, ...clock })))) {
          const behindIt: Record<string, number> = {};
          for (const standing of standings) {
            const { rows } = await clocksBehind(view.pool, scope, { ...asked, standing, limit: 50 }, today);
            if (rows.length > 0) behindIt[standing] = rows.length;
          }
          for (const by of boardsBy) {
            const { totals } = await slaBoard(view.pool, scope, { by, ...asked }, today);
            expect([today, asked, by, figures(totals)]).toEqual([today, asked, by, behindIt]);
          }
        }
  });

  it('tells districts, offices, kinds and clocks apart', async () => {
    const rows = async (by: BoardQuery['by'], query: Omit<BoardQuery, 'by'> = {}) =>
      (await slaBoard(view.pool, all, { by, ...query }, day('2026-04-15'))).rows;
    expect(
      (await rows('office', { district: '310115' })).map((row) => [row.office, row.district, figures(row)]),
    ).toEqual([[pudong.id, '310115', { met: 1, running: 1 }]]);
    expect((await rows('kind')).map((row) => [row.kind, row.clock, row.met])).toEqual([['overduePayment', 'all', 1]]);
    expect((await rows('clock', { office: minhang.id })).map((row) => [row.clock, figures(row)])).toEqual([
      ['result', { dueSoon: 1 }],
      ['transfer', { metLate: 1 }],
    ]);
  });

  it('shows a term that awaits a party, and never counts it as the lateness of an office', async () => {
    const asked = new Story();
    await asked.releaseLaw();
    await asked.on('2026-03-02').lodged(settled, numbers[settled]);
    await asked.event(settled, 'ReceivableConfirmationRequested', {
      request: 1,
      amount: money('1280000.00'),
      financier: null,
    });
    const other = await ViewUnderTest.of(definition);
    await other.catchUp(asked.store);
    const on = (clock: string) => slaBoard(other.pool, all, ofClock(clock), day('2026-05-10'));
    expect(figures((await on('all')).totals)).toEqual({});
    expect(figures((await on('receivableConfirmation')).totals)).toEqual({ late: 1 });
    expect((await on('all')).clocks).toContainEqual(
      expect.objectContaining({ rule: 'receivableConfirmation', duty: 'party' }),
    );
    const listed = async (query: Partial<ClocksQuery>) =>
      (await clocksBehind(other.pool, all, { limit: 9, ...query }, day('2026-05-10'))).rows;
    expect(await listed({ standing: 'late' })).toEqual([]);
    expect(await listed({ clock: 'receivableConfirmation' })).toMatchObject([{ clock: { duty: 'party' } }]);
    await other.drop();
  });

  it('9: counts the clocks of a parked case among those not to be told', async () => {
    const parked = new Story();
    await parked.releaseLaw();
    for (const caseId of [settled, waiting] as const) {
      await parked.on('2026-03-02').lodged(caseId, numbers[caseId]);
      await parked.event(caseId, 'FormallyAccepted', { acceptingAuthority: city });
      await parked.event(caseId, 'Transferred', { to: minhang, ground: '属地管理' });
      await parked.event(caseId, 'MaterialsReceived', { handlingAuthority: minhang });
    }
    await parked.append(`overduePayment-${waiting}`, 'SettlementAgreed', { total: 'much', instalments: [] });
    const other = await ViewUnderTest.of(definition);
    await other.catchUp(parked.store);
    const { rows } = await slaBoard(other.pool, all, ofClock('all'), day('2026-03-05'));
    expect(rows.map((row) => [row.district, figures(row)])).toEqual([
      ['310112', { met: 1, running: 1, cannotTell: 2 }],
    ]);
    const unknown = await clocksBehind(other.pool, all, { standing: 'cannotTell', limit: 9 }, day('2026-03-05'));
    expect(unknown.rows.map(({ caseId, parked: is, clock }) => [caseId, is, clock?.status])).toEqual([
      [waiting, true, 'cannotTell'],
      [waiting, true, 'cannotTell'],
    ]);
    await other.drop();
  });
});
