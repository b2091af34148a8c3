import { answered, refused, said, vectorsOf } from '../testing/redress.js';
import { interest } from './interest.js';

interface Segment {
  readonly principal: string;
  readonly from?: string;
  readonly to?: string;
  readonly endInclusive?: boolean;
  readonly days: number;
  readonly ratePercent?: string;
  readonly rateRef?: string;
  readonly per: 'year' | 'day';
  readonly dayCount: string;
  readonly multiplier?: string;
  readonly amount: string;
}

interface Vector {
  readonly id: string;
  readonly claimed?: string;
  readonly segments?: readonly Segment[];
  readonly alternative?: { readonly dayCount?: string; readonly amount: string };
  readonly rejected?: readonly { readonly ratePercent: string; readonly amount: string }[];
}

interface Sheet {
  readonly interest: string;
  readonly principalLeft: string;
  readonly provisional: boolean;
  readonly segments: readonly Readonly<Record<string, string | number>>[];
  readonly matches?: readonly { readonly convention: string; readonly interest: string }[];
}

const ask = (line: string) => answered<Sheet>(interest, line);
const vectors = vectorsOf<Vector>('interest/vectors/interest.json');
const segments = vectors.flatMap(({ id, segments: given = [] }) =>
  given.map((segment, at) => ({ id: `${id}.${at + 1}`, segment })),
);

/** A vector gives days or both ends; days alone are counted from any first day. */
function lineOf({ principal, from = '2025-01-01', to, endInclusive = false, days, ...rate }: Segment): string {
  const end = to ?? new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const basis = rate.rateRef === undefined ? `--rate ${rate.ratePercent} --per ${rate.per}` : '--basis lpr-floating';
  const dayCount = rate.dayCount === 'none' ? '' : `--day-count ${rate.dayCount.replace('actual/', '')}`;
  const multiplier = rate.multiplier === undefined ? '' : `--multiplier ${rate.multiplier}`;
  const ends = to !== undefined && endInclusive ? 'inclusive' : 'exclusive';
  return `--principal ${principal} --from ${from} --to ${end} --ends ${ends} ${basis} ${dayCount} ${multiplier}`;
}

describe('redress interest gives the published vectors', () => {
  test.each(segments)('$id', async ({ segment }) => {
    const sheet = await ask(lineOf(segment));
    expect(sheet.interest).toBe(segment.amount);
    expect(sheet.provisional).toBe(false);
    if (segment.days !== undefined)
      expect(sheet.segments.reduce((sum, { days }) => sum + Number(days), 0)).toBe(segment.days);
  });

  it('C1: six days by 360 are found to be the claim', async () => {
    const claim = '--principal 4554487.75 --from 2020-11-20 --to 2020-11-26 --rate 3.85 --multiplier 1.5';
    const { matches } = await ask(`${claim} --ends inclusive --claimed 4383.69`);
    expect(matches?.[0]?.convention).toContain('一年按360日；算头不算尾');
    expect(matches?.every((match) => match.interest === '4383.69')).toBe(true);
    expect((await ask(`${claim} --ends inclusive --claimed 4383.70`)).matches).toEqual([]);
  });

  it('G: 0.05% a day begins on 2020-09-01, and not at all by the contract date', async () => {
    const debt = '--principal 1000000 --from 2020-07-01 --to 2020-09-30 --ends inclusive --basis statutory';
    expect(await ask(debt)).toMatchObject({
      interest: '15000.00',
      segments: [
        { from: '2020-07-01', to: '2020-08-31', interest: '0.00' },
        { from: '2020-09-01', to: '2020-09-30', days: 30, rate: '0.05', per: 'day' },
      ],
    });
    const scope = '--temporal-scope contract-date --contract-date';
    expect((await ask(`${debt} ${scope} 2020-03-19`)).interest).toBe('0.00');
    expect((await ask(`${debt} ${scope} 2020-09-01`)).interest).toBe('15000.00');
  });

  it('H: the court which starts on the due day itself is found out', async () => {
    const { interest: sum } = await ask(
      '--principal 47218 --from 2024-03-15 --to 2024-06-30 --ends inclusive --rate 5',
    );
    const { matches } = await ask(`--principal 47218 --due 2024-03-15 --until 2024-06-30 --rate 5 --claimed ${sum}`);
    expect(matches?.map((match) => match.convention).join()).toContain('counted from the due day itself');
  });

  it('I: the daily amount was rounded first', async () => {
    const { matches } = await ask(
      '--principal 5000 --from 2025-01-01 --to 2025-04-12 --ends exclusive --rate 12.25 --claimed 169.68',
    );
    expect(matches?.[0]?.convention).toContain('先舍入每日利息');
  });

  it('K: an interest-free price is no agreed overdue rate, so none is given', async () => {
    expect((await ask('--principal 30000 --from 2023-04-14 --to 2023-04-14 --ends inclusive')).segments).toMatchObject([
      { rate: '0.05', per: 'day', interest: '15.00' },
    ]);
  });

  it('V1 by the due date, V3 by the floor of the contract date', async () => {
    expect((await ask('--principal 1000000 --due 2025-08-30 --until 2025-12-31')).interest).toBe('61500.00');
    const v3 = '--principal 300000 --from 2025-03-01 --to 2025-06-30 --ends exclusive';
    const agreed = `${v3} --basis agreed --agreed-rate 2 --contract-date 2024-09-10`;
    expect(await ask(agreed)).toMatchObject({ interest: '3331.64', segments: [{ rate: '3.35', days: 121 }] });
    expect((await ask(`${agreed} --day-count 360`)).interest).toBe('3377.92');
    expect((await ask(`${v3} --rate 2`)).interest).toBe('1989.04');
    expect((await ask(`${v3} --agreed-rate 5 --contract-date 2024-09-10`)).segments).toMatchObject([{ rate: '5' }]);
  });
});

describe('redress interest', () => {
  it('answers in the shape promised, with matches only where a sum is claimed', async () => {
    const sheet = await ask('--principal 1000000 --due 2025-08-30 --until 2025-12-31');
    expect(Object.keys(sheet)).toEqual(['interest', 'principalLeft', 'provisional', 'segments']);
    expect(Object.keys(sheet.segments[0] ?? {})).toEqual([
      ...['from', 'to', 'days', 'principal', 'rate', 'per', 'multiplier', 'dayCount', 'rateSource', 'interest'],
    ]);
    expect((await ask('--principal 1 --due 2025-08-30 --until 2025-12-31 --claimed 9')).matches).toEqual([]);
  });

  it('counts the half year over a leap day in every way', async () => {
    const half = '--principal 1000000 --from 2023-09-01 --to 2024-02-29 --rate 3.45';
    const sums = [
      ...['365 inclusive 17202.74', '365 exclusive 17108.22', '360 inclusive 17441.67', '360 exclusive 17345.83'],
      ...['months inclusive 17250.00', 'months exclusive 17058.33', 'actual inclusive 17187.24'],
      'actual exclusive 17092.98',
    ];
    for (const [dayCount, ends, sum] of sums.map((line) => line.split(' ')))
      expect((await ask(`${half} --ends ${ends} --day-count ${dayCount}`)).interest).toBe(sum);
  });

  it('follows the LPR, or stays at the one of the contract or of the breach', async () => {
    const year = '--principal 1000000 --from 2024-07-01 --to 2025-06-30 --ends inclusive';
    const floating = await ask(`${year} --basis lpr-floating`);
    expect(new Set(floating.segments.map(({ rate }) => rate))).toEqual(new Set(['3.45', '3.35', '3.1', '3']));
    expect((await ask(`${year} --basis lpr-at-breach`)).interest).toBe('34500.00');
    expect((await ask(`${year} --basis lpr-at-contract --contract-date 2022-01-20`)).interest).toBe('37000.00');
  });

  it('is provisional from the day on which the next LPR was due, and not for a rate that is given', async () => {
    const until = (to: string, rest: string) =>
      ask(`--principal 1000000 --from 2026-10-01 --to ${to} --ends inclusive ${rest}`);
    expect((await until('2026-10-19', '--basis lpr-floating')).provisional).toBe(false);
    expect((await until('2026-10-20', '--basis lpr-floating')).provisional).toBe(true);
    expect((await until('2026-12-31', '--basis statutory')).provisional).toBe(false);
    expect((await until('2026-12-31', '--rate 3')).provisional).toBe(false);
  });

  it('sets payments against interest first, or principal first', async () => {
    const debt = '--principal 1000000 --due 2025-08-30 --until 2025-12-31 --payment 2025-09-09:105000';
    expect(await ask(debt)).toMatchObject({ interest: '55850.00', principalLeft: '900000.00' });
    expect(await ask(`${debt} --allocation principal-first`)).toMatchObject({
      ...{ interest: '55567.50', principalLeft: '895000.00' },
    });
    const many = '--payment 2025-09-09:105000 2025-10-01:5000 --payment 2025-12-31:900000';
    expect((await ask(`--principal 1000000 --due 2025-08-30 --until 2025-12-31 ${many}`)).segments).toHaveLength(3);
  });

  it('counts a payment on the last day, whether or not that day bears interest, and none after it', async () => {
    const debt = '--principal 1000 --from 2025-01-01 --to 2025-01-31 --rate 0';
    for (const ends of ['inclusive', 'exclusive']) {
      expect((await ask(`${debt} --ends ${ends} --payment 2025-01-31:400`)).principalLeft).toBe('600.00');
      expect((await ask(`${debt} --ends ${ends} --payment 2025-02-01:400`)).principalLeft).toBe('1000.00');
      expect((await ask(`${debt} --ends ${ends} --payment 2024-12-31:400`)).principalLeft).toBe('600.00');
    }
    expect((await said(interest, `${debt} --ends exclusive --payment 2025-02-01:400`)).out).toContain('未计入');
  });

  it('finds a claim without cents after rounding or dropping them', async () => {
    const debt = '--principal 1234.56 --due 2025-08-30 --until 2025-12-31';
    expect((await ask(debt)).interest).toBe('75.93');
    for (const claimed of ['75', '76', '75.93'])
      expect((await ask(`${debt} --claimed ${claimed}`)).matches?.map((match) => match.interest)).toContain('75.93');
    for (const claimed of ['79', '75.00', '76.00'])
      expect((await ask(`${debt} --claimed ${claimed}`)).matches).toEqual([]);
  });

  it('prints a rate as it is written, however small', async () => {
    const { segments } = await ask('--principal 1000 --due 2025-01-01 --until 2025-02-01 --rate 0.000000001');
    expect(segments[0]?.['rate']).toBe('0.000000001');
  });

  it('shows people the sheet, its conventions and the other temporal scope', async () => {
    const { out } = await said(
      interest,
      '--principal 1000000 --from 2020-07-01 --to 2020-09-30 --ends inclusive --contract-date 2020-03-19 --claimed 1',
    );
    expect(out).toContain('15000.00 CNY');
    expect(out).toContain('另一口径');
    expect(out).toContain('首尾均计');
    expect(out).toContain('不符合任何通行算法');
  });

  const due = '--principal 1000 --due 2025-01-01 --until 2025-02-01';
  const both = '--principal 1000 --from 2025-01-01 --to 2025-02-01';
  it.each([
    ['--due 2025-01-01 --until 2025-02-01', '--principal'],
    ['--principal 1,000 --due 2025-01-01 --until 2025-02-01', '--principal'],
    ['--principal -5 --due 2025-01-01 --until 2025-02-01', '--principal'],
    ['--principal 10.005 --due 2025-01-01 --until 2025-02-01', '--principal'],
    ['--principal 1000', '--due'],
    ['--principal 1000 --due 2025-01-01', '--until'],
    ['--principal 1000 --until 2025-01-01', '--due'],
    ['--principal 1000 --due 2025-02-01 --until 2025-01-01', '--until'],
    ['--principal 1000 --from 2025-02-01 --to 2025-01-01 --ends inclusive', '--to'],
    [both, '--ends'],
    [`${both} --ends open`, '--ends'],
    ['--principal 1000 --due 9999-12-30 --until 9999-12-31', '--until'],
    ['--principal 1000 --from 9999-12-01 --to 9999-12-31 --ends exclusive --payment 9999-12-31:1', '--to'],
    [`${due} --ends inclusive`, '--ends'],
    [`${due} --to 2025-03-01`, '--to'],
    [`${due} --basis lpr`, '--basis'],
    [`${due} --basis statutory --rate 3`, '--rate'],
    [`${due} --rate 3%`, '--rate'],
    [`${due} --rate 3 --per month`, '--per'],
    [`${due} --per day`, '--per'],
    [`${due} --basis agreed --contract-date 2024-01-01`, '--agreed-rate'],
    [`${due} --basis agreed --agreed-rate 5`, '--contract-date'],
    [`${due} --basis agreed --agreed-rate 5 --contract-date 2018-01-01`, '--contract-date'],
    [`${due} --basis lpr-at-contract`, '--contract-date'],
    [`${due} --temporal-scope contract-date`, '--contract-date'],
    [`${due} --temporal-scope both`, '--temporal-scope'],
    [`${due} --rate 3 --temporal-scope segment`, '--temporal-scope'],
    [`${due} --rate 3 --before-2020-09-01 none`, '--before-2020-09-01'],
    [`${due} --before-2020-09-01 lpr`, '--before-2020-09-01'],
    [`${due} --multiplier 1.5`, '--multiplier'],
    [`${due} --multiplier x`, '--multiplier'],
    [`${due} --day-count 366`, '--day-count'],
    [`${due} --payment 2025-01-15`, '--payment'],
    [`${due} --payment 2025-01-32:5`, '--payment'],
    [`${due} --payment 2025-01-15:abc`, '--payment'],
    [`${due} --payment`, '--payment'],
    [`${due} --allocation first`, '--allocation'],
    [`${due} --claimed 1e3`, '--claimed'],
    [`${due} --currency USD`, '--currency'],
    ['--principal 1000 --from 2019-08-19 --to 2020-01-01 --ends inclusive --basis lpr-floating', '--from'],
    ['--principal 1000 --due 2019-08-17 --until 2020-01-01 --basis lpr-at-breach', '--due'],
    ['--principal 1000 --due 9999-12-31 --until 9999-12-31', '--due'],
  ])('refuses %s, naming %s', async (line, argument) => {
    expect(await refused(interest, line)).toMatch(`redress: ${argument}:`);
  });
});
