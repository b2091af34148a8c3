import type { Scope } from '@redress/access/scope.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, numbers, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { nameTokens } from '../name-search.js';
import {
  calendarNow,
  calendarOf2025,
  claim,
  city,
  lawPack,
  mediator,
  minhang,
  money,
  pudong,
  Story,
} from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { worklist } from './projection.js';
import { worklistPage, type WorklistQuery } from './queries.js';

const day = (text: string) => text as PlainDate;
const everything = { kind: 'all' } as const;
/** As an input method for Chinese writes Latin letters and digits. */
const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const officerOf = ({ id }: OfficeRef): Scope => ({ kind: 'office', office: id, officer: 'officer-9', isHead: false });

describe('The worklist', () => {
  let view: ViewUnderTest;
  let story: Story;

  beforeAll(async () => {
    view = await ViewUnderTest.of(worklist);
    story = await fourCases();
    await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  const list = async (query: Partial<WorklistQuery> = {}, today = '2026-04-01') =>
    worklistPage(view.pool, everything, { queue: { of: 'all' }, limit: 50, ...query }, day(today));
  const ids = async (query: Partial<WorklistQuery>) => (await list(query)).rows.map(({ caseId }) => caseId);

  it('stands in the order of due dates, cases without one last', async () => {
    const { rows, total } = await list();
    expect(rows.map(({ caseId, clock }) => [caseId, clock?.rule, clock?.dueOn])).toEqual([
      [waiting, 'transfer', '2026-01-08'],
      [transferredLate, 'result', '2026-04-17'],
      [settled, 'result', '2026-05-09'],
      [withdrawn, undefined, undefined],
    ]);
    expect(total).toBe(4);
  });

  it('shows who holds a case, what is open, and how its clock stands today', async () => {
    const { rows } = await list({ queue: { of: 'mine', person: mediator.id } }, '2026-05-07');
    expect(rows).toEqual([
      {
        caseId: settled,
        caseNumber: numbers[settled],
        kind: 'overduePayment',
        status: 'settled',
        complainant: claim.complainant.name,
        respondent: claim.respondent.name,
        total: '1280000.00',
        outstanding: '600000.00',
        lodgedOn: '2026-03-02',
        level: 'district',
        awaited: [],
        handlingOffice: { id: pudong.id, name: pudong.name },
        category: null,
        firstContact: null,
        holder: { office: { id: pudong.id, name: pudong.name }, person: mediator },
        clock: expect.objectContaining({ dueOn: '2026-05-09', status: 'dueSoon', daysLeft: 2, unit: 'D' }) as unknown,
        parked: false,
      },
    ]);
  });

  it('counts what is over in the unit of the clock', async () => {
    const { rows } = await list({}, '2026-01-12');
    expect(rows[0]?.clock).toMatchObject({ status: 'late', daysLeft: -2, unit: 'WD' });
  });

  it('has the queues of an office and of nobody, without closed cases', async () => {
    expect(await ids({ queue: { of: 'office', office: city.id } })).toEqual([waiting]);
    expect(await ids({ queue: { of: 'office', office: minhang.id } })).toEqual([transferredLate]);
    expect(await ids({ queue: { of: 'unassigned' } })).toEqual([waiting, transferredLate]);
    expect(await ids({ status: 'withdrawn' })).toEqual([withdrawn]);
  });

  it('finds parties by any two characters of their names, by case number and by credit code', async () => {
    expect(await ids({ search: '水务' })).toEqual([waiting]);
    expect(await ids({ search: '宏业建设(集团)' })).toHaveLength(3);
    expect(await ids({ search: '业宏' })).toEqual([]);
    expect(await ids({ search: '东' })).toEqual([waiting]);
    expect(await ids({ search: '水' })).toEqual([]);
    expect(await ids({ search: 'op2025' })).toEqual([waiting]);
    expect(await ids({ search: 'OP' })).toHaveLength(4);
    expect(await ids({ search: 'ip' })).toEqual([]);
    expect(await ids({ search: numbers[settled] })).toEqual([settled]);
    expect(await ids({ search: '91310115ma1' })).toHaveLength(4);
    expect(await ids({ search: '100%' })).toEqual([]);
    expect(await ids({ search: '水\0务' })).toEqual([waiting]);
  });

  it('finds numbers and codes as people type and print them: in full width, with dashes or gaps, O for 0', async () => {
    for (const search of [wide(numbers[settled]), numbers[settled].replaceAll('-', '–')])
      expect([search, await ids({ search })]).toEqual([search, [settled]]);
    for (const search of [wide('OP2025'), 'op–2O25'])
      expect([search, await ids({ search })]).toEqual([search, [waiting]]);
    for (const search of [wide('91310115MA1'), '9131 0115 ma1'])
      expect([search, (await ids({ search })).length]).toEqual([search, 4]);
  });

  it('cuts names in the database as the search does', async () => {
    for (const name of ['宏业建设(集团)有限公司', '上海上海', 'a', '𠮷野家']) {
      const { rows } = await view.pool.query<{ tokens: string[] }>(
        `SELECT worklist_v${worklist.version}_1.worklist_tokens($1) AS tokens`,
        [name],
      );
      expect(new Set(rows[0]!.tokens)).toEqual(new Set(nameTokens([name])));
    }
  });

  it('gives page after page, each case once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ limit: 1, ...(after === undefined ? {} : { after }) });
      expect(page.total).toBe(4);
      seen.push(...page.rows.map(({ caseId }) => caseId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual([waiting, transferredLate, settled, withdrawn]);
    await expect(list({ after: 'bm9uc2Vuc2U' })).rejects.toThrow('the cursor is none of this list');
  });

  it('16: shows nobody a case outside their scope', async () => {
    const page = (scope: Parameters<typeof worklistPage>[1]) =>
      worklistPage(view.pool, scope, { queue: { of: 'all' }, limit: 50 }, day('2026-04-01'));
    expect((await page({ kind: 'district', district: '310112' })).rows.map(({ caseId }) => caseId)).toEqual([
      transferredLate,
    ]);
    expect((await page({ kind: 'office', office: pudong.id, officer: 'somebody', isHead: false })).total).toBe(1);
    expect((await page({ kind: 'complainant', creditCode: claim.complainant.creditCode })).total).toBe(4);
    const searching = { queue: { of: 'all' }, limit: 50, search: '宏业' } as const;
    const found = (scope: Scope) => worklistPage(view.pool, scope, searching, day('2026-04-01'));
    expect((await found({ kind: 'complainant', creditCode: claim.complainant.creditCode })).total).toBe(3);
    expect((await found(officerOf(pudong))).total).toBe(1);
    expect((await found({ kind: 'district', district: '310112' })).total).toBe(1);
    expect((await page({ kind: 'none' })).total).toBe(0);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(`worklist_v${worklist.version}_1`);
    expect(live.worklist).toHaveLength(4);
    for (const pageSize of [1, 3, 5000]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});

describe('The worklist, as law and events arrive', () => {
  let view: ViewUnderTest;

  beforeEach(async () => void (view = await ViewUnderTest.of(worklist)));
  afterEach(() => view.drop());

  const clockOf = async () => {
    const page = await worklistPage(view.pool, everything, { queue: { of: 'all' }, limit: 1 }, day('2025-12-29'));
    return page.rows[0]?.clock;
  };

  it('12: a date is provisional until the calendar of its year is published, then derived anew', async () => {
    const story = new Story();
    await story.releaseLaw(calendarOf2025);
    await story.on('2025-12-24').lodged(waiting, numbers[waiting]);
    await story.event(waiting, 'FormallyAccepted', { acceptingAuthority: city });
    await view.catchUp(story.store);
    expect((await clockOf())?.provisional).toBe(true);

    await story.law(['calendar-CN', 'CalendarPublished', 'calendar', calendarNow]);
    await view.catchUp(story.store);
    expect(await clockOf()).toMatchObject({ dueOn: '2026-01-08', provisional: false });
  });

  it('shows a term that awaits a party where no office owes an act, and orders nothing by it', async () => {
    const story = new Story();
    await story.releaseLaw();
    story.on('2026-03-02');
    for (const caseId of [waiting, settled] as const) {
      await story.lodged(caseId, numbers[caseId]);
      const asked = { request: 1, amount: money('1280000.00'), financier: null };
      await story.event(caseId, 'ReceivableConfirmationRequested', asked);
    }
    await story.event(settled, 'FormallyAccepted', { acceptingAuthority: city });
    await view.catchUp(story.store);
    const query = { queue: { of: 'all' }, limit: 9 } as const;
    const { rows } = await worklistPage(view.pool, everything, query, day('2026-05-10'));
    expect(rows.map(({ caseId, clock }) => [caseId, clock?.rule, clock?.duty])).toEqual([
      [settled, 'transfer', 'office'],
      [waiting, 'receivableConfirmation', 'party'],
    ]);
  });

  it('orders a respondent’s list by no clock of which it is not told, nor says its date in a cursor', async () => {
    const story = new Story();
    await story.releaseLaw();
    const rules = (lawPack.rules as { id: string }[]).filter(({ id }) => id === 'transfer');
    const ofReports = rules.map((rule) => ({ ...rule, start: { event: 'RetaliationReported' } }));
    await story.law(['lawPack-CN-ORDER-802', 'LawPackPublished', 'pack', { ...lawPack, version: 9, rules: ofReports }]);
    story.on('2026-03-02');
    for (const caseId of [waiting, settled] as const) {
      await story.on(caseId === waiting ? '2026-03-02' : '2026-03-03').lodged(caseId, numbers[caseId]);
      await story.event(caseId, 'MaterialsReceived', { handlingAuthority: pudong });
    }
    await story.event(settled, 'RetaliationReported', { what: '终止合作' });
    await view.catchUp(story.store);
    const listed = (scope: Scope, limit: number) =>
      worklistPage(view.pool, scope, { queue: { of: 'all' }, limit }, day('2026-03-10'));
    expect((await listed(everything, 9)).rows.map(({ caseId }) => caseId)).toEqual([settled, waiting]);
    const respondent = { kind: 'respondent', creditCode: claim.respondent.creditCode! } as const;
    const { rows, total } = await listed(respondent, 9);
    expect(rows.map(({ caseId, clock }) => [caseId, clock])).toEqual([
      [waiting, null],
      [settled, null],
    ]);
    expect(total).toBe(2);
    const first = await listed(respondent, 1);
    expect(Buffer.from(first.next!, 'base64url').toString()).toContain('infinity');
    const second = { queue: { of: 'all' }, limit: 1, after: first.next! } as const;
    expect((await worklistPage(view.pool, respondent, second, day('2026-03-10'))).rows[0]!.caseId).toBe(settled);
    const settledOnly = { queue: { of: 'all' }, limit: 9, search: numbers[settled] } as const;
    expect((await worklistPage(view.pool, respondent, settledOnly, day('2026-03-10'))).total).toBe(1);
  });

  it('9: shows a case whose event cannot be applied as parked, and its clock as not to be told', async () => {
    const story = new Story();
    await story.releaseLaw();
    await story.on('2026-03-02').lodged(settled, numbers[settled]);
    await story.event(settled, 'FormallyAccepted', { acceptingAuthority: city });
    await story.append(`overduePayment-${settled}`, 'SettlementAgreed', { total: 'much', instalments: [] });
    await view.catchUp(story.store);
    const page = await worklistPage(view.pool, everything, { queue: { of: 'all' }, limit: 1 }, day('2026-03-05'));
    expect(page.rows[0]).toMatchObject({ parked: true, status: 'accepted', clock: { status: 'cannotTell' } });
  });

  it('bears a log without law: there are no clocks then', async () => {
    const story = new Story();
    await story.on('2026-03-02').lodged(settled, numbers[settled]);
    await view.catchUp(story.store);
    expect(await clockOf()).toBeNull();
  });
});
