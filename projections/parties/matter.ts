import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { CaseRef } from '@redress/cases/shared/reference.js';
import type { Position } from '@redress/event-store/port.js';
import type { FollowedCase, Step } from '../followed-case/followed-case.js';

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

/** Every name the parties of a case have borne in it, in the order in which they came up. */
export function partiesNamed({ steps }: FollowedCase): readonly NamedParty[] {
  let parties: readonly NamedParty[] = [];
  let before: CaseSummary | null = null;
  for (const {
    told: { summary },
    position,
  } of steps) {
    if (before !== null && namesAlike(before, summary)) continue;
    before = summary;
    const { complainant, respondent } = summary;
    const known = parties;
    const named = (side: NamedParty['side'], name: string, code: string | null): NamedParty => {
      const since = known.find((party) => party.side === side && party.name === name)?.since ?? position;
      return { side, name, code, since };
    };
    const now = [named('complainant', complainant.name, complainant.creditCode)];
    if (respondent !== null) now.push(named('respondent', respondent.name, respondent.creditCode));
    parties = [...known.filter((party) => !now.some((one) => isSameName(one, party))), ...now];
  }
  return parties;
}

function namesAlike(one: CaseSummary, other: CaseSummary): boolean {
  return (
    one.complainant.name === other.complainant.name &&
    one.complainant.creditCode === other.complainant.creditCode &&
    one.respondent?.name === other.respondent?.name &&
    one.respondent?.creditCode === other.respondent?.creditCode
  );
}

function isSameName(one: NamedParty, other: NamedParty): boolean {
  return one.side === other.side && one.name === other.name;
}

/** The cases to which it was linked, and still is. */
export function linksOf({ steps }: FollowedCase): readonly Link[] {
  return steps.reduce<readonly Link[]>((links, { folded }) => linksAfter(links, folded), []);
}

function linksAfter(links: readonly Link[], { type, data }: Step['folded']): readonly Link[] {
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
