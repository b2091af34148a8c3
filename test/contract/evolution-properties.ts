import assert from 'node:assert/strict';
import { upcasters } from '@redress/cases/overdue-payment/upcast.js';
import { type Shapes, UnknownEventError, upcast, upcasting } from '@redress/cases/shared/upcast.js';
import { verifyStream } from '@redress/event-store/chain.js';
import type { ContractAdapter, Property } from '@redress/event-store/contract/property.js';
import { freshCategory, readOn, sampleEvent, until } from '@redress/event-store/contract/samples.js';
import type { NewEvent, Position, RecordedEvent } from '@redress/event-store/port.js';
import { randomUUID } from 'node:crypto';

const defects = [{ item: '营业执照', what: '未附' }];

/** What releases have written, and write now: a claim's, and a type invented here which has changed twice. */
const golden = [
  { type: 'SupplementRequested', schema: 1, data: { defects } },
  { type: 'SupplementRequested', schema: 2, data: { defects, dueOn: '2026-03-16', arisenFrom: null } },
  { type: 'NoteAdded', schema: 1, data: { note: '来访' } },
  { type: 'NoteAdded', schema: 2, data: { text: '来电' } },
  { type: 'NoteAdded', schema: 3, data: { text: '来函', visibleTo: 'parties' } },
] as const;

const today: Shapes = {
  schemas: { SupplementRequested: 2, NoteAdded: 3 },
  upcasters: {
    ...upcasters,
    NoteAdded: { 1: ({ note }) => ({ text: note }), 2: (data) => ({ ...data, visibleTo: null }) },
  },
};

const asToday = [
  { type: 'SupplementRequested', schema: 2, data: { defects, dueOn: null, arisenFrom: null } },
  { type: 'SupplementRequested', schema: 2, data: { defects, dueOn: '2026-03-16', arisenFrom: null } },
  { type: 'NoteAdded', schema: 3, data: { text: '来访', visibleTo: null } },
  { type: 'NoteAdded', schema: 3, data: { text: '来电', visibleTo: null } },
  { type: 'NoteAdded', schema: 3, data: { text: '来函', visibleTo: 'parties' } },
];

/** Schema versions come and go, the log stays (invariant 5). The readers who fold are handed the upcaster; who verifies is not. */
export function evolutionProperties({ store }: ContractAdapter): Property[] {
  const write = async (events: readonly Pick<NewEvent, 'type' | 'schema' | 'data'>[]) => {
    const category = freshCategory();
    const stream = `${category}-${randomUUID()}`;
    for (const event of events) await store().append(stream, 'any', [sampleEvent({}, event)]);
    return { category, stream };
  };
  const shape = ({ type, schema, data }: RecordedEvent) => ({ type, schema, data });

  return [
    {
      number: 64,
      name: 'events of every schema version are folded in today’s shape, from one version to the next, however they are read',
      run: async () => {
        const { category, stream } = await write(golden);
        const seen: RecordedEvent[] = [];
        const subscription = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: (event) => void seen.push(upcast(event, today)),
        });
        assert.deepEqual(upcasting(await store().readStream(stream), today).map(shape), asToday);
        const backwards = await store().readStream(stream, { direction: 'backwards' });
        assert.deepEqual(upcasting(backwards, today).map(shape), asToday.toReversed());
        await until(() => seen.length >= golden.length);
        assert.deepEqual(seen.map(shape), asToday);
        await subscription.stop();
      },
    },
    {
      number: 64,
      name: 'the log keeps every version as it was written, and its chain verifies; the upcast events are not the chained ones',
      run: async () => {
        const { category, stream } = await write(golden);
        const stored = await store().readStream(stream);
        const folded = upcasting(stored, today);
        assert.deepEqual(stored.map(shape), golden);
        assert.deepEqual(await readOn(store(), '0' as Position, 2, [category]), stored);
        assert.deepEqual(verifyStream(stored), { ok: true, events: golden.length });
        assert.deepEqual(verifyStream(folded), { ok: false, at: '0', fault: 'altered' });
      },
    },
    {
      number: 65,
      name: 'an event of a type or a schema version which this release does not know is refused by name, and stays in the log',
      run: async () => {
        const unknown = [
          { type: 'SupplementRequested', schema: 3, data: { defects, by: 'post' } },
          { type: 'CaseSealed', schema: 1, data: {} },
        ];
        for (const event of unknown) {
          const { stream } = await write([golden[1], event]);
          const stored = await store().readStream(stream);
          assert.throws(
            () => upcasting(stored, today),
            (error: unknown) => {
              assert.ok(error instanceof UnknownEventError);
              assert.deepEqual([error.type, error.schema], [event.type, event.schema]);
              return true;
            },
          );
          assert.deepEqual(shape(stored[1]!), event);
          assert.deepEqual(verifyStream(stored), { ok: true, events: 2 });
        }
      },
    },
  ];
}
