import { complaintRefusals } from './refusals/complaint.js';
import { creditRepairRefusals } from './refusals/credit-repair.js';
import { ipFastTrackRefusals } from './refusals/ip-fast-track.js';
import { overduePaymentRefusals } from './refusals/overdue-payment.js';
import { procedureRefusals } from './refusals/procedure.js';

/** The catalogue of refusals: every code a decider or the handling of a command may give; each has its sentences. */
export const refusalCodes = [
  ...procedureRefusals,
  ...overduePaymentRefusals,
  ...complaintRefusals,
  ...creditRepairRefusals,
  ...ipFastTrackRefusals,
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/**
 * What a decider answers: the events to append, or every ground on which the command is refused.
 *
 * A refusal is a code with parameters, never a sentence: the sentence is made at the door in the caller's language.
 */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path of the field of the command at fault (`lines[0].amount`), absent when the state of the case is the ground. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Decision<E> =
  | { readonly outcome: 'accepted'; readonly events: readonly E[] }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

export function accept<E>(...events: E[]): Decision<E> {
  return { outcome: 'accepted', events };
}

export function refuse(...refusals: Refusal[]): Decision<never> {
  return { outcome: 'refused', refusals };
}
