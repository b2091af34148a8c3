import type { EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { inBuild, keyOf, RetiredBuildError } from './checkpoint.js';
import type { ParkedEvent } from './parking.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';
import { ReferenceHistory } from './reference-history.js';
import { refold } from './refold.js';
import { slotOf } from './slots.js';

/** The slot is in the middle of deriving its subjects anew, which passes. */
export class SlotBusyError extends Error {
  override readonly name = 'SlotBusyError';

  constructor(view: string) {
    super(`The view ${view} is deriving its open cases anew; try again when it is done.`);
  }
}

/**
 * Applies what a build parked of one stream, after the cause was mended, and takes the stream back into the live path.
 * @returns what still cannot be applied and stays parked; nothing when all of it was
 * @throws SlotBusyError
 */
export async function replayParked(
  store: EventStore,
  pool: Pool,
  definition: ProjectionDefinition,
  build: ViewBuild,
  stream: StreamName,
): Promise<readonly ParkedEvent[]> {
  const history = new ReferenceHistory(store, definition.reference);
  return inBuild(pool, build, async (client) => {
    // Ends the turn of the worker at this slot: it begins another, and finds what is parked then.
    const { rows } = await client.query<{ position: Position; isBusy: boolean }>(
      `UPDATE processing.checkpoints SET epoch = epoch + 1
       WHERE view = $1 AND version = $2 AND build = $3 AND slot = $4
       RETURNING position, anew_to IS NOT NULL AS "isBusy"`,
      [...keyOf(build), slotOf(stream)],
    );
    const [slot] = rows;
    if (slot === undefined) throw new RetiredBuildError(build);
    if (slot.isBusy) throw new SlotBusyError(definition.name);
    return refold(client, { store, definition, build, history }, stream, slot.position);
  });
}
