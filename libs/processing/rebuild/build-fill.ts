import type { EventStore, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { escapeIdentifier, type PoolClient } from 'pg';
import type { FoundBuild } from '../builds.js';
import { keyOf } from '../checkpoint.js';
import { countAnew } from '../counts.js';
import { droppedEvents } from '../dropped-events.js';
import { foldOrPark, folding, mergeRows, type LawAt } from '../fold-page.js';
import { MAX_PARKED_STREAMS, park, type ParkedEvent } from '../parking.js';
import { publishedTables, subjectTable, type ProjectionDefinition, type Row } from '../projection.js';
import type { ReferenceHistory } from '../reference-history.js';
import type { SharedStates } from '../shared-states.js';
import { allSlots } from '../slots.js';
import { ViewWriter } from '../write-page.js';
import { CopyBuffer } from './copy-rows.js';
import type { BegunFill } from './begun-fill.js';

/** One build's part of a fill: folds whole streams, hands the rows over batch by batch, and finishes the tables. */
export class BuildFill {
  private buffers = new Map<string, CopyBuffer>();
  private parked: ParkedEvent[] = [];
  private parkedStreams = 0;
  private readonly lawAt: LawAt = (position) => this.history.at(position);

  private constructor(
    readonly definition: ProjectionDefinition,
    readonly build: FoundBuild,
    readonly begun: BegunFill,
    private readonly history: ReferenceHistory,
    private readonly shared: SharedStates,
    private readonly dropped: ReadonlySet<string>,
  ) {}

  static async open(
    store: EventStore,
    definition: ProjectionDefinition,
    build: FoundBuild,
    begun: BegunFill,
    history: ReferenceHistory,
    shared: SharedStates,
  ): Promise<BuildFill> {
    await history.reach(begun.to);
    const dropped = await droppedEvents(store, definition.name, begun.to);
    return new BuildFill(definition, build, begun, history, shared, new Set(dropped.map(({ eventId }) => eventId)));
  }

  /** @throws Error when so many streams are parked that the fault is the view's own */
  fold(stream: StreamName, all: readonly RecordedEvent[]): void {
    const { definition, begun } = this;
    if (!definition.categories.some((category) => stream.startsWith(`${category}-`))) return;
    const events = this.dropped.size === 0 ? all : all.filter(({ id }) => !this.dropped.has(id));
    const shared = events.length === all.length ? this.shared : undefined;
    const fold = folding(definition, stream, this.lawAt, begun.to, shared);
    const { kept, rows, entries, parked } = foldOrPark(fold, null, events);
    if (parked.length > 0 && ++this.parkedStreams > MAX_PARKED_STREAMS)
      throw new Error(`The view ${definition.name} cannot be filled: ${parked[0]!.error ?? ''}`);
    this.parked.push(...parked);
    if (kept !== null) {
      const { open, position } = kept;
      this.buffer(subjectTable(definition.name)).add([{ stream, open, position }]);
    }
    if (rows !== null) this.add(rows);
    for (const entry of entries) this.add(entry);
  }

  /** The rows folded since the last call, to be sent while the next are folded. */
  take(): { sendTo(client: PoolClient, last: StreamName, done: number): Promise<void> } {
    const { buffers, parked, build } = this;
    this.buffers = new Map();
    this.parked = [];
    return {
      async sendTo(client, last, done) {
        await client.query(`SET LOCAL search_path TO ${escapeIdentifier(build.schema)}`);
        for (const [table, buffer] of buffers) await buffer.sendTo(client, table);
        await park(client, build, parked);
        await client.query(
          `UPDATE processing.builds SET fill_after = $4, filled = $5 WHERE view = $1 AND version = $2 AND build = $3`,
          [...keyOf(build), last, done],
        );
      },
    };
  }

  /** The rows of the law, the counts, keys and indexes, and a checkpoint a slot: the build can follow the log. */
  async finish(client: PoolClient): Promise<void> {
    const { definition, build, begun, history } = this;
    await client.query(`SET LOCAL search_path TO ${escapeIdentifier(build.schema)}`);
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    // They carry the name of the schema themselves; a build which was cut off finds them in the register.
    for (const ddl of begun.indexes) await client.query(ddl);
    await this.writeLaw(client, history.upTo(begun.to));
    await countAnew(client, definition);
    await client.query(
      `INSERT INTO processing.checkpoints (view, version, build, slot, position)
       SELECT $1, $2, $3, slot, $4 FROM unnest($5::integer[]) AS slot`,
      [...keyOf(build), begun.to, allSlots],
    );
    await client.query(
      `UPDATE processing.builds SET state = 'following', indexes = NULL WHERE view = $1 AND version = $2 AND build = $3`,
      keyOf(build),
    );
    await client.query(`ANALYZE ${publishedTables(definition).join(', ')}`);
  }

  private async writeLaw(client: PoolClient, events: readonly RecordedEvent[]): Promise<void> {
    const { definition, build } = this;
    if (definition.referenceRows === undefined) return;
    await new ViewWriter(definition, build).writeReferenceRows(
      client,
      mergeRows(events.map((event) => definition.referenceRows!(event))),
    );
  }

  private add(rows: Readonly<Record<string, readonly Row[]>>): void {
    for (const table in rows) if (rows[table]!.length > 0) this.buffer(table).add(rows[table]!);
  }

  private buffer(table: string): CopyBuffer {
    let buffer = this.buffers.get(table);
    if (buffer === undefined) this.buffers.set(table, (buffer = new CopyBuffer()));
    return buffer;
  }
}
