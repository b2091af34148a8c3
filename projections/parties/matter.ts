import type { CaseRef } from '@redress/cases/shared/reference.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { evolveListed, summaryOf, type ListedCase } from '../followed-case/listed-case.js';

export interface NamedParty {
  readonly side: 'complainant' | 'respondent';
  readonly name: string;
  readonly code: string | null;
  /** Of the event which first said this name. */
  readonly since: Position;
}

interface Link {
  readonly to: CaseRef;
  readonly relation: string;
}

/** A case with every name its parties have borne in it, and the cases it was linked to. */
export interface MatterOfParties extends ListedCase {
  /** In the order in which they came up. */
  readonly parties: readonly NamedParty[];
  readonly links: readonly Link[];
}

export function evolveMatter(before: MatterOfParties | null, event: RecordedEvent): MatterOfParties | null {
  const listed = evolveListed(before, event);
  if (listed === null) return null;
  const { complainant, respondent } = summaryOf(listed);
  const known = before?.parties ?? [];
  const named = (side: NamedParty['side'], name: string, code: string | null): NamedParty => {
    const since = known.find((party) => party.side === side && party.name === name)?.since ?? event.position;
    return { side, name, code, since };
  };
  const now = [named('complainant', complainant.name, complainant.creditCode)];
  if (respondent !== null) now.push(named('respondent', respondent.name, respondent.creditCode));
  const parties = known.filter((party) => !now.some((one) => isSameName(one, party)));
  return { ...listed, parties: [...parties, ...now], links: linksAfter(before?.links ?? [], event) };
}

function isSameName(one: NamedParty, other: NamedParty): boolean {
  return one.side === other.side && one.name === other.name;
}

function linksAfter(links: readonly Link[], { type, data }: RecordedEvent): readonly Link[] {
  const { to, into, from, relation } = data as { to?: CaseRef; into?: CaseRef; from?: CaseRef; relation?: string };
  switch (type) {
    case 'CaseLinked':
      return [...links, { to: to!, relation: relation! }];
    case 'CaseUnlinked':
      return links.filter((link) => link.to.caseId !== to!.caseId);
    case 'CaseMerged':
      return [...links, { to: into!, relation: 'mergedInto' }];
    case 'MergedCaseTaken':
      return [...links, { to: from!, relation: 'tookOver' }];
    default:
      return links;
  }
}
