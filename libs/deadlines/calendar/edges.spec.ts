import { readJson, releaseCalendar } from '../specimens/release.js';
import { parseCalendar } from './calendar.js';
import { dayNumber, type PlainDate, plainDate } from './plain-date.js';

const calendar = releaseCalendar();
const date = plainDate;
const after = (start: string, n: number) => calendar.addWorkingDays(date(start), n);
const rolled = (day: string, roll: 'none' | 'nextWorkday' | 'previousWorkday') => calendar.rolled(date(day), roll);
const dates = (notes: readonly { readonly date: PlainDate }[]) => notes.map((note) => note.date);
const between = (from: string, to: string) => calendar.workingDaysBetween(date(from), date(to));

describe('the ends of what is known', () => {
  it('are the first and the last day of the years with a notice or a fallback', () => {
    expect(after('2018-12-31', 1)).toMatchObject({ due: '2019-01-02', provisional: false, calendar: ['2019.2'] });
    expect(after('2018-12-30', 1)).toMatchObject({ due: null, raw: null, provisional: true, calendar: [] });
    expect(after('2018-12-30', 1).provisionalReason?.zh).toContain('2018-12-30起');
    expect(after('2019-01-03', -1).due).toBe('2019-01-02');
    expect(after('2019-01-02', -1)).toMatchObject({ due: null, skipped: [], madeUp: [] });
    expect(after('2027-12-30', 1).due).toBe('2027-12-31');
    expect(after('2027-12-31', 1)).toMatchObject({ due: null, skipped: [], madeUp: [] });
    expect(after('2028-01-01', -1).due).toBe('2027-12-31');
    expect(after('2028-01-02', -1).due).toBeNull();
    expect(calendar.isWorkingDay(date('2018-12-31'))).toBeNull();
    expect(calendar.isWorkingDay(date('2028-01-03'))).toBeNull();
  });

  it('make provisional what looks beyond the last notice, and nothing before', () => {
    expect(after('2026-12-30', 1)).toMatchObject({ due: '2026-12-31', provisional: false, provisionalReason: null });
    expect(after('2026-12-31', 1)).toMatchObject({ due: '2027-01-04', provisional: true, calendar: [] });
    expect(after('2026-12-30', 2)).toMatchObject({ due: '2027-01-04', provisional: true, calendar: ['2026.1'] });
    expect(after('2027-01-05', -1)).toMatchObject({ due: '2027-01-04', provisional: true });
    expect(after('2027-01-01', -1)).toMatchObject({ due: '2026-12-31', provisional: false });
    expect([calendar.isProvisional(date('2026-12-31')), calendar.isProvisional(date('2027-01-01'))]).toEqual([
      false,
      true,
    ]);
    const { zh, en } = after('2026-12-31', 1).provisionalReason ?? { zh: '', en: '' };
    expect(zh).toMatch(/^暂定：2027年放假通知尚未发布，仅按.+放假办法/);
    expect(en).toMatch(/^provisional: the holiday notice for 2027 is not out; .+Measures on Public Holidays/);
  });

  it('are none where no year is known', () => {
    const none = calendar.knownAt('2018-01-01', 'notice');
    expect(none.versions).toEqual([]);
    expect(none.addWorkingDays(date('1970-01-01'), 1).due).toBeNull();
    expect(none.addWorkingDays(date('1970-01-02'), -1).due).toBeNull();
    expect(none.isWorkingDay(date('1970-01-01'))).toBeNull();
    expect(none.published).toHaveLength(calendar.published.length);
  });
});

describe('the working days between two days', () => {
  it('leave out the first and count the last, negative when it lies before', () => {
    expect(between('2026-02-09', '2026-02-28')).toBe(10);
    expect(between('2026-02-28', '2026-02-09')).toBe(-10);
    expect(Object.is(between('2026-02-09', '2026-02-09'), 0)).toBe(true);
    expect(between('2026-02-14', '2026-02-15')).toBe(0);
    expect([between('2018-12-30', '2019-01-02'), between('2019-01-02', '2018-12-30')]).toEqual([null, null]);
    expect([between('2027-12-30', '2028-01-01'), between('2018-12-31', '2019-01-02')]).toEqual([null, 1]);
  });
});

describe('a last day', () => {
  it('rolls on or back, over what is passed, onto a make-up workday in one reading alone', () => {
    expect(rolled('2025-09-28', 'nextWorkday')).toMatchObject({
      ...{
        due: '2025-09-28',
        readings: { makeUpCounts: '2025-09-28', makeUpOff: '2025-09-29' },
        skipped: [],
        counted: 0,
      },
    });
    expect(dates(rolled('2025-09-28', 'nextWorkday').madeUp)).toEqual(['2025-09-28']);
    expect(rolled('2025-09-28', 'previousWorkday').readings).toEqual({
      makeUpCounts: '2025-09-28',
      makeUpOff: '2025-09-26',
    });
    expect(dates(rolled('2025-10-05', 'previousWorkday').skipped)).toEqual([
      ...['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05'],
    ]);
    expect(rolled('2025-10-05', 'previousWorkday')).toMatchObject({
      due: '2025-09-30',
      madeUp: [],
      calendar: ['2025.1'],
    });
    expect(dates(rolled('2025-10-11', 'nextWorkday').madeUp)).toEqual(['2025-10-11']);
    expect(rolled('2025-10-05', 'nextWorkday').madeUp).toEqual([]);
    expect(rolled('2025-10-13', 'nextWorkday')).toMatchObject({ due: '2025-10-13', skipped: [], madeUp: [] });
  });

  it('which does not roll is passed over in silence', () => {
    expect(rolled('2025-10-05', 'none')).toMatchObject({
      due: '2025-10-05',
      skipped: [],
      madeUp: [],
      provisional: false,
    });
    expect(rolled('2025-10-11', 'none')).toMatchObject({ madeUp: [], calendar: [] });
    expect(rolled('2028-01-31', 'none')).toMatchObject({ due: '2028-01-31', provisional: false });
    expect(rolled('2028-01-31', 'nextWorkday')).toMatchObject({
      due: null,
      skipped: [],
      madeUp: [],
      provisional: true,
    });
    expect(calendar.rolledDay(dayNumber(date('2025-10-05')), 'none')).toBe(dayNumber(date('2025-10-05')));
  });
});

describe('the notes of days', () => {
  const notes = (method: 'skippedDays' | 'makeUpDays', from: string, to: string) =>
    calendar[method](dayNumber(date(from)), dayNumber(date(to)));

  it('begin after the first day and end with the last', () => {
    expect(dates(notes('skippedDays', '2026-02-15', '2026-02-16'))).toEqual(['2026-02-16']);
    expect(dates(notes('skippedDays', '2026-02-14', '2026-02-15'))).toEqual(['2026-02-15']);
    expect(dates(notes('makeUpDays', '2026-02-13', '2026-02-14'))).toEqual(['2026-02-14']);
    expect(dates(notes('makeUpDays', '2026-02-14', '2026-02-28'))).toEqual(['2026-02-28']);
    expect(notes('skippedDays', '2026-02-16', '2026-02-16')).toEqual([]);
  });

  it('name the version, and the notice which first made the day so', () => {
    const [weekend, holiday] = notes('skippedDays', '2026-02-14', '2026-02-16');
    expect(weekend).toEqual({ date: '2026-02-15', why: 'weekend', source: null, version: '2026.1' });
    expect(holiday).toMatchObject({
      why: 'dayOff',
      version: '2026.1',
      source: expect.stringContaining('content_7047091') as string,
    });
    const [first, extended] = [
      notes('skippedDays', '2020-01-29', '2020-01-30')[0],
      notes('skippedDays', '2020-01-30', '2020-01-31')[0],
    ];
    expect([first?.source, extended?.source]).toEqual([
      ...['https://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm'],
      'https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
    ]);
    expect(notes('makeUpDays', '2019-04-27', '2019-04-28')[0]?.source).toContain('2019-03/22/content_5375877');
    expect(notes('makeUpDays', '2019-02-01', '2019-02-02')[0]?.source).toContain('2018-12/06/content_5346276');
  });

  it('name the law and no version where only the fallback serves', () => {
    const [newYear, saturday] = notes('skippedDays', '2026-12-31', '2027-01-02');
    expect(newYear).toMatchObject({
      why: 'sureOff',
      version: null,
      source: expect.stringContaining('放假办法') as string,
    });
    expect(saturday).toEqual({ date: '2027-01-02', why: 'weekend', source: null, version: null });
  });
});

describe('what a calendar tells of itself', () => {
  it('is its jurisdiction, what was published, and one version a year in order', () => {
    expect(calendar.jurisdiction).toBe('CN');
    expect(calendar.published.length).toBeGreaterThan(calendar.versions.length);
    expect(calendar.versions.map(({ citation }) => citation)).toEqual([
      ...['2019.2', '2020.5', '2021.1', '2022.1', '2023.1', '2024.1', '2025.1', '2026.1'].map(
        (cited) => calendar.versionOf(Number(cited.slice(0, 4))) ?? '',
      ),
    ]);
    expect(calendar.versionOf(2020)).toBe('2020.5');
    expect(calendar.versionOf(2027)).toBeNull();
  });

  it('does not hang on the order in which its file stands', () => {
    const content = readJson('calendar/data/calendar-cn.json') as { versions: object[] };
    const turned = parseCalendar({ ...content, versions: [...content.versions].reverse() });
    expect(turned.versions).toEqual(calendar.versions);
    for (const [at, axis] of [
      ['2020-02-10', 'data'],
      ['2020-02-12', 'data'],
      ['2020-01-27', 'notice'],
      ['2026-01-01', 'notice'],
    ] as const)
      expect(turned.knownAt(at, axis).versions).toEqual(calendar.knownAt(at, axis).versions);
  });
});
