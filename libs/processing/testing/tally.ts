import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { ProjectionDefinition, ReferenceFold } from '../projection.js';

export interface Tally {
  readonly events: number;
  readonly total: string;
  readonly last: string;
  readonly amounts: readonly { readonly position: Position; readonly amount: string }[];
}

/** What a reference stream gives: a rate by which the totals of open streams are shown. */
export interface Rate {
  readonly rate: number;
}

export const rates: ReferenceFold<Rate> = {
  categories: ['rate'],
  initial: { rate: 1 },
  evolve(_, event) {
    if (typeof event.data.rate !== 'number') throw new Error('no rate');
    return { rate: event.data.rate };
  },
};

/** A view for the specs: what each stream adds up to, and a row an event, so that one applied twice is seen. */
export const tally: ProjectionDefinition<Tally, Rate> = {
  name: 'tally-board',
  version: 1,
  schemaSql: `
    CREATE TABLE tally (
      id text PRIMARY KEY, stream text NOT NULL, events integer NOT NULL CHECK (events < 1000), total numeric(18,2) NOT NULL,
      rated numeric(18,2) NOT NULL, last text NOT NULL, open boolean NOT NULL
    );
    CREATE INDEX tally_open ON tally (open, total);
    CREATE TABLE tally_amount (id text, amount numeric(18,2), n integer NOT NULL, PRIMARY KEY (id, amount));
    CREATE TABLE tally_entries (id text, position bigint, amount numeric(18,2) NOT NULL, PRIMARY KEY (id, position));
    CREATE INDEX ON tally_entries (position);
    CREATE TABLE tally_rate (stream text PRIMARY KEY, rate numeric NOT NULL);
    CREATE TABLE tally_count (last text, is_open boolean, n bigint NOT NULL, PRIMARY KEY (last, is_open));`,
  tables: [
    { name: 'tally', holds: 'subject', key: ['id'] },
    { name: 'tally_amount', holds: 'subject', key: ['id', 'amount'] },
    { name: 'tally_entries', holds: 'subject', key: ['id', 'position'] },
    { name: 'tally_rate', holds: 'reference', key: ['stream'] },
  ],
  counts: [{ name: 'tally_count', of: 'tally', by: { last: 'last', is_open: 'open' } }],
  categories: ['claim'],
  reference: rates,
  evolve(state, event) {
    const { amount, poison } = event.data as { amount: string; poison?: boolean };
    if (poison === true) throw new Error('this event cannot be applied');
    const before = state ?? { events: 0, total: '0.00', amounts: [] };
    return {
      events: before.events + 1,
      total: (Number(before.total) + Number(amount)).toFixed(2),
      last: event.type,
      amounts: [...before.amounts, { position: event.position, amount }],
    };
  },
  isOpen: ({ last }) => last !== 'ClaimClosed',
  rows({ id, stream, state }, { rate }) {
    const { events, total, last, amounts } = state;
    const counted = new Map<string, number>();
    for (const { amount } of amounts.slice(-3)) counted.set(amount, (counted.get(amount) ?? 0) + 1);
    return {
      tally: [
        { id, stream, events, total, rated: (Number(total) * rate).toFixed(2), last, open: last !== 'ClaimClosed' },
      ],
      tally_amount: [...counted].map(([amount, n]) => ({ id, amount, n })),
      tally_entries: amounts.map((entry) => ({ id, ...entry })),
    };
  },
  referenceRows: (event: RecordedEvent) => ({
    tally_rate: [{ stream: event.stream, rate: event.data.rate as number }],
  }),
};

export function claimEvent(amount: string, more: Record<string, unknown> = {}, type = 'PaymentRecorded'): NewEvent {
  return {
    id: randomUUID(),
    type,
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
