import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { generatedLog } from '@redress/casework/generation/generate-log.js';
import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { migrations } from '@redress/casework/preparation/migrations.js';
import type { ImportedAppend } from '@redress/event-store/import/imported-rows.js';
import { createLogger } from '@redress/platform/logging.js';
import { migrate } from '@redress/platform/migrate.js';
import { listParked } from '@redress/processing/drop-parked.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import { views } from '@redress/projections/registry.js';
import { testDatabase, type TestDatabase } from '../database.js';
import { root, run, type Running } from './running.js';

jest.setTimeout(240_000);

const program = 'test/faults/view-worker.mjs';
const ready = 'the view worker runs';

let database: TestDatabase;
let parts: Parts & { close(): Promise<void> };
let running: Running[];

beforeAll(() => {
  // Builds the programs, as every command does.
  expect(spawnSync(process.execPath, ['apps/cli/bin/redress.mjs', '--help'], { cwd: root }).status).toBe(0);
});

beforeEach(async () => {
  database = await testDatabase();
  await migrate(database.url, migrations);
  const places = { databaseUrl: database.url, eventStoreUrl: null, masterKeyPath: database.masterKeyPath };
  parts = openParts(places, 'spec', createLogger('spec', 'fatal'));
  running = [];
});

afterEach(async () => {
  for (const { pid, exit } of running) {
    // Not running any more, most of them.
    spawnSync('kill', ['-KILL', String(pid)]);
    await exit;
  }
  await parts.close();
  await database.drop();
});

async function worker(): Promise<Running> {
  const started = run(process.execPath, [program, database.url], {});
  running.push(started);
  await started.until(ready);
  return started;
}

async function generated(cases: number): Promise<readonly ImportedAppend[]> {
  const appends: ImportedAppend[] = [];
  const plan = { seed: 'faults', cases, from: '2026-01-05', until: '2026-06-30' };
  for await (const append of generatedLog(plan, parts.privacy.vault)) appends.push(append);
  return appends;
}

async function append(appends: readonly ImportedAppend[]): Promise<void> {
  for (const { stream, events } of appends) await parts.store.append(stream, 'any', events);
}

async function upToDate(): Promise<void> {
  const head = await parts.store.head();
  for (const { name } of views) expect(await waitForView(parts.pool, name, head, 90_000)).toBe(true);
}

/** Every build there is, with how many events of it threads have filled. */
async function builds(): Promise<readonly { schema_name: string; filled: number }[]> {
  const { rows } = await parts.pool.query<{ schema_name: string; filled: number }>(
    `SELECT schema_name, coalesce(sum(lanes.filled), 0)::float8 AS filled
     FROM processing.builds LEFT JOIN processing.lanes USING (view, version, build) GROUP BY schema_name`,
  );
  return rows;
}

async function expectEqualToAFreshFold(): Promise<void> {
  expect(await listParked(parts.pool)).toEqual([]);
  const results = await rebuildViews(parts.store, parts.pool, views, 'verify', { batch: 100 });
  expect(results.map(({ view, comparison }) => [view, comparison.difference])).toEqual(
    views.map(({ name }) => [name, null]),
  );
}

test('49, 72, 75: two workers, killed again and again and begun anew while events come, leave the rows of a fresh fold', async () => {
  const appends = await generated(30);
  let appending = true;
  const done = append(appends).finally(() => (appending = false));
  const two = [await worker(), await worker()];
  for (let round = 0; appending || round < 3; round++) {
    await sleep(150 + ((round * 377) % 900));
    const victim = round % 2;
    process.kill(two[victim]!.pid, 'SIGKILL');
    await two[victim]!.exit;
    two[victim] = await worker();
  }
  await done;
  await upToDate();
  await expectEqualToAFreshFold();
  // Nobody holds anything once all have left in good order.
  for (const { pid, exit } of two) {
    process.kill(pid, 'SIGTERM');
    await exit;
  }
  const held = await parts.pool.query<{ owners: number }>(
    'SELECT count(DISTINCT owner)::integer AS owners FROM processing.reports r JOIN processing.leases l ON l.owner = r.worker',
  );
  expect(held.rows[0]!.owners).toBeLessThanOrEqual(running.length - 2);
});

test('50, 54: a worker which was frozen changes nothing when it thaws; the other has taken its slots meanwhile', async () => {
  const appends = await generated(24);
  const half = appends.length >> 1;
  await append(appends.slice(0, half));
  const [frozen, other] = [await worker(), await worker()];
  await upToDate();
  process.kill(frozen.pid, 'SIGSTOP');
  await append(appends.slice(half));
  // As soon as its leases have lapsed.
  await upToDate();
  const before = await parts.pool.query('SELECT view, slot, position FROM processing.checkpoints ORDER BY 1, 2');
  process.kill(frozen.pid, 'SIGCONT');
  await sleep(6_000);
  const after = await parts.pool.query('SELECT view, slot, position FROM processing.checkpoints ORDER BY 1, 2');
  expect(after.rows).toEqual(before.rows);
  await expectEqualToAFreshFold();
  expect(other.said()).not.toContain('ViewStoppedError');
});

test('a rebuild killed in the middle goes on when it is called again, and serves what is equal', async () => {
  await append(await generated(90));
  const helper = await worker();
  await upToDate();
  const environment = { DATABASE_URL: database.url, MASTER_KEY_PATH: database.masterKeyPath };
  const rebuild = () => run(process.execPath, ['apps/cli/bin/redress.mjs', 'views', 'rebuild', 'all'], environment);
  const serving = new Set((await builds()).map(({ schema_name: schema }) => schema));
  // Its first rows are in, and others are not.
  const begun = async () => (await builds()).some((build) => !serving.has(build.schema_name) && build.filled > 0);
  const first = rebuild();
  while (!(await begun())) await sleep(5);
  process.kill(first.pid, 'SIGKILL');
  await first.exit;
  // Its lease has to lapse first: nobody can tell a killed program from a slow one.
  await parts.pool.query(`UPDATE processing.leases SET expires_at = clock_timestamp() WHERE name = 'fill'`);
  const second = rebuild();
  expect(await second.exit).toBe(0);
  expect(second.said()).toContain('equal, switched');
  const { rows } = await parts.pool.query('SELECT view, state FROM processing.builds ORDER BY view');
  expect(rows).toEqual(
    views.map(({ name }) => ({ view: name, state: 'serving' })).sort((a, b) => (a.view < b.view ? -1 : 1)),
  );
  await upToDate();
  expect(helper.said()).not.toContain('ViewStoppedError');
  await expectEqualToAFreshFold();
});

test('8: a city told by threads is chained whole, and its views filled by threads are those of one', async () => {
  const environment = { DATABASE_URL: database.url, MASTER_KEY_PATH: database.masterKeyPath };
  const redress = async (...words: string[]) => {
    const command = run(process.execPath, ['apps/cli/bin/redress.mjs', ...words], environment);
    expect({ exit: await command.exit, said: command.said() }).toMatchObject({ exit: 0 });
  };
  await redress('generate', '--cases', '250', '--seed', 'threads', '--from', '2025-01-01', '--until', '2026-06-30');
  await redress('verify');
  await redress('views', 'rebuild', 'all');
  const lanes = await parts.pool.query('SELECT DISTINCT lane FROM processing.lanes');
  expect(lanes.rowCount).toBeGreaterThan(1);
  await expectEqualToAFreshFold();
});
