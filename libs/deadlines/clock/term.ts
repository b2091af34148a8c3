import { type Calendar } from '../calendar/calendar.js';
import { addMonths, dateOfDay, dayNumber } from '../calendar/plain-date.js';
import { type ClockRule } from '../law/law-pack.js';
import { type DatedEvent } from './dated-history.js';
import { type PauseSpan, type Period } from './period.js';

/** Days left out of the count: those after `from` up to and with `to`; `to` is null while the pause goes on. */
export interface LeftOut {
  readonly from: number;
  readonly to: number | null;
  /** The event which resumed the clock; null while paused, or where the clock stopped within the pause. */
  readonly resumedBy: DatedEvent | null;
}

/** How far a term reaches: the stretches (after, upTo] which are counted, and the last day, if it is reached. */
export interface Reach {
  readonly counted: readonly (readonly [after: number, upTo: number])[];
  /** The pauses which moved the last day. */
  readonly leftOut: readonly LeftOut[];
  /** The last day before any roll; null while paused and where the calendar does not tell. */
  readonly raw: number | null;
  /** Set while paused: what is left of the term. */
  readonly remaining: number | null;
}

/**
 * The union of the pauses within a period, so that an overlap counts once and a split changes nothing. A pause still open
 * when the clock stops ends with it.
 */
export function leftOutDays(pauses: readonly PauseSpan[], start: number, close: number | null): readonly LeftOut[] {
  const union: LeftOut[] = [];
  for (const pause of pauses) {
    const from = Math.max(pause.from.day, start);
    const end = pause.to?.day ?? null;
    const clipped = close !== null && (end === null || end > close) ? close : end;
    if (clipped !== null && clipped <= from) continue;
    const resumedBy = clipped === end ? pause.to : null;
    const last = union.at(-1);
    if (last === undefined || (last.to !== null && last.to < from)) union.push({ from, to: clipped, resumedBy });
    else if (last.to !== null && (clipped === null || clipped > last.to))
      union[union.length - 1] = { from: last.from, to: clipped, resumedBy };
  }
  return union;
}

/** Counts `length` units from the day after `start`, leaving out the pauses. Months are laid out first, then shifted. */
export function reach(
  start: number,
  length: number,
  unit: ClockRule['unit'],
  pauses: readonly LeftOut[],
  { table }: Calendar,
): Reach {
  const counted: (readonly [number, number])[] = [];
  const leftOut: LeftOut[] = [];
  const add = (day: number, n: number) => (unit === 'WD' ? table.after(day, n) : day + n);
  const count = (after: number, upTo: number) => (unit === 'WD' ? table.count(after, upTo) : upTo - after);
  let left = unit === 'month' ? dayNumber(addMonths(dateOfDay(start), length)) - start : length;
  let cursor = start;
  for (const pause of pauses) {
    const last = add(cursor, left);
    if (last !== null && last <= pause.from) break;
    const before = count(cursor, pause.from);
    if (before === null) return { counted, leftOut, raw: null, remaining: null };
    counted.push([cursor, pause.from]);
    leftOut.push(pause);
    left -= before;
    if (pause.to === null) return { counted, leftOut, raw: null, remaining: left };
    cursor = pause.to;
  }
  const raw = add(cursor, left);
  if (raw !== null) counted.push([cursor, raw]);
  return { counted, leftOut, raw, remaining: null };
}

export type ExtensionOutcome = 'counts' | 'late' | 'beyondMaximum' | 'notLonger' | 'outOfOrder' | 'noLength';

export interface Extension {
  readonly approval: DatedEvent;
  readonly step: ClockRule['extension'][number];
  readonly outcome: ExtensionOutcome;
  readonly dueBefore: number | null;
  readonly dueAfter: number | null;
}

/** A period with its dates, as day numbers. */
export interface Term {
  readonly reach: Reach;
  readonly pauses: readonly LeftOut[];
  readonly extensions: readonly Extension[];
  /** The length in force, with the extensions that count; null where the rule's number is not known. */
  readonly total: number | null;
  readonly due: number | null;
  readonly cautious: number | null;
}

export function termOf(period: Period, calendar: Calendar): Term {
  const { rule, start } = period;
  const close = period.stop?.day ?? period.ended?.day ?? null;
  const pauses = leftOutDays(period.pauses, start.day, close);
  if (rule.length === null || !rule.active) {
    const reached: Reach = { counted: [], leftOut: [], raw: null, remaining: null };
    return { reach: reached, pauses, extensions: [], total: null, due: null, cautious: null };
  }
  const reachOf = (length: number) => reach(start.day, length, rule.unit, pauses, calendar);
  const dueOf = (length: number) => rolledDay(reachOf(length).raw, rule, calendar);
  const { extensions, total } = extensionsOf(period, rule.length, dueOf);
  const reached = reachOf(total);
  const due = rolledDay(reached.raw, rule, calendar);
  // Where the calendar ends before a roll is known, the day before the roll is still a safe one to warn by.
  return { reach: reached, pauses, extensions, total, due, cautious: due ?? reached.raw };
}

/**
 * A step counts when it was approved on or before the due date then in force. Pauses begun after the approval cannot have
 * been reached by a clock already due, so the due date may be taken with all pauses known.
 */
function extensionsOf(period: Period, length: number, dueOf: (length: number) => number | null) {
  const steps = period.rule.extension;
  const extensions: Extension[] = [];
  let total = length;
  let next = 0;
  for (const approval of period.approvals) {
    const at = steps.findIndex((step, index) => index >= next && stepIsFor(step, approval));
    const index = at >= 0 ? at : steps.findLastIndex((step) => stepIsFor(step, approval));
    const step = steps[index] as ClockRule['extension'][number];
    const granted = grantedTotal(step, total, approval);
    const dueBefore = dueOf(total);
    const outcome: ExtensionOutcome =
      at !== next
        ? 'outOfOrder'
        : dueBefore !== null && approval.day > dueBefore
          ? 'late'
          : typeof granted === 'number'
            ? 'counts'
            : granted;
    if (outcome === 'counts') {
      total = granted as number;
      // A total may be raised again up to its maximum; an addition is granted once.
      next = step.maxTotal === null || total === step.maxTotal ? index + 1 : index;
    }
    extensions.push({ approval, step, outcome, dueBefore, dueAfter: dueOf(total) });
  }
  return { extensions, total };
}

function stepIsFor(step: ClockRule['extension'][number], approval: DatedEvent): boolean {
  if (step.by.event !== approval.event.type) return false;
  return Object.entries(step.by.where ?? {}).every(([name, value]) => approval.event.data[name] === value);
}

function grantedTotal(
  step: ClockRule['extension'][number],
  total: number,
  approval: DatedEvent,
): number | 'beyondMaximum' | 'notLonger' | 'noLength' {
  const most = step.maxTotal ?? total + (step.addN ?? 0);
  const stated = step.lengthFrom === null ? undefined : approval.event.data[step.lengthFrom];
  if (stated === undefined) return most;
  if (typeof stated !== 'number' || !Number.isInteger(stated)) return 'noLength';
  const granted = step.maxTotal === null ? total + stated : stated;
  if (granted > most) return 'beyondMaximum';
  return granted <= total ? 'notLonger' : granted;
}

function rolledDay(raw: number | null, rule: ClockRule, { table }: Calendar): number | null {
  return raw === null || rule.roll === 'none' ? raw : table.after(raw - 1, 1);
}
