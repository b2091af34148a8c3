import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookUpProcess } from '../../libs/platform/embedded-postgres/processes.js';
import { testDatabase } from '../database.js';
import { descendants, freePort, run, type Running } from './running.js';

jest.setTimeout(120_000);

const trace = /\n +at .*:\d+/;
const announced = 'Ctrl-C stops it all';
let folder: string;
let environment: NodeJS.ProcessEnv;
let running: Running[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-start-'));
  chmodSync(folder, 0o755);
  environment = { PORT: String(await freePort()), REDRESS_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
});

afterEach(async () => {
  for (const { pid, exit } of running) {
    if (lookUpProcess(pid) === null) continue;
    process.kill(pid, 'SIGTERM');
    await exit;
  }
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(more: NodeJS.ProcessEnv = {}): Running {
  const started = run(process.execPath, ['apps/cli/bin/redress.mjs', 'start'], { ...environment, ...more });
  running.push(started);
  return started;
}

async function allGone(processes: readonly { pid: number; command: string }[]): Promise<void> {
  const left = (): string[] => processes.filter(({ pid }) => lookUpProcess(pid) !== null).map(({ command }) => command);
  for (const end = Date.now() + 8_000; left().length > 0 && Date.now() < end;) await sleep(50);
  expect(left()).toEqual([]);
}

function named(processes: readonly { pid: number; command: string }[], part: string): number {
  const found = processes.find(({ command }) => command.includes(part));
  if (found === undefined) throw new Error(`no ${part} among ${processes.map(({ command }) => command).join('\n')}`);
  return found.pid;
}

const health = async (): Promise<number> => (await fetch(`http://localhost:${environment.PORT}/api/health`)).status;

/** One line of plain words and no trace of a program. */
function expectOneLine(said: string): void {
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).not.toMatch(trace);
}

describe('npm start', () => {
  test('prints the address and the accounts, serves, and leaves no process after Ctrl-C', async () => {
    const npm = run('npm', ['start', '--silent'], environment);
    running.push(npm);
    await npm.until(announced);
    expect(npm.said()).toContain(`http://localhost:${environment.PORT}`);
    expect(npm.said()).toMatch(/mediator .*redress/);
    expect(await health()).toBe(200);
    const processes = descendants(npm.pid);
    expect(processes.length).toBeGreaterThanOrEqual(4);
    npm.pressCtrlC();
    // Where npm is the group's leader, it ends itself by the signal once its child has ended.
    expect([0, null]).toContain(await npm.exit);
    await allGone(processes);
  });

  test('leaves neither api nor worker nor PostgreSQL when it is killed, and recovers at the next start', async () => {
    const first = start();
    await first.until(announced);
    const processes = descendants(first.pid);
    process.kill(first.pid, 'SIGKILL');
    await allGone(processes);
    const second = start();
    await second.until(announced);
    expect(await health()).toBe(200);
  });

  test.each(['api/src/main.js', 'worker/src/main.js', 'bin/postgres'])(
    'stops everything with exit 1 when its %s is killed, and starts again after it',
    async (part) => {
      const first = start();
      await first.until(announced);
      const processes = descendants(first.pid);
      process.kill(named(processes, part), 'SIGKILL');
      expect(await first.exit).toBe(1);
      expect(first.said()).toContain('ended by itself');
      await allGone(processes);
      const second = start();
      await second.until(announced);
      expect(await health()).toBe(200);
    },
  );

  test.each([300, 1000, 2500])('leaves no process when Ctrl-C comes after %d ms', async (ms) => {
    const hasty = start();
    await sleep(ms);
    const processes = descendants(hasty.pid);
    hasty.pressCtrlC();
    // Before the start has begun to listen for it, Ctrl-C ends the process by the signal.
    const code = await hasty.exit;
    expect({ code, said: code === 1 ? hasty.said() : '' }).toEqual({ code: code === 0 ? 0 : null, said: '' });
    await allGone([...processes, ...descendants(hasty.pid)]);
    expect(hasty.said()).not.toMatch(trace);
  });

  test('says in one line that the port is in use, and how to choose another', async () => {
    const taken = createServer().listen(Number(environment.PORT), '127.0.0.1');
    const refused = start();
    expect(await refused.exit).toBe(1);
    expectOneLine(refused.said());
    expect(refused.said()).toMatch(
      new RegExp(`Port ${environment.PORT} is in use; choose another: PORT=\\d+ npm start`),
    );
    await new Promise((done) => taken.close(done));
  });

  test('says in one line that another start uses the folder, and leaves that one alone', async () => {
    const first = start();
    await first.until(announced);
    const second = start({ PORT: String(await freePort()) });
    expect(await second.exit).toBe(1);
    expect(second.said()).toMatch(/The data folder .* is in use by process \d+/);
    expect(await health()).toBe(200);
  });

  test('lets one of two starts at the same moment have the folder', async () => {
    const two = [start(), start({ PORT: String(await freePort()) })];
    const outcome = async ({ exit, until }: Running) => Promise.race([exit, until(announced).then(() => 'serves')]);
    const outcomes = await Promise.all(two.map(outcome).map((one) => one.catch(() => 1)));
    expect(outcomes.sort()).toEqual([1, 'serves']);
  });

  test('serves from the database that DATABASE_URL names, which it makes, and starts none of its own', async () => {
    const database = await testDatabase();
    const url = new URL(database.url);
    url.pathname += '_made';
    const served = start({ DATABASE_URL: url.href });
    await served.until(announced);
    expect(await health()).toBe(200);
    expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false);
    served.pressCtrlC();
    expect(await served.exit).toBe(0);
    await database.pool.query(`drop database "${url.pathname.slice(1)}" with (force)`);
    await database.drop();
  });

  test('says in one line that the data folder cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const refused = start({ REDRESS_DATA_DIR: join(file, 'data') });
    expect(await refused.exit).toBe(1);
    expect(refused.said()).toMatch(/^The data folder .* cannot be written \(\w+\)/m);
    expect(refused.said()).not.toMatch(trace);
  });

  test('says in one line that the database does not answer, without its password', async () => {
    const refused = start({ DATABASE_URL: 'postgresql://redress:secret@127.0.0.1:1/redress' });
    expect(await refused.exit).toBe(1);
    expect(refused.said()).toMatch(/^The database at 127.0.0.1:1\/redress does not answer .*check DATABASE_URL\.$/m);
    expect(refused.said()).not.toMatch(/secret|\n +at .*:\d+/);
  });

  test('names the variable which is not understood', async () => {
    const refused = start({ PORT: 'eighty' });
    expect(await refused.exit).toBe(1);
    expectOneLine(refused.said());
    expect(refused.said()).toContain('PORT=eighty');
  });
});

describe('the redress command', () => {
  test('lists its commands', async () => {
    const help = run(process.execPath, ['apps/cli/bin/redress.mjs', '--help'], {});
    expect(await help.exit).toBe(0);
    expect(help.said()).toContain('start');
  });

  test('answers an unknown command with exit 2 and one line', async () => {
    const unknown = run(process.execPath, ['apps/cli/bin/redress.mjs', 'bogus'], {});
    expect(await unknown.exit).toBe(2);
    expectOneLine(unknown.said());
  });
});
