import type { EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { escapeIdentifier } from 'pg';
import { evolved } from './fold-page.js';
import type { Kept } from './kept.js';
import type { SharedStates } from './shared-states.js';
import { subjectTable, type ProjectionDefinition, type ViewBuild } from './projection.js';
import { streamsUpTo } from './streams-up-to.js';

/** Up to where a view has folded a stream. */
interface StoredSubject {
  readonly stream: StreamName;
  readonly position: Position;
}

/** The events which a view leaves out for good, by their streams. */
export type LeftOut = ReadonlyMap<StreamName, ReadonlySet<string>>;

/** The DDL of the table in which a view keeps what it has folded. */
export function subjectTableSql(view: string): string {
  const table = subjectTable(view);
  return `
    -- Each event moves a position: with room beside it the row stays on its page, and its keys as they are.
    CREATE TABLE ${table} (stream text COLLATE "C" PRIMARY KEY, open boolean NOT NULL, position bigint NOT NULL)
      WITH (fillfactor = 75);
    CREATE INDEX ${table}_open ON ${table} (stream) WHERE open;`;
}

/**
 * The subjects of a build. Up to where each is folded stands in the build; the state itself is not stored, for it follows
 * from the log: it is taken from memory, or folded again, as for a command.
 */
export class Subjects {
  private readonly table: string;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly definition: ProjectionDefinition,
    build: ViewBuild,
    private readonly shared: SharedStates,
  ) {
    this.table = `${escapeIdentifier(build.schema)}.${subjectTable(build.view)}`;
  }

  /** Those of these streams; a stream of which nothing is known is left out. */
  async of(streams: readonly StreamName[], leftOut: LeftOut): Promise<ReadonlyMap<StreamName, Kept>> {
    if (streams.length === 0) return new Map();
    const { rows } = await this.pool.query<StoredSubject>(
      `SELECT stream, position FROM ${this.table} WHERE stream = ANY($1)`,
      [streams],
    );
    return this.withStates(rows, leftOut);
  }

  /** The next open ones in the order of their streams' names. */
  async open(after: StreamName, limit: number, leftOut: LeftOut): Promise<readonly Kept[]> {
    const { rows } = await this.pool.query<StoredSubject>(
      `SELECT stream, position FROM ${this.table} WHERE open AND stream > $1 ORDER BY stream LIMIT $2`,
      [after, limit],
    );
    const kept = await this.withStates(rows, leftOut);
    return rows.map(({ stream }) => kept.get(stream)!);
  }

  private async withStates(places: readonly StoredSubject[], leftOut: LeftOut): Promise<ReadonlyMap<StreamName, Kept>> {
    const { definition, shared } = this;
    const found = new Map<StreamName, Kept>();
    const missing: StoredSubject[] = [];
    for (const place of places) {
      // A view which left out events of a stream has a state of its own.
      const known = leftOut.has(place.stream) ? null : shared.get(definition, place.stream, place.position);
      if (known === null) missing.push(place);
      else found.set(place.stream, known);
    }
    for (const [stream, all] of await streamsUpTo(this.store, this.pool, missing)) {
      const without = leftOut.get(stream);
      const kept = evolved(definition, stream, null, without ? all.filter(({ id }) => !without.has(id)) : all);
      if (kept === null) continue;
      if (without === undefined) shared.put(definition, kept);
      found.set(stream, kept);
    }
    return found;
  }
}
