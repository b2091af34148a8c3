import type { ProcedureView } from '../shared/procedure/rule.js';
import { faultOfReading } from './corrections.js';
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

export function viewOf(state: Existing): ProcedureView {
  const { caseNumber, procedure, lodgedOn, since } = state;
  const complainantCode = state.complaint.complainant.creditCode;
  return {
    caseNumber,
    complainantCode,
    hasRespondent: true,
    procedure,
    lodgedOn,
    since,
    documentKinds,
    // No text read so far lets a complaint's clock stand still: the grounds are the operator's reference data.
    pauseGrounds: [],
    facts: factsOf(state),
    faultOfReading: (event, field, is) => faultOfReading(state, event, field, is),
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
