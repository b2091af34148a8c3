import { readFile } from 'node:fs/promises';
import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import { parsePolicy } from '@redress/deadlines/ladder/check-policy.js';
import { commandHash, derivedId, eventId } from '@redress/event-store/identity.js';
import type { EventStore } from '@redress/event-store/port.js';
import { system, type ServerClock } from '../kernel/handle-command.js';
import { isLater } from './versions.js';
import { calendarSubject, lawPackSubject, policySubject, type ReferenceSubject } from './reference-events.js';

/** The time in front of the ids by which a release publishes: two starters at once must name the same event. */
const releaseTime = Date.UTC(2026, 10, 22);

/**
 * Appends the versions of the law which the release carries and the log has not: each document is checked first. A later
 * version entered by an operator is never put back. Safe when two start at once.
 *
 * @returns the streams to which a version was appended
 */
export async function publishReleaseLaw(store: EventStore, clock: ServerClock): Promise<readonly string[]> {
  const published: string[] = [];
  for (const { subject, document } of await releaseDocuments()) {
    if (await publish(store, clock, subject, document)) published.push(subject.stream);
  }
  return published;
}

async function releaseDocuments(): Promise<{ subject: ReferenceSubject; document: object }[]> {
  const calendar = await read('../../deadlines/calendar/data/calendar-cn.json');
  parseCalendar(calendar);
  const pack = await read('../../deadlines/law/data/cn-order-802.json');
  const policy = await read('../../deadlines/ladder/data/policy-default.json');
  const lawPack = parseLawPack(pack, knownEvents);
  return [
    { subject: calendarSubject, document: calendar },
    { subject: lawPackSubject(lawPack.id), document: pack },
    { subject: policySubject(parsePolicy(policy, [lawPack]).id), document: policy },
  ];
}

async function read(file: string): Promise<object> {
  return JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8')) as object;
}

async function publish(
  store: EventStore,
  clock: ServerClock,
  subject: ReferenceSubject,
  document: object,
): Promise<boolean> {
  const { stream, type, field } = subject;
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
        schema: 1,
        data: { digest, [field]: document },
        meta: {
          commandId,
          commandHash: digest,
          correlationId: commandId,
          causationId: null,
          actor: system,
          occurredAt: await clock.now(),
          hashAlgorithm: 'sha256',
        },
      },
    ]);
    if (result.outcome === 'appended') return true;
  }
}
