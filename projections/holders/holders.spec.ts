import fc from 'fast-check';
import { holdingsOf } from '../followed-case/holdings.js';
import { instantOf } from '../instants.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { learned, momentAt } from '../followed-case/two-times.js';
import { fourCases, settled } from '../testing/cases.js';
import { city, mediator, pudong, type Story } from '../testing/story.js';
import { instantAfter, randomHistory } from '../testing/random-history.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { holders } from './projection.js';
import { heldTime, type HeldQuery } from './queries.js';

it('for any history the stretches follow one another and sum to the time elapsed, to the microsecond', () => {
  fc.assert(
    fc.property(randomHistory, fc.integer({ min: 0, max: 2_000 }), ({ log, hours }, later) => {
      const state = log
        .filter(({ stream }) => stream.startsWith('overduePayment-'))
        .reduce<FollowedCase | null>(evolveFollowed, null)!;
      const { moments } = learned(state).at(-1)!;
      const lived = moments.filter(({ told }) => told !== null);
      const holdings = holdingsOf(moments);
      const now = instantOf(instantAfter(hours + later));
      if (lived.length === 0) return;
      const closes = lived.findLastIndex(({ told }) => !told!.summary.closed) + 1;
      const end = Math.min(lived[closes]?.from ?? Infinity, now);
      // A day may be corrected to one that is still to come: nothing of it has elapsed.
      const elapsed = (from: number, to: number) => Math.max(0, Math.min(to, now) - from);
      const sum = holdings.reduce((total, { from, to }) => total + elapsed(from, to), 0);
      expect(sum).toBe(closes === 0 ? 0 : elapsed(lived[0]!.from, end));
      for (const [i, { from }] of holdings.entries()) if (i > 0) expect(from).toBe(holdings[i - 1]!.to);
      // Each instant is the time of who held it then.
      for (const { from, to, office, stage } of holdings) {
        const { summary } = momentAt(moments, to === Infinity ? from : (from + to) / 2)!.told!;
        expect([summary.status, (summary.handlingOffice ?? summary.acceptingOffice).id]).toEqual([stage, office.id]);
      }
    }),
    { numRuns: 100 },
  );
});

describe('The holders', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;
  const period = { from: '2025-01-01T00:00:00Z', to: '2026-06-01T10:00:00+08:00' };
  const held = (query: Partial<HeldQuery>) =>
    heldTime(view.pool, { kind: 'all' }, { by: 'office', ...period, ...query });

  beforeAll(async () => {
    view = await ViewUnderTest.of(holders);
    story = await fourCases();
    await story.on('2026-05-01').event(settled, 'HandlingPaused', { ground: 'forceMajeure', reason: '停工' });
    await story.on('2026-05-11').event(settled, 'HandlingResumed', { ground: 'forceMajeure', reason: '复工' });
    schema = await view.catchUp(story.store, 3);
  });
  afterAll(() => view.drop());

  it('“no accountable holder” (erpnext #6049, zammad #2532, chatwoot #6889, frappe #1895): every second of a case is somebody’s', async () => {
    const offices = await held({});
    const day = 86_400;
    expect(offices.find(({ key }) => key === pudong.id)).toMatchObject({
      cases: 1,
      // From the transfer on 9 March at ten.
      seconds: 84 * day,
      pausedSeconds: 10 * day,
    });
    expect(offices.find(({ key }) => key === city.id)?.cases).toBe(4);
    const persons = await held({ by: 'person', office: pudong.id });
    expect(persons.map(({ name, seconds }) => [name, seconds])).toEqual([
      [mediator.name, 83 * day],
      [null, day],
    ]);
    const total = (rows: readonly { seconds: number }[]) => rows.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(total(await held({ by: 'stage' }))).toBe(total(offices));
    expect(await heldTime(view.pool, { kind: 'none' }, { by: 'office', ...period })).toEqual([]);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
