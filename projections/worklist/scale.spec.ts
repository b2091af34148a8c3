import type { Scope } from '@redress/access/scope.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, numbers, settled, waiting } from '../testing/cases.js';
import { copiedCase, multiply, pagesTouched, recount } from '../testing/multiplied.js';
import { claim, city, mediator, pudong } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { worklist } from './projection.js';
import { worklistPage, type WorklistQuery } from './queries.js';

const today = '2026-04-01' as PlainDate;
const all: Scope = { kind: 'all' };
const ofOffice = (office: string): Scope => ({ kind: 'office', office, officer: 'somebody', isHead: false });
/** Of each copy another. */
const copiedName = (k: number) => String.fromCodePoint(0x5000 + k);
const copiedNumber = (column: string) => `substr(${column}, 1, 8) || lpad(k::text, 4, '0') || substr(${column}, 13)`;
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
  ['a word which a quarter of the names have', all, { search: '水务' }],
  ['such a word, among what an office reads', ofOffice(city.id), { search: '水务' }],
  ['such a word and a status', all, { search: '水务', status: 'accepted' }],
  ['a name which no case has', all, { search: '别家' }],
  ['a name which one case has', all, { search: `东${copiedName(7)}水` }],
  ['a company which most cases name', all, { search: '宏业' }],
  ['such a company, a page in the middle', all, { search: '宏业', after: afterHalf }],
  ['such a company, among what an office reads', ofOffice(pudong.id), { search: '宏业' }],
  ['the beginning of a code', all, { search: claim.complainant.creditCode.slice(0, 12) }],
  ['the code of a region', all, { search: claim.complainant.creditCode.slice(0, 8) }],
  ['a number', all, { search: numbers[settled] }],
  ['the beginning of a number', all, { search: numbers[waiting].slice(0, 7) }],
];

describe('osTicket #5365, OCA #475, glpi #16877: lists die at scale', () => {
  let view: ViewUnderTest;
  const few = new Map<string, number>();

  const grow = async (...copies: readonly [from: number, to: number]) => {
    const listed = { case_id: copiedCase, due_sort: `due_sort + k % 400` };
    const named = (column: string) => ({ [column]: `replace(${column}, '东方', '东' || chr(${0x5000} + k))` });
    await multiply(view.pool, 'worklist', copies, {
      ...listed,
      ...named('respondent'),
      case_number: copiedNumber('case_number'),
    });
    await multiply(view.pool, 'worklist_reader', copies, listed);
    await multiply(view.pool, 'worklist_name', copies, {
      ...{ case_id: copiedCase, number: copiedNumber('number') },
      ...named('respondent'),
      ...named('names'),
    });
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
      // A tree of an index may be a level higher, and a table be too large to be read whole beside the page.
      expect(await touched(scope, query)).toBeLessThan(1.5 * few.get(what)! + 60);
    },
  );

  it('goes on behind the last case it looked at, where a page of a search is not full', async () => {
    const found = new Set<string>();
    const query = { queue: { of: 'all' }, limit: 200, status: 'withdrawn', search: '集团' } as const;
    let pages = 0;
    for (let after: string | undefined; pages === 0 || after !== undefined; pages++) {
      const page = await worklistPage(view.pool, all, { ...query, ...(after !== undefined && { after }) }, today);
      for (const { caseId } of page.rows) expect(found.has(caseId) || !found.add(caseId)).toBe(false);
      expect(page.rows.length === 200 || page.next === null || page.more).toBe(true);
      after = page.next ?? undefined;
    }
    expect(found.size).toBe(4001);
    // Those that are withdrawn stand behind all which have a due date: the first pages have none.
    expect(pages).toBeGreaterThan(21);
  });

  it('tells how long a list is from counts that are kept, and a search as far as its page', async () => {
    const page = (query: Partial<WorklistQuery>) =>
      worklistPage(view.pool, all, { queue: { of: 'all' }, limit: 50, ...query }, today);
    expect(await page({})).toMatchObject({ total: 16_004, more: false });
    expect(await page({ status: 'withdrawn' })).toMatchObject({ total: 4001, more: false });
    expect(await page({ search: '别家' })).toMatchObject({ total: 0, more: false });
    expect(await page({ search: '有限公司' })).toMatchObject({ total: 51, more: true });
  });
});
