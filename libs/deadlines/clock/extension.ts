import { type ExtensionStep } from '../law/law-pack.js';
import { type DatedEvent, matches } from './dated-history.js';
import { type Period } from './period.js';

export type ExtensionOutcome = 'counts' | 'late' | 'beyondMaximum' | 'notLonger' | 'outOfOrder' | 'noLength';

export interface Extension {
  readonly approval: DatedEvent;
  readonly step: ExtensionStep;
  readonly outcome: ExtensionOutcome;
  readonly dueBefore: number | null;
  readonly dueAfter: number | null;
}

/**
 * A step counts when it was approved on or before the due date then in force. Pauses begun after the approval cannot have
 * been reached by a clock already due, so the due date may be taken with all pauses known.
 */
export function extensionsOf(period: Period, length: number, dueOf: (length: number) => number | null) {
  const steps = period.rule.extension;
  const extensions: Extension[] = [];
  let total = length;
  let next = 0;
  for (const approval of period.approvals) {
    const inTurn = steps[next];
    const inOrder = inTurn !== undefined && matches(inTurn.by, approval.event);
    const step = inOrder ? inTurn : (steps.findLast(({ by }) => matches(by, approval.event)) as ExtensionStep);
    const granted = grantedTotal(step, total, approval);
    const dueBefore = dueOf(total);
    const outcome: ExtensionOutcome = !inOrder
      ? 'outOfOrder'
      : dueBefore !== null && approval.day > dueBefore
        ? 'late'
        : typeof granted === 'number'
          ? 'counts'
          : granted;
    if (outcome === 'counts') {
      total = granted as number;
      // A total may be raised again up to its maximum, and without one as often as need be; an addition is granted once.
      if (step.addN !== null || total === step.maxTotal) next++;
    }
    extensions.push({ approval, step, outcome, dueBefore, dueAfter: dueOf(total) });
  }
  return { extensions, total };
}

function grantedTotal(
  step: ExtensionStep,
  total: number,
  approval: DatedEvent,
): number | 'beyondMaximum' | 'notLonger' | 'noLength' {
  const most = step.maxTotal ?? total + (step.addN ?? Infinity);
  const stated = step.lengthFrom === null ? undefined : approval.event.data[step.lengthFrom];
  if (stated === undefined) return Number.isFinite(most) ? most : 'noLength';
  if (!Number.isInteger(stated)) return 'noLength';
  const granted = step.maxTotal === null ? total + (stated as number) : (stated as number);
  if (granted > most) return 'beyondMaximum';
  return granted <= total ? 'notLonger' : granted;
}
