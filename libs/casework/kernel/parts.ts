import type { Pool } from 'pg';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import type { EventStore } from '@redress/event-store/port.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { Configuration } from '@redress/platform/configuration.js';
import { openPool } from '@redress/platform/database.js';
import type { Logger } from '@redress/platform/logging.js';
import { now } from '@redress/platform/server-clock.js';
import { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import { openPrivacy, type Privacy } from '@redress/privacy/privacy.js';
import type { ServerClock } from './time.js';

/** Where the data is: PostgreSQL always; the log in EventStoreDB instead where one is named; the master key in a file. */
export interface Places
  extends
    Pick<Configuration, 'eventStoreUrl' | 'masterKeyPath'>,
    Partial<Pick<Configuration, 'hashAlgorithm' | 'clockAheadDays'>> {
  readonly databaseUrl: string;
}

/** What every program of Redress works with. */
export interface Parts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly privacy: Privacy;
  readonly logger: Logger;
}

export function openParts(
  { databaseUrl, eventStoreUrl, hashAlgorithm, masterKeyPath, clockAheadDays }: Places,
  program: string,
  logger: Logger,
): Parts & { close(): Promise<void> } {
  const pool = openPool(databaseUrl, { applicationName: `redress-${program}` });
  const store =
    eventStoreUrl === null
      ? new PostgresEventStore(databaseUrl, undefined, hashAlgorithm)
      : new EventStoreDbStore(eventStoreUrl, hashAlgorithm);
  const privacy = openPrivacy(pool, masterKeyPath, eventStoreUrl === null);
  const close = async () => {
    await store.close();
    await pool.end();
  };
  const guard = new ClockGuard(pool, store, clockAheadDays);
  const clock = { now: () => now(pool), nowForRecording: () => guard.nowForRecording() };
  return { pool, store, clock, privacy, logger, close };
}
