import { plainDate } from '../calendar/plain-date.js';
import { debt, fixed, releaseLpr } from '../specimens/interest.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { calculateInterest } from './calculate-interest.js';
import { checkClaim } from './check-claim.js';
import { type InterestInput, type RateBasis } from './interest.js';
import { parseLprSeries } from './lpr-series.js';

const lpr = releaseLpr();
const calendar = releaseCalendar();
const date = plainDate;
const sheetOf = (fields: Partial<InterestInput>) => calculateInterest(debt(fields), lpr, calendar);
const dates = (from: string, to: string) => ({ from: date(from), to: date(to) });
const sources = (basis: RateBasis, from = '2025-08-31', to = '2025-12-31') =>
  sheetOf({ basis, ...dates(from, to) }).segments.map(({ rateSource }) => rateSource.zh);
const statutory = (fields: object = {}): RateBasis => ({
  ...{ kind: 'statutory', temporalScope: 'segment', contractDate: null, before: 'none', ...fields },
});
const agreed = (rate: string, contract: string, temporalScope: 'segment' | 'contractDate' = 'segment'): RateBasis => ({
  ...{ kind: 'agreed', rate, contractDate: date(contract), temporalScope },
});

describe('the source of each rate', () => {
  it('is named with its article or its publication', () => {
    expect(sources(statutory(), '2020-08-31', '2020-09-01')).toEqual([
      '2020年9月1日前条例未施行，未选定其他利率',
      '每日万分之五（保障中小企业款项支付条例：国令第728号第十五条、国令第802号第十七条）',
    ]);
    expect(sources({ kind: 'delayedPerformance' })).toEqual([
      '加倍部分每日万分之一点七五（迟延履行期间债务利息解释第一条）',
    ]);
    expect(sources({ kind: 'lprAtContract', contractDate: date('2024-09-10') })).toEqual([
      '合同订立时1年期LPR，2024-08-20公布3.35%',
    ]);
    expect(sources({ kind: 'lprAtBreach' })).toEqual(['违约行为发生时1年期LPR，2025-08-20公布3.00%']);
    expect(sources({ kind: 'lprFloating' }, '2026-10-01', '2026-10-20')).toEqual([
      '同期1年期LPR，2026-09-20公布3.00%',
      '同期1年期LPR，2026-09-20公布3.00%，沿用，其后公布的利率尚未核实',
    ]);
  });

  it('is named in English as well', () => {
    const english = (basis: RateBasis, from: string, to: string) =>
      sheetOf({ basis, ...dates(from, to) }).segments.map(({ rateSource }) => rateSource.en);
    expect(english(statutory(), '2020-08-31', '2020-09-01')).toEqual([
      'before 2020-09-01 the regulation was not in force, and no other rate is chosen',
      '0.05% a day (payment regulation: Order 728 Art 15, Order 802 Art 17)',
    ]);
    expect(english({ kind: 'delayedPerformance' }, '2025-01-01', '2025-01-02')[0]).toContain('0.0175% a day');
    expect(english({ kind: 'lprAtBreach' }, '2025-01-01', '2025-01-02')[0]).toContain('at the time of the breach');
    expect(english({ kind: 'lprFloating' }, '2025-01-01', '2025-01-02')[0]).toContain('one-year LPR of the time');
    const contract = { kind: 'lprAtContract', contractDate: date('2024-09-10') } as const;
    expect(english(contract, '2025-01-01', '2025-01-02')[0]).toContain('when the contract was made');
  });

  it('says of an agreed rate whether the floor applies', () => {
    expect(sources(agreed('5', '2024-09-10'))).toEqual(['约定利率（不低于合同订立时1年期LPR）']);
    expect(sources(agreed('2', '2024-09-10'))[0]).toContain('低于合同订立时1年期LPR，按2024-08-20公布的3.35%计');
    expect(sources(agreed('2', '2020-03-01'), '2020-08-31', '2020-09-01')).toEqual([
      '约定利率（不适用条例，无最低利率要求）',
      expect.stringContaining('4.05%') as string,
    ]);
    expect(sources(agreed('2', '2020-03-01', 'contractDate'), '2020-08-31', '2020-09-30')).toHaveLength(1);
    expect(sources(agreed('2', '2020-03-01'), '2020-09-01', '2020-09-30')).toHaveLength(1);
    expect(sources(agreed('2', '2020-03-01'), '2020-08-01', '2020-08-31')).toEqual([
      '约定利率（不适用条例，无最低利率要求）',
    ]);
  });

  it('is the reference rate of each half year with its points', () => {
    const references = [
      { from: date('2025-07-01'), rate: '2.15' },
      { from: date('2026-01-01'), rate: '2.40' },
    ];
    const { segments } = sheetOf({
      ...{ basis: { kind: 'halfYearly', references, points: '8' }, ...dates('2025-12-31', '2026-01-01') },
    });
    expect(segments.map(({ rateSource, rate, provisional }) => [rateSource, rate, provisional])).toEqual([
      [
        { zh: '自2025-07-01起的基准利率2.15%加8个百分点', en: 'reference rate 2.15% from 2025-07-01 plus 8 points' },
        ...['10.15', false],
      ],
      [
        { zh: '自2026-01-01起的基准利率2.40%加8个百分点', en: 'reference rate 2.40% from 2026-01-01 plus 8 points' },
        ...['10.4', false],
      ],
    ]);
    const fromFirst = { kind: 'halfYearly', references, points: '8' } as const;
    expect(sheetOf({ basis: fromFirst, ...dates('2026-01-01', '2026-01-31') }).segments).toHaveLength(1);
  });
});

describe('the stretches of a sheet', () => {
  it('count whole months from the first day, and the days left over as 360ths', () => {
    const months = (from: string, to: string, endInclusive: boolean) =>
      sheetOf({ basis: fixed('3.45'), dayCount: 'months', endInclusive, ...dates(from, to) }).interest;
    expect(months('2023-09-01', '2024-02-29', true)).toBe('17250.00');
    expect(months('2023-09-01', '2024-02-29', false)).toBe('17058.33');
    expect(months('2024-01-31', '2024-02-29', false)).toBe('2875.00');
    expect(months('2024-01-15', '2024-02-14', false)).toBe('2875.00');
    expect(months('2024-01-15', '2024-02-13', false)).toBe('2779.17');
  });

  it('turn with the year only where its length changes', () => {
    const spans = (from: string, to: string, basis: RateBasis = fixed('3.65')) =>
      sheetOf({ basis, dayCount: 'actual', ...dates(from, to) }).segments.map((segment) => segment.from);
    expect(spans('2021-12-31', '2023-01-01')).toEqual(['2021-12-31']);
    expect(spans('2023-12-31', '2025-01-01')).toEqual(['2023-12-31', '2024-01-01', '2025-01-01']);
    expect(spans('2024-01-01', '2024-12-31')).toEqual(['2024-01-01']);
    expect(spans('2023-12-31', '2025-01-01', fixed('0.05', 'day'))).toEqual(['2023-12-31']);
  });

  it('are the same in whatever order the payments are written', () => {
    const payments = ['2025-11-01:400000', '2025-09-10:300000', '2025-10-05:200000'].map((text) => {
      const [on = '', amount = ''] = text.split(':');
      return { on: date(on), amount };
    });
    const [a, b, c] = payments as [(typeof payments)[0], (typeof payments)[0], (typeof payments)[0]];
    for (const allocation of ['interestFirst', 'principalFirst'] as const) {
      const sorted = sheetOf({ payments: [b, c, a], allocation });
      expect(sorted.segments).toHaveLength(4);
      for (const order of [
        [a, b, c],
        [c, a, b],
        [a, c, b],
        [c, b, a],
        [b, a, c],
      ])
        expect(sheetOf({ payments: order, allocation })).toEqual(sorted);
    }
  });

  it('take a payment of before once, and none of after', () => {
    const paid = (on: string, fields: Partial<InterestInput> = {}) =>
      sheetOf({ payments: [{ on: date(on), amount: '400000' }], ...fields });
    expect(paid('2025-08-30')).toMatchObject({ principalLeft: '600000.00', segments: [{ principal: '600000.00' }] });
    expect(paid('2026-01-01').principalLeft).toBe('1000000.00');
    const empty = { ...dates('2025-08-31', '2025-08-31'), endInclusive: false };
    expect(paid('2025-08-30', empty)).toMatchObject({ principalLeft: '600000.00', segments: [], interest: '0.00' });
    expect(paid('2025-08-31', empty)).toMatchObject({ principalLeft: '600000.00' });
  });
});

describe('the other temporal scope', () => {
  const other = (fields: Partial<InterestInput>) =>
    sheetOf({ ...dates('2020-08-31', '2020-09-30'), ...fields }).otherScope;

  it('keeps the multiplier for the fall-back and drops it where there is none', () => {
    const contractDate = date('2020-03-19');
    const before = 'lprFloating' as const;
    expect(other({ basis: statutory({ contractDate, before }), multiplier: '1.5' })).toMatchObject({
      ...{ temporalScope: 'contractDate', interest: '4904.79' },
    });
    const byContract = statutory({ contractDate, before, temporalScope: 'contractDate' });
    expect(other({ basis: byContract, multiplier: '1.5' })).toEqual({ temporalScope: 'segment', interest: '15158.22' });
    expect(other({ ...dates('2020-09-01', '2020-09-30'), basis: byContract, multiplier: '1.5' })).toEqual({
      ...{ temporalScope: 'segment', interest: '15000.00' },
    });
  });

  it('lifts an agreed rate or leaves it, multiplied alike', () => {
    expect(other({ basis: agreed('2', '2020-03-01'), multiplier: '2' })).toMatchObject({ interest: '3397.26' });
    expect(other({ basis: agreed('2', '2020-03-01', 'contractDate'), multiplier: '2' })).toMatchObject({
      interest: '6767.12',
    });
  });

  it('is none where the scope is no input', () => {
    expect(other({ basis: fixed('3') })).toBeNull();
    expect(other({ basis: statutory() })).toBeNull();
    expect(other({ basis: agreed('2', '2019-08-19', 'contractDate') })).toBeNull();
  });
});

describe('the check of a claim', () => {
  const names = (claimed: string, fields: Partial<InterestInput>, dueOn: string | null = null) =>
    checkClaim(claimed, debt(fields), lpr, calendar, dueOn === null ? null : date(dueOn)).map(
      ({ convention }) => convention.zh,
    );

  it('asks for no base where the rate is by the day', () => {
    for (const basis of [statutory(), fixed('0.05', 'day')])
      expect(names('61500.00', { basis })).toEqual(['首尾均计；合计一次舍入']);
    expect(names('21525.00', { basis: { kind: 'delayedPerformance' } })).toEqual(['首尾均计；合计一次舍入']);
  });

  it('asks for the base of a fall-back, and for both scopes of a contract older than the Regulation alone', () => {
    const older = { ...dates('2020-08-31', '2020-09-30'), basis: statutory({ contractDate: date('2020-08-31') }) };
    expect(names('15000.00', older).some((name) => name.includes('条例自2020年9月1日起的期间适用'))).toBe(true);
    expect(names('0.00', older).some((name) => name.includes('条例按合同订立日适用'))).toBe(true);
    const first = { ...older, basis: statutory({ contractDate: date('2020-09-01') }) };
    expect(names('15000.00', first).every((name) => !name.includes('条例'))).toBe(true);
    const floating = { ...older, basis: statutory({ before: 'lprFloating' }) };
    expect(names('15105.48', floating).some((name) => name.includes('一年按365日'))).toBe(true);
  });

  it('begins on the due day as well, unless there was no LPR on it', () => {
    const onTheDay = '自到期日当日起算';
    const found = (basis: RateBasis, claimed: string) =>
      names(claimed, { basis, ...dates('2019-08-20', '2019-08-29') }, '2019-08-19').some((name) =>
        name.includes(onTheDay),
      );
    expect(found(fixed('3.65'), '1100.00')).toBe(true);
    expect(found({ kind: 'lprFloating' }, '1280.82')).toBe(false);
    expect(found({ kind: 'lprAtBreach' }, '1280.82')).toBe(false);
    expect(found(statutory({ before: 'lprAtBreach' }), '1280.82')).toBe(false);
    expect(found(statutory(), '0.00')).toBe(true);
    const later = (basis: RateBasis, claimed: string) =>
      names(claimed, { basis, ...dates('2019-08-21', '2019-08-30') }, '2019-08-20').some((name) =>
        name.includes(onTheDay),
      );
    expect(later({ kind: 'lprFloating' }, '1280.82')).toBe(true);
    expect(later({ kind: 'lprAtBreach' }, '1280.82')).toBe(true);
  });

  it('counts an empty period, and never one that ends before it begins', () => {
    const day = dates('2025-08-31', '2025-08-31');
    expect(names('0.00', day)).toContain('一年按365日；算头不算尾；合计一次舍入');
    expect(names('100.00', day)).toContain('一年按365日；首尾均计；合计一次舍入');
    expect(names('100.00', { from: date('2025-09-01'), to: date('2025-08-31') })).toEqual([]);
  });

  it('tells the roundings apart, a year by months having no day to round', () => {
    const thirds = { basis: fixed('1'), principal: '100', ...dates('2025-01-01', '2025-03-31') };
    expect(names('0.25', { ...thirds, dayCount: 'months' })).toContain(
      '整月按十二分之一，余日按360；首尾均计；合计一次舍入',
    );
    const payments = ['2025-01-10', '2025-01-20'].map((on) => ({ on: date(on), amount: '0.01' }));
    const split = { ...thirds, payments, ...dates('2025-01-01', '2025-01-30') };
    expect(names('0.08', split)).toContain('一年按365日；首尾均计；先本后息；合计一次舍入');
    expect(names('0.09', split)).toContain('一年按365日；首尾均计；先本后息；各段分别舍入');
  });
});

test('an LPR is a percentage with two places, one digit or two before them', () => {
  const rated = (rate: string) => () => {
    const content = readJson('interest/data/lpr-1y-cn.json') as { rows: { rate: string }[] };
    Object.assign(content.rows[0] as object, { rate });
    return parseLprSeries(content);
  };
  expect(rated('12.50')().rows[0]?.rate).toBe('12.50');
  for (const rate of ['123.50', '3.455', '3.4', '3,45', 'x3.45', '3.45x']) expect(rated(rate)).toThrow('rows[0].rate');
});
