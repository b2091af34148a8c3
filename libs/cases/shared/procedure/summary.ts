import type { CaseSummary } from '../case-kind.js';
import type { Procedure } from './state.js';

type Told =
  | 'acceptingOffice'
  | 'handlingOffice'
  | 'coHandlingOffices'
  | 'firstContact'
  | 'firstContactOffice'
  | 'holder'
  | 'firedRungs'
  | 'overriddenRungs';

/** What the shared procedure tells of a case of any kind: who has it, who answers for it, what has fired. */
export function procedureSummary(procedure: Procedure): Pick<CaseSummary, Told> {
  const { acceptingOffice, handlingOffice, joint, firstContact, holder, firedRungs, overriddenRungs } = procedure;
  return {
    acceptingOffice,
    handlingOffice,
    coHandlingOffices: joint?.coHandlers.map(({ office }) => office) ?? [],
    firstContact: firstContact?.officer ?? null,
    firstContactOffice: firstContact?.office ?? null,
    holder,
    firedRungs,
    overriddenRungs,
  };
}
