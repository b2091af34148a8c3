import type { ProcedureView } from '../shared/procedure/rule.js';
import { faultOfReading } from './corrections.js';
import type { Existing } from './state.js';

/** What this kind of case issues. */
export const documentKinds = [
  'receipt',
  'acceptanceNotice',
  'nonAcceptanceNotice',
  'repairDecision',
  'refusal',
  'repairNotice',
  'objectionDecision',
  'other',
] as const;

export function viewOf(state: Existing): ProcedureView {
  const { caseNumber, procedure, lodgedOn, since } = state;
  const complainantCode = state.request.applicant.creditCode;
  return {
    caseNumber,
    complainantCode,
    hasRespondent: false,
    procedure,
    lodgedOn,
    since,
    documentKinds,
    // No text read so far lets these clocks stand still: the grounds are the operator's reference data.
    pauseGrounds: [],
    facts: factsOf(state),
    faultOfReading: (event, field, is) => faultOfReading(state, event, field, is),
  };
}

/** What a ground of termination of the operator's may rest on. */
function factsOf({ tracks, objections, request }: Existing): readonly string[] {
  const facts: string[] = [];
  if (tracks.annulment !== undefined) facts.push('penaltyAnnulled');
  if (tracks.revocation !== undefined) facts.push('basisRevoked');
  if (objections.some(({ upheld }) => upheld === true)) facts.push('objectionUpheld');
  if (request.ruling !== null) facts.push('bankruptcy');
  return facts;
}
