import type { Position, StreamName } from '@redress/event-store/port.js';
import type { ClientBase, Pool } from 'pg';
import { escapeIdentifier } from 'pg';
import type { Kept } from './kept.js';
import type { SharedStates } from './shared-states.js';
import { subjectId, subjectTable, type ProjectionDefinition, type ViewBuild } from './projection.js';

interface StoredSubject {
  readonly stream: StreamName;
  readonly open: boolean;
  readonly position: Position;
  readonly state: string;
}

/** The DDL of the table in which a view keeps what it has folded. */
export function subjectTableSql(view: string): string {
  const table = subjectTable(view);
  return `
    CREATE TABLE ${table} (
      stream text COLLATE "C" PRIMARY KEY, open boolean NOT NULL, position bigint NOT NULL, state text NOT NULL
    );
    CREATE INDEX ${table}_open ON ${table} (stream) WHERE open;`;
}

/**
 * What the build keeps of these streams; those of which nothing is known are left out. A state which is known already,
 * at the position the build has it at, is not read again.
 */
export async function keptSubjects(
  pool: Pool,
  definition: ProjectionDefinition,
  build: ViewBuild,
  streams: readonly StreamName[],
  sharedFor: (stream: StreamName) => SharedStates | undefined,
): Promise<ReadonlyMap<StreamName, Kept>> {
  const found = new Map<StreamName, Kept>();
  if (streams.length === 0) return found;
  const { rows: places } = await pool.query<Pick<StoredSubject, 'stream' | 'position'>>(
    `SELECT stream, position FROM ${tableOf(build)} WHERE stream = ANY($1)`,
    [streams],
  );
  const missing: StreamName[] = [];
  for (const { stream, position } of places) {
    const known = sharedFor(stream)?.get(definition, stream, position) ?? null;
    if (known === null) missing.push(stream);
    else found.set(stream, known);
  }
  if (missing.length === 0) return found;
  const { rows } = await pool.query<StoredSubject>(
    `SELECT stream, open, position, state FROM ${tableOf(build)} WHERE stream = ANY($1)`,
    [missing],
  );
  for (const row of rows) found.set(row.stream, kept(row));
  return found;
}

/** The next open subjects in the order of their streams' names. */
export async function openSubjects(
  db: Pool | ClientBase,
  build: ViewBuild,
  after: StreamName,
  limit: number,
): Promise<readonly Kept[]> {
  const { rows } = await db.query<StoredSubject>(
    `SELECT stream, open, position, state FROM ${tableOf(build)} WHERE open AND stream > $1 ORDER BY stream LIMIT $2`,
    [after, limit],
  );
  return rows.map(kept);
}

function kept({ stream, open, position, state }: StoredSubject): Kept {
  return { id: subjectId(stream), stream, open, position, state: JSON.parse(state) as object };
}

function tableOf(build: ViewBuild): string {
  return `${escapeIdentifier(build.schema)}.${subjectTable(build.view)}`;
}
