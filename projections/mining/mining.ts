import type { PoolClient } from 'pg';
import type { Scope } from '@redress/access/scope.js';
import type { EventStore } from '@redress/event-store/port.js';
import type { Office } from '@redress/organisation/office.js';
import type { Snapshot } from '../exporting/snapshot.js';

/** What a writer of a process-mining format reads from. */
export interface Mining {
  readonly store: EventStore;
  /** In the transaction of the snapshot. */
  readonly client: PoolClient;
  readonly scope: Scope;
  readonly snapshot: Snapshot;
  readonly offices: readonly Office[];
}
