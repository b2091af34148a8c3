import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { sampleEvents } from '@redress/event-store/contract/samples.js';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import { CreateTree1795390000000 } from '@redress/event-store/proof/migrations/create-tree.js';
import type { ReceiptFile } from '@redress/event-store/proof/receipt-file.js';
import { signHead } from '@redress/event-store/proof/sign-heads.js';
import { openSigningKey, type SigningKey } from '@redress/event-store/proof/signing-key.js';
import { keyIdOf, type SignedTreeHead, signTreeHead } from '@redress/event-store/proof/tree-head.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { answered, refused, said } from '../testing/redress.js';
import { receipt } from './receipt.js';

describe('redress receipt', () => {
  const environment = { ...process.env };
  const caseId = randomUUID();
  let database: TestDatabase;
  let folder: string;
  let key: SigningKey;
  let first: SignedTreeHead;
  let later: SignedTreeHead;

  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'redress-receipt-'));
    const treeKey = join(folder, 'key.pem');
    Object.assign(process.env, { DATABASE_URL: database.url, TREE_KEY_PATH: treeKey });
    delete process.env.EVENT_STORE;
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      CreateTree1795390000000,
      AppendOneEvent1795410000000,
    ]);
    key = openSigningKey(treeKey);
    const store = new PostgresEventStore(database.url);
    const sign = async () => (await signHead({ pool: database.pool, key, headsPath: join(folder, 'heads.jsonl') }))!;
    await store.append(`overduePayment-${caseId}`, 'none', sampleEvents(3));
    first = await sign();
    for (let i = 0; i < 300; i++) await store.append(`contract-${randomUUID()}`, 'none', sampleEvents(1));
    await store.append(`overduePayment-${caseId}`, 'any', sampleEvents(1));
    await sign();
    for (let i = 0; i < 10; i++) await store.append(`contract-${randomUUID()}`, 'none', sampleEvents(1));
    later = await sign();
    await store.append(`overduePayment-${caseId}`, 'any', sampleEvents(1));
    await store.close();
  });

  afterAll(async () => {
    process.env = environment;
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const issued = () => answered<ReceiptFile & { notYetSigned: string[] }>(receipt, caseId);
  const written = (file: unknown) => {
    const path = join(folder, `${randomUUID()}.json`);
    writeFileSync(path, JSON.stringify(file));
    return path;
  };
  const checked = async (file: unknown, ...words: string[]) => {
    const { exit, out } = await said(receipt, ['check', written(file), '--key-id', key.keyId, '--json', ...words]);
    return { exit, ...(JSON.parse(out) as { holds: boolean; receipts: { because?: string }[] }) };
  };

  it('of a case has every event which a head covers, under the first head after it, and the way to the newest', async () => {
    const file = await issued();
    expect(file.receipts.map(({ event, head }) => [event.revision, head.size])).toEqual([
      ['0', first.size],
      ['1', first.size],
      ['2', first.size],
      ['3', 304],
    ]);
    expect(file.notYetSigned).toHaveLength(1);
    expect(file.continuations.map(({ from, head }) => [from, head.size])).toEqual([
      [first.size, later.size],
      [304, later.size],
    ]);
    const { exit, out } = await said(receipt, caseId);
    expect(exit).toBe(0);
    expect(out).toContain('1 events are not covered by a signed head yet');
  });

  it('of an event is its own', async () => {
    const [one] = (await issued()).receipts;
    const file = await answered<ReceiptFile>(receipt, one!.event.id.toUpperCase());
    expect(file.receipts).toEqual([one]);
  });

  it('holds when it is checked without a database, with the key, its id, or the receipt alone', async () => {
    const file = await issued();
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nowhere';
    expect(await checked(file)).toMatchObject({ exit: 0, holds: true, keyTrusted: true });
    expect(await checked(file.receipts[0])).toMatchObject({ exit: 0, holds: true });
    const byKey = await said(receipt, ['check', written(file), '--key', join(folder, 'key.pem')]);
    expect(byKey).toMatchObject({ exit: 0, out: expect.stringContaining('The receipt holds.') as string });
    const untold = await said(receipt, ['check', written(file)]);
    expect(untold.out).toContain('No key to trust was given');
    process.env.DATABASE_URL = database.url;
  });

  it('does not hold when a word of it was changed', async () => {
    const file = await issued();
    const text = JSON.stringify(file);
    const changes: [string, (file: ReceiptFile) => unknown][] = [
      ['the data', (f) => Object.assign(f.receipts[0]!.event.data, { n: 7 })],
      ['the actor', (f) => Object.assign(f.receipts[1]!.event.meta.actor, { name: '李丽' })],
      ['the time', (f) => Object.assign(f.receipts[2]!, { recordedAt: '2026-03-02T01:00:00.000000+00:00' })],
      ['the place', (f) => Object.assign(f.receipts[3]!, { position: '5' })],
      ['the head', (f) => Object.assign(f.receipts[3]!.head, { at: '2020-01-01T00:00:00Z' })],
      ['the proof', (f) => (f.receipts[3]!.path as string[]).reverse()],
      ['the way on', (f) => (f.continuations[0]!.path as string[]).pop()],
      ['the later head', (f) => Object.assign(f.continuations[1]!.head, { size: 309 })],
    ];
    for (const [what, change] of changes) {
      const changed = JSON.parse(text) as ReceiptFile;
      change(changed);
      expect([what, await checked(changed)]).toMatchObject([what, { exit: 1, holds: false }]);
    }
    const stranger = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const path = join(folder, 'stranger.pem');
    writeFileSync(path, stranger);
    const other = await said(receipt, ['check', written(file), '--key', path]);
    expect(other).toMatchObject({ exit: 1, out: expect.stringContaining('was signed by another key') as string });
  });

  it('does not hold under a key of another kind, whoever vouches for it', async () => {
    const file = await issued();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const { signature: _, ...head } = file.receipts[0]!.head;
    const keyId = keyIdOf(publicKey);
    const forged = {
      ...file.receipts[0]!,
      head: signTreeHead(head, privateKey, keyId),
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
    };
    const { exit, out } = await said(receipt, ['check', written(forged), '--key-id', keyId]);
    expect([exit, out]).toEqual([1, expect.stringContaining('is no whole receipt')]);
  });

  it('is compared with a head kept elsewhere: issued with it, it leads there; another history is told', async () => {
    const middle = (await issued()).receipts[3]!.head;
    const file = await issued();
    const unconnected = await checked(
      { ...file, receipts: file.receipts.slice(0, 1), continuations: [] },
      '--head',
      JSON.stringify(middle),
    );
    expect(unconnected).toMatchObject({ exit: 1, holds: false, unconnected: [{ size: middle.size }] });
    const leading = await said(receipt, [file.receipts[0]!.event.id, '--head', JSON.stringify(middle), '--json']);
    const led = JSON.parse(leading.out) as ReceiptFile;
    expect(await checked(led, '--head', JSON.stringify(middle))).toMatchObject({ exit: 0, holds: true });
    const { size, position, at } = later;
    const forged = signTreeHead({ size, position, at, rootHash: '5a'.repeat(32) }, key.privateKey, key.keyId);
    expect(await checked(file, '--head', JSON.stringify(forged))).toMatchObject({
      exit: 1,
      contradicted: [{ size: later.size }],
    });
  });

  it.each([
    ['nothing', '', 'receipt <case|event>: '],
    ['an unknown case', randomUUID(), 'receipt <case|event>: '],
    ['no case and no event', "x';--", 'receipt <case|event>: '],
    ['a head that is none', `${randomUUID()} --head {}`, '--head: '],
    ['an unknown word', `${randomUUID()} --fast`, '--fast: '],
    ['a check of nothing', 'check', 'receipt check <file>: '],
    ['a check of no file', 'check /nowhere.json', 'receipt check <file>: '],
    ['a key that is none', 'check FILE --key /nowhere.pem', '--key: '],
    ['a key id that is none', 'check FILE --key-id xyz', '--key-id: '],
    ['a file that is no receipt', 'check EMPTY', 'receipt check <file>: '],
    ['a file that is no JSON', 'check BINARY', 'receipt check <file>: '],
  ])('refuses %s in one line', async (_what, line, told) => {
    const [good, empty, binary] = [written(await issued()), written({ receipts: [] }), join(folder, 'binary')];
    writeFileSync(binary, Buffer.from([0, 255, 10, 13]));
    const words = line.replace('FILE', good).replace('EMPTY', empty).replace('BINARY', binary);
    expect(await refused(receipt, words)).toMatch(new RegExp(`^redress: ${told.replace(/[<>|]/g, '.')}`));
  });

  it('refuses a head which the key of the receipt did not sign', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { signature: _, ...head } = later;
    const foreign = JSON.stringify(signTreeHead(head, privateKey, head.keyId));
    const file = written(await issued());
    expect(await refused(receipt, ['check', file, '--head', foreign])).toMatch(/^redress: --head: /);
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });

  it('refuses where there is no signing key', async () => {
    process.env.TREE_KEY_PATH = join(folder, 'none.pem');
    expect(await refused(receipt, caseId)).toMatch(/^redress: TREE_KEY_PATH: /);
    process.env.TREE_KEY_PATH = join(folder, 'key.pem');
  });
});
