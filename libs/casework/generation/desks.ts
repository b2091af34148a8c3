import type { CaseKind } from '@redress/cases/shared/case-number.js';
import type { Actor } from '@redress/event-store/port.js';
import type { OfficeRef } from '@redress/cases/shared/reference.js';
import { competentOffices } from '@redress/organisation/competence.js';
import type { Office, Officer } from '@redress/organisation/office.js';
import { officeRef } from '../kernel/references.js';
import type { Role } from './story.js';

/** Who sits where in the organisation of the log. */
export class Desks {
  private readonly byId: ReadonlyMap<string, Office>;
  private readonly handling: ReadonlyMap<string, OfficeRef>;

  constructor(offices: readonly Office[]) {
    this.byId = new Map(offices.map((office) => [office.id, office]));
    const handling = offices.filter(({ functions }) => functions.includes('handlingAuthority'));
    this.handling = new Map(
      handling.flatMap((office) => (office.district ? [[office.district, officeRef(office)]] : [])),
    );
  }

  /** @throws Error where no office accepts this kind of case on this day */
  accepting(kind: CaseKind, on: string): OfficeRef {
    const offices = [...this.byId.values()];
    const [competent] = competentOffices(offices, { act: 'accept', kind, respondentCode: null, on });
    if (!competent) throw new Error(`the organisation has no accepting authority for ${kind}`);
    return officeRef(competent.office);
  }

  handlingOffice(district: string): OfficeRef {
    return this.handling.get(district) ?? this.handling.values().next().value!;
  }

  /** The n-th of the office's officers of this role, counted round. @throws Error where it has none */
  officer(office: OfficeRef, role: Exclude<Role, 'complainant'>, n: number): Officer {
    const officers = this.byId.get(office.id)?.officers.filter((officer) => officer.role === role) ?? [];
    const officer = officers[n % officers.length];
    if (!officer) throw new Error(`the office ${office.id} has no ${role}`);
    return officer;
  }

  actor(officer: Officer): Actor {
    return { id: officer.id, name: officer.name.zh, role: officer.role, organisation: officer.office };
  }
}
