/** The catalogue of refusals: every code a decider or the handling of a command may give; each has its sentences. */
export const refusalCodes = [
  'notAllowedInStatus',
  'dateInFuture',
  'beforePreviousStep',
  'reasonForDate',
  'dayForReason',
  'noLines',
  'creditCode',
  'sameParty',
  'sizeOfBody',
  'sizeOfFirm',
  'sizeOfLargeFirm',
  'respondentNotLarge',
  'amountNotPositive',
  'disputedExceedsAmount',
  'acceptedBeforeDelivery',
  'dueBeforeContract',
  'notYetOverdue',
  'noAcceptingOffice',
  'totalTooLarge',
  'notYourCompany',
  'notAHandlingAuthority',
  'noHandlingOffice',
  'notAMediatorHere',
  'alreadyMediator',
  'admittedExceedsClaim',
  'noMediator',
  'noInstalments',
  'dueBeforeSettlement',
  'instalmentsOutOfOrder',
  'instalmentsDoNotAddUp',
  'exceedsOutstanding',
  'noSuchInstalment',
  'paidBeforeSettlement',
  'extensionBeyondLaw',
  'alreadyExtended',
  'notPaidInFull',
  'noSettlement',
  'settlementStands',
  'nothingPaid',
  'nothingOutstanding',
  'alreadyFedBack',
  'rungAlreadyFired',
  'rungNotDue',
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
