import type { Position, StreamName } from '@redress/event-store/port.js';
import type { PoolClient } from 'pg';
import { keyOf, type Checkpoint, type Move } from './checkpoint.js';
import { mergeRows, untouched, type Change } from './fold-page.js';
import type { Kept } from './kept.js';
import { errorText, type ParkedEvent } from './parking.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';
import type { ReferenceHistory } from './reference-history.js';
import { slotOf } from './slots.js';
import type { ViewWriter } from './write-page.js';

const SUBJECTS_AT_ONCE = 500;

/** A part of the work which a new law brings: rows to be written, and where the slots stand after it. */
export interface Derivation {
  readonly move: Move;
  readonly parked: readonly ParkedEvent[];
  readonly write: (client: PoolClient) => Promise<void>;
}

/**
 * The next open subjects of these slots under the law as it is at `to`. A view does not pass an event of the law before
 * all of them are done; what is done so far stands beside the checkpoint, so that a crash costs one part.
 */
export async function deriveNext(
  definition: ProjectionDefinition,
  build: ViewBuild,
  writer: ViewWriter,
  openAfter: (stream: StreamName, limit: number) => Promise<readonly Kept[]>,
  history: ReferenceHistory,
  group: readonly Checkpoint[],
  to: Position,
  held: ReadonlySet<StreamName>,
): Promise<Derivation> {
  const [{ position, anewAfter }] = group as [Checkpoint];
  await history.reach(to);
  const law = history.at(to);
  const slots = new Set(group.map(({ slot }) => slot));
  const page = await openAfter(anewAfter ?? '', SUBJECTS_AT_ONCE);
  const changes: Change[] = [];
  const parked: ParkedEvent[] = [];
  for (const subject of page) {
    if (!slots.has(slotOf(subject.stream)) || held.has(subject.stream)) continue;
    try {
      changes.push({ ...untouched(subject.stream, subject), rows: definition.rows(subject, law) });
    } catch (error) {
      // The law's event is what this subject cannot bear: it is parked against the subject's stream.
      const event = { ...history.upTo(to).at(-1)!, stream: subject.stream };
      parked.push({ event, error: errorText(error) });
    }
  }
  const isDone = page.length < SUBJECTS_AT_ONCE;
  const move = isDone
    ? { position: to, anewTo: null, anewAfter: null }
    : { position, anewTo: to, anewAfter: page.at(-1)!.stream };
  return {
    move,
    parked,
    async write(client) {
      await writer.write(client, changes);
      if (isDone) await writeLaw(client, definition, build, writer, history, position, to);
    },
  };
}

/** What readers see of the law. Where other slots are further on, it is theirs. */
async function writeLaw(
  client: PoolClient,
  definition: ProjectionDefinition,
  build: ViewBuild,
  writer: ViewWriter,
  history: ReferenceHistory,
  after: Position,
  to: Position,
): Promise<void> {
  if (definition.referenceRows === undefined) return;
  const { rows } = await client.query<{ position: Position }>(
    `SELECT greatest(max(position), $4) AS position FROM processing.checkpoints
     WHERE view = $1 AND version = $2 AND build = $3`,
    [...keyOf(build), to],
  );
  const known = rows[0]!.position;
  await history.reach(known);
  const events = history.upTo(known).filter((event) => BigInt(event.position) > BigInt(after));
  await writer.writeReferenceRows(client, mergeRows(events.map((event) => definition.referenceRows!(event))));
}
