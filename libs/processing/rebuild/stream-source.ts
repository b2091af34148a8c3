import { recordedEvent, type EventRow } from '@redress/event-store/postgres/event-rows.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { spoolLog } from './spool.js';

/** The log up to one position, stream by stream in the order of their names: what a fold needs of it is together. */
export interface StreamSource {
  /** About how many events there are to read. */
  readonly events: number;
  /** The next events after the last of one stream; the stream at the end may go on. */
  read(after: Place, upTo: Position, limit: number): Promise<readonly RecordedEvent[]>;
}

/** After which event of which stream; revision '-1' stands before its first. */
export interface Place {
  readonly stream: StreamName;
  readonly revision: string;
}

/**
 * On PostgreSQL the log's own index has this order. A log which is kept elsewhere is copied to a table beside the views
 * first, which is dropped when it is not needed any more (`dropSpool`).
 */
export async function openSource(
  store: EventStore,
  pool: Pool,
  categories: readonly string[],
  upTo: Position,
): Promise<StreamSource> {
  if (store instanceof PostgresEventStore) return new TableSource(pool, 'es.events', categories, Number(upTo));
  const spooled = await spoolLog(store, pool, categories, upTo);
  return new TableSource(pool, 'processing.spool', categories, spooled);
}

class TableSource implements StreamSource {
  private readonly categories: readonly string[];

  constructor(
    private readonly pool: Pool,
    private readonly table: string,
    categories: readonly string[],
    readonly events: number,
  ) {
    this.categories = [...categories].sort();
  }

  async read({ stream, revision }: Place, upTo: Position, limit: number): Promise<readonly RecordedEvent[]> {
    for (const category of this.categories) {
      // '.' is the character after '-': beyond the last stream of the category.
      if (stream >= `${category}.`) continue;
      const from = stream > `${category}-` ? { stream, revision } : { stream: `${category}-`, revision: '-1' };
      const rows = await this.rows(from, `${category}.`, upTo, limit);
      if (rows.length > 0) return rows.map(recordedEvent);
    }
    return [];
  }

  private async rows({ stream, revision }: Place, end: string, upTo: Position, limit: number): Promise<EventRow[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: `processing-streams-${this.table}`,
      text: `SELECT position, stream, revision, id, type, schema, data, meta, encode(hash, 'hex') AS hash,
         (recorded_at AT TIME ZONE 'UTC')::text || '+00' AS recorded_at
       FROM ${this.table}
       WHERE (stream, revision) > ($1, $2::bigint) AND stream < $3 AND position <= $4::bigint
       ORDER BY stream, revision LIMIT $5`,
      values: [stream, revision, end, upTo, limit],
    });
    return rows;
  }
}
