import { canonicalJson } from '@redress/event-store/canonical-json.js';
import { commandHash, commandTime, derivedId, eventId } from '@redress/event-store/identity.js';
import type {
  Actor,
  EventStore,
  NewEvent,
  NewEventMeta,
  RecordedEvent,
  StreamName,
} from '@redress/event-store/port.js';
import {
  evolveOffice,
  officeEvent,
  officeStream,
  type Bilingual,
  type CompetenceAssignedData,
  type Office,
  type OfficeEstablishedData,
  type OfficeEvent,
  type OfficerAppointedData,
} from './office.js';

export interface OfficeToLoad {
  readonly established: OfficeEstablishedData;
  readonly officers: readonly OfficerAppointedData[];
  readonly competences: readonly CompetenceAssignedData[];
}

/** One version of an organisation as a release carries it. */
export interface OrganisationToLoad {
  readonly version: string;
  /** Said wherever the organisation is introduced to a person. */
  readonly label: Bilingual;
  /**
   * UUID, a new one for each version: the ids of the commands and events which load it are functions of this and of the
   * offices' data.
   */
  readonly commandId: string;
  /** ISO 8601 with offset: when the offices took effect, before they were recorded, and why that is so. */
  readonly inForceFrom: string;
  readonly inForceReason: string;
  readonly offices: readonly OfficeToLoad[];
}

const loader: Actor = { id: 'redress', name: 'Redress', role: 'system', organisation: null };
const attempts = 5;

/** What a release says of an office may not silently differ from what the log says: a change is an event of its own. */
export class OfficeDiffersFromLog extends Error {
  constructor(officeId: string) {
    super(`the log has the office ${officeId} with another level, parent, district, name or functions`);
    this.name = 'OfficeDiffersFromLog';
  }
}

/**
 * Appends what the log lacks of the organisation: offices, officers, and officers whose name, role or title changed.
 * Loading it again appends nothing; two starters at once load it once.
 *
 * @returns the number of events appended, by this starter or by another which says the same at the same moment
 * @throws OfficeDiffersFromLog
 */
export async function loadOrganisation(store: EventStore, organisation: OrganisationToLoad): Promise<number> {
  const streams = await Promise.all(
    organisation.offices.map(({ established }) => store.readStream(officeStream(established.officeId))),
  );
  let appended = 0;
  // One after the other, so that the log has the offices in the order of the data.
  for (const [index, office] of organisation.offices.entries()) {
    appended += await loadOffice(store, organisation, office, streams[index]!);
  }
  return appended;
}

async function loadOffice(
  store: EventStore,
  organisation: OrganisationToLoad,
  office: OfficeToLoad,
  read: readonly RecordedEvent[],
): Promise<number> {
  const stream = officeStream(office.established.officeId);
  let recorded = read;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const lacking = whatLacks(office, recorded);
    if (lacking.length === 0) return 0;
    const last = recorded.at(-1);
    const events = envelopes(stream, organisation, office, lacking);
    const result = await store.append(stream, last ? { revision: last.revision } : 'none', events);
    if (result.outcome === 'appended') return events.length;
    recorded = await store.readStream(stream);
  }
  throw new Error(`the stream ${stream} changed ${attempts} times while the organisation was being loaded`);
}

function whatLacks(office: OfficeToLoad, recorded: readonly RecordedEvent[]): readonly OfficeEvent[] {
  const known = recorded.map(officeEvent).reduce<Office | null>(evolveOffice, null);
  const competences = office.competences
    .filter((wanted) => !known?.competences.some((one) => same(one, wanted)))
    .map((data) => ({ type: 'CompetenceAssigned', schema: 1, data }) as const);
  const appointments = office.officers
    .filter((officer) => !isAppointed(known, officer))
    .map((data) => ({ type: 'OfficerAppointed', schema: 1, data }) as const);
  if (known === null)
    return [{ type: 'OfficeEstablished', schema: 1, data: office.established }, ...appointments, ...competences];
  const { id: officeId, officers: _, competences: __, ...facts } = known;
  if (!same({ officeId, ...facts }, office.established)) throw new OfficeDiffersFromLog(officeId);
  return [...appointments, ...competences];
}

function isAppointed(office: Office | null, wanted: OfficerAppointedData): boolean {
  const officer = office?.officers.find(({ id }) => id === wanted.officerId);
  if (officer === undefined) return false;
  const { id: officerId, office: _, ...facts } = officer;
  return same({ officerId, ...facts }, wanted);
}

function same(a: object, b: object): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function envelopes(
  stream: StreamName,
  organisation: OrganisationToLoad,
  office: OfficeToLoad,
  events: readonly OfficeEvent[],
): readonly NewEvent[] {
  const hash = commandHash(office);
  const time = commandTime(organisation.commandId);
  const commandId = derivedId(time, ['loadOffice', organisation.commandId, office.established.officeId, hash]);
  const meta: NewEventMeta = {
    commandId,
    commandHash: hash,
    correlationId: organisation.commandId,
    causationId: null,
    actor: loader,
    occurredAt: organisation.inForceFrom,
    occurredAtReason: organisation.inForceReason,
  };
  return events.map(({ type, schema, data }, ordinal) => ({
    id: eventId(stream, commandId, ordinal),
    type,
    schema,
    data: { ...data },
    meta,
  }));
}
