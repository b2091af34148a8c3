import { Place } from '../checking/place.js';
import { type Text } from '../text.js';
import { type CalendarData, type CalendarVersion, readCalendarData } from './calendar-data.js';
import { DayNotes, type DayNote } from './day-notes.js';
import { DayTable } from './day-table.js';
import { countHours, type HourCount } from './hours.js';
import { addMonths, dateOfDay, dayNumber, type PlainDate, yearOf } from './plain-date.js';
import { dayInZone, minuteInZone, shanghaiInstant } from './zone-day.js';

/**
 * `notice`: what the State Council had ordered by that day (faithful versions by the date of their newest notice).
 * `data`: what a platform fed by the published data held on that day, its errors included.
 */
export type Axis = 'notice' | 'data';

/** What a computation answers. Dates are null, and `provisional` true, where no calendar and no fallback serves. */
export interface Computed {
  /** The last day before any roll. */
  readonly raw: PlainDate | null;
  /** The date asked for, rolled if asked, in the reading `makeUpCounts`. */
  readonly due: PlainDate | null;
  /** Whether a make-up weekend day may end the period is not settled: both readings (calendar.md 2.4). */
  readonly readings: { readonly makeUpCounts: PlainDate | null; readonly makeUpOff: PlainDate | null };
  readonly provisional: boolean;
  readonly provisionalReason: Text | null;
  /** The versions on which the date rests, e.g. `["2026.1"]`; empty where no calendar was needed. */
  readonly calendar: readonly string[];
  /** The working days, calendar days or months counted. */
  readonly counted: number;
  /** Days passed over because they are not worked, with the notice that made them so. */
  readonly skipped: readonly DayNote[];
  /** Weekend days counted because a notice turned them into workdays. */
  readonly madeUp: readonly DayNote[];
}

/** Hours reached, as instants with the offset of Shanghai; null, and provisional, where no calendar tells. */
export interface ComputedHours {
  readonly dueAt: string | null;
  readonly provisional: boolean;
  readonly calendar: readonly string[];
  readonly skipped: readonly DayNote[];
}

export type Rolling = 'none' | 'nextWorkday' | 'previousWorkday';

/** The calendar, or a `DataRefused` naming every fault with its place. */
export function parseCalendar(json: unknown): Calendar {
  const root = Place.root(json);
  const data = readCalendarData(root);
  root.refuseIfFaulty('the calendar');
  return new Calendar(data, latestFaithful(data.versions));
}

/**
 * Working days, holidays and make-up days of one jurisdiction, one version a year. The start day is never counted (Civil
 * Code Art 201). A year without a notice is never Monday to Friday by default: it is unknown, or provisional by a fallback.
 */
export class Calendar {
  readonly table: DayTable;
  private readonly notes: DayNotes;

  constructor(
    private readonly data: CalendarData,
    /** The versions in use, one a year. */
    readonly versions: readonly CalendarVersion[],
  ) {
    this.table = new DayTable(versions, data.fallbacks);
    this.notes = new DayNotes(this.table, data.versions, versions, data.fallbacks);
  }

  get jurisdiction(): string {
    return this.data.jurisdiction;
  }

  /**
   * The calendar as known on a day, or at an instant (ISO 8601 with offset). The days of a fallback are no notice and were
   * never known: a replay has none (calendar.md 3.1).
   */
  knownAt(at: string, axis: Axis): Calendar {
    const day = dayInZone(at, axis === 'data' ? 'UTC' : 'Asia/Shanghai');
    const known = this.data.versions.filter((version) =>
      axis === 'data' ? version.knownFrom <= day : version.faithful && version.noticeDate <= day,
    );
    const dated = (version: CalendarVersion) => (axis === 'data' ? version.knownFrom : version.noticeDate);
    return new Calendar({ ...this.data, fallbacks: [] }, latest(known, dated));
  }

  /** Every version published, those in force no longer as well. */
  get published(): readonly CalendarVersion[] {
    return this.data.versions;
  }

  /** The version which serves a year, e.g. `2020.5`; null where none is known. */
  versionOf(year: number): string | null {
    return this.versions.find((version) => version.year === year)?.citation ?? null;
  }

  /** Null where that is not known. A day of a fallback year answers by the fallback: ask `isProvisional` as well. */
  isWorkingDay(date: PlainDate): boolean | null {
    const kind = this.table.kind(dayNumber(date));
    return kind === 'unknown' ? null : kind === 'working' || kind === 'makeUp';
  }

  /** Whether the day's year has no notice yet. */
  isProvisional(date: PlainDate): boolean {
    return this.versionOf(yearOf(date)) === null;
  }

  /** The n-th working day after the start, or before it when n is negative; zero is the start itself, whatever day it is. */
  addWorkingDays(start: PlainDate, n: number): Computed {
    const from = dayNumber(start);
    const due = n === 0 ? from : n > 0 ? this.table.after(from, n) : this.table.before(from, -n);
    // Backwards the days looked at are those from the answer to the day before the start.
    const looked = due === null ? null : n >= 0 ? ([from, due] as const) : ([due - 1, from - 1] as const);
    const date = due === null ? null : dateOfDay(due);
    return {
      raw: date,
      due: date,
      readings: { makeUpCounts: date, makeUpOff: date },
      ...this.basis(looked, start),
      counted: Math.abs(n),
      skipped: looked === null ? [] : this.notes.skipped(...looked),
      madeUp: looked === null ? [] : this.notes.madeUp(...looked),
    };
  }

  /** The start plus n calendar days (n may be negative), and the first working day from there on when it rolls. */
  addCalendarDays(start: PlainDate, n: number, roll: Rolling = 'none'): Computed {
    return this.rolled(dateOfDay(dayNumber(start) + n), roll, Math.abs(n));
  }

  /** The same-numbered day n months later, or the last of that month, and the first working day from there when it rolls. */
  addMonths(start: PlainDate, n: number, roll: Rolling = 'none'): Computed {
    return this.rolled(addMonths(start, n), roll, Math.abs(n));
  }

  /** Hours from an instant (ISO 8601 with offset), or back from it when negative, on the clocks of Shanghai. */
  addHours(at: string, hours: number, count: HourCount): ComputedHours {
    const reached = countHours(minuteInZone(at, 'Asia/Shanghai'), hours, count, this.table);
    const looked = count.days === 'all' || reached === null ? null : reached.looked;
    const needed = count.days === 'all' ? UNNEEDED : looked;
    const { provisional, calendar } = this.basis(needed, dayInZone(at, 'Asia/Shanghai'));
    return {
      dueAt: reached === null ? null : shanghaiInstant(reached.due),
      provisional,
      calendar,
      skipped: looked === null ? [] : this.notes.skipped(...looked),
    };
  }

  /** Working days from the day after `from` up to and with `to`, negative when `to` is earlier; null where unknown. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number | null {
    const [a, b] = [dayNumber(from), dayNumber(to)];
    if (b >= a) return this.table.count(a, b);
    const back = this.table.count(b, a);
    return back === null ? null : -back;
  }

  /** The first day from `raw` on (or back) which is worked, in both readings; with `none` the day itself. */
  rolled(raw: PlainDate, roll: Rolling, counted = 0): Computed {
    const day = dayNumber(raw);
    const counts = this.rolledDay(day, roll);
    const off = this.ordinaryDay(day, roll);
    const looked =
      roll === 'none'
        ? ([day, day] as const)
        : off === null
          ? null
          : ([Math.min(day, off) - 1, Math.max(day, off)] as const);
    const passed =
      roll === 'none' || counts === null
        ? ([day, day] as const)
        : ([Math.min(day, counts) - 1, Math.max(day, counts)] as const);
    return {
      raw,
      due: counts === null ? null : dateOfDay(counts),
      readings: {
        makeUpCounts: counts === null ? null : dateOfDay(counts),
        makeUpOff: off === null ? null : dateOfDay(off),
      },
      ...this.basis(looked, raw),
      counted,
      skipped: this.notes.skipped(...passed),
      madeUp: roll === 'none' || counts === null ? [] : this.notes.madeUp(counts - 1, counts),
    };
  }

  /** A day number rolled in the reading in which a make-up workday ends a period; null where that cannot be known. */
  rolledDay(day: number, roll: Rolling): number | null {
    if (roll === 'none') return day;
    return roll === 'nextWorkday' ? this.table.after(day - 1, 1) : this.table.before(day + 1, 1);
  }

  /** The days in (after, upTo] which are not worked, each with its notice. */
  skippedDays(after: number, upTo: number): readonly DayNote[] {
    return this.notes.skipped(after, upTo);
  }

  /** The weekend days in (after, upTo] which are worked, each with its notice. */
  makeUpDays(after: number, upTo: number): readonly DayNote[] {
    return this.notes.madeUp(after, upTo);
  }

  /** What the days (after, upTo] rest on; with null: that nothing serves from `near` on. */
  basis(
    looked: readonly [after: number, upTo: number] | null,
    near: PlainDate,
  ): Pick<Computed, 'provisional' | 'provisionalReason' | 'calendar'> {
    if (looked === null) return { provisional: true, provisionalReason: this.notes.nothingServes(near), calendar: [] };
    const provisional = this.table.provisional(...looked);
    return {
      provisional,
      provisionalReason: provisional ? this.notes.fallbackServed(...looked) : null,
      calendar: this.notes.versions(...looked),
    };
  }

  /** The same in the other reading: a make-up workday does not end it. */
  private ordinaryDay(day: number, roll: Rolling): number | null {
    let found = this.rolledDay(day, roll);
    if (roll === 'none') return found;
    while (found !== null && this.table.kind(found) === 'makeUp')
      found = this.rolledDay(roll === 'nextWorkday' ? found + 1 : found - 1, roll);
    return found;
  }
}

/** No day about which anything had to be known. */
const UNNEEDED = [0, 0] as const;

/** New computations use the last version of a year; one that is wrong against the notices is for replay alone. */
function latestFaithful(versions: readonly CalendarVersion[]): readonly CalendarVersion[] {
  return latest(
    versions.filter((version) => version.faithful),
    () => '',
  );
}

/** One version a year: the greatest by the key, of equals the higher version number. */
function latest(
  versions: readonly CalendarVersion[],
  key: (version: CalendarVersion) => string,
): readonly CalendarVersion[] {
  const chosen = new Map<number, CalendarVersion>();
  for (const version of versions) {
    const held = chosen.get(version.year);
    const later =
      held === undefined || key(version) > key(held) || (key(version) === key(held) && version.version > held.version);
    if (later) chosen.set(version.year, version);
  }
  return [...chosen.values()].sort((a, b) => a.year - b.year);
}
