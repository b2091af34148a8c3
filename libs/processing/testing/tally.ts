import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, StreamName } from '@redress/event-store/port.js';
import type { ProjectionDefinition } from '../projection.js';

/** A view for the specs: what each stream adds up to, and a row an event, so that one applied twice is seen. */
export const tally: ProjectionDefinition = {
  name: 'tally-board',
  version: 1,
  schemaSql: `
    CREATE TABLE tally (stream text PRIMARY KEY, events integer NOT NULL, total numeric(18,2) NOT NULL, last text NOT NULL);
    CREATE TABLE tally_entries (position bigint PRIMARY KEY, stream text NOT NULL, amount numeric(18,2) NOT NULL);
    CREATE INDEX ON tally_entries (stream);`,
  tables: ['tally', 'tally_entries'],
  categories: ['claim'],
  async apply(event, db) {
    const { amount, poison } = event.data;
    await db.query('INSERT INTO tally_entries VALUES ($1, $2, $3)', [event.position, event.stream, amount]);
    if (poison === true) throw new Error('this event cannot be applied');
    await db.query(
      `INSERT INTO tally VALUES ($1, 1, $2, $3) ON CONFLICT (stream) DO UPDATE
       SET events = tally.events + 1, total = tally.total + excluded.total, last = excluded.last`,
      [event.stream, amount, event.type],
    );
  },
};

export function claimEvent(amount: string, more: Record<string, unknown> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'PaymentRecorded',
    schema: 1,
    data: { amount, ...more },
    meta: {
      commandId: randomUUID(),
      commandHash: '5a'.repeat(32),
      correlationId: randomUUID(),
      causationId: null,
      actor: { id: 'system', name: 'system', role: 'system', organisation: null },
      occurredAt: '2026-03-02T09:00:00+08:00',
      hashAlgorithm: 'sha256',
    },
  };
}

/** One event each to the streams named, in that order; streams named twice get two. */
export async function record(store: EventStore, streams: readonly StreamName[], more?: Record<string, unknown>) {
  for (const [i, stream] of streams.entries()) await store.append(stream, 'any', [claimEvent(`${i + 1}.50`, more)]);
}
