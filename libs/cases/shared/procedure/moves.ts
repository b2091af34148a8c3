import type { ProcedureCommandName } from './commands.js';

/** The statuses of a kind by what they mean for the shared procedure. */
export interface Phases<S extends string> {
  /** Under review and not yet accepted, nothing asked for: where a supplement may be requested. */
  readonly review: readonly S[];
  /** Sent back for a supplement: where the case may lapse, if the operator has it so. */
  readonly returned: readonly S[];
  /** Every status in which an office owes something, those of the review too. */
  readonly open: readonly S[];
  /** Open and accepted: from here on the handling can be terminated; before, it is declined. */
  readonly accepted: readonly S[];
  /** Sent to a handling office which may still say that the case is not its own. Empty where a kind sends none on. */
  readonly dispatched: readonly S[];
  /** In the hands of the office that handles it. */
  readonly handled: readonly S[];
  /** Ended by an office with an outcome: it can be rated, objected to and taken up again. */
  readonly ended: readonly S[];
  /** Every closed status, those ended otherwise too (withdrawn, merged, handed to a platform). */
  readonly closed: readonly S[];
}

/** The shared half of a kind's state machine: each shared command with the statuses in which it may be given. */
export function procedureMoves<S extends string>(
  phases: Phases<S>,
): Readonly<Record<ProcedureCommandName, readonly S[]>> {
  const { review, returned, open, accepted, dispatched, handled, ended, closed } = phases;
  const always = [...open, ...closed];
  const clocked = [...open, ...ended];
  return {
    nameFirstContact: open,
    recordFirstContact: open,
    assignOfficer: open,
    takeOver: open,
    handUp: handled,
    handDown: handled,
    handToPlatform: open,
    objectToDispatch: dispatched,
    decideDispatchObjection: dispatched,
    arrangeJointHandling: handled,
    recordCoHandlerReport: handled,
    endJointHandling: handled,
    addNote: always,
    addEvidence: open,
    issueDocument: always,
    serveDocument: always,
    requestSupplement: review,
    pauseHandling: handled,
    resumeHandling: handled,
    correctFact: always,
    linkCase: always,
    unlinkCase: always,
    mergeCase: open,
    takeMergedCase: always,
    rateSatisfaction: ended,
    checkBadReview: ended,
    recordFollowUpCall: ended,
    objectToOutcome: ended,
    decideOutcomeObjection: ended,
    reopen: ended,
    reportRetaliation: always,
    markProtection: always,
    markConfidential: always,
    liftConfidentiality: always,
    appointAgent: always,
    revokeAgent: always,
    fireRung: clocked,
    acknowledgeRung: always,
    overrideRung: clocked,
    giveRungReason: clocked,
    decideProposal: clocked,
    escalate: open,
    terminate: [...returned, ...accepted],
  };
}
