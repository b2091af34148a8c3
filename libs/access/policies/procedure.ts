import {
  assignedMediator,
  coHandler,
  complainant,
  departmentHead,
  firstContact,
  handlingOfficer,
  headOfHoldingOffice,
  holdingOffice,
  intakeOfficer,
  principal,
  respondent,
  supervisor,
  type Policies,
} from './rules.js';

const inHand = [holdingOffice, assignedMediator];
const anybodyConcerned = [complainant, respondent, ...inHand, coHandler, firstContact];

/** Who gives the commands that every kind of case shares. No office commands a case which it neither holds nor shares. */
export const procedurePolicies: Policies = {
  nameFirstContact: [holdingOffice, supervisor],
  recordFirstContact: [firstContact, ...inHand],
  assignOfficer: [holdingOffice],
  takeOver: inHand,
  handUp: [handlingOfficer],
  handDown: [handlingOfficer],
  handToPlatform: [holdingOffice],
  objectToDispatch: [handlingOfficer],
  /** 派单异议 is examined by the office which sent the case, or by the supervision: never by the one that objects. */
  decideDispatchObjection: [intakeOfficer, supervisor],
  arrangeJointHandling: [handlingOfficer],
  recordCoHandlerReport: [coHandler],
  endJointHandling: [handlingOfficer],

  addNote: [...anybodyConcerned, supervisor],
  addEvidence: anybodyConcerned,
  issueDocument: inHand,
  serveDocument: inHand,
  requestSupplement: [intakeOfficer, holdingOffice],
  pauseHandling: [handlingOfficer],
  resumeHandling: [handlingOfficer],
  correctFact: inHand,
  linkCase: inHand,
  unlinkCase: inHand,
  mergeCase: [holdingOffice],

  rateSatisfaction: [complainant],
  checkBadReview: [holdingOffice, firstContact],
  recordFollowUpCall: [...inHand, firstContact],
  /** What the office records came on paper from the complainant; a respondent has an account and objects itself. */
  objectToOutcome: [complainant, respondent, holdingOffice],
  decideOutcomeObjection: [headOfHoldingOffice, supervisor],
  reopen: [headOfHoldingOffice, supervisor],
  reportRetaliation: [complainant, ...inHand, firstContact],
  markProtection: [holdingOffice, supervisor],
  markConfidential: [holdingOffice, assignedMediator, supervisor, complainant, respondent],
  liftConfidentiality: [headOfHoldingOffice, supervisor, complainant, respondent],
  /** Whom it gives authority is the complainant's own to say; the office records what came on paper. */
  appointAgent: [principal, holdingOffice],
  /** An agent may lay its authority down. */
  revokeAgent: [complainant, holdingOffice],

  acknowledgeRung: [...inHand, supervisor],
  overrideRung: [departmentHead, supervisor],
  giveRungReason: inHand,
  /** The acts against the respondent are the handling authority's own (Order 802, Art. 25¶3). */
  decideProposal: [handlingOfficer],
  escalate: [departmentHead, supervisor],
  terminate: [holdingOffice],
};
