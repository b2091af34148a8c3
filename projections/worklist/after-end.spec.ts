import { readFileSync } from 'node:fs';
import type { Scope } from '@redress/access/scope.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, settled, transferredLate, withdrawn } from '../testing/cases.js';
import { mediator, minhang, money, pudong, type Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { worklist } from './projection.js';
import { worklistPage, type Queue, type WorklistQuery } from './queries.js';

interface Pack {
  readonly version: number;
  readonly rules: readonly { readonly id: string }[];
}
const civilCode = new URL('../../libs/deadlines/law/data/cn-civil-code.json', import.meta.url);
const pack = JSON.parse(readFileSync(civilCode, 'utf8')) as Pack;
const published = (edition: Pack) => ['lawPack-CN-CIVIL-CODE', 'LawPackPublished', 'pack', edition] as const;

const everything: Scope = { kind: 'all' };
const ofPudong: Scope = { kind: 'office', office: pudong.id, officer: mediator.id, isHead: false };
const ofMinhang: Scope = { kind: 'office', office: minhang.id, officer: 'officer-9', isHead: false };

describe('What a case still owes after its end', () => {
  let view: ViewUnderTest;
  let story: Story;

  /** The settlement of the first is half paid when its result is fed back to both: the case is over, an instalment is not. */
  beforeAll(async () => {
    view = await ViewUnderTest.of(worklist);
    story = await fourCases();
    await story.law(published(pack));
    story.on('2026-04-20');
    await story.event(settled, 'InstalmentPaid', { instalment: 1, dueOn: '2026-04-10' });
    const result = { outcome: 'settled', summary: '分期付款', paid: money('600000.00') } as const;
    await story.event(settled, 'ResultIssued', { ...result, outstanding: money('600000.00') });
    await story.event(settled, 'ResultFedBack', { to: 'complainant', how: '系统' });
    await story.event(settled, 'ResultFedBack', { to: 'acceptingAuthority', how: '系统' });
    await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  const page = (scope: Scope, queue: Queue, query: Partial<WorklistQuery> = {}) =>
    worklistPage(view.pool, scope, { queue, limit: 50, ...query }, '2026-05-08' as PlainDate);
  const ids = async (scope: Scope, queue: Queue, query: Partial<WorklistQuery> = {}) => {
    const { rows, total } = await page(scope, queue, query);
    expect(total).toBe(rows.length);
    return rows.map(({ caseId }) => caseId);
  };
  const afterEnd = { of: 'afterEnd' } as const;

  it('is a queue of the office that had it, with the clock of what is owed, and stands in no queue of open cases', async () => {
    const { rows } = await page(ofPudong, afterEnd);
    expect(rows).toMatchObject([
      { caseId: settled, status: 'concluded', clock: { rule: 'instalment', dueOn: '2026-05-10', status: 'dueSoon' } },
    ]);
    expect(await ids(ofMinhang, afterEnd)).toEqual([]);
    expect(await ids(ofPudong, { of: 'office', office: pudong.id })).toEqual([]);
    expect(await ids(ofPudong, { of: 'mine', person: mediator.id })).toEqual([]);
    expect(await ids(everything, { of: 'office', office: minhang.id })).toEqual([transferredLate]);
  });

  it('is a queue of all that a supervisor oversees, narrowed and searched as every other', async () => {
    expect(await ids(everything, afterEnd)).toEqual([settled]);
    expect(await ids({ kind: 'district', district: '310115' }, afterEnd)).toEqual([settled]);
    expect(await ids({ kind: 'district', district: '310112' }, afterEnd)).toEqual([]);
    expect(await ids(everything, afterEnd, { status: 'concluded' })).toEqual([settled]);
    expect(await ids(everything, afterEnd, { status: 'withdrawn' })).toEqual([]);
    expect(await ids(everything, { of: 'all' }, { status: 'withdrawn' })).toEqual([withdrawn]);
    expect((await page(everything, afterEnd, { search: '宏业' })).rows).toHaveLength(1);
  });

  it('8: is derived anew from new law, over when it was done, and the same in a view rebuilt from zero', async () => {
    const title = { zh: '约定的分期', en: 'Instalment as agreed' };
    const rules = pack.rules.map((rule) => (rule.id === 'instalment' ? { ...rule, title } : rule));
    await story.on('2026-05-09').law(published({ ...pack, version: pack.version + 1, rules }));
    await view.catchUp(story.store);
    expect((await page(everything, afterEnd)).rows[0]?.clock?.title).toEqual(title);
    await story.event(settled, 'InstalmentPaid', { instalment: 2, dueOn: '2026-05-10' });
    const schema = await view.catchUp(story.store);
    expect(await ids(everything, afterEnd)).toEqual([]);
    expect(await view.rebuilt(story.store, 10)).toEqual(await view.rows(schema));
  });
});
