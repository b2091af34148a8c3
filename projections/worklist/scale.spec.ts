import type { Scope } from '@redress/access/scope.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases } from '../testing/cases.js';
import { copiedCase, multiply, pagesTouched, recount } from '../testing/multiplied.js';
import { claim, city, mediator, pudong } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { worklist } from './projection.js';
import { worklistPage, type WorklistQuery } from './queries.js';

const today = '2026-04-01' as PlainDate;
const all: Scope = { kind: 'all' };
const ofOffice = (office: string): Scope => ({ kind: 'office', office, officer: 'somebody', isHead: false });
const afterHalf = Buffer.from(JSON.stringify(['2026-09-01', '2026-03-02', '0'])).toString('base64url');

/** What is asked: by whom, and for what. */
const lists: readonly (readonly [string, Scope, Partial<WorklistQuery>])[] = [
  ['the whole city', all, {}],
  ['a kind and a status of the whole city', all, { kind: 'overduePayment', status: 'settled' }],
  ['a kind there is no case of', all, { kind: 'ipFastTrack' }],
  ['what is in nobody’s hands', all, { queue: { of: 'unassigned' } }],
  ['a level nothing has reached', all, { level: 'jointConference' }],
  ['a page in the middle', all, { after: afterHalf }],
  ['a status, in the middle', all, { status: 'inHandling', after: afterHalf }],
  ['a district', { kind: 'district', district: '310112' }, {}],
  ['a status of a district', { kind: 'district', district: '310112' }, { status: 'inHandling' }],
  ['what an office reads', ofOffice(city.id), {}],
  ['what an office reads, of a status', ofOffice(city.id), { status: 'withdrawn' }],
  ['what an office holds', ofOffice(pudong.id), { queue: { of: 'office', office: pudong.id } }],
  ['what an officer has in hand', ofOffice(pudong.id), { queue: { of: 'mine', person: mediator.id } }],
  ['a company’s own', { kind: 'complainant', creditCode: claim.complainant.creditCode }, {}],
  ['a word which all names have', all, { search: '有限公司' }],
  ['a name which hardly anybody has', all, { search: '别家' }],
];

describe('osTicket #5365, OCA #475, glpi #16877: lists die at scale', () => {
  let view: ViewUnderTest;
  const few = new Map<string, number>();

  const grow = async (...copies: readonly [from: number, to: number]) => {
    const listed = { case_id: copiedCase, due_sort: `due_sort + k % 400` };
    await multiply(view.pool, 'worklist', copies, { ...listed, case_number: `case_number || k` });
    await multiply(view.pool, 'worklist_reader', copies, listed);
    await multiply(view.pool, 'worklist_name', copies, { case_id: copiedCase, number: `number || k` });
    await recount(view.pool, worklist);
  };
  const touched = (scope: Scope, query: Partial<WorklistQuery>) =>
    pagesTouched(view.pool, (db) => worklistPage(db, scope, { queue: { of: 'all' }, limit: 50, ...query }, today));

  beforeAll(async () => {
    view = await ViewUnderTest.of(worklist);
    await view.catchUp((await fourCases()).store);
    await grow(1, 600);
    for (const [what, scope, query] of lists) few.set(what, await touched(scope, query));
    await grow(601, 4000);
  });
  afterAll(() => view.drop());

  it.each(lists)(
    '74: reads no more of the database for %s at 16,000 cases than at 2,400',
    async (what, scope, query) => {
      // A tree of an index may be a level higher.
      expect(await touched(scope, query)).toBeLessThan(1.5 * few.get(what)! + 30);
    },
  );

  it('tells how long a list is from counts that are kept, and a search as far as its page', async () => {
    const page = (query: Partial<WorklistQuery>) =>
      worklistPage(view.pool, all, { queue: { of: 'all' }, limit: 50, ...query }, today);
    expect(await page({})).toMatchObject({ total: 16_004, more: false });
    expect(await page({ status: 'withdrawn' })).toMatchObject({ total: 4001, more: false });
    expect(await page({ search: '别家' })).toMatchObject({ total: 0, more: false });
    expect(await page({ search: '有限公司' })).toMatchObject({ total: 51, more: true });
  });
});
