import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import { parseLawDocument } from '@redress/deadlines/law/law-document.js';
import { commandHash, derivedId, eventId } from '@redress/event-store/identity.js';
import type { EventStore } from '@redress/event-store/port.js';
import { system } from '../kernel/system.js';
import { recordingTime, type ServerClock } from '../kernel/time.js';
import { subjectOf } from './import-events.js';
import type { ReferenceSubject } from './reference-events.js';
import { releaseCalendar, releaseLawPacks, releaseLpr, releasePolicy, releaseWarnings } from './release-files.js';
import { isLater } from './versions.js';

/** The time in front of the ids by which a release publishes: two starters at once must name the same event. */
const releaseTime = Date.UTC(2026, 10, 22);

/**
 * Appends the versions of the law which the release carries and the log has not: each document is checked first. A later
 * version entered by an operator is never put back. Safe when two start at once.
 *
 * @throws ClockAheadError where there is something to append
 * @returns the streams to which a version was appended
 */
export async function publishReleaseLaw(store: EventStore, clock: ServerClock): Promise<readonly string[]> {
  const published: string[] = [];
  for (const { subject, document } of await releaseDocuments()) {
    if (await publish(store, clock, subject, document)) published.push(subject.stream);
  }
  return published;
}

/** Calendar and LPR first, then the packs, then the policies: the ladder climbs their clocks. */
async function releaseDocuments(): Promise<{ subject: ReferenceSubject; document: object }[]> {
  const packFiles = await releaseLawPacks();
  const packs = packFiles.map(({ document }) => parseLawPack(document, knownEvents));
  const policies = [await releasePolicy(), await releaseWarnings()];
  const files = [await releaseCalendar(), await releaseLpr(), ...packFiles, ...policies];
  return files.map(({ document }) => ({
    subject: subjectOf(parseLawDocument(document, packs)),
    document: document as object,
  }));
}

async function publish(
  store: EventStore,
  clock: ServerClock,
  subject: ReferenceSubject,
  document: object,
): Promise<boolean> {
  const { stream, type, field, schema } = subject;
  const digest = commandHash(document);
  for (;;) {
    const versions = await store.readStream(stream);
    const head = versions.at(-1);
    if (versions.some((version) => version.data.digest === digest)) return false;
    if (head && !isLater(document, head.data[field] as object)) return false;
    const commandId = derivedId(releaseTime, ['release', stream, digest]);
    const result = await store.append(stream, head ? { revision: head.revision, hash: head.hash } : 'none', [
      {
        id: eventId(stream, commandId, 0),
        type,
        schema,
        data: { digest, [field]: document },
        meta: {
          commandId,
          commandHash: digest,
          correlationId: commandId,
          causationId: null,
          actor: system,
          occurredAt: await recordingTime(clock),
        },
      },
    ]);
    if (result.outcome === 'appended') return true;
  }
}
