import { DataRefused } from '../checking/place.js';
import { readJson } from '../specimens/release.js';
import { parseCalendar } from './calendar.js';
import { plainDate } from './plain-date.js';

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

function edited(edit: (content: Content) => void): unknown {
  const content = readJson('calendar/data/calendar-cn.json') as Content;
  edit(content);
  return content;
}

function faultsOf(json: unknown): readonly string[] {
  try {
    parseCalendar(json);
    return [];
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return error.faults.map((fault) => `${fault.place}: ${fault.reason}`);
  }
}

describe('a calendar file', () => {
  it.each<[string, (content: Content) => void, string]>([
    [
      'a weekend day among the days off',
      ({ versions }) => versions[0]?.off.push('2019-03-02'),
      'versions[0].off[15]: 2019-03-02 is not a Monday to Friday',
    ],
    [
      'a weekday among the make-up days',
      ({ versions }) => versions[0]?.work.push('2019-03-04'),
      'versions[0].work[4]: 2019-03-04 is not a Saturday or Sunday',
    ],
    [
      'a day of another year',
      ({ versions }) => versions[0]?.off.push('2020-03-02'),
      'versions[0].off[15]: 2020-03-02 is not in 2019',
    ],
    [
      'a day twice',
      ({ versions }) => versions[0]?.off.push('2019-01-01'),
      'versions[0].off[15]: 2019-01-01 is there twice',
    ],
    [
      'a day that does not exist',
      ({ versions }) => versions[0]?.off.push('2019-02-30'),
      'versions[0].off[15]: a date of the form YYYY-MM-DD is expected',
    ],
    [
      'a wrong number of workdays',
      ({ versions }) => ((versions[12] as { workdays: number }).workdays = 247),
      'versions[12].workdays: 247 is stated, the days given make 248',
    ],
    [
      'a version without a notice',
      ({ versions }) => ((versions[0] as { source: string }).source = 'hearsay'),
      'versions[0].source: the address of a notice is expected',
    ],
    [
      'a covered year without a faithful version',
      ({ versions }) => ((versions[12] as { faithful: boolean }).faithful = false),
      'coverageEnd: no faithful version for 2026, a year within the coverage',
    ],
    [
      'a version twice',
      ({ versions }) => ((versions[3] as { version: number }).version = 1),
      'versions[3]: the version 2020.1 is there twice',
    ],
    [
      'a year outside the coverage',
      (content) => (content.coverageEnd = '2025-12-31'),
      'versions[12]: 2026 is outside the coverage',
    ],
    [
      'a fallback for a year that has a notice',
      ({ fallbacks }) => ((fallbacks[0] as { year: number }).year = 2026),
      'fallbacks[0]: 2026 has a notice: no fallback is allowed',
    ],
  ])('is refused with %s, naming the place', (_what, edit, fault) => {
    expect(faultsOf(edited(edit))).toContain(fault);
  });

  it('is refused when it is no calendar at all', () => {
    expect(faultsOf(null)).toContain('versions: a list is expected');
    expect(faultsOf({ format: 'calendar-cn/2' })).toContain('format: one of calendar-cn/1 is expected');
  });

  it('answers anew when the notice of a year arrives', () => {
    const later = parseCalendar(
      edited((content) => {
        content.coverageEnd = '2027-12-31';
        content.fallbacks = [];
        content.versions.push({
          ...(content.versions[12] as Content['versions'][0]),
          year: 2027,
          version: 1,
          workdays: 253,
          off: [
            '2027-01-01',
            '2027-01-04',
            '2027-02-05',
            '2027-02-08',
            '2027-04-05',
            '2027-06-09',
            '2027-09-15',
            '2027-10-01',
          ],
          work: [],
        });
      }),
    );
    expect(later.addWorkingDays(plainDate('2026-12-18'), 10)).toMatchObject({
      due: '2027-01-05',
      provisional: false,
      calendar: ['2026.1', '2027.1'],
    });
  });
});
