import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookUpProcess } from '../../libs/platform/embedded-postgres/processes.js';
import { testDatabase } from '../database.js';
import { folderNamed } from '../temporary-folder.js';
import { descendants, freePort, run, type Running } from './running.js';

jest.setTimeout(120_000);

const trace = /\n +at .*:\d+/;
const announced = 'Ctrl-C stops it all';
const command = ['apps/cli/bin/redress.mjs', 'start'];
let folder: string;
let environment: NodeJS.ProcessEnv;

async function freshFolder(): Promise<[string, NodeJS.ProcessEnv]> {
  const fresh = folderNamed('redress-start-');
  chmodSync(fresh, 0o755);
  return [fresh, { PORT: String(await freePort()), REDRESS_DATA_DIR: join(fresh, 'data'), LOG_LEVEL: 'warn' }];
}

async function end(all: readonly Running[]): Promise<void> {
  for (const { pid, exit } of all) {
    if (lookUpProcess(pid) === null) continue;
    process.kill(pid, 'SIGTERM');
    await exit;
  }
}

async function allGone(processes: readonly { pid: number; command: string }[]): Promise<void> {
  const left = (): string[] => processes.filter(({ pid }) => lookUpProcess(pid) !== null).map(({ command }) => command);
  for (const end = Date.now() + 20_000; left().length > 0 && Date.now() < end;) await sleep(50);
  expect(left()).toEqual([]);
}

function named(processes: readonly { pid: number; command: string }[], part: string): number {
  const found = processes.find(({ command }) => command.includes(part));
  if (found === undefined) throw new Error(`no ${part} among ${processes.map(({ command }) => command).join('\n')}`);
  return found.pid;
}

/** Health is red until the new worker has looked at everything once. */
async function expectHealthy(): Promise<void> {
  const look = () => fetch(`http://localhost:${environment.PORT}/api/health`);
  let answer = await look();
  for (const end = Date.now() + 60_000; answer.status !== 200 && Date.now() < end; answer = await look())
    await sleep(100);
  expect(answer.status === 200 ? '' : await answer.text()).toBe('');
}

/** One line of plain words and no trace of a program. */
function expectOneLine(said: string): void {
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).not.toMatch(trace);
}

describe('npm start', () => {
  const running: Running[] = [];

  beforeEach(async () => {
    [folder, environment] = await freshFolder();
  });

  afterEach(async () => {
    await end(running.splice(0));
    rmSync(folder, { recursive: true, force: true });
  });

  function start(more: NodeJS.ProcessEnv = {}): Running {
    const started = run(process.execPath, command, { ...environment, ...more });
    running.push(started);
    return started;
  }

  test('prints the address and the accounts, serves, and leaves no process after Ctrl-C', async () => {
    const npm = run('npm', ['start', '--silent'], environment);
    running.push(npm);
    await npm.until(announced);
    expect(npm.said()).toContain(`http://localhost:${environment.PORT}`);
    expect(npm.said()).toMatch(/mediator .*redress/);
    await expectHealthy();
    const processes = descendants(npm.pid);
    expect(processes.length).toBeGreaterThanOrEqual(4);
    npm.pressCtrlC();
    // Where npm is the group's leader, it ends itself by the signal once its child has ended.
    expect([0, null]).toContain(await npm.exit);
    await allGone(processes);
  });

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
    await expectHealthy();
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

describe('npm start, again and again in one folder', () => {
  let serving: Running;

  /** Kept from test to test: each leaves behind a start that serves. */
  const serve = async (): Promise<void> => {
    serving = run(process.execPath, command, environment);
    await serving.until(announced);
    await expectHealthy();
  };

  beforeAll(async () => {
    [folder, environment] = await freshFolder();
    await serve();
  });

  afterAll(async () => {
    await end([serving]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('leaves neither api nor worker nor PostgreSQL when it is killed, and recovers at the next start', async () => {
    const processes = descendants(serving.pid);
    process.kill(serving.pid, 'SIGKILL');
    await allGone(processes);
    await serve();
  });

  test.each(['api/src/main.js', 'worker/src/main.js', 'bin/postgres'])(
    'stops everything with exit 1 when its %s is killed, and starts again after it',
    async (part) => {
      const processes = descendants(serving.pid);
      process.kill(named(processes, part), 'SIGKILL');
      expect(await serving.exit).toBe(1);
      expect(serving.said()).toContain('ended by itself');
      await allGone(processes);
      await serve();
    },
  );

  test('says in one line that another start uses the folder, and leaves that one alone', async () => {
    const second = run(process.execPath, command, { ...environment, PORT: String(await freePort()) });
    expect(await second.exit).toBe(1);
    expect(second.said()).toMatch(/The data folder .* is in use by process \d+/);
    await expectHealthy();
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
