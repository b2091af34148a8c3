import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import { generatedLog } from '@redress/casework/generation/generate-log.js';
import { openParts, type Parts } from '@redress/casework/kernel/parts.js';
import { migrations } from '@redress/casework/preparation/migrations.js';
import type { Position } from '@redress/event-store/port.js';
import { createLogger } from '@redress/platform/logging.js';
import { migrate } from '@redress/platform/migrate.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { caseCategories } from '@redress/projections/followed-case/case-kinds.js';
import { testDatabase, type TestDatabase } from '../database.js';
import { root, run, type Running } from './running.js';

jest.setTimeout(240_000);

const program = 'test/faults/escalation-worker.mjs';

let database: TestDatabase;
let parts: Parts & { close(): Promise<void> };
let running: Running[];

beforeAll(() => {
  // Builds the programs, as every command does.
  expect(spawnSync(process.execPath, ['apps/cli/bin/redress.mjs', '--help'], { cwd: root }).status).toBe(0);
});

beforeEach(async () => {
  database = await testDatabase();
  const places = { databaseUrl: database.url, eventStoreUrl: null, masterKeyPath: database.masterKeyPath };
  await migrate(database.url, migrations);
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
  const started = run(process.execPath, [program, database.url, database.masterKeyPath], {});
  running.push(started);
  await started.until('the escalation worker runs');
  return started;
}

/** Cases of months ago, long late: every rung of their ladders is due at once, as after a long standstill. */
async function lateCases(cases: number): Promise<void> {
  const plan = { seed: 'late', cases, from: '2026-06-01', until: '2026-07-31' };
  for await (const { stream, events } of generatedLog(plan, parts.privacy.vault))
    await parts.store.append(stream, 'any', events);
}

async function fired(): Promise<readonly { stream: string; rung: FiredRung }[]> {
  const all: { stream: string; rung: FiredRung }[] = [];
  for (let after = '0' as Position; ;) {
    const page = await parts.store.readAll({ after, limit: 1_000, categories: caseCategories });
    if (page.length === 0) return all;
    for (const { stream, type, data } of page)
      if (type === 'RungFired') all.push({ stream, rung: data as unknown as FiredRung });
    after = page.at(-1)!.position;
  }
}

/** Until the view has seen all and nothing is due any more. */
async function quiet(): Promise<void> {
  for (let left = -1; left !== 0;) {
    await waitForView(parts.pool, 'escalations', await parts.store.head(), 60_000);
    const { rows } = await parts.pool.query<{ left: number }>(
      `SELECT count(*)::integer AS left FROM views.escalation_rung
       WHERE fired_at IS NULL AND held IS NULL AND due_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date`,
    );
    left = rows[0]!.left;
    if (left !== 0) await sleep(100);
  }
}

async function expectEachOnce(): Promise<void> {
  const all = await fired();
  const keys = all.map(({ stream, rung }) => `${stream} ${rungKey(rung)}`);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  // In its turn: no rung of a run came before one that was due earlier.
  const latest = new Map<string, string>();
  for (const { stream, rung } of all) {
    const run = `${stream} ${rung.clock} ${rung.subject} ${rung.run}`;
    expect(rung.rungDueOn >= (latest.get(run) ?? '')).toBe(true);
    latest.set(run, rung.rungDueOn);
  }
}

test('13: two workers, killed at whatever moment and begun anew, fire every missed rung once and in its turn (glpi #2408, #1996)', async () => {
  await lateCases(40);
  const two = [await worker(), await worker()];
  for (let round = 0; round < 6; round++) {
    await sleep(120 + ((round * 411) % 600));
    const victim = round % 2;
    process.kill(two[victim]!.pid, 'SIGKILL');
    await two[victim]!.exit;
    two[victim] = await worker();
  }
  await quiet();
  await expectEachOnce();
});

test('13: one that was frozen while the other took its lease over fires nothing again when it thaws', async () => {
  await lateCases(25);
  const frozen = await worker();
  while ((await fired()).length < 5) await sleep(20);
  process.kill(frozen.pid, 'SIGSTOP');
  await worker();
  await sleep(1_500);
  process.kill(frozen.pid, 'SIGCONT');
  await quiet();
  await expectEachOnce();
});
