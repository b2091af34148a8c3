import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Configuration } from '@redress/platform/configuration.js';
import { withSession } from '@redress/platform/database.js';
import { runningServerUrl } from '@redress/platform/embedded-postgres/running.js';
import { startEmbeddedPostgres } from '@redress/platform/embedded-postgres/start.js';
import { BadArgument } from '../arguments.js';

/**
 * Runs with a session on the database that holds the log: the one `DATABASE_URL` names, the embedded one which
 * `npm start` runs, or else that one started for as long as this takes. @throws BadArgument when there is none
 */
export async function withLog<T>(configuration: Configuration, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder, pgBin } = configuration;
  if (configuration.eventStoreUrl !== null)
    throw new BadArgument('EVENT_STORE', {
      zh: 'EventStoreDB 上的日志没有签名树头',
      en: 'a log in EventStoreDB has no signed tree heads',
    });
  const folder = join(dataFolder, 'postgres');
  const url = databaseUrl ?? runningServerUrl(folder, 'redress');
  const read = async (session: pg.Client): Promise<T> => {
    await requireLog(session);
    return use(session);
  };
  if (url !== null) return withSession(url, 'redress verify', read);
  if (!existsSync(folder))
    throw new BadArgument('REDRESS_DATA_DIR', { zh: `没有数据：${dataFolder}`, en: `no data in ${dataFolder}` });
  const server = await startEmbeddedPostgres({ folder, pgBin });
  try {
    return await withSession(server.url('redress'), 'redress verify', read);
  } finally {
    await server.stop();
  }
}

async function requireLog(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('es.events') IS NOT NULL AND to_regclass('es.tree_heads') IS NOT NULL AS made`,
  );
  if (rows[0]?.made !== true)
    throw new BadArgument('DATABASE_URL', {
      zh: '该数据库没有本版本的日志：请先启动一次',
      en: 'the database has no log of this version: start it once first',
    });
}
