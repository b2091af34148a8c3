import type { Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { escapeIdentifier, type PoolClient } from 'pg';
import { foldOrPark, folding, type LawAt } from '../fold-page.js';
import { MAX_PARKED_STREAMS, park, type ParkedEvent } from '../parking.js';
import { subjectTable, type ProjectionDefinition, type ViewBuild } from '../projection.js';
import type { ReferenceHistory } from '../reference-history.js';
import type { SharedStates } from '../shared-states.js';
import { CopyBuffer } from './copy-rows.js';

/** One build's part of a fill: folds whole streams and hands the rows over batch by batch. */
export class BuildFill {
  private buffers = new Map<string, CopyBuffer>();
  private parked: ParkedEvent[] = [];
  private parkedStreams = 0;
  private readonly lawAt: LawAt = (position) => this.history.at(position);

  /** @param dropped the events which the view leaves out for good */
  constructor(
    private readonly definition: ProjectionDefinition,
    readonly build: ViewBuild,
    private readonly to: Position,
    private readonly history: ReferenceHistory,
    private readonly shared: SharedStates,
    private readonly dropped: ReadonlySet<string>,
  ) {}

  /** @throws Error when so many streams are parked that the fault is the view's own */
  fold(stream: StreamName, all: readonly RecordedEvent[]): void {
    const { definition } = this;
    if (!definition.categories.some((category) => stream.startsWith(`${category}-`))) return;
    const events = this.dropped.size === 0 ? all : all.filter(({ id }) => !this.dropped.has(id));
    const shared = events.length === all.length ? this.shared : undefined;
    const fold = folding(definition, stream, this.lawAt, this.to, shared);
    const { kept, rows, parked } = foldOrPark(fold, null, events);
    if (parked.length > 0 && ++this.parkedStreams > MAX_PARKED_STREAMS)
      throw new Error(`The view ${definition.name} cannot be filled: ${parked[0]!.error ?? ''}`);
    this.parked.push(...parked);
    if (kept !== null) {
      const { open, position } = kept;
      this.buffer(subjectTable(definition.name)).add([{ stream, open, position }]);
    }
    if (rows !== null) for (const table in rows) if (rows[table]!.length > 0) this.buffer(table).add(rows[table]!);
  }

  /** The rows folded since the last call, to be sent while the next are folded. */
  take(): { sendTo(client: PoolClient): Promise<void> } {
    const { buffers, parked, build } = this;
    this.buffers = new Map();
    this.parked = [];
    return {
      async sendTo(client) {
        for (const [table, buffer] of buffers)
          await buffer.sendTo(client, `${escapeIdentifier(build.schema)}.${escapeIdentifier(table)}`);
        if (parked.length > 0) await park(client, build, parked);
      },
    };
  }

  private buffer(table: string): CopyBuffer {
    let buffer = this.buffers.get(table);
    if (buffer === undefined) this.buffers.set(table, (buffer = new CopyBuffer()));
    return buffer;
  }
}
