import type { Scope } from '@redress/access/scope.js';
import { fourCases, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { lawPack, mediator, pudong, type Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { type BoardCounts } from '../followed-case/board.js';
import { pastBoard } from './board.js';
import { onTime, type OnTime } from './on-time.js';
import { pastClocks, pastWorklist, type PastListQuery } from './lists.js';
import { past } from '../followed-case/past.js';
import { history } from './projection.js';

const all: Scope = { kind: 'all' };
const endOf = (day: string) => `${day}T23:59:59.999999+08:00`;
const thatDay = (day: string) => past(endOf(day), endOf(day));
const knownNow = (day: string) => past(endOf(day), endOf('2026-12-31'));

/** The figures which are not nought. */
const figures = (counts: BoardCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => typeof n === 'number' && n !== 0));

describe('The history view', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;

  beforeAll(async () => {
    view = await ViewUnderTest.of(history);
    story = await fourCases();
    schema = await view.catchUp(story.store, 3);
  });

  afterAll(() => view.drop());

  const board = async (at: ReturnType<typeof past>, scope: Scope = all) => {
    const { rows } = await pastBoard(view.pool, scope, { by: 'district' }, at);
    return rows.map((row) => [row.district, figures(row)]);
  };
  const list = async (at: ReturnType<typeof past>, query: Partial<PastListQuery> = {}, scope: Scope = all) => {
    const page = await pastWorklist(view.pool, scope, { queue: { of: 'all' }, limit: 50, ...query }, at);
    return {
      ...page,
      shown: page.rows.map(({ caseId, status, clock }) => [caseId, status, clock?.dueOn, clock?.status]),
    };
  };

  const keptBoard = [
    [null, { late: 1, running: 1, ended: 1 }],
    ['310115', { met: 1, running: 1 }],
  ];
  const keptList = [
    [waiting, 'accepted', '2026-01-08', 'late'],
    [transferredLate, 'accepted', '2026-03-16', 'running'],
    [settled, 'inHandling', '2026-04-09', 'running'],
    [withdrawn, 'withdrawn', undefined, undefined],
  ];

  it('15: the board and the worklist of a past day are the same today as they were that day', async () => {
    expect(await board(thatDay('2026-03-12'))).toEqual(keptBoard);
    expect((await list(thatDay('2026-03-12'))).shown).toEqual(keptList);
  });

  it('shows on each day what was known on it: the calendar, the extension, the settlement', async () => {
    // The notice for 2026 was not out.
    expect((await list(thatDay('2025-12-25'))).rows[0]?.clock).toMatchObject({
      dueOn: null,
      provisional: true,
    });
    expect((await list(thatDay('2025-12-30'))).rows[0]?.clock).toMatchObject({
      dueOn: '2026-01-08',
      provisional: false,
    });
    const of = async (at: ReturnType<typeof past>) =>
      (await list(at, { queue: { of: 'mine', person: mediator.id } })).rows.map(({ clock, outstanding }) => [
        clock?.dueOn,
        outstanding,
      ]);
    expect(await of(thatDay('2026-03-26'))).toEqual([['2026-04-09', '1280000.00']]);
    expect(await of(thatDay('2026-03-28'))).toEqual([['2026-05-09', '1200000.00']]);
    expect(await of(thatDay('2026-03-09'))).toEqual([]);
  });

  it('15: what was entered late holds from its day, and was not known before it was entered', async () => {
    const status = async (at: ReturnType<typeof past>) =>
      (await list(at)).shown.find(([caseId]) => caseId === settled)?.[1];
    expect(await status(thatDay('2026-03-03'))).toBe('lodged');
    expect(await status(knownNow('2026-03-03'))).toBe('accepted');
  });

  it('16: counts and lists what the scope covers', async () => {
    const office: Scope = { kind: 'office', office: pudong.id, officer: 'officer-zhao', isHead: false };
    expect(await board(thatDay('2026-03-12'), office)).toEqual([['310115', { met: 1, running: 1 }]]);
    expect(await board(thatDay('2026-03-31'), { kind: 'district', district: '310112' })).toEqual([
      ['310112', { metLate: 1, running: 1 }],
    ]);
    expect(await board(thatDay('2026-03-12'), { kind: 'none' })).toEqual([]);
  });

  it('lists the cases behind a figure, in pages', async () => {
    const late = await pastClocks(view.pool, all, { standing: 'late', limit: 50 }, thatDay('2026-05-10'));
    expect(late.rows.map(({ caseId, clock }) => [caseId, clock?.rule])).toEqual([
      [waiting, 'transfer'],
      [transferredLate, 'result'],
      [settled, 'result'],
    ]);
    const first = await pastClocks(view.pool, all, { limit: 2 }, thatDay('2026-05-10'));
    const second = await pastClocks(view.pool, all, { limit: 50, after: first.next! }, thatDay('2026-05-10'));
    expect(first.rows.length + second.rows.length).toBe(6);
    const page = await list(thatDay('2026-05-10'), { limit: 1 });
    expect(page.total).toBe(4);
    const rest = await list(thatDay('2026-05-10'), { after: page.next! });
    expect([...page.shown, ...rest.shown].map(([caseId]) => caseId)).toEqual([
      waiting,
      transferredLate,
      settled,
      withdrawn,
    ]);
    expect((await list(thatDay('2026-05-10'), { status: 'withdrawn' })).total).toBe(1);
  });

  it('tells terms kept by category and by the respondent’s type: at any moment the parts are the whole', async () => {
    const period = { from: '2025-12-01', to: '2026-12-01' };
    const counts = ['met', 'metLate', 'late', 'open', 'provisional', 'cannotTell'] as const;
    const summed = (rows: readonly OnTime[]) => counts.map((name) => rows.reduce((sum, row) => sum + row[name], 0));
    for (const at of [thatDay('2025-12-25'), thatDay('2026-03-12'), knownNow('2026-03-31'), thatDay('2026-05-10')]) {
      const whole = await onTime(view.pool, { period }, at);
      for (const by of ['category', 'respondentType'] as const)
        expect([by, summed(await onTime(view.pool, { period, by }, at))]).toEqual([by, summed(whole)]);
      const [district] = await onTime(view.pool, { period, district: '310115' }, at);
      expect(await onTime(view.pool, { period, district: '310115', respondentType: 'largeFirm' }, at)).toEqual([
        district,
      ]);
    }
    const types = await onTime(view.pool, { period, by: 'respondentType' }, thatDay('2026-05-10'));
    expect(types).toMatchObject([{ key: 'largeFirm', met: 1, metLate: 1, late: 3, rate: 0.2 }]);
  });

  it('finds what is unfinished at a moment by an index of both times alone', async () => {
    const plan = await view.planOf(
      `SELECT district, rule, state, count(*) FROM views.history_clock
       WHERE state IN ('open', 'paused', 'cannotTell') AND known @> now() AND held @> now() GROUP BY 1, 2, 3`,
      [],
      'enable_bitmapscan',
    );
    expect(plan).toMatch(/Index Only Scan using history_clock_unfinished/);
  });

  it('10: a correction recorded later shows as of its day, and not in what was known that day', async () => {
    const events = await story.store.readStream(`overduePayment-${transferredLate}`);
    const transfer = events.find(({ type }) => type === 'Transferred')!;
    story.on('2026-06-01');
    await story.event(transferredLate, 'FactCorrected', {
      event: transfer.id,
      revision: transfer.revision,
      eventType: 'Transferred',
      field: 'occurredAt',
      was: '2026-03-18',
      is: '2026-03-11',
      occurredAt: '2026-03-11T00:00:00+08:00',
      reason: '登记有误',
    });
    await view.catchUp(story.store);
    expect(await board(thatDay('2026-03-12'))).toEqual(keptBoard);
    expect((await list(thatDay('2026-03-12'))).shown).toEqual(keptList);
    expect(await board(knownNow('2026-03-12'))).toEqual([
      [null, { late: 1, ended: 1 }],
      ['310112', { met: 1 }],
      ['310115', { met: 1, running: 1 }],
    ]);
    expect((await list(knownNow('2026-03-12'))).shown).toContainEqual([
      transferredLate,
      'transferred',
      undefined,
      undefined,
    ]);
  });

  it('“a policy edit is not recomputed, or corrupts the statistics of closed cases” (zammad #3410 #5624, glpi PR #16383): it moves what is open, from the day it is known', async () => {
    const due = async (at: ReturnType<typeof past>) =>
      (await pastClocks(view.pool, all, { clock: 'transfer', limit: 9 }, at)).rows
        .filter(({ caseId }) => caseId === waiting || caseId === withdrawn)
        .map(({ caseId, clock }) => [caseId, clock?.dueOn, clock?.status]);
    const before = await due(thatDay('2026-05-10'));
    const rules = (lawPack.rules as { id: string; length: number }[]).map((rule) =>
      rule.id === 'transfer' ? { ...rule, length: rule.length + 100 } : rule,
    );
    await story
      .on('2026-07-01')
      .law(['lawPack-CN-ORDER-802', 'LawPackPublished', 'pack', { ...lawPack, version: 2, rules }]);
    await view.catchUp(story.store);
    expect(before).toEqual([
      [waiting, '2026-01-08', 'late'],
      [withdrawn, '2026-03-18', 'ended'],
    ]);
    expect(await due(thatDay('2026-05-10'))).toEqual(before);
    expect(await due(knownNow('2026-05-10'))).toEqual([
      [waiting, '2026-06-08', 'running'],
      [withdrawn, '2026-03-18', 'ended'],
    ]);
    expect(await board(thatDay('2026-03-12'))).toEqual(keptBoard);
  });

  it('8: is rebuilt row for row, whatever the page size, its counts being those of its rows', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });

  it('9: of a parked case nothing can be told from the day of the event that could not be applied, and before it all that was', async () => {
    const [before, since] = [thatDay('2026-08-31'), thatDay('2026-09-02')];
    const period = { from: '2025-12-01', to: '2026-12-01' };
    const told = async (at: ReturnType<typeof past>) => ({
      board: (await board(at)).map(([, counts]) => counts),
      listed: (await list(at)).shown.find(([caseId]) => caseId === waiting)?.slice(2),
      kept: (await onTime(view.pool, { period }, at))[0]!,
    });
    const was = await told(before);
    await story.on('2026-09-01').append(`overduePayment-${waiting}`, 'NobodyKnows', {});
    await view.catchUp(story.store);
    expect(await told(before)).toEqual(was);
    const is = await told(since);
    expect(is.listed).toEqual([was.listed![0], 'cannotTell']);
    const sum = (of: typeof was) => of.board.reduce((n, counts) => n + ((counts as BoardCounts).cannotTell ?? 0), 0);
    expect([sum(was), sum(is)]).toEqual([0, 1]);
    expect([was.kept.cannotTell, is.kept.cannotTell]).toEqual([0, 1]);
    const behind = await pastClocks(view.pool, all, { standing: 'cannotTell', limit: 9 }, since);
    expect(behind.rows.map(({ caseId, clock }) => [caseId, clock?.status])).toEqual([[waiting, 'cannotTell']]);
  });
});
