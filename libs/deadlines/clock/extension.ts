import { type ClockRule } from '../law/law-pack.js';
import { type DatedEvent } from './dated-history.js';
import { type Period } from './period.js';

export type ExtensionOutcome = 'counts' | 'late' | 'beyondMaximum' | 'notLonger' | 'outOfOrder' | 'noLength';

export interface Extension {
  readonly approval: DatedEvent;
  readonly step: ClockRule['extension'][number];
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
