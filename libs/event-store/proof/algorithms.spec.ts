import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { freshStream, sampleEvent } from '../contract/samples.js';
import { isAvailable } from '../hash-algorithm.js';
import { AppendInGroups1795383000000 } from '../migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { HashAlgorithm } from '../port.js';
import { PostgresEventStore } from '../postgres/postgres-store.js';
import { checkReceipt } from './check-receipt.js';
import { CreateTree1795390000000 } from './migrations/create-tree.js';
import { receiptOf } from './receipt.js';
import { signHead } from './sign-heads.js';
import { openSigningKey, type SigningKey } from './signing-key.js';
import { verifyLog } from './verify-log.js';

(isAvailable('sm3') ? describe : describe.skip)('A log chained by SM3, then by SHA-256, then by SM3 again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-algorithms-'));
  const stream = freshStream();
  let database: TestDatabase;
  let client: Client;
  let key: SigningKey;
  const ids: string[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      CreateTree1795390000000,
      AppendOneEvent1795410000000,
    ]);
    for (const algorithm of ['sm3', 'sha256', 'sm3'] as const) await append(algorithm);
    key = openSigningKey(join(folder, 'key.pem'));
    await signHead({ pool: database.pool, key, headsPath: join(folder, 'heads.jsonl') });
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  /** A process which is configured so, and leaves the algorithm to the store. */
  async function append(algorithm: HashAlgorithm): Promise<void> {
    const store = new PostgresEventStore(database.url, 1, algorithm);
    for (const name of [stream, stream, freshStream()]) {
      const { hashAlgorithm: _, ...meta } = sampleEvent().meta;
      const event = sampleEvent({ by: algorithm }, { meta });
      await store.append(name, 'any', [event]);
      ids.push(event.id);
    }
    expect(await store.verify(stream)).toMatchObject({ ok: true });
    await store.close();
  }

  const verified = () => verifyLog(client, { heads: [], publicKeys: [key.publicKey], onProgress: () => undefined });

  it('verifies whole, tree and head included', async () => {
    await expect(verified()).resolves.toMatchObject({ proven: true, events: 9, heads: 1, signedUpTo: '9', faults: [] });
  });

  it('gives receipts of either that hold', async () => {
    for (const id of ids)
      expect(checkReceipt((await receiptOf(client, id, key.publicKey))!, key.keyId)).toMatchObject({ holds: true });
  });

  it.each([
    ['the other algorithm', `replace(meta, '"sm3"', '"sha256"')`],
    ['an algorithm that is none of ours', `replace(meta, '"sm3"', '"md5"')`],
    ['no algorithm', `replace(meta, '"hashAlgorithm":"sm3",', '')`],
    ['a second one further down', `replace(meta, '"actor":{', '"actor":{"hashAlgorithm":"sha256",')`],
    ['no JSON', `replace(meta, '"hashAlgorithm":"sm3"', '"hashAlgorithm":"sm3","hashAlgorithm":"sm3')`],
  ])('finds the event whose meta names %s', async (_what, change) => {
    await database.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL');
    const { rows } = await database.pool.query<{ meta: string }>('SELECT meta FROM es.events WHERE position = 7');
    await database.pool.query(`UPDATE es.events SET meta = ${change} WHERE position = 7`);
    await expect(verified()).resolves.toMatchObject({ proven: false, faults: [{ what: 'altered', position: '7' }] });
    await database.pool.query('UPDATE es.events SET meta = $1 WHERE position = 7', [rows[0]!.meta]);
    await expect(verified()).resolves.toMatchObject({ proven: true });
  });
});
