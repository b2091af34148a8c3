import type { ProcedureView } from '../shared/procedure/rule.js';
import { uncountedGrounds } from './adjudication-events.js';
import { faultOfReading } from './corrections.js';
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
    hasRespondent: state.request.respondent !== null,
    procedure: state.procedure,
    lodgedOn: state.lodgedOn,
    since: state.since,
    documentKinds,
    // Stays and jurisdiction objections pause by acts of their own.
    pauseGrounds: uncountedGrounds,
    facts: factsOf(state),
    faultOfReading: (event, field, is) => faultOfReading(state, event, field, is),
  };
}

/** Facts on the file which a ground of the operator's own may need. */
function factsOf({ tracks, suits, adjudication }: Existing): readonly string[] {
  const facts: string[] = [];
  if (tracks.some(({ open }) => open) || suits.length > 0) facts.push('proceedings');
  if (adjudication.invalidation === 'invalid') facts.push('patentInvalid');
  return facts;
}
