import { randomUUID } from 'node:crypto';
import { demonstrationAccounts, loadDemonstrationAccounts } from '@redress/access/demonstration-accounts.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { Position } from '@redress/event-store/port.js';
import { createLogger } from '@redress/platform/logging.js';
import { openPrivacy } from '@redress/privacy/privacy.js';
import { now } from '@redress/platform/server-clock.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import type { Parts } from '../kernel/parts.js';
import { fold } from '../kernel/case-stream.js';
import { caseKinds } from '../kinds.js';
import { loadDemonstrationCases } from './demonstration-cases.js';
import { prepare } from './prepare.js';

let database: TestDatabase;
let store: PostgresEventStore;
let parts: Parts;

beforeAll(async () => {
  database = await testDatabase();
  await prepare({
    databaseUrl: database.url,
    eventStoreUrl: null,
    masterKeyPath: database.masterKeyPath,
    demonstration: true,
    say: () => undefined,
  });
  store = new PostgresEventStore(database.url);
  parts = {
    pool: database.pool,
    store,
    clock: { now: () => now(database.pool) },
    privacy: openPrivacy(database.pool, database.masterKeyPath, true),
    logger: createLogger('test', 'fatal'),
  };
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

test('the demonstration cases are taken by the same rules as a user’s, and loading them again appends nothing', async () => {
  expect(await loadDemonstrationCases(parts)).toBe(14);
  const head = await store.head();
  expect(await loadDemonstrationCases(parts)).toBe(0);
  expect(await store.head()).toBe(head);
});

test('they show every kind, in various states', async () => {
  const events = await store.readAll({
    after: '0' as Position,
    limit: 10_000,
    categories: caseKinds.map(({ category }) => category),
  });
  const statuses = new Map<string, Set<string>>();
  for (const stream of new Set(events.map((event) => event.stream))) {
    const kind = caseKinds.find(({ category }) => stream.startsWith(`${category}-`))!;
    const history = events.filter((event) => event.stream === stream);
    const { status } = kind.summaryOf(fold(kind, kind.initial, history))!;
    statuses.set(kind.kind, (statuses.get(kind.kind) ?? new Set()).add(status));
  }
  expect(Object.fromEntries([...statuses].map(([kind, found]) => [kind, [...found].sort()]))).toEqual({
    overduePayment: expect.arrayContaining(['accepted', 'concluded', 'inHandling']) as string[],
    complaint: ['concluded', 'inHandling', 'lodged'],
    creditRepair: ['accepted', 'concluded', 'requested'],
    ipFastTrack: ['agreed', 'inAdjudication', 'inHandling'],
  });
});

test('two preparations at once leave one organisation, one law and one set of accounts', async () => {
  const head = await store.head();
  const again = () =>
    prepare({
      databaseUrl: database.url,
      eventStoreUrl: null,
      masterKeyPath: database.masterKeyPath,
      demonstration: true,
      say: () => undefined,
    });
  await Promise.all([again(), again()]);
  expect(await store.head()).toBe(head);
  expect(await loadDemonstrationAccounts(database.pool)).toHaveLength(demonstrationAccounts().length);
});

test('an event of a release to come in one of them stops no start', async () => {
  const [lodged] = await store.readAll({ after: '0' as Position, limit: 1, categories: ['overduePayment'] });
  const { meta, stream } = lodged!;
  const event = {
    id: randomUUID(),
    type: 'NotKnownYet',
    schema: 1,
    data: {},
    meta: { ...meta, commandId: randomUUID() },
  };
  await store.append(stream, 'any', [event]);
  expect(await loadDemonstrationCases(parts)).toBe(0);
});
