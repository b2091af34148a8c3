import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import type { PaymentTermRule } from '@redress/deadlines/payment/payment-terms.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { Population, Sme } from './population.js';
import type { Chance } from './random.js';

export type Role = 'complainant' | 'intakeOfficer' | 'handlingOfficer' | 'mediator' | 'departmentHead';

/** One act of a story: what the domain is told, by whom, and how many calendar days after the act before. */
export interface Act {
  readonly by: Role;
  /** Where the officer sits; the accepting or the complainant's handling authority when left out. */
  readonly office?: OfficeRef;
  readonly name: string;
  readonly body: object;
  readonly after: number;
  /** PlainDate on which it took effect, where that is not the day of recording. */
  readonly on?: string;
}

/** What a story takes place among. */
export interface Stage {
  readonly chance: Chance;
  readonly population: Population;
  readonly complainant: Sme;
  /** PlainDate of the lodging. */
  readonly lodgedOn: string;
  readonly acceptingOffice: OfficeRef;
  readonly calendar: Calendar;
  readonly paymentTerms: readonly PaymentTermRule[];
  /** The handling authority of a district. */
  readonly handlingOffice: (district: string) => OfficeRef;
  /** One of an office's officers of this role. */
  readonly officer: (office: OfficeRef, role: Exclude<Role, 'complainant'>) => PersonRef;
}

/** The acts of one case, each yielded before the next is thought of. It is told the day on which the act took place. */
export type Story = Generator<Act, void, string>;
