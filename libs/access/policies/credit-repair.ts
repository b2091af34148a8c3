import {
  complainant,
  headOfHoldingOffice,
  holdingOffice,
  intakeOfficer,
  officerOnBehalf,
  type Policies,
} from './rules.js';

/** Who decides on the repair, and Credit China where the request came in: it tells, shares and stops the publicity. */
const decidingOrAccepting = [holdingOffice, intakeOfficer];

export const creditRepairPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
  /** On paper too, and so is the withdrawal, where it was lodged at the counter, by letter or by telephone. */
  supplyMaterials: [complainant, holdingOffice],
  withdraw: [complainant, holdingOffice],
  passToDepartment: [intakeOfficer],
  accept: [holdingOffice],
  decline: [holdingOffice],
  reviewConditions: [holdingOffice],
  extendHandling: [headOfHoldingOffice],
  decideRepair: [holdingOffice],
  endPublicity: decidingOrAccepting,
  shareResult: decidingOrAccepting,
  tellResult: decidingOrAccepting,
  reachMaximum: decidingOrAccepting,
  recordRepairNotice: [complainant, ...decidingOrAccepting],
  liftSanctions: [holdingOffice],
  findFalsePromise: decidingOrAccepting,

  /** On paper too. */
  raiseObjection: [complainant, ...decidingOrAccepting],
  markObjection: decidingOrAccepting,
  forwardObjection: decidingOrAccepting,
  receiveObjection: decidingOrAccepting,
  decideObjection: decidingOrAccepting,

  recordPenalty: decidingOrAccepting,
  publishPenalty: decidingOrAccepting,
  annulPenalty: decidingOrAccepting,
  withdrawRecord: decidingOrAccepting,
  notifyRevocation: decidingOrAccepting,
  deleteRecord: decidingOrAccepting,
  receiveRepairProof: decidingOrAccepting,
  removeRecord: decidingOrAccepting,
};
