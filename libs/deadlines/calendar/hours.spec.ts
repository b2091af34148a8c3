import fc from 'fast-check';
import { releaseCalendar } from '../specimens/release.js';
import { type HourCount } from './hours.js';

const calendar = releaseCalendar();
const every: HourCount = { days: 'all', cutOff: null };
const working: HourCount = { days: 'working', cutOff: null };
const desk: HourCount = { days: 'working', cutOff: '17:30' };
const due = (at: string, hours: number, count: HourCount) => calendar.addHours(at, hours, count).dueAt;

describe('hours', () => {
  it('run through every day, or through working days alone', () => {
    expect(due('2026-02-13T10:15:00+08:00', 24, every)).toBe('2026-02-14T10:15:00+08:00');
    // Saturday 2026-02-14 is a make-up workday; Spring Festival is passed over.
    expect(due('2026-02-13T10:15:00+08:00', 24, working)).toBe('2026-02-14T10:15:00+08:00');
    expect(due('2026-02-14T10:15:00+08:00', 24, working)).toBe('2026-02-24T10:15:00+08:00');
    expect(due('2026-03-06T16:00:00+08:00', 2, working)).toBe('2026-03-06T18:00:00+08:00');
  });

  it('count what comes in on a day off as come in with the first minute of the next working day', () => {
    expect(due('2026-03-07T09:00:00+08:00', 24, working)).toBe('2026-03-10T00:00:00+08:00');
    expect(due('2026-03-07T09:00:00+08:00', 5, working)).toBe('2026-03-09T05:00:00+08:00');
  });

  it('count what comes in from the cut-off on with the next day', () => {
    expect(due('2026-03-03T17:29:00+08:00', 24, desk)).toBe('2026-03-04T17:29:00+08:00');
    expect(due('2026-03-03T17:30:00+08:00', 24, desk)).toBe('2026-03-05T00:00:00+08:00');
    expect(due('2026-03-06T18:00:00+08:00', 4, desk)).toBe('2026-03-09T04:00:00+08:00');
    expect(due('2026-03-06T18:00:00+08:00', 4, { days: 'all', cutOff: '17:30' })).toBe('2026-03-07T04:00:00+08:00');
  });

  it('are those of Shanghai, whatever the offset written', () => {
    expect(due('2026-03-03T09:29:00Z', 24, desk)).toBe('2026-03-04T17:29:00+08:00');
    expect(due('2026-03-03T20:00:00-08:00', 1, desk)).toBe('2026-03-04T13:00:00+08:00');
  });

  it('count back, before a day off and never past the cut-off', () => {
    expect(due('2026-03-09T10:00:00+08:00', -24, working)).toBe('2026-03-06T10:00:00+08:00');
    expect(due('2026-03-09T10:00:00+08:00', -24, every)).toBe('2026-03-08T10:00:00+08:00');
    expect(due('2026-03-08T10:00:00+08:00', -2, working)).toBe('2026-03-06T22:00:00+08:00');
    expect(due('2026-03-08T10:00:00+08:00', -2, desk)).toBe('2026-03-06T17:30:00+08:00');
  });

  it('end at 24:00 of the last day they fill, not with the next working day', () => {
    expect(due('2026-03-07T09:00:00+08:00', 120, working)).toBe('2026-03-14T00:00:00+08:00');
    expect(due('2026-03-06T18:00:00+08:00', 24, desk)).toBe('2026-03-10T00:00:00+08:00');
    expect(due('2026-03-06T00:00:00+08:00', 0, working)).toBe('2026-03-06T00:00:00+08:00');
    expect(due('2026-03-07T00:00:00+08:00', 0, working)).toBe('2026-03-09T00:00:00+08:00');
  });

  it('counted back look at the days between as well', () => {
    expect(calendar.addHours('2027-01-04T10:00:00+08:00', -24, working)).toMatchObject({
      ...{ dueAt: '2026-12-31T10:00:00+08:00', provisional: true, calendar: ['2026.1'] },
      skipped: [{ date: '2027-01-01' }, { date: '2027-01-02' }, { date: '2027-01-03' }],
    });
    expect(calendar.addHours('2018-12-30T10:00:00+08:00', -24, working).dueAt).toBeNull();
    expect(due('2026-03-06T10:00:00+08:00', -58, every)).toBe('2026-03-04T00:00:00+08:00');
  });

  it('say what they rest on', () => {
    expect(calendar.addHours('2026-02-14T10:15:00+08:00', 24, working)).toMatchObject({
      provisional: false,
      calendar: ['2026.1'],
    });
    expect(calendar.addHours('2026-02-14T10:15:00+08:00', 24, working).skipped).toHaveLength(9);
    expect(calendar.addHours('2026-12-31T10:00:00+08:00', 24, working)).toMatchObject({
      dueAt: '2027-01-04T10:00:00+08:00',
      provisional: true,
    });
    expect(calendar.addHours('2026-12-31T10:00:00+08:00', 24, every)).toMatchObject({
      ...{ dueAt: '2027-01-01T10:00:00+08:00', provisional: false, calendar: [], skipped: [] },
    });
    for (const at of ['2027-12-31T10:00:00+08:00', '2028-03-01T10:00:00+08:00', '2018-03-01T10:00:00+08:00'])
      expect(calendar.addHours(at, 24, working)).toMatchObject({ dueAt: null, provisional: true, calendar: [] });
    expect(calendar.addHours('2019-01-01T10:00:00+08:00', -24, working).dueAt).toBeNull();
  });

  it('forward then backward return the minute, from a working day and without a cut-off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 * 1440 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(every, working),
        (minutes, hours, count) => {
          const at = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString();
          const day = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
          fc.pre(count === every || calendar.isWorkingDay(day as never) === true);
          const there = due(at, hours, count) as string;
          const back = due(there, -hours, count) as string;
          // 24:00 of a day and 0:00 of the next counted one are the same moment of work.
          const apart = Date.parse(back) - Date.parse(at);
          expect(apart === 0 || there.includes('T00:00:00') || at.includes('T16:00:00')).toBe(true);
        },
      ),
    );
  });
});
