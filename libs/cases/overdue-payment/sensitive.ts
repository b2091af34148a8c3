import type { SensitiveField } from '../shared/case-kind.js';
import { sensitiveInProcedure } from '../shared/procedure/schemas.js';
import type { OverduePaymentEventType } from './events.js';

const field = (of: SensitiveField['of'], ...paths: readonly string[]): readonly SensitiveField[] =>
  paths.map((path) => ({ path, of }));

/** Contacts and signatories are persons; what people wrote is text. */
export const sensitive: Readonly<Partial<Record<OverduePaymentEventType, readonly SensitiveField[]>>> = {
  ...sensitiveInProcedure,
  ClaimLodged: [
    ...field('person', 'claim.complainant.contact', 'claim.respondent.contact', 'claim.promises.signatory'),
    ...field('text', 'claim.request', 'claim.facts'),
  ],
  ScopeExamined: field('text', 'reason'),
  Resubmitted: [...field('text', 'statement'), ...field('person', 'respondent.contact')],
  ClaimDeclined: field('text', 'reason'),
  ClaimWithdrawn: field('text', 'reason'),
  RespondentReplied: [...field('text', 'statement'), ...field('person', 'contact')],
  ReplyAssessed: field('text', 'reason'),
  PartsDisputed: field('text', 'lines[].reason'),
  FormalInterviewHeld: [...field('person', 'attendees[]'), ...field('text', 'minutes')],
  PublicCircularIssued: field('text', 'text'),
  CorrectionOrdered: field('text', 'demands'),
  MediationHeld: [...field('person', 'attendees[]'), ...field('text', 'minutes')],
  InstalmentsOffered: field('text', 'terms'),
  InstalmentsDeclined: field('text', 'reason'),
  SettlementAgreed: field('text', 'terms'),
  PaymentProofRejected: field('text', 'reason'),
  NonCashOffered: field('text', 'terms'),
  NonCashAnswered: field('text', 'reason'),
  SizeDisputeRaised: field('text', 'ground'),
  SizeDisputeDecided: field('text', 'reason'),
  ReferralAnswered: field('text', 'reason'),
  BadCreditDecided: field('text', 'reason'),
  ReceivableConfirmationRefused: field('text', 'reason'),
  FindingRecorded: field('text', 'facts'),
  HandlingExtended: field('text', 'reason'),
  ResultIssued: field('text', 'summary'),
};
