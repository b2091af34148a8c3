import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { answered, refused, said, vectorsOf } from '../testing/redress.js';
import { deadline } from './deadline.js';

interface Vector {
  readonly id: string;
  readonly start: string;
  readonly addWorkdays?: number;
  readonly addDays?: number;
  readonly addMonths?: number;
  readonly certainty: string;
  readonly expected?: string | null;
  readonly raw?: string;
  readonly rolled?: string | null;
  readonly rolledMakeUpOff?: string | null;
  readonly provisional?: string;
  readonly provisionalRolled?: string;
  readonly neverShowAsCertain?: string;
  readonly axis?: string;
  readonly knownAt?: string;
  readonly calendarVersion?: string | null;
}

interface Deadline {
  readonly due: string | null;
  readonly raw: string | null;
  readonly readings: { readonly makeUpCounts: string | null; readonly makeUpOff: string | null };
  readonly provisional: boolean;
  readonly calendar: readonly string[];
  readonly counted: number;
  readonly skipped: readonly { readonly date: string; readonly why: string; readonly source: string | null }[];
}

const ask = (line: string) => answered<Deadline>(deadline, line);
const vectors = (file: string) => vectorsOf<Vector>(`calendar/vectors/${file}.json`);
const term = ({ addWorkdays, addDays, addMonths }: Vector) =>
  addWorkdays !== undefined ? `${addWorkdays}wd` : addDays !== undefined ? `${addDays}d` : `${addMonths ?? 0}m`;

describe('redress deadline gives the published vectors', () => {
  test.each(vectors('workdays'))('working days: $id', async (vector) => {
    const answer = await ask(`--from ${vector.start} --add ${term(vector)}`);
    expect(answer.provisional).toBe(vector.certainty === 'provisional');
    expect(answer.provisional ? null : answer.due).toBe(vector.expected);
    expect(answer.due).not.toBe(vector.neverShowAsCertain);
    expect(answer.readings).toEqual({ makeUpCounts: answer.due, makeUpOff: answer.due });
  });

  test.each([...vectors('calendar-days'), ...vectors('months')])('days and months: $id', async (vector) => {
    const asked = `--from ${vector.start} --add ${term(vector)}`;
    expect(await ask(`${asked} --roll next-working-day`)).toMatchObject({
      raw: vector.raw,
      due: vector.rolled,
      readings: { makeUpCounts: vector.rolled, makeUpOff: vector.rolledMakeUpOff },
      provisional: false,
    });
    for (const roll of ['', ' --roll none'])
      expect(await ask(asked + roll)).toMatchObject({
        ...{ raw: vector.raw, due: vector.raw, provisional: false, calendar: [], skipped: [] },
        readings: { makeUpCounts: vector.raw, makeUpOff: vector.raw },
      });
  });

  test.each(vectors('replay-2020'))('2020 as it was known: $id', async (vector) => {
    const answer = await ask(
      `--from ${vector.start} --add ${term(vector)} --known-at ${vector.knownAt} --axis ${vector.axis}`,
    );
    expect(answer).toMatchObject({ due: vector.expected, provisional: vector.certainty === 'provisional' });
    expect(answer.calendar).toEqual(vector.calendarVersion === null ? [] : [vector.calendarVersion]);
  });

  test.each(vectors('provisional-2027'))('a year without a notice: $id', async (vector) => {
    const answer = await ask(`--from ${vector.start} --add ${term(vector)} --roll next-working-day`);
    expect(answer).toMatchObject({ due: vector.provisional ?? vector.provisionalRolled, provisional: true });
    if (vector.raw !== undefined) expect(answer.raw).toBe(vector.raw);
  });
});

describe('redress deadline', () => {
  it('answers in the shape promised, and says of each day passed over why', async () => {
    const answer = await ask('--from 2025-09-26 --add 10wd');
    expect(Object.keys(answer)).toEqual(['due', 'raw', 'readings', 'provisional', 'calendar', 'counted', 'skipped']);
    expect(answer).toMatchObject({ due: '2025-10-16', counted: 10, calendar: ['2025.1'] });
    expect(answer.skipped).toContainEqual({
      date: '2025-10-01',
      why: 'dayOff',
      source: expect.stringContaining('gov.cn') as string,
    });
    expect(answer.skipped).toContainEqual({ date: '2025-09-27', why: 'weekend', source: null });
  });

  it('counts backwards from a hearing, and zero to the day itself', async () => {
    expect((await ask('--from 2026-10-13 --add -3wd')).due).toBe('2026-10-09');
    expect(await ask('--from 2026-10-13 --add=-3wd')).toMatchObject({ counted: 3, calendar: ['2026.1'] });
    expect((await ask('--from 2026-03-30 --add -1m')).due).toBe('2026-02-28');
    expect((await ask('--from 2026-03-01 --add -30d')).due).toBe('2026-01-30');
    expect(await ask('--from 2026-10-01 --add 0wd')).toMatchObject({ due: '2026-10-01', skipped: [] });
    expect((await ask('--from 2026-10-01 --add 0wd --roll next-working-day')).due).toBe('2026-10-08');
  });

  it('lists the versions of both years where a term crosses the turn', async () => {
    expect((await ask('--from 2025-12-29 --add 5wd')).calendar).toEqual(['2025.1', '2026.1']);
    expect(await ask('--from 2026-12-31 --add 1wd')).toMatchObject({
      ...{ due: '2027-01-04', provisional: true },
      skipped: [
        { date: '2027-01-01', why: 'sureOff', source: expect.stringContaining('全国年节及纪念日放假办法') as string },
        { date: '2027-01-02', why: 'weekend' },
        { date: '2027-01-03', why: 'weekend' },
      ],
    });
  });

  it.each([
    '--from 2027-12-31 --add 1wd',
    '--from 2027-12-20 --add 30d --roll next-working-day',
    '--from 2018-06-01 --add 3wd',
    '--from 2026-12-18 --add 10wd --known-at 2026-11-22',
    '--from 2026-12-18 --add 10wd --known-at 2026-11-22 --axis data',
    '--from 2026-12-18 --add 99999wd',
  ])('tells no date where no calendar and no fallback serves: %s', async (line) => {
    expect(await ask(line)).toMatchObject({
      due: null,
      readings: { makeUpCounts: null, makeUpOff: null },
      provisional: true,
    });
  });

  it('gives people the date and its reasons in both languages', async () => {
    const { out } = await said(deadline, '--from 2025-08-29 --add 30d --roll next-working-day');
    expect(out).toContain('2025-09-28（星期日 · Sunday）');
    expect(out).toContain('2025-09-29（星期一 · Monday）');
    expect((await said(deadline, '--from 2026-12-18 --add 10wd')).out).toContain('暂定');
    expect((await said(deadline, '--from 2028-01-10 --add 10wd')).out).toContain('cannot be told');
  });

  it.each([
    ['--add 10wd', '--from'],
    ['--from 2026-02-09', '--add'],
    ['--from 2026-02-30 --add 10wd', '--from'],
    ['--from 2026-2-9 --add 10wd', '--from'],
    ['--from 2026-02-09 --add 10', '--add'],
    ['--from 2026-02-09 --add 1.5d', '--add'],
    ['--from 2026-02-09 --add 10w', '--add'],
    ['--from 2026-02-09 --add 9999999m', '--add'],
    ['--from 0001-01-01 --add -1d', '--add'],
    ['--from 2026-02-09 --add', '--add'],
    ['--from 2026-02-09 --from 2026-02-10 --add 1d', '--from'],
    ['--from 2026-02-09 --add 1d --roll previous', '--roll'],
    ['--from 2026-02-09 --add 1d --known-at yesterday', '--known-at'],
    ['--from 2026-02-09 --add 1d --known-at 2026-01-01 --axis both', '--axis'],
    ['--from 2026-02-09 --add 1d --axis data', '--axis'],
    ['--from 2026-02-09 --add 1d --until 2026-03-01', '--until'],
    ['--from 2026-02-09 --add 1d --json=yes', '--json'],
    ['--from 2026-02-09 --add 1d tomorrow', 'tomorrow'],
  ])('refuses %s, naming %s', async (line, argument) => {
    expect(await refused(deadline, line)).toContain(argument);
    expect(await refused(deadline, `${line} --json`.replace('--json=yes --json', '--json=yes'))).toContain(argument);
  });

  it('keeps the refusal on one line whatever was typed', async () => {
    expect(await refused(deadline, ['--from', '2026-02-09\n--add', '--add', '1d'])).toContain('--from');
    expect(await refused(deadline, ['--from', '2026-02-09', 'a\nb'])).toContain('a\\nb');
  });
});

interface Version {
  readonly year: number;
  readonly version: number;
  readonly knownFrom: string;
  readonly noticeDate: string | null;
  readonly faithful: boolean;
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** A day at a time over the data file, with JavaScript's own UTC dates: nothing shared with the calendar under test. */
describe('a second way of counting agrees', () => {
  const file = `${import.meta.dirname}/../../../../libs/deadlines/calendar/data/calendar-cn.json`;
  const { versions } = JSON.parse(readFileSync(file, 'utf8')) as { versions: readonly Version[] };
  const step = (date: string, days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const chosen = (year: string, knownAt: string, axis: string) => {
    const day = (version: Version) => (axis === 'data' ? version.knownFrom : (version.noticeDate ?? version.knownFrom));
    const known = versions.filter(
      (version) => String(version.year) === year && day(version) <= knownAt && (axis === 'data' || version.faithful),
    );
    return known.sort((a, b) => (day(a) === day(b) ? a.version - b.version : day(a) < day(b) ? -1 : 1)).at(-1);
  };
  const worked = (date: string, knownAt: string, axis: string): boolean | null => {
    const version = chosen(date.slice(0, 4), knownAt, axis);
    if (version === undefined) return null;
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    return weekend ? version.work.includes(date) : !version.off.includes(date);
  };
  const naive = (from: string, n: number, knownAt: string, axis: string): string | null => {
    let [date, left] = [from, Math.abs(n)];
    while (left > 0) {
      date = step(date, Math.sign(n));
      const works = worked(date, knownAt, axis);
      if (works === null) return null;
      if (works) left--;
    }
    return date;
  };
  const day = fc.integer({ min: 0, max: 2900 }).map((days) => step('2019-01-01', days));

  it('for working days, both ways, on both axes', async () => {
    await fc.assert(
      fc.asyncProperty(
        day,
        fc.integer({ min: -40, max: 40 }),
        day,
        fc.constantFrom('notice', 'data'),
        async (from, n, knownAt, axis) => {
          const { due } = await ask(`--from ${from} --add ${n}wd --known-at ${knownAt} --axis ${axis}`);
          expect(due).toBe(naive(from, n, knownAt, axis));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('for calendar days which roll', async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.integer({ min: 0, max: 200 }), async (from, n) => {
        let due = step(from, n);
        if (due > '2026-12-31') return;
        while (worked(due, '9999-12-31', 'notice') === false) due = step(due, 1);
        if (worked(due, '9999-12-31', 'notice') !== null)
          expect((await ask(`--from ${from} --add ${n}d --roll next-working-day`)).due).toBe(due);
      }),
      { numRuns: 100 },
    );
  });
});
