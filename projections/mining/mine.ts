import type { Writable } from 'node:stream';
import type { Pool } from 'pg';
import type { EventStore } from '@redress/event-store/port.js';
import type { Office } from '@redress/organisation/office.js';
import type { Asked, ExportTable } from '../exporting/export-table.js';
import { countRows, openSnapshot, type Snapshot } from '../exporting/snapshot.js';
import type { Mining } from './mining.js';
import { writeOcel } from './write-ocel.js';
import { writeXes } from './write-xes.js';

export const miningFormats = ['ocel', 'xes'] as const;
export type MiningFormat = (typeof miningFormats)[number];

const writers = { ocel: writeOcel, xes: writeXes };

/** Where the log of cases is read from: the store itself, and the list of cases by which it is known who may read which. */
export interface MiningParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly offices: readonly Office[];
  /** The list of all cases. */
  readonly table: ExportTable;
}

/**
 * The log of the cases a reader may read, for process mining: what happened in which case, when, by which office. Written
 * case by case as it is read. @param begin told what is coming before the first byte; `rows` are cases
 */
export async function mine(
  { pool, store, offices, table }: MiningParts,
  format: MiningFormat,
  asked: Asked,
  out: Writable,
  begin: (snapshot: Snapshot) => void,
): Promise<void> {
  const { snapshot, client, close } = await openSnapshot(pool, [table.view], (open) => countRows(open, table, asked));
  let isWhole = false;
  try {
    begin(snapshot);
    const mining: Mining = { store, client, scope: asked.scope, snapshot, offices };
    await writers[format](mining, out);
    isWhole = true;
  } finally {
    await close(!isWhole);
  }
}
