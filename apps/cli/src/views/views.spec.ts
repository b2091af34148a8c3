import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { prepare } from '@redress/casework/preparation/prepare.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { Position } from '@redress/event-store/port.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { runProjections, type ProjectionRunner } from '@redress/processing/runner.js';
import { views as registry } from '@redress/projections/registry.js';
import { testDatabase, type TestDatabase } from '../../../../test/database.js';
import { parked } from '../parked/parked.js';
import { answered, refused, said } from '../testing/redress.js';
import { views } from './views.js';

describe('redress views and redress parked', () => {
  const before = { ...process.env };
  let database: TestDatabase;
  let store: PostgresEventStore;
  let runner: ProjectionRunner;
  const stream = 'overduePayment-0192a000-0000-8000-8000-00000000000f';
  const poison = '01930000-0000-8000-8000-000000000001';
  const behind = '01930000-0000-8000-8000-000000000002';

  beforeAll(async () => {
    database = await testDatabase();
    const { url: databaseUrl, masterKeyPath } = database;
    await prepare({ databaseUrl, eventStoreUrl: null, masterKeyPath, demonstration: true, say: () => undefined });
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      MASTER_KEY_PATH: masterKeyPath,
      REDRESS_PASSWORD: demonstrationPassword,
    });
    store = new PostgresEventStore(database.url);
    await append(poison, 'ClaimLodged', { claim: null });
    runner = runProjections(store, database.pool, registry, { onError: () => undefined });
    await upToDate();
  }, 60_000);

  afterAll(async () => {
    process.env = before;
    await runner.stop();
    await store.close();
    await database.drop();
  });

  async function append(id: string, type: string, data: Record<string, unknown>) {
    const actor = { id: 'x', name: 'x', role: 'handlingOfficer', organisation: null };
    const meta = { commandId: id, commandHash: '', correlationId: id, causationId: null, actor };
    await store.append(stream, 'any', [
      { id, type, schema: 1, data, meta: { ...meta, occurredAt: '2026-11-02T10:00:00+08:00' } },
    ]);
  }

  async function upToDate(): Promise<void> {
    const head: Position = await store.head();
    for (const { name } of registry) expect(await waitForView(database.pool, name, head, 30_000)).toBe(true);
  }

  it('rebuild all: equal, switched, and the worker goes on', async () => {
    const { exit, out } = await said(views, 'rebuild all');
    expect(out).toContain('worklist v');
    expect(exit).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(registry.length);
    await upToDate();
    expect(await answered(views, 'verify worklist')).toMatchObject({
      views: [{ view: 'worklist', switched: false, comparison: { difference: null, parked: 1 } }],
    });
  });

  it('names what is wrong with a word of the command line', async () => {
    expect(await refused(views, 'rebuild nothing')).toContain('worklist');
    expect(await refused(views, 'rebuilt all')).toContain('views <command>');
    expect(await refused(parked, 'list worklist')).toContain('worklist');
    expect(await refused(parked, 'drop worklist')).toContain('parked drop <stream>');
    const drop = `drop worklist ${stream} ${poison} --account operator`;
    expect(await refused(parked, drop)).toContain('--reason');
    expect(await refused(parked, `${drop} --reason x`.replace('account operator', 'account mediator'))).toContain(
      '--account',
    );
    expect(await refused(parked, `${drop} --reason x`.replace(poison, store.constructor.name))).toContain('not parked');
  });

  it('9: parked events are listed with the reason, tell that they still fail, and are dropped for a reason', async () => {
    const listed = await answered<{ view: string; stream: string; eventId: string }[]>(parked, 'list');
    expect(listed.map(({ view }) => view)).toContain('worklist');
    expect(listed[0]).toMatchObject({ stream, eventId: poison, events: 1 });
    expect((await said(parked, `replay worklist ${stream}`)).exit).toBe(1);
    const all = await said(parked, `replay all ${stream}`);
    expect([all.exit, all.out.trim().split('\n').length]).toEqual([1, listed.length]);
    expect((await said(views, 'list')).exit).toBe(1);
    const drop = (view: string, event: string) =>
      said(parked, `drop ${view} ${stream} ${event} --reason 误导入 --account operator`);
    await append(behind, 'NoteAdded', {});
    await upToDate();
    expect((await drop('worklist', behind)).out).toContain(`the stream stays parked at ${poison}`);
    const two = await Promise.all([drop('worklist', poison), drop('worklist', poison)]);
    expect(two.some(({ exit }) => exit === 0)).toBe(true);
    expect((await drop('all', poison)).out.trim().split('\n')).toHaveLength(listed.length - 1);
    await drop('all', behind);
    expect(await answered(parked, 'list')).toEqual([]);
    expect(await answered(views, 'verify all')).toMatchObject({
      views: registry.map(() => ({ comparison: { difference: null, parked: 0 } })),
    });
    expect(await refused(parked, `replay all ${stream}`)).toContain('nothing of this stream is parked');
    expect((await store.readStream('parked-worklist'))[1]).toMatchObject({
      type: 'ParkedEventDropped',
      data: { stream, eventId: poison, reason: '误导入' },
      meta: { actor: { role: 'operator' } },
    });
  });
});
