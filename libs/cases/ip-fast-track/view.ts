import { isCreditCode } from '../shared/party.js';
import type { RefusalCode } from '../shared/decision.js';
import type { ProcedureView } from '../shared/procedure/rule.js';
import { sensitivityAt } from '../shared/sensitive-field.js';
import { uncountedGrounds } from './adjudication-events.js';
import type { IpEventType } from './events.js';
import { sensitive } from './schemas.js';
import type { Existing } from './state.js';

/** Documents which these procedures issue, by the words of CNIPA 81 and 85. */
const documentKinds = [
  'defectsNotice',
  'filingNotice',
  'filingRefusal',
  'serviceNotice',
  'hearingNotice',
  'stayNotice',
  'ruling',
  'mediationNotice',
  'mediationAgreement',
  'priorityNotice',
  'complaintResult',
  'referralLetter',
  'other',
] as const;

/** What the shared procedure must know of this case. */
export function viewOf(state: Existing): ProcedureView {
  return {
    caseNumber: state.caseNumber,
    complainantCode: state.request.complainant.creditCode,
    procedure: state.procedure,
    lodgedOn: state.lodgedOn,
    since: state.since,
    documentKinds,
    // Stays and jurisdiction objections pause by acts of their own.
    pauseGrounds: uncountedGrounds,
    facts: factsOf(state),
    faultOfReading,
  };
}

/** What is of a person is given anew, not corrected: the forgetting of the person must reach all of it. */
function faultOfReading(eventType: string, field: string, is: string): RefusalCode | null {
  if (sensitivityAt(sensitive[eventType as IpEventType] ?? [], field) === 'person') return 'notCorrectable';
  return field.endsWith('reditCode') && !isCreditCode(is) ? 'creditCode' : null;
}

/** Facts on the file which a ground of the operator's own may need. */
function factsOf({ tracks, suits, adjudication }: Existing): readonly string[] {
  const facts: string[] = [];
  if (tracks.some(({ open }) => open) || suits.length > 0) facts.push('proceedings');
  if (adjudication.invalidation === 'invalid') facts.push('patentInvalid');
  return facts;
}
