import { readJson, releaseCalendar } from '../specimens/release.js';
import { type Axis } from './calendar.js';
import { plainDate } from './plain-date.js';

interface Vector {
  readonly id: string;
  readonly start: string;
  readonly addWorkdays: number;
  readonly addDays: number;
  readonly addMonths: number;
  readonly certainty: 'known' | 'provisional';
  readonly expected: string | null;
  readonly raw: string;
  readonly rolled: string | null;
  readonly rolledMakeUpOff: string | null;
  readonly provisional: string;
  readonly provisionalRolled: string;
  readonly neverShowAsCertain: string;
  readonly contrast?: { readonly holidaysOnly: string; readonly weekendsOnly: string };
  readonly axis: Axis;
  readonly knownAt: string;
  readonly calendarVersion: string | null;
}

const calendar = releaseCalendar();

function vectors(file: string): readonly Vector[] {
  return (readJson(`calendar/vectors/${file}.json`) as { vectors: readonly Vector[] }).vectors;
}

describe('the published vectors', () => {
  test.each(vectors('workdays'))('working days: $id', (vector) => {
    const answer = calendar.addWorkingDays(plainDate(vector.start), vector.addWorkdays);
    expect(answer.provisional).toBe(vector.certainty === 'provisional');
    expect(answer.provisional ? null : answer.due).toBe(vector.expected);
    expect(answer.readings).toEqual({ makeUpCounts: answer.due, makeUpOff: answer.due });
    if (vector.certainty === 'provisional') expect(answer.due).not.toBe(vector.neverShowAsCertain);
    for (const wrong of Object.values(vector.contrast ?? {})) {
      if (wrong !== vector.expected) expect(answer.due).not.toBe(wrong);
    }
  });

  test.each(vectors('calendar-days'))('calendar days: $id', (vector) => {
    const rolled = calendar.addCalendarDays(plainDate(vector.start), vector.addDays, 'nextWorkday');
    expect(rolled.raw).toBe(vector.raw);
    expect(rolled.due).toBe(vector.rolled);
    expect(rolled.readings).toEqual({ makeUpCounts: vector.rolled, makeUpOff: vector.rolledMakeUpOff });
    expect(rolled.provisional).toBe(false);
    const unrolled = calendar.addCalendarDays(plainDate(vector.start), vector.addDays);
    expect([unrolled.due, unrolled.provisional]).toEqual([vector.raw, false]);
  });

  test.each(vectors('months'))('months: $id', (vector) => {
    const rolled = calendar.addMonths(plainDate(vector.start), vector.addMonths, 'nextWorkday');
    expect(rolled.raw).toBe(vector.raw);
    expect(rolled.readings).toEqual({ makeUpCounts: vector.rolled, makeUpOff: vector.rolledMakeUpOff });
    expect(rolled.provisional).toBe(false);
  });

  test.each(vectors('replay-2020'))('the year 2020 as it was known: $id', (vector) => {
    const known = calendar.knownAt(vector.knownAt, vector.axis);
    const answer = known.addWorkingDays(plainDate(vector.start), vector.addWorkdays);
    expect(answer.due).toBe(vector.expected);
    expect(answer.provisional).toBe(vector.certainty === 'provisional');
    expect(answer.calendar).toEqual(vector.calendarVersion === null ? [] : [vector.calendarVersion]);
    expect(known.versionOf(2020)).toBe(vector.calendarVersion);
  });

  test.each(vectors('provisional-2027'))('a year whose notice is not out: $id', (vector) => {
    const start = plainDate(vector.start);
    if (vector.raw === undefined) {
      const answer = calendar.addWorkingDays(start, vector.addWorkdays);
      expect([answer.due, answer.provisional]).toEqual([vector.provisional, true]);
      expect(answer.provisionalReason?.zh).toContain('全国年节及纪念日放假办法');
    } else {
      const rolled = calendar.addCalendarDays(start, vector.addDays, 'nextWorkday');
      expect([rolled.raw, rolled.due, rolled.provisional]).toEqual([vector.raw, vector.provisionalRolled, true]);
      expect(calendar.addCalendarDays(start, vector.addDays).provisional).toBe(false);
    }
  });
});
