import type { RefusalCode } from '../shared/decision.js';
import { isCreditCode } from '../shared/party.js';
import type { ProcedureView } from '../shared/procedure/rule.js';
import type { Existing } from './state.js';

/** What this kind of case issues. */
export const documentKinds = [
  'acceptanceNotice',
  'nonAcceptanceNotice',
  'transferLetter',
  'answer',
  'explanation',
  'refundOrder',
  'clusterReport',
  'other',
] as const;

/** No text read so far lets a complaint's clock stand still: a pause is recorded and shown, and moves none. */
export const pauseGrounds = ['awaitingComplainant', 'awaitingOtherBody'] as const;

/** The texts which a correction may read anew; all stand in the lodging. */
export const correctable = [
  'complaint.complainant.name',
  'complaint.complainant.address',
  'complaint.respondent.name',
  'complaint.respondent.creditCode',
  'complaint.respondent.address',
  'complaint.title',
] as const;

export function viewOf(state: Existing): ProcedureView {
  const { caseNumber, procedure, lodgedOn, since } = state;
  const complainantCode = state.complaint.complainant.creditCode;
  return {
    caseNumber,
    complainantCode,
    procedure,
    lodgedOn,
    since,
    documentKinds,
    pauseGrounds,
    facts: factsOf(state),
    faultOfReading,
  };
}

/** What a ground of termination of the operator's may rest on. */
function factsOf({ tracks, refunds, findings }: Existing): readonly string[] {
  const facts: string[] = [];
  if (tracks.mediation?.stage === 'settled') facts.push('settlement');
  if (refunds.length > 0) facts.push('refund');
  if (findings.referrals.length > 0) facts.push('referral');
  return facts;
}

function faultOfReading(eventType: string, field: string, is: string): RefusalCode | null {
  if (eventType !== 'ComplaintLodged' || !correctable.some((path) => path === field)) return 'notCorrectable';
  return field === 'complaint.respondent.creditCode' && !isCreditCode(is) ? 'creditCode' : null;
}
