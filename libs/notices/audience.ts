import type { Concerned } from '@redress/access/concerned-accounts.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { OfficerRole } from '@redress/organisation/office.js';

/** A part somebody takes in a case, as the routing names it. */
export type Audience =
  | 'complainant'
  | 'respondent'
  /** Who has it in hand; while nobody has, the desk of the office it lies with. */
  | 'holder'
  | 'firstContact'
  | 'acceptingDesk'
  | 'handlingDesk'
  | { readonly officer: string }
  | { readonly office: string; readonly roles: readonly OfficerRole[] };

const acceptingRoles: readonly OfficerRole[] = ['intakeOfficer'];
const handlingRoles: readonly OfficerRole[] = ['handlingOfficer'];

/** Whom these parts come to in this case. The respondent is told nothing before it was told of the case (invariant 16). */
export function concernedBy(audiences: readonly Audience[], summary: CaseSummary): Concerned {
  const all = audiences.map((audience) => concernedByOne(audience, summary));
  return {
    officers: all.flatMap(({ officers = [] }) => officers),
    companies: all.flatMap(({ companies = [] }) => companies),
    desks: all.flatMap(({ desks = [] }) => desks),
  };
}

function concernedByOne(audience: Audience, summary: CaseSummary): Concerned {
  const { acceptingOffice, handlingOffice, holder, firstContact, respondent, agentCode } = summary;
  const office = handlingOffice ?? acceptingOffice;
  const desk = (id: string, roles: readonly OfficerRole[]) => roles.map((role) => ({ office: id, role }));
  if (typeof audience === 'object') {
    if ('officer' in audience) return { officers: [audience.officer] };
    return { desks: desk(audience.office, audience.roles) };
  }
  switch (audience) {
    case 'complainant':
      return {
        companies: [
          { role: 'sme', creditCode: summary.complainant.creditCode },
          ...(agentCode === null ? [] : [{ role: 'agent' as const, creditCode: agentCode }]),
        ],
      };
    case 'respondent': {
      const creditCode = summary.respondentTold ? (respondent?.creditCode ?? null) : null;
      return creditCode === null ? {} : { companies: [{ role: 'respondent', creditCode }] };
    }
    case 'holder':
      if (holder !== null) return { officers: [holder.id] };
      return { desks: desk(office.id, handlingOffice === null ? acceptingRoles : handlingRoles) };
    case 'firstContact':
      return firstContact === null ? {} : { officers: [firstContact.id] };
    case 'acceptingDesk':
      return { desks: desk(acceptingOffice.id, acceptingRoles) };
    case 'handlingDesk':
      return { desks: desk(office.id, handlingRoles) };
  }
}
