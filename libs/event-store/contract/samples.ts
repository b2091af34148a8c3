import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppendResult, EventStore, NewEvent, Position, RecordedEvent, StreamName } from '../port.js';

/** A stream nobody else uses; `category` as given, so that a property can have a category of its own too. */
export function freshStream(category = 'contract'): StreamName {
  return `${category}-${randomUUID()}`;
}

export function freshCategory(): string {
  return `c${randomUUID().replaceAll('-', '')}`;
}

export function sampleEvent(data: Record<string, unknown> = {}, over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'ClaimAccepted',
    schema: 1,
    data,
    meta: {
      commandId: randomUUID(),
      commandHash: '5a'.repeat(32),
      correlationId: randomUUID(),
      causationId: null,
      actor: { id: 'officer-1', name: '王丽', role: 'intakeOfficer', organisation: 'office-huangpu' },
      occurredAt: '2026-03-02T09:00:00+08:00',
      hashAlgorithm: 'sha256',
    },
    ...over,
  };
}

export function sampleEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, n) => sampleEvent({ n }));
}

export function assertAppended(result: AppendResult): readonly RecordedEvent[] {
  assert.equal(result.outcome, 'appended');
  return result.outcome === 'appended' ? result.events : [];
}

/** The whole log after a position, read in pages of `limit`. */
export async function readOn(store: EventStore, after: Position, limit: number, categories?: readonly string[]) {
  const read: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({
      after: read.at(-1)?.position ?? after,
      limit,
      ...(categories === undefined ? {} : { categories }),
    });
    read.push(...page);
    if (page.length < limit) return read;
  }
}

/** Waits for what happens by itself, thirty seconds at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 3_000 && !holds(); i++) await pause(10);
  assert.ok(holds(), 'did not happen within thirty seconds');
}
