import { type PlainDate, plainDate } from '../calendar/plain-date.js';
import { debt, releaseLpr } from '../specimens/interest.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { calculateInterest } from './calculate-interest.js';
import { lprOn, lprOver, nextPublication, parseLprSeries } from './lpr-series.js';

const lpr = releaseLpr();
const calendar = releaseCalendar();
const date = plainDate;

describe('the LPR series', () => {
  it('gives the publication in force, and passes over the one that is not confirmed', () => {
    expect(lprOn(lpr, date('2019-08-19'))).toBeNull();
    expect(lprOn(lpr, date('2019-08-20'))?.rate).toBe('4.25');
    expect(lprOn(lpr, date('2021-03-01'))?.date).toBe('2021-01-20');
    expect(lprOn(lpr, date('2026-11-22'))).toEqual({ date: '2026-09-20', rate: '3.00', status: 'secondary' });
  });

  it('is carried forward, unverified, from the day on which the next publication was due', () => {
    expect(nextPublication(lpr, calendar)).toBe('2026-10-20');
    const stretches = lprOver(lpr, date('2026-09-01'), date('2026-11-01'), calendar);
    expect(stretches?.map(({ from, carried }) => [from, carried])).toEqual([
      ['2026-09-01', false],
      ['2026-09-20', false],
      ['2026-10-20', true],
    ]);
    expect(lprOver(lpr, date('2019-08-01'), date('2019-09-01'), calendar)).toBeNull();
  });

  it('moves a computed sum when a publication is entered, and makes it certain until the next is due', () => {
    const floating = debt({
      ...{ basis: { kind: 'lprFloating' } as const, principal: '365000' },
      ...{ from: date('2026-10-01'), to: date('2026-11-19') },
    });
    const before = calculateInterest(floating, lpr, calendar);
    expect([before.interest, before.provisional]).toEqual(['1500.00', true]);
    const october = { date: date('2026-10-20'), rate: '2.90', status: 'secondary' } as const;
    const longer = { ...lpr, rows: [...lpr.rows, october] };
    const after = calculateInterest(floating, longer, calendar);
    expect([after.interest, after.provisional]).toEqual(['1469.00', false]);
    expect(calculateInterest({ ...floating, to: date('2026-11-20') }, longer, calendar).provisional).toBe(true);
    const contract = { kind: 'lprAtContract', contractDate: date('2026-10-21') } as const;
    expect(calculateInterest({ ...floating, basis: contract }, lpr, calendar).segments[0]?.rate).toBe('3');
    expect(calculateInterest({ ...floating, basis: contract }, longer, calendar).segments[0]?.rate).toBe('2.9');
  });

  it('was published on the 20th or the next working day in every month but the unconfirmed one', () => {
    const departing = lpr.rows.filter(
      (row) => calendar.rolled(`${row.date.slice(0, 7)}-20` as PlainDate, 'nextWorkday').due !== row.date,
    );
    expect(departing.map((row) => row.date)).toEqual(['2021-02-22']);
  });

  it('is refused with a month left out, a month twice, a step back or a rate which is none', () => {
    const refused = (edit: (rows: Record<string, unknown>[]) => void) => () => {
      const content = readJson('interest/data/lpr-1y-cn.json') as { rows: Record<string, unknown>[] };
      edit(content.rows);
      return parseLprSeries(content);
    };
    expect(refused((rows) => rows.splice(5, 1))).toThrow(
      'rows[5].date: no publication between 2019-12-20 and 2020-02-20',
    );
    expect(refused((rows) => rows.splice(5, 0, rows[5] as Record<string, unknown>))).toThrow(
      'rows[6].date: 2020-01-20 does not follow 2020-01-20',
    );
    expect(refused((rows) => Object.assign(rows[5] as object, { rate: '415' }))).toThrow(
      'rows[5].rate: a percentage with two places is expected',
    );
    expect(refused((rows) => rows.splice(0))).toThrow('rows: at least one publication is expected');
  });
});
