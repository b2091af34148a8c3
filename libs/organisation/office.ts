import type { StreamName } from '@redress/event-store/port.js';

/** One stream an office; its officers are events in it. */
export const officeCategory = 'office';
export const officeStream = (officeId: string): StreamName => `${officeCategory}-${officeId}`;

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** 街镇, 区, 市: the three levels of 沪经信企〔2021〕1130号 五(一). */
export type OfficeLevel = 'city' | 'district' | 'street';

/** Accepting (受理投诉部门) and handling authority (处理投诉部门): State Council Order 802, Art. 24 and 25. */
export type OfficeFunction = 'acceptingAuthority' | 'handlingAuthority' | 'supervision';

export type OfficerRole =
  'serviceSpecialist' | 'intakeOfficer' | 'handlingOfficer' | 'mediator' | 'departmentHead' | 'supervisor';

export interface OfficeEstablishedData {
  readonly officeId: string;
  readonly level: OfficeLevel;
  /** The office above; null for an office of the city. */
  readonly parent: string | null;
  /** Administrative division code (`310115`); null for an office of the whole city. */
  readonly district: string | null;
  readonly name: Bilingual;
  readonly functions: readonly OfficeFunction[];
}

/** A second appointment of the same officer in the same office replaces the first. */
export interface OfficerAppointedData {
  readonly officerId: string;
  readonly name: Bilingual;
  readonly role: OfficerRole;
  readonly title: Bilingual;
}

/**
 * Which cases an office is competent for, as the operator's reference data has it (属地管理、分级负责, Order 802 Art. 25¶1). A
 * second assignment of the same id in the same office replaces the first: an end is one with its last day.
 */
export interface CompetenceAssignedData {
  readonly competenceId: string;
  /** Accepts the case, handles it, or hands it over to a platform outside. */
  readonly act: 'accept' | 'handle' | 'handOver';
  /** Case kinds, by the category of their streams. */
  readonly kinds: readonly string[];
  /** Of respondents of these levels and seats (division codes); null: whatever it is. */
  readonly levels: readonly RespondentLevel[] | null;
  readonly seats: readonly string[] | null;
  /** The platform, where the act is to hand over to one. */
  readonly platform: Bilingual | null;
  /** The rule it rests on, and the ground as people read it. */
  readonly rule: string;
  readonly ground: Bilingual;
  /** PlainDates, both days included; `validTo` null while it is in force. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** By whom the respondent was registered: 中央, 市属, 区属, or outside the city. */
export type RespondentLevel = 'central' | 'city' | 'district' | 'elsewhere';

export type OfficeEvent =
  | { readonly type: 'OfficeEstablished'; readonly schema: 1; readonly data: OfficeEstablishedData }
  | { readonly type: 'OfficerAppointed'; readonly schema: 1; readonly data: OfficerAppointedData }
  | { readonly type: 'CompetenceAssigned'; readonly schema: 1; readonly data: CompetenceAssignedData };

const eventTypes: readonly string[] = [
  'OfficeEstablished',
  'OfficerAppointed',
  'CompetenceAssigned',
] satisfies OfficeEvent['type'][];

export interface Office extends Omit<OfficeEstablishedData, 'officeId'> {
  readonly id: string;
  readonly officers: readonly Officer[];
  readonly competences: readonly CompetenceAssignedData[];
}

export interface Officer {
  readonly id: string;
  readonly office: string;
  readonly name: Bilingual;
  readonly role: OfficerRole;
  readonly title: Bilingual;
}

/** Jurisdiction must not be read from half-known facts: an event that this release does not know is an error. */
export class UnknownOfficeEvent extends Error {
  constructor(type: string, schema: number) {
    super(`this release does not know the office event ${type} of schema ${schema}`);
    this.name = 'UnknownOfficeEvent';
  }
}

export function officeEvent(recorded: { type: string; schema: number; data: object }): OfficeEvent {
  if (!eventTypes.includes(recorded.type) || recorded.schema !== 1)
    throw new UnknownOfficeEvent(recorded.type, recorded.schema);
  return recorded as OfficeEvent;
}

export function evolveOffice(office: Office | null, event: OfficeEvent): Office | null {
  switch (event.type) {
    case 'OfficeEstablished': {
      const { officeId, ...facts } = event.data;
      return { ...facts, id: officeId, officers: office?.officers ?? [], competences: office?.competences ?? [] };
    }
    case 'OfficerAppointed': {
      // Invariant 15: a fold as of an earlier day may lack the event which established the office.
      if (office === null) return null;
      const { officerId, ...facts } = event.data;
      const appointed: Officer = { ...facts, id: officerId, office: office.id };
      return { ...office, officers: [...office.officers.filter(({ id }) => id !== officerId), appointed] };
    }
    case 'CompetenceAssigned': {
      if (office === null) return null;
      const others = office.competences.filter(({ competenceId }) => competenceId !== event.data.competenceId);
      return { ...office, competences: [...others, event.data] };
    }
  }
}
