import fc from 'fast-check';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { foldedEvent, kindNamed, todaysEvent } from '../followed-case/case-kinds.js';
import { past } from '../followed-case/past.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { seenAt } from '../followed-case/two-times.js';
import { fourCases, settled } from '../testing/cases.js';
import { lawPack, type Story } from '../testing/story.js';
import { instantAfter, randomHistory } from '../testing/random-history.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { figures, type FiguresQuery } from './figures.js';
import { statistics } from './projection.js';
import { statisticsRows } from './rows.js';

const kind = kindNamed('overduePayment');
const moment = fc.integer({ min: 150, max: 2_500 });

it('15: for any history the sums as of E, known at K are what the fold at (E, K) tells', () => {
  fc.assert(
    fc.property(randomHistory, moment, moment, ({ log }, e, k) => {
      const events = log.filter(({ stream }) => stream.startsWith('overduePayment-'));
      const state = events.reduce<FollowedCase | null>(evolveFollowed, null)!;
      const [asOf, knownAt] = [instantAfter(Math.min(e, k)), instantAfter(k)];
      const rows = statisticsRows({ id: 'one', stream: 'overduePayment-one', state, position: '1' as never });
      const sum = (measure: string) =>
        rows
          .statistics_change!.filter(
            (row) =>
              row.measure === measure &&
              Date.parse(String(row.known_at)) <= Date.parse(knownAt) &&
              Date.parse(String(row.held_at)) <= Date.parse(asOf),
          )
          .reduce((total, { weight }) => total + Number(weight), 0);
      const { held } = seenAt<RecordedEvent>(events, asOf, knownAt);
      const file = held.reduce(
        (before, event) => kind.evolve(before, foldedEvent(todaysEvent(kind, event))),
        kind.initial,
      );
      const summary = kind.summaryOf(file);
      const of = (type: string) => (summary === null ? [] : held.filter((event) => event.type === type));
      expect({
        lodged: sum('lodged'),
        accepted: sum('accepted'),
        concluded: sum('concluded'),
        claimed: sum('claimed'),
        recovered: sum('recovered'),
        rated: sum('satisfaction'),
      }).toEqual({
        lodged: summary === null ? 0 : 1,
        accepted: Math.min(1, of('FormallyAccepted').length),
        concluded: summary?.closed === true ? 1 : 0,
        claimed: summary === null ? 0 : 128_000_000,
        recovered: of('PaymentRecorded').length * 60_000_000,
        rated: of('SatisfactionRated').length,
      });
    }),
    { numRuns: 80 },
  );
});

describe('The statistics', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;
  const now = past('2026-12-31T00:00:00Z', '2026-12-31T00:00:00Z');
  const year = { from: '2026-01-01', to: '2026-12-01' };
  const of = (query: Partial<FiguresQuery> = {}, at = now) => figures(view.pool, { period: year, ...query }, at);

  beforeAll(async () => {
    view = await ViewUnderTest.of(statistics);
    story = await fourCases();
    schema = await view.catchUp(story.store, 3);
  });
  afterAll(() => view.drop());

  it('counts what was lodged, accepted, concluded, claimed and recovered in the period', async () => {
    expect(await of()).toEqual([
      {
        key: null,
        lodged: 3,
        accepted: 3,
        refused: 0,
        refusedBy: {},
        concluded: 1,
        concludedWith: { withdrawn: 1 },
        claimed: '3840000.00',
        recovered: '600000.00',
        stages: expect.arrayContaining([
          // 7, 5 and 16 days from acceptance: nearest rank.
          { stage: 'accepted', left: 3, medianDays: 7, p90Days: 16 },
        ]) as unknown,
        satisfaction: { ratings: {}, mean: null },
      },
    ]);
    expect((await of({ period: { from: '2025-12-01', to: '2025-12-01' } }))[0]).toMatchObject({ lodged: 1 });
  });

  it('tells figures apart by district, by month, by the respondent’s type', async () => {
    const lodged = async (by: FiguresQuery['by']) => (await of({ by: by! })).map((row) => [row.key, row.lodged]);
    expect(await lodged('district')).toEqual([
      ['', 1],
      ['310112', 1],
      ['310115', 1],
    ]);
    expect(await lodged('month')).toContainEqual(['2026-03', 3]);
    expect(await lodged('quarter')).toContainEqual(['2026-Q1', 3]);
    expect(await lodged('respondentType')).toEqual([['largeFirm', 3]]);
    expect((await of({ district: '310115', respondentType: 'largeFirm' }))[0]).toMatchObject({ lodged: 1 });
    expect((await of({ district: null }))[0]).toMatchObject({ lodged: 1, concludedWith: { withdrawn: 1 } });
  });

  it('15: the figures of a past day are the same today as they were, whatever was entered since', async () => {
    const that = past('2026-03-31T15:59:59.999999Z', '2026-03-31T15:59:59.999999Z');
    const before = await of({}, that);
    expect(before[0]).toMatchObject({ lodged: 3, recovered: '0.00' });
    await story.on('2026-07-01').event(settled, 'SatisfactionRated', { rating: 5, comment: '满意' }, '2026-03-30');
    await view.catchUp(story.store);
    expect(await of({}, that)).toEqual(before);
    expect((await of({}, past(that.asOf, now.knownAt)))[0]).toMatchObject({
      satisfaction: { ratings: { 5: 1 }, mean: 5 },
    });
  });

  it('“a policy edit corrupts the statistics of closed cases” (zammad #4777, glpi PR #16383, frappe #2214): no figure moves', async () => {
    const before = await of({ by: 'district' });
    const rules = (lawPack.rules as { id: string; length: number }[]).map((rule) => ({
      ...rule,
      length: rule.length + 30,
    }));
    await story.law(['lawPack-CN-ORDER-802', 'LawPackPublished', 'pack', { ...lawPack, version: 2, rules }]);
    await view.catchUp(story.store);
    expect(await of({ by: 'district' })).toEqual(before);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
