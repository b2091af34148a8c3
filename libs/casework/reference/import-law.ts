import type { Account } from '@redress/access/account.js';
import { actorOf } from '@redress/access/account.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { parseLawDocument, type LawDocument } from '@redress/deadlines/law/law-document.js';
import { checkSuccession } from '@redress/deadlines/law/succession.js';
import { caseId, commandHash, derivedId, eventId } from '@redress/event-store/identity.js';
import type { Actor, EventStore, Expected, NewEvent, RecordedEvent } from '@redress/event-store/port.js';
import { recordingTime, zone, type ServerClock } from '../kernel/time.js';
import { importSchemas, type ImportShapes, importStream, subjectOf } from './import-events.js';
import { lawInLog } from './law-in-log.js';
import type { ReferenceSubject } from './reference-events.js';

interface Parts {
  readonly store: EventStore;
  readonly clock: ServerClock;
}

export type ImportDenial = 'notAnOperator' | 'importersOwn' | 'noSuchImport';

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly importId: string; readonly stream: string; readonly document: LawDocument }
  | {
      readonly outcome: 'published';
      readonly importId: string;
      readonly stream: string;
      readonly document: LawDocument;
    }
  | { readonly outcome: 'denied'; readonly denial: ImportDenial };

/**
 * Records what an operator enters; it is law only when confirmed.
 *
 * @throws DataRefused naming every fault: unsound, or not fit to follow what is in force
 * @throws ClockAheadError
 */
export async function importLaw(
  { store, clock }: Parts,
  account: Account,
  commandId: string,
  document: object,
): Promise<ImportOutcome> {
  if (account.role !== 'operator') return { outcome: 'denied', denial: 'notAnOperator' };
  const now = await recordingTime(clock);
  const parsed = await checked(store, document, now);
  const subject = subjectOf(parsed);
  const importId = caseId(account.id, commandId);
  const data: ImportShapes['LawImported'] = { subject, digest: commandHash(document), document };
  // The id is a function of account and command: sent again, the same import is found there and nothing is appended.
  await store.append(importStream(importId), 'none', [
    eventOf('LawImported', data, importStream(importId), commandId, actorOf(account), now),
  ]);
  return { outcome: 'imported', importId, stream: subject.stream, document: parsed };
}

/**
 * Makes an import law: it is in force from the event appended to its subject's stream. A person cannot confirm what the same
 * account entered. Confirmed again, it only finishes what a stopped process had left.
 *
 * @throws DataRefused when it no longer follows what is in force
 */
export async function confirmImport(
  { store, clock }: Parts,
  account: Account,
  commandId: string,
  importId: string,
): Promise<ImportOutcome> {
  if (account.role !== 'operator' && account.role !== 'supervisor')
    return { outcome: 'denied', denial: 'notAnOperator' };
  const stream = importStream(importId);
  for (;;) {
    const history = await store.readStream(stream);
    const [imported] = history;
    if (imported === undefined) return { outcome: 'denied', denial: 'noSuchImport' };
    if (imported.meta.actor.id === actorOf(account).id) return { outcome: 'denied', denial: 'importersOwn' };
    const { subject, digest, document } = imported.data as unknown as ImportShapes['LawImported'];
    if (await isPublished(store, subject, digest))
      return { outcome: 'published', importId, stream: subject.stream, document: await parsedOf(store, document) };
    const now = await recordingTime(clock);
    const parsed = await checked(store, document, now);
    if (history.length === 1) {
      const data: ImportShapes['LawImportConfirmed'] = { subject: subject.stream, digest };
      const confirmed = eventOf('LawImportConfirmed', data, stream, commandId, actorOf(account), now);
      const appended = await store.append(stream, exactly(imported), [confirmed]);
      if (appended.outcome === 'conflict') continue;
    }
    if (await publish(store, subject, { digest, document }, importId, actorOf(account), now))
      return { outcome: 'published', importId, stream: subject.stream, document: parsed };
  }
}

/** The document, sound, and fit to follow the one in force now. */
async function checked(store: EventStore, document: object, now: string): Promise<LawDocument> {
  const inLog = await lawInLog(store);
  const parsed = parseLawDocument(document, inLog.packs);
  checkSuccession(parsed, inLog.inForce(subjectOf(parsed).stream), dayInZone(now, zone));
  return parsed;
}

async function parsedOf(store: EventStore, document: object): Promise<LawDocument> {
  return parseLawDocument(document, (await lawInLog(store)).packs);
}

async function isPublished(store: EventStore, subject: ReferenceSubject, digest: string): Promise<boolean> {
  return (await store.readStream(subject.stream)).some(({ data }) => data.digest === digest);
}

/** False when the subject's stream moved meanwhile: what is in force is then another, to be checked against anew. */
async function publish(
  store: EventStore,
  { stream, type, field, schema }: ReferenceSubject,
  { digest, document }: Pick<ImportShapes['LawImported'], 'digest' | 'document'>,
  importId: string,
  actor: Actor,
  now: string,
): Promise<boolean> {
  const [head] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  const commandId = derivedId(0, ['publishImport', importId]);
  const event: NewEvent = {
    id: eventId(stream, commandId, 0),
    type,
    schema,
    data: { digest, [field]: document, importId },
    meta: metaOf(commandId, digest, actor, now, importId),
  };
  const appended = await store.append(stream, head === undefined ? 'none' : exactly(head), [event]);
  return appended.outcome === 'appended';
}

function exactly({ revision, hash }: RecordedEvent): Expected {
  return { revision, hash };
}

function eventOf<T extends keyof ImportShapes>(
  type: T,
  data: ImportShapes[T],
  stream: string,
  commandId: string,
  actor: Actor,
  now: string,
): NewEvent {
  const meta = metaOf(commandId, data.digest, actor, now, stream.slice('lawImport-'.length));
  return { id: eventId(stream, commandId, 0), type, schema: importSchemas[type], data: { ...data }, meta };
}

function metaOf(commandId: string, digest: string, actor: Actor, now: string, importId: string): NewEvent['meta'] {
  return { commandId, commandHash: digest, correlationId: importId, causationId: null, actor, occurredAt: now };
}
