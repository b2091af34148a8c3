import { type Calendar } from '../calendar/calendar.js';
import { type DayNote } from '../calendar/day-notes.js';
import { dateOfDay } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { explainEvent } from './dated-history.js';
import {
  type ExplainedDay,
  type ExplainedExtension,
  type ExplainedPause,
  type ExplainedRoll,
  type ExplainedRun,
  type Explanation,
} from './explanation.js';
import { DAY_REASONS, EXTENSION_REASONS, PAUSES_LEAVE_OUT, ROLL_NOTES, RULE_UNCONFIRMED } from './phrases.js';
import { type Period } from './period.js';
import { summary } from './summary.js';
import { leftOutDays, type Term } from './term.js';

/** Why the dates of a period are what they are (invariant 11). */
export function explain(period: Period, term: Term, runs: readonly ExplainedRun[], calendar: Calendar): Explanation {
  const { rule, pack, start, stop, ended } = period;
  const zone = pack.timeZone;
  const { reach } = term;
  const roll = explainRoll(period, term, calendar);
  const days = explainDays(period, term, calendar);
  const basis = basisOf(period, term, roll, calendar);
  const first = reach.counted.find(([after, upTo]) => upTo > after);
  const parts: Omit<Explanation, 'summary'> = {
    rule: rule.id,
    title: rule.title,
    law: {
      pack: pack.id,
      packVersion: pack.version,
      instrument: rule.citation.instrument,
      article: rule.citation.article,
      text: rule.citation.text,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
      mark: rule.status,
      effect: rule.effect,
    },
    start: explainEvent(start, zone),
    unit: rule.unit,
    length: { base: rule.length, total: term.total },
    counted:
      reach.raw === null || first === undefined
        ? null
        : { from: dateOfDay(first[0] + 1), to: dateOfDay(reach.raw), days: daysCounted(term, rule.unit, calendar) },
    ...days,
    pauses: explainPauses(period),
    extensions: explainExtensions(period, term),
    roll,
    runs,
    stop: stop === null ? null : explainEvent(stop, zone),
    ended: ended === null ? null : explainEvent(ended, zone),
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
  if (raw !== null && term.due !== null && term.due > raw)
    skipped.push(...calendar.skippedDays(raw - 1, term.due).map(explainDay));
  return { skipped, madeUp };
}

function explainDay(note: DayNote): ExplainedDay {
  return { date: note.date, why: DAY_REASONS[note.why], source: note.source };
}

function explainPauses(period: Period): readonly ExplainedPause[] {
  const zone = period.pack.timeZone;
  const close = period.stop?.day ?? period.ended?.day ?? null;
  const leftOutBy = (upTo: number) =>
    leftOutDays(period.pauses.slice(0, upTo), period.start.day, close).reduce(
      (sum, { from, to }) => sum + (to === null ? 0 : to - from),
      0,
    );
  return period.pauses.map((pause, at) => ({
    from: explainEvent(pause.from, zone),
    to: pause.to === null ? null : explainEvent(pause.to, zone),
    days: pause.to === null && close === null ? null : leftOutBy(at + 1) - leftOutBy(at),
    article: pause.article,
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
    dueBefore: dueBefore === null ? null : dateOfDay(dueBefore),
    dueAfter: dueAfter === null ? null : dateOfDay(dueAfter),
  }));
}

/** Both readings of a last day on a day off, whether or not the rule rolls; working days never end on one. */
function explainRoll({ rule }: Period, { reach }: Term, calendar: Calendar): ExplainedRoll | null {
  if (reach.raw === null || rule.unit === 'WD') return null;
  const raw = dateOfDay(reach.raw);
  const { readings, provisional } = calendar.rolled(raw, 'nextWorkday');
  return { rule: rule.roll, raw, ...readings, provisional, note: ROLL_NOTES[rule.roll] };
}

function basisOf(
  period: Period,
  { reach, due, total }: Term,
  roll: ExplainedRoll | null,
  calendar: Calendar,
): Pick<Explanation, 'calendar' | 'provisional' | 'cannotTell'> {
  const { rule } = period;
  if (total === null) return { calendar: [], provisional: null, cannotTell: RULE_UNCONFIRMED };
  const start = dateOfDay(period.start.day);
  if (due === null && reach.remaining === null)
    return { calendar: [], provisional: null, cannotTell: calendar.basis(null, start).provisionalReason };
  const looked: (readonly [number, number])[] = rule.unit === 'WD' ? [...reach.counted] : [];
  if (rule.roll !== 'none' && reach.raw !== null && due !== null) looked.push([reach.raw - 1, due]);
  const found = looked.map((stretch) => calendar.basis(stretch, start));
  const shown = roll === null ? [] : calendar.rolled(roll.raw, 'nextWorkday').calendar;
  const unconfirmed: Text | null = rule.status === 'unconfirmed' ? RULE_UNCONFIRMED : null;
  return {
    calendar: [...new Set([...found.flatMap((part) => part.calendar), ...shown])],
    provisional: found.find((part) => part.provisional)?.provisionalReason ?? unconfirmed,
    cannotTell: null,
  };
}
