import { citeArticle } from '../law/article.js';
import { type Calendar, type Rolling } from '../calendar/calendar.js';
import { type DayNote } from '../calendar/day-notes.js';
import { dateOfDay } from '../calendar/plain-date.js';
import { dayNumberInZone, shanghaiInstant } from '../calendar/zone-day.js';
import { type Text } from '../text.js';
import { type DatedEvent, explainEvent } from './dated-history.js';
import {
  type ExplainedDay,
  type ExplainedExtension,
  type ExplainedPause,
  type ExplainedRoll,
  type ExplainedRun,
  type Explanation,
} from './explanation.js';
import {
  DAY_NOT_NAMED,
  DAY_REASONS,
  EXTENSION_REASONS,
  LENGTH_NOT_SET,
  PAUSES_LEAVE_OUT,
  ROLL_NOTES,
  RULE_UNCONFIRMED,
} from './phrases.js';
import { countedFrom, type Period } from './period.js';
import { leftOutDays } from './reach.js';
import { summary } from './summary.js';
import { closedOn, type Term } from './term.js';

/** What the due date was before the corrections of the history; `due` is null where there was none. */
export interface DueBefore {
  readonly due: number | null;
}

/** Why the dates of a period are what they are (invariant 11). */
export function explain(
  period: Period,
  term: Term,
  runs: readonly ExplainedRun[],
  calendar: Calendar,
  before: DueBefore | null,
): Explanation {
  const { rule, pack, start, stop, ended } = period;
  const zone = pack.timeZone;
  const { reach } = term;
  const roll = explainRoll(period, term, calendar);
  const days = explainDays(period, term, calendar);
  const basis = basisOf(period, term, roll, calendar);
  const first = reach.counted.find(([after, upTo]) => upTo > after);
  const [, lastCounted] = reach.counted.at(-1) ?? [0, 0];
  const parts: Omit<Explanation, 'summary'> = {
    rule: rule.id,
    title: rule.title,
    law: {
      pack: pack.id,
      packVersion: pack.version,
      instrument: rule.citation.instrument,
      article: rule.citation.article,
      citation: citeArticle(rule.citation.article),
      text: rule.citation.text,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
      mark: rule.status,
      effect: rule.effect,
    },
    start: explainEvent(start, zone),
    anchor: explainAnchor(period),
    unit: rule.unit,
    length: { base: rule.length, total: term.total },
    counted:
      reach.raw === null || first === undefined
        ? null
        : { from: dateOfDay(first[0] + 1), to: dateOfDay(lastCounted), days: daysCounted(term, rule.unit, calendar) },
    ...days,
    pauses: explainPauses(period),
    extensions: explainExtensions(period, term),
    roll,
    dueAt: term.dueMinute === null ? null : shanghaiInstant(term.dueMinute),
    runs,
    stop: stop === null ? null : explainEvent(stop, zone),
    ended: ended === null ? null : explainEvent(ended, zone),
    recordedAfterDue: recordedAfterDue(period, term).map((event) => explainEvent(event, zone)),
    correction: explainCorrection(before, term),
    ...basis,
    designChoices: period.pauses.length > 0 ? [...rule.designChoices, PAUSES_LEAVE_OUT] : rule.designChoices,
  };
  return { summary: summary(parts, term), ...parts };
}

function daysCounted({ reach }: Term, unit: Period['rule']['unit'], { table }: Calendar): number {
  const length = (after: number, upTo: number) => (unit === 'WD' ? (table.count(after, upTo) ?? 0) : upTo - after);
  return reach.counted.reduce((sum, stretch) => sum + length(...stretch), 0);
}

function explainDays(period: Period, term: Term, calendar: Calendar): Pick<Explanation, 'skipped' | 'madeUp'> {
  const skipped: ExplainedDay[] = [];
  const madeUp: ExplainedDay[] = [];
  if (period.rule.unit === 'WD') {
    for (const stretch of term.reach.counted) {
      skipped.push(...calendar.skippedDays(...stretch).map(explainDay));
      madeUp.push(...calendar.makeUpDays(...stretch).map(explainDay));
    }
  }
  const { raw } = term.reach;
  if (raw !== null && term.due !== null && term.due !== raw)
    skipped.push(...calendar.skippedDays(Math.min(raw, term.due) - 1, Math.max(raw, term.due)).map(explainDay));
  return { skipped, madeUp };
}

function explainDay(note: DayNote): ExplainedDay {
  return { date: note.date, why: DAY_REASONS[note.why], source: note.source };
}

function explainPauses(period: Period): readonly ExplainedPause[] {
  const zone = period.pack.timeZone;
  const close = closedOn(period);
  const leftOutBy = (upTo: number) =>
    leftOutDays(period.pauses.slice(0, upTo), countedFrom(period) ?? period.start.day, close).reduce(
      (sum, { from, to }) => sum + (to === null ? 0 : to - from),
      0,
    );
  return period.pauses.map((pause, at) => ({
    from: explainEvent(pause.from, zone),
    to: pause.to === null ? null : explainEvent(pause.to, zone),
    days: pause.to === null && close === null ? null : leftOutBy(at + 1) - leftOutBy(at),
    article: pause.article,
    citation: citeArticle(pause.article),
  }));
}

function explainExtensions(period: Period, term: Term): readonly ExplainedExtension[] {
  return term.extensions.map(({ approval, step, outcome, dueBefore, dueAfter }) => ({
    approval: explainEvent(approval, period.pack.timeZone),
    step: step.id,
    counts: outcome === 'counts',
    why: EXTENSION_REASONS[outcome],
    approver: step.approver,
    article: step.citation.article,
    citation: citeArticle(step.citation.article),
    dueBefore: dueBefore === null ? null : dateOfDay(dueBefore),
    dueAfter: dueAfter === null ? null : dateOfDay(dueAfter),
  }));
}

/** Both readings of a last day on a day off, whether or not the rule rolls; working days never end on one. */
function explainRoll({ rule }: Period, { reach }: Term, calendar: Calendar): ExplainedRoll | null {
  if (reach.raw === null || rule.unit === 'WD' || rule.unit === 'hour') return null;
  const raw = dateOfDay(reach.raw);
  const { readings, provisional } = calendar.rolled(raw, rollShown(rule));
  return { rule: rule.roll, raw, ...readings, provisional, note: ROLL_NOTES[rule.roll] };
}

/** The roll which is shown beside a last day, whether or not the rule itself rolls. */
function rollShown({ anchor }: Period['rule']): Rolling {
  return anchor?.direction === 'backwards' ? 'previousWorkday' : 'nextWorkday';
}

/** A backdated act may be right; that it was learned only when the term had run out is to be seen. */
function recordedAfterDue({ pack, pauses, stop, ended }: Period, { due, extensions }: Term): readonly DatedEvent[] {
  const spans = pauses.flatMap(({ from, to }) => [from, to]);
  const acts = [
    ...extensions.map(({ approval, dueBefore }) => [approval, dueBefore] as const),
    ...[...spans, stop, ended].map((event) => [event, due] as const),
  ];
  return acts.flatMap(([event, day]) =>
    event !== null && day !== null && event.day <= day && dayNumberInZone(event.event.recordedAt, pack.timeZone) > day
      ? [event]
      : [],
  );
}

/** Null unless a correction moved the date. */
function explainCorrection(before: DueBefore | null, { due }: Term): Explanation['correction'] {
  if (before === null || before.due === due) return null;
  const days = [before.due, due].filter((day) => day !== null);
  const date = (day: number | null) => (day === null ? null : dateOfDay(day));
  return {
    dueBefore: date(before.due),
    dueAfter: date(due),
    earliest: date(Math.min(...days)),
    latest: date(Math.max(...days)),
  };
}

function explainAnchor(period: Period): Explanation['anchor'] {
  const { anchor } = period.rule;
  const day = countedFrom(period);
  return anchor === null || day === null ? null : { ...anchor, on: dateOfDay(day) };
}

function basisOf(
  period: Period,
  { reach, due, total, looked }: Term,
  roll: ExplainedRoll | null,
  calendar: Calendar,
): Pick<Explanation, 'calendar' | 'provisional' | 'cannotTell'> {
  const { rule } = period;
  const untold = whyUntold(period, total);
  if (untold !== null) return { calendar: [], provisional: null, cannotTell: untold };
  const start = dateOfDay(period.start.day);
  if (due === null && reach.remaining === null)
    return { calendar: [], provisional: null, cannotTell: calendar.basis(null, start).provisionalReason };
  const found = looked.map((stretch) => calendar.basis(stretch, start));
  const shown = roll === null ? [] : calendar.rolled(roll.raw, rollShown(rule)).calendar;
  const unconfirmed: Text | null = rule.status === 'unconfirmed' ? RULE_UNCONFIRMED : null;
  return {
    calendar: [...new Set([...found.flatMap((part) => part.calendar), ...shown])],
    provisional: found.find((part) => part.provisional)?.provisionalReason ?? unconfirmed,
    cannotTell: null,
  };
}

/** Why no date can be told whatever the calendar; null where one can. */
function whyUntold(period: Period, total: number | null): Text | null {
  const { rule } = period;
  if (!rule.active) return RULE_UNCONFIRMED;
  if (total === null) return rule.lengthFrom === null ? RULE_UNCONFIRMED : LENGTH_NOT_SET;
  return countedFrom(period) === null ? DAY_NOT_NAMED : null;
}
