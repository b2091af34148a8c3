import fc from 'fast-check';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { parseCalendar } from './calendar.js';
import { addDays, dateOfDay, dayNumber, isWeekendDay, type PlainDate, plainDate } from './plain-date.js';

interface Content {
  coverageEnd: string;
  versions: {
    year: number;
    version: number;
    workdays: number;
    off: string[];
    work: string[];
    source: string;
    faithful: boolean;
  }[];
  fallbacks: { year: number }[];
}

const calendar = releaseCalendar();
const date = plainDate;
const covered = fc.integer({ min: dayNumber(date('2019-06-01')), max: dayNumber(date('2026-06-01')) }).map(dateOfDay);

function edited(edit: (content: Content) => void): unknown {
  const content = readJson('calendar/data/calendar-cn.json') as Content;
  edit(content);
  return content;
}

describe('counting working days', () => {
  it('names every day skipped and every make-up day counted, with the notice that made it so', () => {
    const answer = calendar.addWorkingDays(date('2025-09-26'), 10);
    const notice = 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm';
    expect(answer.due).toBe('2025-10-16');
    expect(answer.calendar).toEqual(['2025.1']);
    expect(answer.madeUp).toEqual([
      { date: '2025-09-28', why: 'makeUpWorkday', source: notice, version: '2025.1' },
      { date: '2025-10-11', why: 'makeUpWorkday', source: notice, version: '2025.1' },
    ]);
    expect(answer.skipped.map((day) => `${day.date} ${day.why}`)).toEqual([
      '2025-09-27 weekend',
      '2025-10-01 dayOff',
      '2025-10-02 dayOff',
      '2025-10-03 dayOff',
      '2025-10-04 weekend',
      '2025-10-05 weekend',
      '2025-10-06 dayOff',
      '2025-10-07 dayOff',
      '2025-10-08 dayOff',
      '2025-10-12 weekend',
    ]);
    expect(answer.skipped.filter((day) => day.why === 'dayOff').every((day) => day.source === notice)).toBe(true);
  });

  it('traces the days of 2020 to the notice of 2019 or to the extension of 2020-01-27', () => {
    const sources = new Map(
      calendar.addWorkingDays(date('2020-01-20'), 10).skipped.map((day) => [day.date as string, day.source]),
    );
    expect(sources.get('2020-01-30')).toContain('content_5454164');
    expect(sources.get('2020-01-31')).toContain('content_5472352');
    expect(sources.get('2020-02-01')).toBeNull();
  });

  it('takes zero working days for the start itself, even on a day off', () => {
    expect(calendar.addWorkingDays(date('2026-10-01'), 0)).toMatchObject({
      due: '2026-10-01',
      skipped: [],
      calendar: [],
      provisional: false,
    });
  });

  it('counts back: three working days before a hearing on 2026-10-08 is 2026-09-28', () => {
    const answer = calendar.addWorkingDays(date('2026-10-08'), -3);
    expect(answer.due).toBe('2026-09-28');
    expect(answer.skipped.map((day) => day.date)).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`));
  });

  it('crosses the years under the version of each', () => {
    expect(calendar.addWorkingDays(date('2025-12-29'), 10).calendar).toEqual(['2025.1', '2026.1']);
  });

  it('cannot tell beyond the fallback, nor before the first year', () => {
    for (const answer of [
      calendar.addWorkingDays(date('2027-12-20'), 10),
      calendar.addWorkingDays(date('2018-12-01'), 5),
      calendar.addWorkingDays(date('2019-01-02'), -5),
    ]) {
      expect(answer).toMatchObject({
        raw: null,
        due: null,
        readings: { makeUpCounts: null, makeUpOff: null },
        provisional: true,
        calendar: [],
      });
      expect(answer.provisionalReason?.en).toContain('cannot be told');
    }
  });

  it('knows the first and the last day of its coverage', () => {
    expect(calendar.addWorkingDays(date('2018-12-31'), 1).due).toBe('2019-01-02');
    expect(calendar.addWorkingDays(date('2028-01-01'), -1).due).toBe('2027-12-31');
    expect(calendar.workingDaysBetween(date('2018-12-31'), date('2019-12-31'))).toBe(250);
    expect(calendar.workingDaysBetween(date('2018-12-30'), date('2019-12-31'))).toBeNull();
  });

  it('counts the working days of every year as its notice has them', () => {
    const stated = { 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 };
    for (const [year, workdays] of Object.entries(stated)) {
      const counted = calendar.workingDaysBetween(date(`${Number(year) - 1}-12-31`), date(`${year}-12-31`));
      expect([year, counted]).toEqual([year, workdays]);
    }
  });

  it('forward and then backward returns the start, or the last working day on or before it', () => {
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 120 }), (start, n) => {
        const there = calendar.addWorkingDays(start, n).due as PlainDate;
        let expected = start;
        while (calendar.isWorkingDay(expected) !== true) expected = addDays(expected, -1);
        expect(calendar.addWorkingDays(there, -n).due).toBe(expected);
        expect(calendar.workingDaysBetween(start, there)).toBe(n);
        expect(calendar.workingDaysBetween(there, start)).toBe(-n);
      }),
    );
  });

  it('walks day by day to the same date', () => {
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 60 }), (start, n) => {
        let [day, left] = [start, n];
        while (left > 0) {
          day = addDays(day, 1);
          if (calendar.isWorkingDay(day) === true) left--;
        }
        const answer = calendar.addWorkingDays(start, n);
        expect(answer.due).toBe(day);
        expect(answer.skipped.length + n).toBe(dayNumber(day) - dayNumber(start));
      }),
    );
  });

  it('never comes earlier when a holiday is added', () => {
    const workday = covered.filter((day) => calendar.isWorkingDay(day) === true && !isWeekendDay(dayNumber(day)));
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 60 }), workday, (start, n, holiday) => {
        const more = parseCalendar(
          edited(({ versions }) => {
            for (const version of versions.filter(({ year }) => String(year) === holiday.slice(0, 4))) {
              if (!version.off.includes(holiday)) version.workdays--;
              version.off = [...new Set([...version.off, holiday])];
            }
          }),
        );
        const [before, after] = [calendar.addWorkingDays(start, n).due, more.addWorkingDays(start, n).due];
        expect((after as string) >= (before as string)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a last day on a day off', () => {
  it('rolls in two readings where a make-up Sunday decides', () => {
    expect(calendar.addCalendarDays(date('2025-08-29'), 30, 'nextWorkday')).toMatchObject({
      raw: '2025-09-28',
      due: '2025-09-28',
      readings: { makeUpCounts: '2025-09-28', makeUpOff: '2025-09-29' },
      calendar: ['2025.1'],
    });
  });

  it('does not roll unless asked', () => {
    expect(calendar.addCalendarDays(date('2025-08-29'), 30)).toMatchObject({
      due: '2025-09-28',
      readings: { makeUpCounts: '2025-09-28', makeUpOff: '2025-09-28' },
      calendar: [],
      skipped: [],
    });
  });

  it('says by which notice each day was rolled over', () => {
    const answer = calendar.addCalendarDays(date('2026-08-31'), 31, 'nextWorkday');
    expect([answer.raw, answer.due]).toEqual(['2026-10-01', '2026-10-08']);
    expect(answer.skipped).toHaveLength(7);
    expect(answer.skipped[0]).toEqual({
      date: '2026-10-01',
      why: 'dayOff',
      source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
      version: '2026.1',
    });
  });

  it('has no rolled date, and says so, in a year without a calendar', () => {
    expect(calendar.addMonths(date('2027-12-31'), 1, 'nextWorkday')).toMatchObject({
      raw: '2028-01-31',
      due: null,
      readings: { makeUpCounts: null, makeUpOff: null },
      provisional: true,
    });
    expect(calendar.addMonths(date('2027-12-31'), 1)).toMatchObject({ due: '2028-01-31', provisional: false });
  });
});

describe('the calendar as it was known', () => {
  it('has no fallback in a replay: an estimate is never what was ordered', () => {
    const known = calendar.knownAt('2026-11-22', 'notice');
    expect(known.addWorkingDays(date('2026-12-18'), 10)).toMatchObject({ due: null, provisional: true });
    expect(calendar.addWorkingDays(date('2026-12-18'), 10).due).toBe('2027-01-04');
  });

  it('takes an instant by the day in Shanghai for notices and by the UTC day for the data set', () => {
    expect(calendar.knownAt('2020-01-26T15:59:59Z', 'notice').versionOf(2020)).toBe('2020.1');
    expect(calendar.knownAt('2020-01-26T16:00:00Z', 'notice').versionOf(2020)).toBe('2020.5');
    expect(calendar.knownAt('2020-02-07T23:59:59Z', 'data').versionOf(2020)).toBe('2020.1');
    expect(calendar.knownAt('2020-02-08T07:59:59+08:00', 'data').versionOf(2020)).toBe('2020.1');
    expect(calendar.knownAt('2020-02-08T08:00:00+08:00', 'data').versionOf(2020)).toBe('2020.2');
  });

  it('falls back to the day of publication where the notice gives only its month', () => {
    expect(calendar.knownAt('2024-11-11', 'notice').versionOf(2025)).toBeNull();
    expect(calendar.knownAt('2024-11-12', 'notice').versionOf(2025)).toBe('2025.1');
  });

  it('forgets nothing it can do: a replay can be asked for a later day again', () => {
    expect(calendar.knownAt('2019-12-01', 'notice').knownAt('2026-01-01', 'notice').versionOf(2026)).toBe('2026.1');
  });
});
