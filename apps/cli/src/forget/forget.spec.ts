import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { loadDemonstrationCases } from '@redress/casework/preparation/demonstration-cases.js';
import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { prepare } from '@redress/casework/preparation/prepare.js';
import { createLogger } from '@redress/platform/logging.js';
import { eraseForgotten } from '@redress/privacy/forgetting/erase-forgotten.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { keys } from '../keys/keys.js';
import { refused, said } from '../testing/redress.js';
import { forget } from './forget.js';

describe('redress forget and keys', () => {
  const before = { ...process.env };
  let database: TestDatabase;
  let parts: Parts & { close(): Promise<void> };
  let erasing: { stop(): Promise<void> };
  let sealed: readonly { id: string; kind: string }[];

  beforeAll(async () => {
    database = await testDatabase();
    const { url: databaseUrl, masterKeyPath } = database;
    const places = { databaseUrl, eventStoreUrl: null, masterKeyPath };
    await prepare({ ...places, demonstration: true, say: () => undefined });
    parts = openParts(places, 'spec', createLogger('spec', 'fatal'));
    await loadDemonstrationCases(parts);
    erasing = eraseForgotten(parts.store, parts.pool, (error) => {
      throw error;
    });
    sealed = (await parts.pool.query<{ id: string; kind: string }>('SELECT id, kind FROM privacy.keys')).rows;
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      MASTER_KEY_PATH: masterKeyPath,
      REDRESS_PASSWORD: demonstrationPassword,
    });
  }, 60_000);

  afterAll(async () => {
    process.env = before;
    await erasing.stop();
    await parts.close();
    await database.drop();
  });

  const some = (kind: string) => sealed.find((key) => key.kind === kind)!.id;
  const destroyed = async (id: string) =>
    (await parts.pool.query('SELECT 1 FROM privacy.keys WHERE id = $1 AND wrapped IS NULL', [id])).rowCount === 1;

  test.each(['person', 'text'])('forgets a %s for good, and says so when asked again', async (of) => {
    const id = some(of);
    const words = [`--${of}`, id, '--reason', '本人申请', '--account', 'operator'];
    const first = await said(forget, [...words, '--json']);
    expect([first.exit, first.error]).toEqual([0, '']);
    expect(JSON.parse(first.out)).toMatchObject({ [of]: id, before: false, erased: true });
    expect(await destroyed(id)).toBe(true);
    expect((await said(forget, words)).out).toContain('forgotten before');
  });

  test('names the argument at fault, and changes nothing', async () => {
    const id = some('text');
    const head = await parts.store.head();
    const good = ['--reason', '本人申请', '--account', 'supervisor'];
    expect(await refused(forget, good)).toContain('--person, --text');
    expect(await refused(forget, ['--person', id, '--text', id, ...good])).toContain('--person, --text');
    expect(await refused(forget, ['--person', '王芳', ...good])).toContain('--person');
    expect(await refused(forget, ['--person', randomUUID(), ...good])).toContain('there is none of this id');
    expect(await refused(forget, ['--person', id, ...good])).toContain('there is none of this id');
    expect(await refused(forget, ['--text', id, '--account', 'operator'])).toContain('--reason');
    expect(await refused(forget, ['--text', id, '--reason', ' ', '--account', 'operator'])).toContain('--reason');
    expect(await refused(forget, ['--text', id, '--reason', '理'.repeat(501), '--account', 'operator'])).toContain(
      '500',
    );
    expect(await refused(forget, ['--text', id, '--reason', '理由', '--account', 'mediator'])).toContain('--account');
    expect(await parts.store.head()).toBe(head);
  });

  test('the master key is changed; what is sealed opens as before', async () => {
    const [lodged] = await parts.store.readAll({ after: '0' as never, limit: 1, categories: ['overduePayment'] });
    const opened = await parts.privacy.vault.opened(lodged!.stream, lodged!.data);
    const { exit, out, error } = await said(keys, 'rotate --json');
    expect([exit, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ keys: sealed.length - 2 });
    expect(await parts.privacy.vault.opened(lodged!.stream, lodged!.data)).toEqual(opened);
  });

  test('keys: names what it cannot do', async () => {
    expect(await refused(keys, 'turn')).toContain('rotate is expected');
    process.env.MASTER_KEY_PATH = `${database.masterKeyPath}-elsewhere`;
    expect(await refused(keys, 'rotate')).toContain('MASTER_KEY_PATH');
  });
});
