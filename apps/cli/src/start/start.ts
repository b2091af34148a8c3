import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from '@redress/platform/configuration.js';
import { ensureDatabase } from '@redress/platform/database.js';
import { startEmbeddedPostgres } from '@redress/platform/embedded-postgres/start.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { prepare, prepareCases, type PreparedAccount } from '@redress/casework/preparation/prepare.js';
import { accountsTable } from './accounts-table.js';
import { Lifetime, samePressMs } from './lifetime.js';
import { assertPortFree } from './port.js';
import { runProgram } from './program.js';

/** Builds the pages when they are not up to date. */
export type BuildWeb = (signal: AbortSignal) => Promise<void>;

const compiled = (path: string): URL => new URL(`../../../${path}`, import.meta.url);

/**
 * Starts the database, the api and the worker, and runs until Ctrl-C; answers the exit code.
 * @throws OperatorError with one line, when the start cannot be; with a program's last lines, when one of them ends by itself
 */
export async function start(configuration: Configuration, buildWeb: BuildWeb): Promise<number> {
  await assertPortFree(configuration.host, configuration.port);
  const lifetime = new Lifetime();
  const starting = serve(configuration, buildWeb, lifetime);
  try {
    await Promise.race([starting.then(({ failed }) => failed), lifetime.asked]);
    say('正在停止 · stopping');
    return 0;
  } catch (error) {
    // Ctrl-C reaches what runs in the same group as well: initdb may die of it before this process hears of it.
    if (!(await lifetime.askedWithin(samePressMs))) throw error;
    return 0;
  } finally {
    await lifetime.end(starting);
  }
}

const begun = performance.now();

function say(line: string): void {
  process.stdout.write(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}\n`);
}

/** Resolves when all is announced; `failed` rejects when a part of it ends by itself. */
async function serve(
  configuration: Configuration,
  buildWeb: BuildWeb,
  lifetime: Lifetime,
): Promise<{ failed: Promise<never> }> {
  const { signal } = lifetime;
  const { demonstration, eventStoreUrl, hashAlgorithm, masterKeyPath, port, host } = configuration;
  const [database] = await Promise.all([prepareDatabase(configuration, lifetime), buildPages(buildWeb, signal)]);
  signal.throwIfAborted();

  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    PORT: String(port),
    HOST: host,
    DEMONSTRATION: demonstration ? 'on' : 'off',
    REDRESS_DATA_DIR: configuration.dataFolder,
    LOG_LEVEL: configuration.logLevel,
  };
  const run = (name: 'api' | 'worker') =>
    lifetime.keep(
      runProgram(name, fileURLToPath(compiled(`${name}/src/main.js`)), environment, (line) =>
        process.stdout.write(`${line}\n`),
      ),
    );
  const [api, worker] = [run('api'), run('worker')];
  const failed = Promise.race([api.failed, worker.failed, database.failed]);
  const announce = async (): Promise<void> => {
    await Promise.all([api.ready, worker.ready]);
    say('接口和后台进程已就绪 · api and worker are ready');
    if (demonstration)
      await prepareCases({ databaseUrl: database.url, eventStoreUrl, hashAlgorithm, masterKeyPath, say });
    signal.throwIfAborted();
    process.stdout.write(welcome(configuration, database.accounts));
  };
  await Promise.race([announce(), failed]);
  return { failed };
}

async function prepareDatabase(configuration: Configuration, lifetime: Lifetime) {
  const { demonstration, eventStoreUrl, hashAlgorithm, masterKeyPath } = configuration;
  const { url, failed } =
    configuration.databaseUrl === null
      ? await embedded(configuration, lifetime)
      : { url: configuration.databaseUrl, failed: new Promise<never>(() => undefined) };
  await ensureDatabase(url);
  lifetime.signal.throwIfAborted();
  const { accounts } = await prepare({
    databaseUrl: url,
    eventStoreUrl,
    hashAlgorithm,
    masterKeyPath,
    demonstration,
    say,
  });
  say('数据表已更新 · migrated');
  return { url, failed, accounts };
}

async function embedded({ dataFolder, pgBin }: Configuration, lifetime: Lifetime) {
  const server = lifetime.keep(await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), pgBin }));
  say(`数据库已启动 · PostgreSQL ${server.version} is up`);
  server.notices.forEach(say);
  const failed = server.ended.then(({ asked, lastWords }): Promise<never> => {
    if (asked) return new Promise(() => undefined);
    throw new OperatorError(`PostgreSQL ended by itself. ${lastWords}`);
  });
  failed.catch(() => undefined);
  return { url: server.url('redress'), failed };
}

async function buildPages(buildWeb: BuildWeb, signal: AbortSignal): Promise<void> {
  await buildWeb(signal);
  say('网页已构建 · the pages are built');
}

function welcome({ port, demonstration, databaseUrl }: Configuration, accounts: readonly PreparedAccount[]): string {
  const table = demonstration ? `\n  演示账号 Demonstration accounts\n\n${accountsTable(accounts.map(printed))}\n` : '';
  const open =
    demonstration && databaseUrl !== null
      ? '\n  注意：演示账号的密码是公开的；正式使用请设 DEMONSTRATION=off · The demonstration passwords are public: set DEMONSTRATION=off for real use.\n'
      : '';
  return `\n  清欠维权 Redress   http://localhost:${port}\n${table}${open}\n  Ctrl-C 停止 · Ctrl-C stops it all\n\n`;
}

function printed({ account, password, roleTitle, name }: PreparedAccount) {
  return { account, password, role: `${roleTitle.zh} ${roleTitle.en}`, name: name.zh };
}
