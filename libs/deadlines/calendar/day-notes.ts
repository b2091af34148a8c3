import { type Text } from '../text.js';
import { type CalendarFallback, type CalendarVersion } from './calendar-data.js';
import { type DayTable } from './day-table.js';
import { dateOfDay, type PlainDate, yearOf } from './plain-date.js';

/** Why a day is worked or not. `sureOff`: a holiday in law of a year whose notice is not out. */
export type DayReason = 'weekend' | 'dayOff' | 'sureOff' | 'makeUpWorkday';

export interface DayNote {
  readonly date: PlainDate;
  readonly why: DayReason;
  /** The address of the notice which made the day so, or the instrument of a fallback; null for an ordinary weekend. */
  readonly source: string | null;
  /** The calendar version; null under a fallback. */
  readonly version: string | null;
}

/** Says of each day why it is worked or not, and by which notice. */
export class DayNotes {
  private readonly known = new Map<number, DayNote>();
  private readonly inUse: ReadonlyMap<number, CalendarVersion>;
  private readonly guessed: ReadonlyMap<number, CalendarFallback>;

  constructor(
    private readonly table: DayTable,
    private readonly published: readonly CalendarVersion[],
    inUse: readonly CalendarVersion[],
    fallbacks: readonly CalendarFallback[],
  ) {
    this.inUse = new Map(inUse.map((version) => [version.year, version]));
    this.guessed = new Map(fallbacks.map((fallback) => [fallback.year, fallback]));
  }

  /** The days in (after, upTo] which are not worked. */
  skipped(after: number, upTo: number): readonly DayNote[] {
    const notes: DayNote[] = [];
    for (let day = after + 1; day <= upTo; day++) {
      const kind = this.table.kind(day);
      if (kind === 'weekend' || kind === 'off') notes.push(this.noteOf(day));
    }
    return notes;
  }

  /** The weekend days in (after, upTo] which are worked. */
  madeUp(after: number, upTo: number): readonly DayNote[] {
    const notes: DayNote[] = [];
    for (let day = after + 1; day <= upTo; day++) if (this.table.kind(day) === 'makeUp') notes.push(this.noteOf(day));
    return notes;
  }

  /** The versions of the years which the days (after, upTo] touch. */
  versions(after: number, upTo: number): readonly string[] {
    const citations: string[] = [];
    if (upTo <= after) return citations;
    for (let year = yearOf(dateOfDay(after + 1)); year <= yearOf(dateOfDay(upTo)); year++) {
      const version = this.inUse.get(year);
      if (version !== undefined) citations.push(version.citation);
    }
    return citations;
  }

  fallbackServed(after: number, upTo: number): Text {
    const years = [...this.guessed.values()].filter(
      (fallback) => yearOf(dateOfDay(after + 1)) <= fallback.year && fallback.year <= yearOf(dateOfDay(upTo)),
    );
    const [numbers, zh, en] = [
      years.map((fallback) => fallback.year).join('、'),
      years.map((fallback) => fallback.basis.zh).join('、'),
      years.map((fallback) => fallback.basis.en).join(', '),
    ];
    return {
      zh: `暂定：${numbers}年放假通知尚未发布，仅按${zh}确定的休息日推算，通知发布后重新计算，日期可能提前或推后`,
      en: `provisional: the holiday notice for ${numbers} is not out; only the days sure to be off by the ${en} are left out; computed anew when the notice arrives, and may then move earlier or later`,
    };
  }

  nothingServes(near: PlainDate): Text {
    return {
      zh: `无法确定：${near}起的计算所需年份没有已公布的放假安排`,
      en: `cannot be told: no published calendar covers the days needed from ${near} on`,
    };
  }

  private noteOf(day: number): DayNote {
    let note = this.known.get(day);
    if (note === undefined) this.known.set(day, (note = this.explain(day)));
    return note;
  }

  private explain(day: number): DayNote {
    const date = dateOfDay(day);
    const version = this.inUse.get(yearOf(date));
    const kind = this.table.kind(day);
    if (kind === 'weekend') return { date, why: 'weekend', source: null, version: version?.citation ?? null };
    if (version === undefined)
      return { date, why: 'sureOff', source: this.guessed.get(yearOf(date))?.basis.zh ?? null, version: null };
    return {
      date,
      why: kind === 'makeUp' ? 'makeUpWorkday' : 'dayOff',
      source: this.paperOf(day, version),
      version: version.citation,
    };
  }

  /** The oldest notice under which the day already stood so: the extension of 2020 is the second notice's, the rest the first's. */
  private paperOf(day: number, version: CalendarVersion): string {
    const stoodSo = (other: CalendarVersion) => other.off.has(day) || other.work.has(day);
    const earlier = this.published.filter(
      (other) =>
        other.year === version.year && other.faithful && stoodSo(other) && follows(version.papers, other.papers),
    );
    const papers = earlier.reduce(
      (least, other) => (other.papers.length < least.length ? other.papers : least),
      version.papers,
    );
    return papers.at(-1) as string;
  }
}

function follows(papers: readonly string[], earlier: readonly string[]): boolean {
  return earlier.every((paper, at) => papers[at] === paper);
}
