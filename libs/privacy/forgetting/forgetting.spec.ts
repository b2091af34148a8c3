import { sampleEvent } from '@redress/event-store/contract/samples.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { SealedValue } from '../sealed-value.js';
import { databaseWithKeys, type DatabaseWithKeys } from '../testing/database-with-keys.js';
import { eraseForgotten, waitForErasure } from './erase-forgotten.js';
import { erasureLag } from './erasure-lag.js';
import { forgettingStream, recordForgetting, subjectOf, type Forgotten, type Subject } from './forgotten.js';

const pathsOf = () => [
  { path: 'contact', of: 'person' as const },
  { path: 'note', of: 'text' as const },
];
const contact = { name: '王芳', phone: '13800000000' };
const stream = 'complaint-1';
const actor = { id: 'supervisor-1', name: '赵军', role: 'supervisor', organisation: 'city' };
const now = '2026-03-02T09:00:00+08:00';

let database: DatabaseWithKeys;
let store: MemoryEventStore;
let running: { stop(): Promise<void> }[];
const errors: unknown[] = [];

beforeEach(async () => {
  database = await databaseWithKeys();
  store = new MemoryEventStore();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await database.drop();
  expect(errors.splice(0)).toEqual([]);
});

const start = () => running.push(eraseForgotten(store, database.pool, (error) => errors.push(error)));
const sealOne = async (data: object, of = stream) => {
  const [event] = await database.vault.sealed(of, [sampleEvent(data as Record<string, unknown>)], pathsOf, {});
  return event!.data as Record<string, SealedValue>;
};
const forget = (subject: Subject, commandId = crypto.randomUUID()) =>
  recordForgetting(store, subject, { reason: '本人申请', authority: 'supervisor' }, { commandId, actor, now });
const recorded = (forgotten: Forgotten) => {
  if (forgotten.outcome !== 'recorded') throw new Error(forgotten.outcome);
  return forgotten;
};
const erasure = (id: string) => waitForErasure(database.pool, id, 5_000);

test('66: first the event, then the key goes, and with it every mark of the person', async () => {
  const sealed = await sealOne({ contact, note: '来电' });
  const id = sealed.contact!.key;
  const { position } = recorded(await forget({ of: 'person', id }));
  expect(await store.readStream(`person-${id}`)).toMatchObject([
    { type: 'PersonForgotten', position, data: { reason: '本人申请', authority: 'supervisor' }, meta: { actor } },
  ]);
  expect(await database.vault.opened(stream, sealed)).toEqual({ contact, note: '来电' });
  start();
  expect(await erasure(id)).toBe(true);
  expect(await database.vault.opened(stream, sealed)).toEqual({ contact: { erased: true }, note: '来电' });
  expect(await database.register.find({ name: '王芳' })).toEqual([]);
  expect(await database.register.keyState(id)).toEqual({ id, of: 'person', stream: null, destroyed: true });
});

test('one text is redacted alone', async () => {
  const sealed = await sealOne({ contact, note: '来电' });
  start();
  await forget({ of: 'text', id: sealed.note!.key });
  expect(await erasure(sealed.note!.key)).toBe(true);
  expect(await database.vault.opened(stream, sealed)).toEqual({ contact, note: { erased: true } });
  expect(await store.readStream(`text-${sealed.note!.key}`)).toMatchObject([{ type: 'TextRedacted' }]);
});

test('what is forgotten already is not forgotten again; the same command has the same answer', async () => {
  const { contact: person } = await sealOne({ contact });
  const subject = { of: 'person', id: person!.key } as const;
  const commandId = crypto.randomUUID();
  const first = recorded(await forget(subject, commandId));
  expect(first.before).toBe(false);
  expect(await forget(subject, commandId)).toEqual(first);
  expect(await forget(subject)).toEqual({ ...first, before: true });
  const other = { reason: '另一原因', authority: 'supervisor' };
  expect(await recordForgetting(store, subject, other, { commandId, actor, now })).toEqual({
    outcome: 'commandIdReused',
  });
  expect(await store.readStream(forgettingStream(subject))).toHaveLength(1);
});

test('who comes back after being forgotten is somebody new', async () => {
  const { contact: before } = await sealOne({ contact });
  start();
  await forget({ of: 'person', id: before!.key });
  await erasure(before!.key);
  const { contact: after } = await sealOne({ contact }, 'complaint-2');
  expect(after!.key).not.toBe(before!.key);
  expect(await database.vault.opened('complaint-2', { contact: after })).toEqual({ contact });
});

test('two workers do it as one does, and a restart goes on from the checkpoint', async () => {
  start();
  start();
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, n) => sealOne({ contact: { name: `人${n}`, phone: `1380000000${n}` } })),
  );
  for (const { contact: one } of people.slice(0, 4)) await forget({ of: 'person', id: one!.key });
  for (const { contact: one } of people.slice(0, 4)) expect(await erasure(one!.key)).toBe(true);
  await Promise.all(running.splice(0).map((one) => one.stop()));
  for (const { contact: one } of people.slice(4)) await forget({ of: 'person', id: one!.key });
  start();
  for (const { contact: one } of people.slice(4)) expect(await erasure(one!.key)).toBe(true);
  const { rows } = await database.pool.query('SELECT erased_to FROM privacy.vault');
  expect(rows).toEqual([{ erased_to: await store.head() }]);
});

test('a backup of the keys put back forgets again', async () => {
  const { contact: person } = await sealOne({ contact });
  const tables = ['keys', 'identities', 'searched', 'vault'];
  for (const table of tables)
    await database.pool.query(`CREATE TABLE backup_${table} AS SELECT * FROM privacy.${table}`);
  start();
  await forget({ of: 'person', id: person!.key });
  await erasure(person!.key);
  await Promise.all(running.splice(0).map((one) => one.stop()));
  await database.pool.query('TRUNCATE privacy.keys, privacy.identities, privacy.searched, privacy.vault CASCADE');
  for (const table of tables) await database.pool.query(`INSERT INTO privacy.${table} SELECT * FROM backup_${table}`);
  expect(await database.vault.opened(stream, { person })).toEqual({ person: contact });
  start();
  expect(await erasure(person!.key)).toBe(true);
});

test('a failure is reported, and tried again', async () => {
  const { contact: person } = await sealOne({ contact });
  await database.pool.query('ALTER FUNCTION privacy.destroy_key RENAME TO gone');
  await forget({ of: 'person', id: person!.key });
  start();
  expect(await waitForErasure(database.pool, person!.key, 200)).toBe(false);
  await database.pool.query('ALTER FUNCTION privacy.gone RENAME TO destroy_key');
  expect(await erasure(person!.key)).toBe(true);
  expect(errors.splice(0)).toMatchObject([{ code: '42883' }]);
});

test('what is sealed in a case is listed by person and text, without what it says', async () => {
  const [event] = await database.vault.sealed(stream, [sampleEvent({ contact, note: '来电' })], pathsOf, {});
  await store.append(stream, 'none', [event!]);
  const ids = Object.values(event!.data as Record<string, SealedValue>).map(({ key }) => key);
  start();
  await forget({ of: 'text', id: ids[1]! });
  await erasure(ids[1]!);
  expect(await database.register.partsOf(await store.readStream(stream))).toEqual([
    { id: ids[0], of: 'person', revision: '0', type: 'ClaimAccepted', path: 'data.contact', erased: false },
    { id: ids[1], of: 'text', revision: '0', type: 'ClaimAccepted', path: 'data.note', erased: true },
  ]);
});

test('a stream of forgetting names its subject', () => {
  const subject = { of: 'text', id: '0192a000-0000-8000-8000-000000000001' } as const;
  expect(subjectOf(forgettingStream(subject))).toEqual(subject);
});

test('health turns red while an erasure waits too long, and green when it is done', async () => {
  const sealed = await sealOne({ contact });
  const id = sealed.contact!.key;
  expect(await erasureLag(store, database.pool)).toMatchObject({ lagSeconds: 0, healthy: true });
  const { position, recordedAt } = recorded(await forget({ of: 'person', id }));
  expect((await erasureLag(store, database.pool)).healthy).toBe(true);
  const earlier = {
    readAll: async (options: Parameters<MemoryEventStore['readAll']>[0]) =>
      (await store.readAll(options)).map((event) => ({
        ...event,
        recordedAt: new Date(Date.parse(recordedAt) - 60_000).toISOString(),
      })),
  };
  const late = await erasureLag(earlier, database.pool);
  expect(late.healthy).toBe(false);
  expect(late.lagSeconds).toBeGreaterThan(59);
  start();
  expect(await erasure(id)).toBe(true);
  expect(await erasureLag(earlier, database.pool)).toEqual({ erasedTo: position, lagSeconds: 0, healthy: true });
});
