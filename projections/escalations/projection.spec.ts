import { money, nothing } from '@redress/cases/shared/money.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { fourCases, numbers, settled, transferredLate, waiting, withdrawn } from '../testing/cases.js';
import { calendarNow, calendarOf2025, city, mediator, policy, pudong, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { escalations } from './projection.js';
import { dueRungs, dueRungsSql, rungsPage, type RungToFire } from './queries.js';

const day = (text: string) => text as PlainDate;
const caseOf = ({ caseId, clock, rung }: RungToFire) => `${caseId.at(-1)} ${clock} ${rung}`;

function fired({ clock, subject, run, rung }: RungToFire, rungDueOn: string): FiredRung {
  const told = { tells: ['holder'], told: [], act: 'notify', title: { zh: '黄牌', en: 'Amber' } };
  return {
    clock,
    subject,
    run,
    rung,
    policy: 'default.1',
    rungDueOn,
    clockDueOn: rungDueOn,
    ...told,
    late: false,
    explanation: {},
  };
}

describe('The escalations view', () => {
  let view: ViewUnderTest;
  let story: Story;

  beforeEach(async () => {
    view = await ViewUnderTest.of(escalations);
    story = await fourCases();
    await view.catchUp(story.store);
  });

  afterEach(() => view.drop());

  const due = (today: string) => dueRungs(view.pool, day(today), 100);
  const list = (state: 'open' | 'fired', today: string, after?: string) =>
    rungsPage(view.pool, { kind: 'all' }, { state, limit: 3, ...(after === undefined ? {} : { after }) }, day(today));

  it('gives the rungs whose day has come, and none of a stopped or ended clock', async () => {
    expect((await due('2026-01-06')).map(caseOf)).toEqual([]);
    expect((await due('2026-01-07')).map(caseOf)).toEqual(['2 transfer amber']);
    expect((await due('2026-01-09')).map(caseOf)).toEqual(['2 transfer amber', '2 transfer red']);
    const cases = (await due('2026-12-01')).map(({ caseId, clock }) => `${caseId} ${clock}`);
    expect(new Set(cases)).toEqual(new Set([`${waiting} transfer`, `${transferredLate} result`, `${settled} result`]));
    expect(cases).not.toContain(`${withdrawn} transfer`);
  });

  it('13: a rung fired is open no more, after a new calendar and a rebuild too', async () => {
    const [amber] = await due('2026-01-07');
    await story.on('2026-04-11').event(waiting, 'RungFired', fired(amber!, '2026-01-07'));
    await story.law(['calendar-CN', 'CalendarPublished', 'calendar', calendarNow]);
    await view.catchUp(story.store);
    expect((await due('2026-01-08')).map(caseOf)).toEqual([]);
    const page = await list('fired', '2026-04-12');
    expect(page.rows).toMatchObject([
      {
        caseId: waiting,
        caseNumber: numbers[waiting],
        clock: { rule: 'transfer', title: { zh: '受理后转办' } },
        rung: 'amber',
        firedAt: '2026-04-11T02:00:00.000000+00:00',
        late: false,
        parked: false,
      },
    ]);
    const live = await view.rows('escalations_v4_1');
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });

  it('13: an extension opens a run of its own; the rungs of the old one vanish', async () => {
    const before = new Story();
    await before.releaseLaw();
    await before.on('2026-03-02').lodged(settled, numbers[settled]);
    await before.event(settled, 'MaterialsReceived', { handlingAuthority: pudong });
    const other = await ViewUnderTest.of(escalations);
    await other.catchUp(before.store);
    const [amber] = await dueRungs(other.pool, day('2026-03-31'), 1);
    await before.on('2026-03-31').event(settled, 'RungFired', fired(amber!, '2026-03-31'));
    await before.event(settled, 'HandlingExtended', { totalDays: 60, reason: '情况复杂', approvedBy: mediator });
    await other.catchUp(before.store);
    const open = await dueRungs(other.pool, day('2026-12-31'), 100);
    expect(open.map(({ rung }) => rung)).toContain('amber');
    expect(new Set(open.map(({ run }) => run)).has(amber!.run)).toBe(false);
    expect(await dueRungs(other.pool, day('2026-04-20'), 100)).toEqual([]);
    await other.drop();
  });

  it('a new calendar moves the rungs which have not fired', async () => {
    const early = new Story();
    await early.releaseLaw(calendarOf2025);
    await early.on('2025-12-24').lodged(waiting, numbers[waiting]);
    await early.event(waiting, 'FormallyAccepted', { acceptingAuthority: city });
    const other = await ViewUnderTest.of(escalations);
    await other.catchUp(early.store);
    const open = () => rungsPage(other.pool, { kind: 'all' }, { state: 'open', limit: 50 }, day('2025-12-29'));
    const before = (await open()).rows;
    await early.law(['calendar-CN', 'CalendarPublished', 'calendar', calendarNow]);
    await other.catchUp(early.store);
    const after = (await open()).rows;
    expect(before.every(({ provisional }) => provisional)).toBe(true);
    expect(after[0]).toMatchObject({
      rung: 'amber',
      dueOn: '2026-01-07',
      clockDueOn: '2026-01-08',
      provisional: false,
    });
    await early.law(['policy-default', 'EscalationPolicyPublished', 'policy', { ...policy, ladders: [] }]);
    await other.catchUp(early.store);
    expect((await open()).rows).toEqual([]);
    await other.drop();
  });

  it('of a case that is over it gives the rungs of what its end does not take away, and those follow new law', async () => {
    const ofSettled = async () => (await due('2026-12-01')).filter(({ caseId }) => caseId === settled);
    await story.on('2026-04-13').event(settled, 'ReceivableConfirmationRequested', {
      ...{ request: 1, amount: money('500.00')!, financier: null },
    });
    const sums = { paid: nothing, outstanding: nothing };
    await story.event(settled, 'ResultIssued', { outcome: 'settled', summary: '达成和解', ...sums });
    for (const to of ['complainant', 'acceptingAuthority'] as const)
      await story.event(settled, 'ResultFedBack', { to, how: '书面' });
    await view.catchUp(story.store);
    const open = await ofSettled();
    expect(open).not.toEqual([]);
    expect(new Set(open.map(({ clock, subject }) => `${clock} ${subject}`))).toEqual(
      new Set(['receivableConfirmation 1']),
    );
    await story.law(['policy-default', 'EscalationPolicyPublished', 'policy', { ...policy, ladders: [] }]);
    await view.catchUp(story.store);
    expect(await ofSettled()).toEqual([]);
  });

  it('what is due is read by the index of open rungs, bounded by the day: what is not due costs nothing', async () => {
    await view.pool.query(`
      INSERT INTO escalations_v4_1.escalation_rung
      SELECT r.case_id, r.rung_key || n, r.rule, r.subject, r.run, r.rung, DATE '2030-01-01' + n % 3000, r.clock_due_on,
        r.provisional, r.act, NULL, NULL, NULL, NULL, NULL, r.must_act, r.complainant_code, r.agent_code,
        r.told_respondent, r.offices, r.district, r.shown
      FROM (SELECT * FROM views.escalation_rung WHERE fired_at IS NULL LIMIT 1) r, generate_series(1, 20000) n`);
    await view.pool.query('ANALYZE escalations_v4_1.escalation_rung');
    const explained = await view.pool.query<Record<'QUERY PLAN', string>>(
      `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${dueRungsSql}`,
      ['2026-01-09', 200, '-infinity', '', ''],
    );
    const plan = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan (using|on) escalation_rung_open[^]*Index Cond: .*due_on <= '2026-01-09'::date/);
    expect(plan).not.toMatch(/Seq Scan on escalation_rung|Rows Removed by (Filter|Index Recheck)/);
    // Of some hundred pages.
    expect(Number(/Buffers: shared hit=(\d+)/.exec(plan)![1])).toBeLessThan(20);
    expect((await due('2026-01-09')).map(caseOf)).toEqual(['2 transfer amber', '2 transfer red']);
  });

  it('the next page begins behind the last rung, whether that fired or not (frappe #3279: the sweep reaches row 501)', async () => {
    const all = await dueRungs(view.pool, day('2026-12-01'), 100);
    expect(all.length).toBeGreaterThan(3);
    const walked: string[] = [];
    for (let last: (typeof all)[number] | null = null; ;) {
      const [next]: typeof all = await dueRungs(view.pool, day('2026-12-01'), 1, last);
      if (next === undefined) break;
      walked.push(next.key);
      last = next;
    }
    expect(walked).toEqual(all.map(({ key }) => key));
  });

  it('a rung set aside, of a paused clock or without a calendar is held back and says why', async () => {
    const [amber] = await due('2026-01-07');
    const { clock, subject, run, rung } = amber!;
    await story.on('2026-01-06').event(waiting, 'RungOverridden', { clock, subject, run, rung, reason: '已另行督办' });
    await view.catchUp(story.store);
    expect((await due('2026-01-07')).map(caseOf)).toEqual([]);
    const held = await rungsPage(view.pool, { kind: 'all' }, { state: 'held', limit: 50 }, day('2026-01-08'));
    expect(held.rows).toMatchObject([{ caseId: waiting, rung: 'amber', held: 'overridden', mustAct: null }]);
  });

  it('a rung that asks something waits for whom it asks, until it is answered', async () => {
    const [amber] = await due('2026-01-07');
    const asks = { ...fired(amber!, '2026-01-07'), act: 'requireReason' };
    await story.on('2026-01-07').event(waiting, 'RungFired', asks);
    await view.catchUp(story.store);
    const awaiting = async (mustAct: string) =>
      (await rungsPage(view.pool, { kind: 'all' }, { state: 'awaiting', mustAct, limit: 9 }, day('2026-01-08'))).rows;
    expect(await awaiting(city.id)).toMatchObject([{ awaits: 'reason', mustAct: { office: { id: city.id } } }]);
    expect(await awaiting(pudong.id)).toEqual([]);
    const { clock, subject, run, rung } = amber!;
    await story.event(waiting, 'RungReasonGiven', { clock, subject, run, rung, reason: '材料待核' });
    await view.catchUp(story.store);
    expect(await awaiting(city.id)).toEqual([]);
    const live = await view.rows('escalations_v4_1');
    expect(await view.rebuilt(story.store, 4)).toEqual(live);
  });

  it('lists open rungs by day, page after page', async () => {
    const first = await list('open', '2026-01-08');
    expect(first.rows.map(({ rung, late }) => [rung, late])).toEqual([
      ['amber', true],
      ['red', false],
      ['district', false],
    ]);
    const second = await list('open', '2026-01-08', first.next!);
    expect(second.rows[0]!.dueOn! >= first.rows[2]!.dueOn!).toBe(true);
    const pudongs = await rungsPage(
      view.pool,
      { kind: 'office', office: pudong.id, officer: 'somebody', isHead: false },
      { state: 'open', limit: 50 },
      day('2026-01-08'),
    );
    expect(new Set(pudongs.rows.map(({ caseId }) => caseId))).toEqual(new Set([settled]));
  });
});
