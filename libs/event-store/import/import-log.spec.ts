import fc from 'fast-check';
import { Client } from 'pg';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { sampleEvent, sampleEvents } from '../contract/samples.js';
import { InvalidEventError } from '../errors.js';
import { AppendInGroups1795383000000 } from '../migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { Position } from '../port.js';
import { PostgresEventStore } from '../postgres/postgres-store.js';
import { importLog, LogNotEmptyError } from './import-log.js';
import type { ImportedAppend } from './imported-rows.js';

let database: TestDatabase;
let client: Client;
let store: PostgresEventStore;

beforeEach(async () => {
  database = await testDatabase();
  await migrate(database.url, [
    CreateEventStore1763700000000,
    AppendInGroups1795383000000,
    AppendOneEvent1795410000000,
  ]);
  client = new Client(database.url);
  await client.connect();
  store = new PostgresEventStore(database.url);
});

afterEach(async () => {
  await store.close();
  await client.end();
  await database.drop();
});

const append = (stream: string, events: number, second: number, last = false): ImportedAppend => ({
  stream,
  events: sampleEvents(events),
  recordedAt: `2026-01-05T09:00:${String(second).padStart(2, '0')}+08:00`,
  last,
});

const strange = 'sample-a\tb\\c\n\r é 案';

test('what is imported reads as if it had been appended: chained, in order, with the times given', async () => {
  const appends = [
    append('sample-1', 2, 1),
    append(strange, 1, 1),
    append('sample-1', 1, 2, true),
    append(strange, 1, 3),
  ];
  const seen: number[] = [];
  expect(await importLog(client, appends, (events) => seen.push(events))).toBe(5);
  expect(seen.at(-1)).toBe(5);

  const log = await store.readAll({ after: '0' as Position, limit: 10 });
  expect(log.map(({ stream, revision, position }) => [stream, revision, position])).toEqual([
    ['sample-1', '0', '1'],
    ['sample-1', '1', '2'],
    [strange, '0', '3'],
    ['sample-1', '2', '4'],
    [strange, '1', '5'],
  ]);
  expect(log.map(({ data }) => data)).toEqual(appends.flatMap(({ events }) => events.map(({ data }) => data)));
  expect(log.map(({ recordedAt }) => Date.parse(recordedAt))).toEqual(
    [1, 1, 1, 2, 3].map((second) => Date.parse(`2026-01-05T01:00:0${second}Z`)),
  );
  for (const stream of ['sample-1', strange]) expect(await store.verify(stream)).toMatchObject({ ok: true });
});

test('any events are read back as an appender would have recorded them: texts, revisions, schemas and times to the millisecond', async () => {
  const instant = fc.date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme', minLength: 900, maxLength: 1200 }),
  );
  const one = fc.record({ at: instant, schema: fc.integer({ min: 1, max: 2 ** 31 - 1 }), text });
  const large = { at: new Date('2099-12-31T23:59:59Z'), schema: 1, text: `${'x'.repeat(3_000_000)}案` };
  const [events] = fc.sample(fc.array(one, { minLength: 400, maxLength: 500, size: 'max' }), 1);
  const appends = [...events!, large]
    .sort((a, b) => Number(a.at) - Number(b.at))
    .map(({ at, schema, text }, n): ImportedAppend => ({
      stream: `sample-${n % 7}`,
      events: [sampleEvent({ text }, { schema })],
      recordedAt: at.toISOString(),
      last: false,
    }));
  await importLog(client, appends);
  const log = await store.readAll({ after: '0' as Position, limit: 1000 });
  expect(
    log.map(({ id, schema, data, meta, recordedAt }) => ({ id, schema, data, meta, at: Date.parse(recordedAt) })),
  ).toEqual(
    appends.map(({ events: [event], recordedAt }) => {
      const { id, schema, data, meta } = event!;
      return { id, schema, data, meta, at: Date.parse(recordedAt) };
    }),
  );
  for (let n = 0; n < 7; n++) expect(await store.verify(`sample-${n}`)).toMatchObject({ ok: true });
});

test('appends go on after it, from the next position and revision, and ids are still unique', async () => {
  const first = append('sample-1', 1, 1);
  await importLog(client, [first]);
  const { rows } = await client.query<{ name: string }>(
    `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'es' AND tablename = 'events' ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'events_category_position',
    'events_id_key',
    'events_pkey',
    'events_stream_revision_key',
  ]);
  expect(await store.append('sample-1', 'exists', sampleEvents(1))).toMatchObject({ revision: '1', position: '2' });
  await expect(store.append('sample-2', 'none', first.events)).rejects.toThrow();
  expect(await store.verify('sample-1')).toEqual({ ok: true, events: 2 });
});

test('a log which holds events is refused and not touched', async () => {
  await store.append('sample-0', 'none', sampleEvents(1));
  await expect(importLog(client, [append('sample-1', 1, 1)])).rejects.toThrow(new LogNotEmptyError('1'));
  expect(await store.head()).toBe('1');
});

test.each<[string, ImportedAppend, new (...args: never[]) => Error]>([
  ['a time that goes back', append('sample-2', 1, 0), RangeError],
  ['what is no time', { ...append('sample-2', 1, 2), recordedAt: 'yesterday' }, RangeError],
  [
    'an event at fault',
    { ...append('sample-2', 1, 2), events: [{ ...sampleEvents(1)[0]!, type: '' }] },
    InvalidEventError,
  ],
])('%s ends the import: nothing is written, and the log takes another', async (_, wrong, error) => {
  await expect(importLog(client, [append('sample-1', 1, 1), wrong])).rejects.toThrow(error);
  expect(await store.head()).toBe('0');
  expect(await importLog(client, [append('sample-1', 1, 1)])).toBe(1);
});

test('an empty import leaves an empty log', async () => {
  expect(await importLog(client, [])).toBe(0);
  expect(await store.append('sample-1', 'none', sampleEvents(1))).toMatchObject({ position: '1' });
});
