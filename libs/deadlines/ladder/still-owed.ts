import { type ClockFact } from '../clock/clock.js';

interface Begun {
  readonly id: string;
  readonly type: string;
}

/** What of a case says which of its clocks are still climbed. */
export interface CaseSoFar {
  readonly ended: boolean;
  readonly events: readonly Begun[];
}

/**
 * The clocks whose duty can still be done. Of an ended case that is what outlasts it: the check of a bad review, what is
 * still to be paid of a settlement, the answer to a request, the review of a petition, what becomes of a credit record. All
 * else stays late, as a first contact which was never recorded, and nobody is to be urged to do it.
 */
export function stillOwed(clocks: readonly ClockFact[], { ended, events }: CaseSoFar): readonly ClockFact[] {
  if (!ended) return clocks;
  const begun = new Set(events.flatMap(({ id, type }) => (outlasting.has(type) ? [id] : [])));
  // An extension or a resumption names the run anew; the duty is the one which the first of them began.
  return begun.size === 0 ? [] : clocks.filter(({ explanation: { runs } }) => begun.has(runs[0]?.run ?? ''));
}

/** Whether a case, ended or not, has begun a duty which its end does not take away. */
export function outlastsEnd(events: readonly Begun[]): boolean {
  return events.some(({ type }) => outlasting.has(type));
}

/** The events which begin such duties: of each the answer can be recorded once the case is over. */
const outlasting: ReadonlySet<string> = new Set([
  ...['BadReviewReceived', 'SettlementAgreed', 'ReceivableConfirmationRequested'],
  ...['PetitionRegistered', 'PetitionSorted', 'PetitionReviewRequested', 'PetitionReReviewRequested'],
  ...['ObjectionRaised', 'SourceReceivedObjection', 'PenaltyDecided', 'PenaltyAnnulled', 'RevocationNotified'],
  'RepairProofReceived',
]);
