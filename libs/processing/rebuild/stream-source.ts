import { recordedEvent, type EventRow } from '@redress/event-store/postgres/event-rows.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { spoolLog } from './spool.js';

/** The log up to one position, stream by stream in the order of their names: what a fold needs of it is together. */
export interface StreamSource {
  /** About how many events there are to read. */
  readonly events: number;
  /** Where the threads of a fill find the events. */
  readonly table: string;
  /** The next events after the last of one stream, none of streams after `end`; the stream at the end may go on. */
  read(after: Place, end: StreamName | null, upTo: Position, limit: number): Promise<readonly RecordedEvent[]>;
  /** Streams which cut what there is into about so many equal stretches, in order; fewer where there is little. */
  cuts(stretches: number): Promise<readonly StreamName[]>;
}

/** Below, to cut costs more than it spares. */
const EVENTS_OF_A_STRETCH = 500;
/** How many events are looked at to cut the log. */
const SAMPLE = 50_000;

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

/** Events in a table with the columns of `es.events`. */
export class TableSource implements StreamSource {
  private readonly categories: readonly string[];

  constructor(
    private readonly pool: Pool,
    readonly table: string,
    categories: readonly string[],
    readonly events: number,
  ) {
    this.categories = [...categories].sort();
  }

  async read(
    { stream, revision }: Place,
    end: StreamName | null,
    upTo: Position,
    limit: number,
  ): Promise<readonly RecordedEvent[]> {
    for (const category of this.categories) {
      // '.' is the character after '-': beyond the last stream of the category.
      if (stream >= `${category}.`) continue;
      const from = stream > `${category}-` ? { stream, revision } : { stream: `${category}-`, revision: '-1' };
      if (end !== null && end < from.stream) return [];
      const last = end !== null && end < `${category}.` ? end : `${category}.`;
      const rows = await this.rows(from, last, upTo, limit);
      if (rows.length > 0) return rows.map(recordedEvent);
    }
    return [];
  }

  async cuts(stretches: number): Promise<readonly StreamName[]> {
    const lanes = Math.min(stretches, Math.floor(this.events / EVENTS_OF_A_STRETCH));
    if (lanes < 2) return [];
    const parts = Array.from({ length: lanes - 1 }, (_, i) => (i + 1) / lanes);
    const share = Math.min(100, (100 * SAMPLE) / this.events);
    const { rows } = await this.pool.query<{ cuts: StreamName[] | null }>(
      `SELECT percentile_disc($1::float8[]) WITHIN GROUP (ORDER BY stream) AS cuts
       FROM ${this.table} TABLESAMPLE SYSTEM ($2)`,
      [parts, share],
    );
    return [...new Set(rows[0]!.cuts ?? [])];
  }

  private async rows({ stream, revision }: Place, end: string, upTo: Position, limit: number): Promise<EventRow[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: `processing-streams-${this.table}`,
      // No fold asks for the hash of a link of the chain.
      text: `SELECT position, stream, revision, id, type, schema, data, meta, '' AS hash,
         (recorded_at AT TIME ZONE 'UTC')::text || '+00' AS recorded_at
       FROM ${this.table}
       WHERE (stream, revision) > ($1, $2::bigint) AND stream <= $3 AND position <= $4::bigint
       ORDER BY stream, revision LIMIT $5`,
      values: [stream, revision, end, upTo, limit],
    });
    return rows;
  }
}
