import { all, each, nothing, toBoth, without, type Disclosure } from './line.js';

export const overduePaymentDisclosure: Disclosure = {
  ...each(
    toBoth,
    'ClaimLodged',
    'ScopeExamined',
    'DueDatesRecomputed',
    'Resubmitted',
    'FormallyAccepted',
    'ClaimDeclined',
    'Transferred',
  ),
  ...each(toBoth, 'MaterialsReceived', 'MediatorAssigned', 'ClaimWithdrawn', 'ProceedingsRecorded'),
  ...each(toBoth, 'RespondentAnswerDemanded', 'UndisputedPartPressed', 'ReplyAssessed', 'PartsDisputed'),
  /** The person who answered for the respondent gave their number to the office. */
  RespondentReplied: {
    complainant: (data, at) => (data.contact ? without('contact')(data, at) : data),
    respondent: all,
  },
  ...each(toBoth, 'SupervisoryOrderIssued', 'FormalInterviewHeld', 'PublicCircularIssued', 'CorrectionOrdered'),
  ...each(toBoth, 'MediationHeld', 'InstalmentsOffered', 'InstalmentsDeclined', 'SettlementAgreed'),
  ...each(toBoth, 'InstalmentPaid', 'InstalmentReopened', 'InstalmentMissed'),
  ...each(toBoth, 'PaymentClaimed', 'PaymentProofRejected', 'PaymentRecorded'),
  ...each(toBoth, 'NonCashOffered', 'NonCashAnswered', 'SheetAttached', 'SizeDisputeRaised', 'SizeDisputeDecided'),
  // An enforcing body looks into the respondent: it tells the respondent itself, in its own time.
  ...each({ complainant: all, respondent: nothing }, 'MarketRegulationReferred', 'ReferralAnswered'),
  ...each(toBoth, 'BadCreditDecided', 'FindingRecorded', 'HandlingExtended', 'ResultIssued'),
  ...each(toBoth, 'ReceivableConfirmationRequested', 'ReceivableConfirmed', 'ReceivableConfirmationRefused'),
  ResultFedBack: { complainant: all, respondent: without('how') },
};
