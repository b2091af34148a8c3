import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PoolClient } from 'pg';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { freshStream, sampleEvents } from '../contract/samples.js';
import { AppendInGroups1795383000000 } from '../migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { RecordedEvent } from '../port.js';
import { PostgresEventStore } from '../postgres/postgres-store.js';
import { checkReceipt, type Receipt } from './check-receipt.js';
import { readHeadsFile, UnreadableHeadError } from './heads-file.js';
import { consistencyHolds, entryText, leafHash } from './merkle.js';
import { CreateTree1795390000000 } from './migrations/create-tree.js';
import { receiptOf } from './receipt.js';
import { LogChangedError, signHead, signHeads, type Signing } from './sign-heads.js';
import { openSigningKey, readPublicKey } from './signing-key.js';
import { signatureHolds, type SignedTreeHead } from './tree-head.js';
import { TreeTables } from './tree-tables.js';
import { CompactRange, consistencyProof } from './tree.js';
import { verifyLog } from './verify-log.js';

describe('Signing the tree', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let folder: string;
  let signing: Signing;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redress-signing-'));
    database = await testDatabase();
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      CreateTree1795390000000,
      AppendOneEvent1795410000000,
    ]);
    store = new PostgresEventStore(database.url);
    const key = openSigningKey(join(folder, 'keys/tree-key.pem'));
    signing = { pool: database.pool, key, headsPath: join(folder, 'heads/tree-heads.jsonl') };
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const append = (count: number) => store.append(freshStream(), 'none', sampleEvents(count));
  const wholeLog = () => store.readAll({ after: '0' as RecordedEvent['position'], limit: 10_000 });
  const inFile = () => readHeadsFile(signing.headsPath);

  async function withClient<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await database.pool.connect();
    try {
      return await use(client);
    } finally {
      client.release();
    }
  }

  it('signs nothing while the log is empty, one head when it has grown, and none again while it stays', async () => {
    await expect(signHead(signing)).resolves.toBeNull();
    await append(3);
    const head = (await signHead(signing))!;
    expect(head).toMatchObject({ size: 3, position: '3', keyId: signing.key.keyId });
    expect(signatureHolds(head, signing.key.publicKey)).toBe(true);
    await expect(signHead(signing)).resolves.toBeNull();
    await expect(inFile()).resolves.toEqual([head]);
  });

  it('signs the root over what a reader of the log sees, at sizes within, at and past the runs of nodes which it keeps', async () => {
    for (const more of [255, 1, 1, 300, 211]) {
      await append(more);
      const head = (await signHead(signing))!;
      const whole = new CompactRange();
      for (const event of await wholeLog()) whole.append(leafHash(entryText(event)));
      expect(head).toMatchObject({ size: whole.size, rootHash: whole.root() });
    }
    const verification = await withClient((client) =>
      verifyLog(client, { heads: [], publicKeys: [signing.key.publicKey], onProgress: () => undefined }),
    );
    expect(verification).toMatchObject({ proven: true, events: 768, heads: 5, signedUpTo: '768' });
  });

  it('proves each head to be a continuation of every earlier one', async () => {
    const heads: SignedTreeHead[] = [];
    for (const more of [7, 250, 300]) {
      await append(more);
      heads.push((await signHead(signing))!);
    }
    await withClient(async (client) => {
      for (const older of heads)
        for (const newer of heads.filter((head) => head.size >= older.size)) {
          const path = await consistencyProof(new TreeTables(client), older.size, newer.size);
          expect(consistencyHolds(older.size, newer.size, older.rootHash, newer.rootHash, path)).toBe(true);
        }
    });
  });

  it('lets two signers at once make one head', async () => {
    await append(5);
    const other = { ...signing, headsPath: join(folder, 'other.jsonl') };
    const made = await Promise.all([signHead(signing), signHead(other)]);
    expect(made.filter((head) => head !== null)).toHaveLength(1);
    await signHead(signing);
    await signHead(other);
    expect(await readHeadsFile(other.headsPath)).toEqual(await inFile());
  });

  it('completes a file which a crash left behind or cut in the middle of a line', async () => {
    for (const more of [2, 2, 2]) {
      await append(more);
      await signHead(signing);
    }
    const whole = readFileSync(signing.headsPath, 'utf8');
    for (const kept of [whole.length - 20, whole.length - 1, 100, 0]) {
      truncateSync(signing.headsPath, kept);
      await signHead(signing);
      expect(readFileSync(signing.headsPath, 'utf8')).toBe(whole);
    }
    appendFileSync(signing.headsPath, 'something else\n');
    await expect(signHead(signing)).rejects.toThrow(UnreadableHeadError);
  });

  it('does not sign a log which no longer begins with what was signed', async () => {
    await append(10);
    await signHead(signing);
    await append(10);
    await database.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL');
    await database.pool.query(
      `UPDATE es.events SET recorded_at = recorded_at - interval '1 second' WHERE position = 4`,
    );
    await expect(signHead(signing)).rejects.toThrow(LogChangedError);
    await database.pool.query('DELETE FROM es.events WHERE position > 5');
    await database.pool.query('UPDATE es.counter SET position = 5');
    await expect(signHead(signing)).rejects.toThrow(/covers 10 events, the log has 5/);
    await expect(inFile()).resolves.toHaveLength(1);
  });

  it('goes on after a failure, and signs once more when it is stopped', async () => {
    const stop = new AbortController();
    const failures: unknown[] = [];
    await append(1);
    await database.pool.query('ALTER TABLE es.tree_heads RENAME TO away');
    const running = signHeads(signing, 5, stop.signal, (error) => failures.push(error));
    while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await database.pool.query('ALTER TABLE es.away RENAME TO tree_heads');
    await append(1);
    stop.abort();
    await running;
    expect((await inFile()).at(-1)).toMatchObject({ size: 2 });
  });

  it('makes its key once, for its owner alone to read, and never in the database', () => {
    const path = join(folder, 'keys/tree-key.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(openSigningKey(path).keyId).toBe(signing.key.keyId);
    expect(readPublicKey(path)?.equals(signing.key.publicKey)).toBe(true);
    expect(readPublicKey(join(folder, 'none.pem'))).toBeNull();
  });

  it('has its heads and nodes changed by nobody', async () => {
    await append(256);
    await signHead(signing);
    for (const table of ['tree_heads', 'tree_nodes'])
      for (const change of [`DELETE FROM es.${table}`, `TRUNCATE es.${table}`])
        await expect(database.pool.query(change)).rejects.toThrow('is never changed');
    await expect(database.pool.query('UPDATE es.tree_heads SET size = 1')).rejects.toThrow('is never changed');
  });

  describe('gives receipts', () => {
    const receiptAt = async (position: number): Promise<Receipt | null> => {
      const event = (await wholeLog())[position - 1]!;
      return withClient((client) => receiptOf(client, event.id, signing.key.publicKey));
    };

    it('which hold for every event that a head covers, and only then', async () => {
      const log = () => wholeLog();
      for (const more of [9, 280]) {
        await append(more);
        await signHead(signing);
      }
      await append(1);
      for (const position of [1, 9, 10, 255, 256, 257, 289]) {
        const receipt = (await receiptAt(position))!;
        const copied = JSON.parse(JSON.stringify(receipt)) as Receipt;
        expect(checkReceipt(copied, signing.key.keyId)).toEqual({
          holds: true,
          hash: (await log())[position - 1]!.hash,
        });
      }
      await expect(receiptAt(290)).resolves.toBeNull();
    });

    it('which hold no longer when a word of them is altered', async () => {
      await append(20);
      await signHead(signing);
      const receipt = (await receiptAt(12))!;
      const { event, head } = receipt;
      const because = (altered: Receipt, keyId = signing.key.keyId) => {
        const verdict = checkReceipt(altered, keyId);
        return verdict.holds ? 'holds' : verdict.because;
      };
      const altered: Partial<Receipt>[] = [
        { event: { ...event, data: { n: 12 } } },
        { event: { ...event, meta: { ...event.meta, occurredAt: '2026-03-02T09:00:01+08:00' } } },
        { event: { ...event, type: 'ClaimRejected' } },
        { event: { ...event, stream: `${event.stream}0` } },
        { previousHash: '00'.repeat(32) },
        { position: '11' as Receipt['position'] },
        { recordedAt: '2026-03-02T01:00:00.000000+00:00' },
        { path: receipt.path.slice(1) },
      ];
      for (const part of altered) expect(because({ ...receipt, ...part })).toBe('notIncluded');
      expect(because({ ...receipt, head: { ...head, size: 21 } })).toBe('signature');
      const { signature } = head;
      // Of the last sign before the padding four bits say nothing: the next sign says the same.
      const lastBits = signature.replace(/.(?===$)/, (last) => String.fromCharCode(last.charCodeAt(0) + 1));
      for (const other of ['no', `${signature} `, signature.slice(0, -1), lastBits])
        expect(because({ ...receipt, head: { ...head, signature: other } })).toBe('signature');
      expect(because(receipt, '00'.repeat(32))).toBe('anotherKey');
      expect(because({} as Receipt)).toBe('malformed');
    });

    it('which hold no longer when they say more than was signed', async () => {
      await append(20);
      await signHead(signing);
      const receipt = (await receiptAt(12))!;
      const { event, head, previousHash } = receipt;
      const more = { note: 'paid in full' };
      const widened: Receipt[] = [
        { ...receipt, ...more },
        { ...receipt, event: { ...event, ...more } },
        { ...receipt, head: { ...head, ...more } },
        { ...receipt, event: { ...event, schema: String(event.schema) as unknown as number } },
        { ...receipt, previousHash: `${previousHash} ` },
      ];
      for (const file of widened)
        expect(checkReceipt(file, signing.key.keyId)).toEqual({ holds: false, because: 'malformed' });
    });

    it('whose check needs nothing of this machine but node:crypto', () => {
      const seen = new Set<string>();
      const packages = new Set<string>();
      const visit = (file: string): void => {
        if (seen.has(file)) return;
        seen.add(file);
        for (const [, from] of readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from '([^']+)'/gms))
          if (from!.startsWith('.')) visit(join(dirname(file), from!.replace(/\.js$/, '.ts')));
          else packages.add(from!);
      };
      visit(join(__dirname, 'check-receipt.ts'));
      expect([...packages]).toEqual(['node:crypto']);
    });
  });
});
