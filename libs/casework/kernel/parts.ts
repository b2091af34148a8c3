import type { Pool } from 'pg';
import type { EventStore } from '@redress/event-store/port.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import { openPool } from '@redress/platform/database.js';
import type { Logger } from '@redress/platform/logging.js';
import { now } from '@redress/platform/server-clock.js';
import type { ServerClock } from './handle-command.js';

/** What every program of Redress works with, opened on one database. */
export interface Parts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly logger: Logger;
}

export function openParts(databaseUrl: string, program: string, logger: Logger): Parts & { close(): Promise<void> } {
  const pool = openPool(databaseUrl, { applicationName: `redress-${program}` });
  const store = new PostgresEventStore(databaseUrl);
  const close = async () => {
    await store.close();
    await pool.end();
  };
  return { pool, store, clock: { now: () => now(pool) }, logger, close };
}
