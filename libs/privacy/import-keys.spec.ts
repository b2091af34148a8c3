import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { sampleEvent } from '@redress/event-store/contract/samples.js';
import { ImportedKeys } from './import-keys.js';
import { KeyRing } from './key-ring.js';
import { MadeKeys } from './made-keys.js';
import type { SealedValue } from './sealed-value.js';
import { databaseWithKeys, type DatabaseWithKeys } from './testing/database-with-keys.js';
import { Vault } from './vault.js';

const pathsOf = () => [
  { path: 'contact', of: 'person' as const },
  { path: 'signatory', of: 'person' as const },
  { path: 'note', of: 'text' as const },
];
const contact = { name: '王芳', phone: '13800000000' };
let database: DatabaseWithKeys;
let client: Client;
let imported: ImportedKeys;
let keys: MadeKeys;

beforeEach(async () => {
  database = await databaseWithKeys();
  client = new Client(database.url);
  await client.connect();
  keys = new MadeKeys(randomBytes(32), await new KeyRing(database.pool, database.masterKeyPath).open());
  imported = await ImportedKeys.begin(client);
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const commit = async () => {
  await imported.add(keys.taken());
  await imported.commit();
};

const sealOne = async (by: Vault, stream: string, data: Record<string, unknown>) => {
  const [event] = await by.sealed(stream, [sampleEvent(data)], pathsOf, {});
  return event!.data as Record<string, SealedValue>;
};

test('what is sealed in an import opens afterwards, texts and persons, and nothing opens what was not committed', async () => {
  const data = { contact, signatory: '王芳', note: 'a\tb\\c\n案' };
  const sealed = await sealOne(new Vault(keys), 'complaint-1', data);
  await expect(database.vaultAnew().opened('complaint-1', sealed)).resolves.toEqual({
    contact: { erased: true },
    signatory: { erased: true },
    note: { erased: true },
  });
  await commit();
  expect(await database.vaultAnew().opened('complaint-1', sealed)).toEqual(data);
});

test('one person is one key, in one case by the name and in all by name and number, before the import and after it', async () => {
  const importing = new Vault(keys);
  const first = await sealOne(importing, 'complaint-1', { contact, signatory: '王芳', note: '一' });
  const second = await sealOne(importing, 'complaint-2', { contact, signatory: '李强', note: '二' });
  await commit();
  const later = await sealOne(database.vaultAnew(), 'complaint-3', { contact });
  const inCase = await sealOne(database.vaultAnew(), 'complaint-1', { signatory: '王芳' });
  expect(
    new Set([first.contact, first.signatory, second.contact, later.contact, inCase.signatory].map((one) => one!.key))
      .size,
  ).toBe(1);
  expect(second.signatory!.key).not.toBe(first.contact!.key);
  expect(first.note!.key).not.toBe(second.note!.key);
  const [found] = await database.register.find({ phone: '138 0000 0000' });
  expect(found).toEqual({ person: first.contact!.key, streams: ['complaint-1', 'complaint-2', 'complaint-3'] });
});

test('an import whose log did not come about gives way to the next: what that one seals opens', async () => {
  const data = { contact, note: '案' };
  await sealOne(new Vault(keys), 'complaint-1', data);
  await commit();
  await database.pool.query(`UPDATE privacy.keys SET wrapped = NULL, destroyed_at = now()`);
  keys = new MadeKeys(randomBytes(32), await new KeyRing(database.pool, database.masterKeyPath).open());
  imported = await ImportedKeys.begin(client);
  const sealed = await sealOne(new Vault(keys), 'complaint-1', data);
  await commit();
  expect(await database.vaultAnew().opened('complaint-1', sealed)).toEqual(data);
});

test('a fault in what was added is told to whoever adds or commits next, and nothing is kept', async () => {
  await imported.add(`${'x'.repeat(5_000_000)}\n`);
  await expect(imported.commit()).rejects.toThrow('uuid');
  await client.query('ROLLBACK');
  const { rows } = await database.pool.query('SELECT FROM privacy.keys');
  expect(rows).toHaveLength(0);
});

test('many persons and texts, added in pieces, all open', async () => {
  const importing = new Vault(keys);
  const sealed: [string, Record<string, SealedValue>][] = [];
  for (let n = 0; n < 2000; n++) {
    const stream = `complaint-${n}`;
    sealed.push([
      stream,
      await sealOne(importing, stream, { contact: { name: `人${n}`, phone: `1380000${n}` }, note: `第${n}` }),
    ]);
    if (n % 100 === 99) await imported.add(keys.taken());
  }
  await commit();
  const [stream, last] = sealed.at(-1)!;
  expect(await database.vaultAnew().opened(stream, last)).toMatchObject({
    contact: { name: '人1999' },
    note: '第1999',
  });
  const { rows } = await database.pool.query<{ n: string }>('SELECT count(*) AS n FROM privacy.keys');
  expect(rows[0]!.n).toBe('4000');
});
