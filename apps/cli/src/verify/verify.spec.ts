import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { CreateTree1795390000000 } from '@redress/event-store/proof/migrations/create-tree.js';
import { readHeadsFile } from '@redress/event-store/proof/heads-file.js';
import { signHead } from '@redress/event-store/proof/sign-heads.js';
import { openSigningKey } from '@redress/event-store/proof/signing-key.js';
import { fillLog } from '@redress/event-store/proof/testing/filled-log.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { print } from '../answer.js';
import { usage, verify } from './verify.js';

interface Told {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

describe('redress verify', () => {
  const before = { ...process.env };
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'redress-verify-'));
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      TREE_HEADS_PATH: join(folder, 'heads.jsonl'),
      TREE_KEY_PATH: join(folder, 'key.pem'),
    });
    await migrate(database.url, [CreateEventStore1763700000000, CreateTree1795390000000]);
    await fillLog(database.pool, { events: 40, streams: 3, data: (n) => ({ n }) });
    const key = openSigningKey(join(folder, 'key.pem'));
    await signHead({ pool: database.pool, key, headsPath: join(folder, 'heads.jsonl') });
  });

  afterAll(async () => {
    process.env = before;
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  async function redress(...words: string[]): Promise<Told> {
    const told = { out: '', error: '' };
    const write = (to: 'out' | 'error') => ({ write: (text: string) => (told[to] += text) });
    const code = await print(verify, words, usage, { stdout: write('out'), stderr: write('error') });
    return { code, ...told };
  }

  it('proves the log, tells the rate, and says what it does not prove', async () => {
    const { code, out } = await redress();
    expect(code).toBe(0);
    expect(out).toMatch(/40 \([\d.]+ s, [\d,]+\/s\)/);
    expect(out).toContain('Nothing is at fault');
    expect(out).toContain('can write another history');
  });

  it('answers in JSON', async () => {
    const { code, out } = await redress('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      proven: true,
      events: 40,
      streams: 3,
      signedUpTo: '40',
      outsideHeads: 1,
      faults: [],
    });
  });

  it('takes a head by hand, and says that the end is unguarded where there is none from outside', async () => {
    const [head] = await readHeadsFile(join(folder, 'heads.jsonl'));
    writeFileSync(join(folder, 'empty.jsonl'), '');
    const unguarded = await redress('--heads', join(folder, 'empty.jsonl'));
    expect(unguarded).toMatchObject({ code: 0, out: expect.stringContaining('would not show') as string });
    const { out } = await redress('--heads', join(folder, 'empty.jsonl'), '--head', JSON.stringify(head), '--json');
    expect(JSON.parse(out)).toMatchObject({ outsideHeads: 1, heads: 1 });
  });

  it('ends with 1 and names the event when something is at fault', async () => {
    await database.pool.query('ALTER TABLE es.events DISABLE TRIGGER ALL');
    await database.pool.query(`UPDATE es.events SET type = 'ClaimRejected' WHERE position = 17`);
    const { code, out } = await redress();
    expect(code).toBe(1);
    expect(out).toMatch(/altered: the event at position 17, revision 5 of contract-/);
    await database.pool.query(`UPDATE es.events SET type = 'ClaimAccepted' WHERE position = 17`);
    expect(await redress()).toMatchObject({ code: 0 });
  });

  it.each([
    [['--head', '{}'], '--head: '],
    [['--heads', '/nowhere/heads.jsonl'], '--heads: '],
    [['--key', '/nowhere/key.pem'], '--key: '],
    [['--fast'], '--fast: '],
  ])('ends with 2 on %j', async (words, told) => {
    expect(await redress(...words)).toMatchObject({ code: 2, error: expect.stringContaining(told) as string });
  });

  it('ends with 2 where there is no log', async () => {
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = database.url.replace(/test_[0-9a-f]+/, 'postgres');
    expect(await redress()).toMatchObject({
      code: 2,
      error: expect.stringContaining('no log of this version') as string,
    });
    process.env.DATABASE_URL = database.url.replace(/test_[0-9a-f]+/, 'nowhere');
    expect(await redress()).toMatchObject({ code: 2, error: expect.stringContaining('cannot verify') as string });
    process.env.DATABASE_URL = url;
  });
});
