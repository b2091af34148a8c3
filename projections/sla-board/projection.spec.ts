import type { Scope } from '@redress/access/scope.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, numbers, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { claim, city, minhang, money, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { slaBoard as definition } from './projection.js';
import { slaBoard, clocksBehind, type BoardCounts, type ClocksQuery } from './queries.js';

const day = (text: string) => text as PlainDate;
const all: Scope = { kind: 'all' };

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

  const board = (today: string, clock = 'all', scope: Scope = all) => slaBoard(view.pool, scope, clock, day(today));
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
    expect(await totals({ kind: 'office', office: pudong.id })).toEqual({ met: 1, running: 1 });
    expect(await totals({ kind: 'office', office: city.id })).toMatchObject({ late: 1, ended: 1 });
    expect(await totals({ kind: 'complainant', creditCode: claim.complainant.creditCode })).toMatchObject({
      late: 1,
      running: 2,
    });
    expect(await totals({ kind: 'none' })).toEqual({});
  });

  it('8: is rebuilt row for row, whatever the page size, its counts being those of its clocks', async () => {
    const live = await view.rows('sla_board_v3_1');
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
    const differing = await view.pool.query(
      `SELECT offices, coalesce(district, ''), kind, rule, duty, state, due_sort, provisional,
         count(*) AS n FROM views.sla_clock GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
       EXCEPT SELECT * FROM views.sla_count`,
    );
    expect(differing.rows).toEqual([]);
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
    const on = (clock: string) => slaBoard(other.pool, all, clock, day('2026-05-10'));
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
    const { rows } = await slaBoard(other.pool, all, 'all', day('2026-03-05'));
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
