import { rmSync } from 'node:fs';
import { sampleEvent } from '@redress/event-store/contract/samples.js';
import { MasterKeyError } from './master-key.js';
import { rotateMasterKey } from './rotate-master-key.js';
import type { SealedValue } from './sealed-value.js';
import { databaseWithKeys, type DatabaseWithKeys } from './testing/database-with-keys.js';
import type { Vault } from './vault.js';

const pathsOf = () => [
  { path: 'contact', of: 'person' as const },
  { path: 'note', of: 'text' as const },
];
const contact = { name: '王芳', phone: '13800000000' };
let database: DatabaseWithKeys;
let vault: Vault;

beforeEach(async () => {
  database = await databaseWithKeys();
  ({ vault } = database);
});
afterEach(() => database.drop());

const sealOne = async (by: Vault, stream: string, data: object) => {
  const [event] = await by.sealed(stream, [sampleEvent(data as Record<string, unknown>)], pathsOf, {});
  return event!.data as Record<string, SealedValue>;
};

test('what one process seals another opens, and the database holds none of it', async () => {
  const sealed = await sealOne(vault, 'complaint-1', { contact, note: '来电' });
  expect(await database.vaultAnew().opened('complaint-1', sealed)).toEqual({ contact, note: '来电' });
  const { rows } = await database.pool.query(
    `SELECT k::text, i::text, s::text FROM privacy.keys k LEFT JOIN privacy.identities i ON i.person = k.id
     LEFT JOIN privacy.searched s ON s.person = k.id`,
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/王芳|1380000|来电/);
});

test('many commands at once, with the same new persons in any order, agree on who they are', async () => {
  const people = Array.from({ length: 6 }, (_, n) => ({ name: `人${n}`, phone: `1380000000${n}` }));
  const vaults = [vault, database.vaultAnew()];
  const sealed = await Promise.all(
    Array.from({ length: 24 }, async (_, n) => {
      const [a, b] = [people[n % 6]!, people[(n * 5 + 1) % 6]!];
      const events = [a, b].map((one) => sampleEvent({ contact: one }));
      const done = await vaults[n % 2]!.sealed(`complaint-${n}`, events, pathsOf, {});
      return done.map((event, i) => [[a, b][i]!.name, (event.data.contact as SealedValue).key] as const);
    }),
  );
  const ids = new Map<string, Set<string>>();
  for (const [name, id] of sealed.flat()) ids.set(name, new Set([...(ids.get(name) ?? []), id]));
  expect([...ids.values()].map((set) => set.size)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('a person known in the case by name is the one whose number comes later', async () => {
  const named = await sealOne(vault, 'complaint-1', { contact: '王芳' });
  const numbered = await sealOne(vault, 'complaint-1', { contact });
  const elsewhere = await sealOne(vault, 'complaint-2', { contact });
  expect(new Set([named, numbered, elsewhere].map((data) => data.contact!.key)).size).toBe(1);
});

test('people are found by name, by number and by both, exactly', async () => {
  const { contact: one } = await sealOne(vault, 'complaint-1', { contact });
  await sealOne(vault, 'complaint-2', { contact: { ...contact, phone: '+86 138 0000 0000' } });
  const { contact: two } = await sealOne(vault, 'complaint-3', { contact: { name: '王芳', phone: '13900000000' } });
  const { register } = database;
  const ids = async (asked: object) => (await register.find(asked)).map(({ person }) => person).sort();
  expect(await ids({ name: '王 芳' })).toEqual([one!.key, two!.key].sort());
  expect(await register.find({ phone: '138-0000-0000' })).toEqual([
    { person: one!.key, streams: ['complaint-1', 'complaint-2'] },
  ]);
  expect(await ids({ name: '王芳', phone: '13900000000' })).toEqual([two!.key]);
  expect(await ids({ name: '王' })).toEqual([]);
  expect(await ids({ name: '李四', phone: '13900000000' })).toEqual([]);
});

describe('the master key', () => {
  test('67: when its file is lost nothing is sealed, nothing opened, and no new one is made', async () => {
    const sealed = await sealOne(vault, 'complaint-1', { contact });
    rmSync(database.masterKeyPath);
    await expect(database.vaultAnew().opened('complaint-1', sealed)).rejects.toThrow(MasterKeyError);
    await expect(sealOne(database.vaultAnew(), 'complaint-1', { contact })).rejects.toThrow(/MASTER_KEY_PATH/);
    await expect(sealOne(database.vaultAnew(), 'complaint-1', { contact })).rejects.toThrow(database.masterKeyPath);
  });

  test('67: another one is refused by name', async () => {
    const sealed = await sealOne(vault, 'complaint-1', { contact });
    const other = await databaseWithKeys();
    await sealOne(other.vault, 'complaint-1', { contact });
    await expect(database.vaultAnew(other.masterKeyPath).opened('complaint-1', sealed)).rejects.toThrow(MasterKeyError);
    await other.drop();
  });

  test('changed, everything opens as before, for programs which run as well, and new seals are under the new one', async () => {
    const other = database.vaultAnew();
    const sealed = await sealOne(vault, 'complaint-1', { contact, note: '甲' });
    await other.opened('complaint-1', sealed);
    const { master, keys } = await rotateMasterKey(database.pool, database.masterKeyPath);
    expect(keys).toBe(2);
    expect((await database.pool.query('SELECT master FROM privacy.vault')).rows).toEqual([{ master }]);
    expect(await vault.opened('complaint-1', sealed)).toEqual({ contact, note: '甲' });
    const again = await sealOne(other, 'complaint-1', { contact, note: '乙' });
    expect(again.contact!.key).toBe(sealed.contact!.key);
    expect(await database.vaultAnew().opened('complaint-1', again)).toEqual({ contact, note: '乙' });
  });

  test('changed while commands seal, nothing is lost', async () => {
    const vaults = [vault, database.vaultAnew()];
    await sealOne(vault, 'complaint-0', { contact });
    let rotating = true;
    const sealing = vaults.map(async (one, v) => {
      const sealed: [string, Record<string, SealedValue>][] = [];
      for (let n = 0; rotating || n < 5; n++) {
        const stream = `complaint-${v}${n}`;
        sealed.push([stream, await sealOne(one, stream, { contact, note: stream })]);
      }
      return sealed;
    });
    for (let n = 0; n < 5; n++) await rotateMasterKey(database.pool, database.masterKeyPath);
    rotating = false;
    const fresh = database.vaultAnew();
    for (const [stream, data] of (await Promise.all(sealing)).flat())
      expect(await fresh.opened(stream, data)).toEqual({ contact, note: stream });
  });

  test('a change that stopped half-way opens the database all the same, and is made good by the next', async () => {
    const sealed = await sealOne(vault, 'complaint-1', { contact });
    // As after a crash before the transaction: the file holds the next key too.
    const failing = {
      connect: () => Promise.reject(new Error('killed')),
      query: database.pool.query.bind(database.pool),
    };
    await expect(rotateMasterKey(failing as never, database.masterKeyPath)).rejects.toThrow('killed');
    expect(await database.vaultAnew().opened('complaint-1', sealed)).toEqual({ contact });
    await rotateMasterKey(database.pool, database.masterKeyPath);
    expect(await database.vaultAnew().opened('complaint-1', sealed)).toEqual({ contact });
  });
});
