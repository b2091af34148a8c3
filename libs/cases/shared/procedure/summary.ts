import type { CaseSummary } from '../case-kind.js';
import { levelOf } from './level.js';
import type { Procedure } from './state.js';

type Told =
  | 'agentCode'
  | 'confidential'
  | 'markedParts'
  | 'acceptingOffice'
  | 'handlingOffice'
  | 'coHandlingOffices'
  | 'firstContact'
  | 'firstContactOffice'
  | 'holder'
  | 'firedRungs'
  | 'overriddenRungs'
  | 'acknowledgedRungs'
  | 'awaited'
  | 'level'
  | 'overseer';

/** What the shared procedure tells of a case of any kind: who has it, who answers for it, what has fired. */
export function procedureSummary(procedure: Procedure): Pick<CaseSummary, Told> {
  const { acceptingOffice, handlingOffice, joint, firstContact, holder, raised } = procedure;
  const { agent, marks } = procedure;
  const { firedRungs, overriddenRungs, acknowledgedRungs, awaited } = procedure;
  return {
    agentCode: agent?.creditCode ?? null,
    confidential: [...new Set(marks.filter(({ part }) => part === null).map(({ mark }) => mark))],
    markedParts: marks.flatMap(({ mark, part }) => (part ? [{ ...part, mark }] : [])),
    acceptingOffice,
    handlingOffice,
    coHandlingOffices: joint?.coHandlers.map(({ office }) => office) ?? [],
    firstContact: firstContact?.officer ?? null,
    firstContactOffice: firstContact?.office ?? null,
    holder,
    firedRungs,
    overriddenRungs,
    acknowledgedRungs,
    awaited,
    level: levelOf(procedure),
    overseer: raised?.office ?? null,
  };
}
