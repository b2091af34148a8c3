import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { Raise } from '@redress/cases/shared/procedure/commands.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { levelTold } from '@redress/deadlines/ladder/escalation-policy.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Office } from '@redress/organisation/office.js';
import { officeRef, personRef } from '../kernel/references.js';

type Held = Pick<CaseSummary, 'acceptingOffice' | 'handlingOffice' | 'holder' | 'firstContact' | 'firstContactOffice'>;

/**
 * Who is meant by the receivers of a rung in this case, of those there are: a district's case has no street unless it was
 * first taken up there. The holder where nobody else is: no rung is told to nobody.
 */
export function toldOf(offices: OfficeDirectory, held: Held, receivers: readonly string[]): readonly ToldOfRung[] {
  const told = receivers.flatMap((receiver) => {
    const one = toldAs(offices, held, receiver);
    return one === null ? [] : [{ receiver, ...one }];
  });
  return told.length > 0 ? told : [{ receiver: 'holder', ...holderOf(held) }];
}

/** Both answers by one directory of the offices, as a forecast asks for them. */
export function organisationOf(offices: OfficeDirectory) {
  return {
    tell: (held: Held, receivers: readonly string[]) => toldOf(offices, held, receivers),
    raise: (held: Held, receivers: readonly string[]) => raiseOf(offices, held, receivers),
  };
}

type Told = Omit<ToldOfRung, 'receiver'>;

function toldAs(offices: OfficeDirectory, held: Held, receiver: string): Told | null {
  switch (receiver) {
    case 'holder':
      return holderOf(held);
    case 'firstContact':
      return held.firstContact && { office: held.firstContactOffice!, person: held.firstContact };
    case 'departmentHead': {
      const { office } = holderOf(held);
      const [head] = offices.officers({ office: office.id, role: 'departmentHead' });
      return { office, person: head ? personRef(head) : null };
    }
    default: {
      const office = officeOfLevel(offices, held, receiver as CaseLevel);
      return office && { office: officeRef(office), person: null };
    }
  }
}

function holderOf({ handlingOffice, acceptingOffice, holder }: Held): Told {
  return { office: handlingOffice ?? acceptingOffice, person: holder };
}

/** Where a rung which tells these raises the case to; null where it tells no level, or there is no such office. */
export function raiseOf(offices: OfficeDirectory, held: Held, receivers: readonly string[]): Raise | null {
  const level = levelTold(receivers);
  const office = level && officeOfLevel(offices, held, level);
  return level && office ? raiseTo(offices, held, level, office) : null;
}

/** By hand: the office named, at its own level. */
export function raiseToOffice(offices: OfficeDirectory, held: Held, office: Office): Raise {
  const joint = office.level === 'city' && office.functions.includes('supervision');
  return raiseTo(offices, held, joint ? 'jointConference' : office.level, office);
}

/** A street has a case from its district, which may take it back; by law a district's own case stays the district's. */
function raiseTo(offices: OfficeDirectory, held: Held, level: CaseLevel, office: Office): Raise {
  const from = offices.office(holderOf(held).office.id);
  const takesFile = from?.level === 'street' && office.functions.includes('handlingAuthority');
  return { level, office: officeRef(office), takesFile };
}

function officeOfLevel(offices: OfficeDirectory, held: Held, level: CaseLevel): Office | null {
  if (level === 'jointConference') return offices.offices({ level: 'city', function: 'supervision' })[0] ?? null;
  const above = upFrom(offices, holderOf(held).office.id).find((office) => office.level === level);
  if (above || level !== 'street' || held.firstContactOffice === null) return above ?? null;
  return upFrom(offices, held.firstContactOffice.id).find((office) => office.level === level) ?? null;
}

function upFrom(offices: OfficeDirectory, id: string): readonly Office[] {
  const chain: Office[] = [];
  for (let office = offices.office(id); office && !chain.includes(office);) {
    chain.push(office);
    office = office.parent === null ? undefined : offices.office(office.parent);
  }
  return chain;
}
