import type { RefusalCode } from '../shared/decision.js';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ProcedureView } from '../shared/procedure/rule.js';
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

/** No text read so far lets these clocks stand still: a pause is recorded and shown, and moves none. */
export const pauseGrounds = ['awaitingApplicant', 'awaitingOtherBody'] as const;

/** The texts which a correction may read anew; all stand in the request. */
export const correctable = [
  'request.applicant.name',
  'request.applicant.address',
  'request.record.documentNumber',
  'request.record.foundOn',
  'request.record.publishedOn',
] as const;

export function viewOf(state: Existing): ProcedureView {
  const { caseNumber, procedure, lodgedOn, since } = state;
  const complainantCode = state.request.applicant.creditCode;
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
function factsOf({ tracks, objections, request }: Existing): readonly string[] {
  const facts: string[] = [];
  if (tracks.annulment !== undefined) facts.push('penaltyAnnulled');
  if (tracks.revocation !== undefined) facts.push('basisRevoked');
  if (objections.some(({ upheld }) => upheld === true)) facts.push('objectionUpheld');
  if (request.ruling !== null) facts.push('bankruptcy');
  return facts;
}

function faultOfReading(eventType: string, field: string, is: string): RefusalCode | null {
  if (eventType !== 'RepairRequested' || !correctable.some((path) => path === field)) return 'notCorrectable';
  return field.endsWith('On') && !isPlainDate(is) ? 'notCorrectable' : null;
}
