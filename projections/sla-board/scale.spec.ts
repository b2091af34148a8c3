import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Scope } from '@redress/access/scope.js';
import { fourCases, settled, transferredLate, waiting } from '../testing/cases.js';
import { copiedCase, multiply, pagesTouched, recount } from '../testing/multiplied.js';
import { minhang, pudong } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { clocksBehind, type ClocksQuery } from './clocks-behind.js';
import { slaBoard as definition } from './projection.js';
import { type BoardQuery } from '../followed-case/board.js';
import { slaBoard } from './queries.js';

const day = (text: string) => text as PlainDate;
const all: Scope = { kind: 'all' };
const ofOffice = (office: string): Scope => ({ kind: 'office', office, officer: 'somebody', isHead: false });

const boards: readonly (readonly [string, Scope, BoardQuery])[] = [
  ['the whole city', all, { by: 'district' }],
  ['the whole city by clock', all, { by: 'clock' }],
  ['one clock', all, { by: 'district', clock: 'result' }],
  ['one kind by district', all, { by: 'district', kind: 'overduePayment' }],
  ['a district by clock', { kind: 'district', district: '310112' }, { by: 'clock' }],
  ['a district by office', all, { by: 'office', district: '310112' }],
  ['an office', ofOffice(pudong.id), { by: 'clock' }],
];
const behind: readonly (readonly [string, Scope, Partial<ClocksQuery>])[] = [
  ['what is late', all, { standing: 'late' }],
  ['what a district met too late', all, { standing: 'metLate', district: '310112' }],
  ['what runs in an office', ofOffice(minhang.id), { standing: 'running', clock: 'result' }],
  ['what there is none of', all, { standing: 'paused' }],
];

describe('A board of many cases', () => {
  let view: ViewUnderTest;
  const few = new Map<string, number>();
  const today = day('2026-04-20');

  const grow = async (...copies: readonly [from: number, to: number]) => {
    await multiply(view.pool, 'sla_clock', copies, {
      case_id: copiedCase,
      case_number: `case_number || k`,
      due_sort: `due_sort + k % 60`,
    });
    await recount(view.pool, definition);
  };
  const boardPages = (scope: Scope, query: BoardQuery) =>
    pagesTouched(view.pool, (db) => slaBoard(db, scope, query, today));
  const behindPages = (scope: Scope, query: Partial<ClocksQuery>) =>
    pagesTouched(view.pool, (db) => clocksBehind(db, scope, { limit: 50, ...query }, today));

  beforeAll(async () => {
    view = await ViewUnderTest.of(definition);
    await view.catchUp((await fourCases()).store);
    await grow(1, 400);
    for (const [what, scope, query] of boards) few.set(what, await boardPages(scope, query));
    for (const [what, scope, query] of behind) few.set(what, await behindPages(scope, query));
    await grow(401, 3000);
  });
  afterAll(() => view.drop());

  it.each(boards)('osTicket #5365: reads no more for %s at 12,000 cases than at 1,600', async (what, scope, query) => {
    expect(await boardPages(scope, query)).toBeLessThan(1.5 * few.get(what)! + 30);
  });

  it.each(behind)('osTicket #5365: reads no more for %s at 12,000 cases than at 1,600', async (what, scope, query) => {
    expect(await behindPages(scope, query)).toBeLessThan(1.5 * few.get(what)! + 30);
  });

  it('frappe #3279, OTOBO #490, CCRS: a breach shows with the day alone, and the list reaches beyond row 501', async () => {
    const board = async (on: string) => (await slaBoard(view.pool, all, { by: 'district' }, day(on))).totals;
    const before = await board('2026-05-08');
    const after = await board('2026-05-09');
    expect(after.late).toBeGreaterThan(before.late);
    const seen = new Set<string>();
    let next: string | null | undefined;
    for (let pages = 0; next !== null && pages < 200; pages++) {
      const page = await clocksBehind(
        view.pool,
        all,
        { standing: 'late', limit: 200, ...(next && { after: next }) },
        day('2026-05-09'),
      );
      for (const { caseId, clock } of page.rows) seen.add(`${caseId} ${clock!.rule}`);
      next = page.next;
    }
    expect(seen.size).toBe(after.late);
    expect(seen.size).toBeGreaterThan(501);
    expect([waiting, transferredLate, settled].filter((id) => [...seen].some((one) => one.startsWith(id)))).not.toEqual(
      [],
    );
  });
});
