import type { ClientBase } from 'pg';
import type { Position, Revision, StreamName } from '../port.js';
import { fault, positionOf, revisionOf, type Fault } from './fault.js';
import type { EventFault } from './log-verifier.js';
import type { LoggedEvent } from './log-rows.js';

type Place = NonNullable<Fault['also']>;
export type FaultyEvent = Pick<LoggedEvent, 'position' | 'stream' | 'revision'>;

/** Names what the verifier stumbled over, by looking around it in the log. */
export async function locateFault(client: ClientBase, found: EventFault, event: FaultyEvent): Promise<Fault> {
  const { stream } = event;
  const here = { position: positionOf(event.position), stream, revision: revisionOf(event.revision) };
  switch (found.what) {
    case 'gap':
      return fault('missing', {
        position: positionOf(found.expected),
        lastPosition: event.position - 1 > found.expected ? positionOf(event.position - 1) : null,
        ...(await missingFrom(client, found.expected)),
      });
    case 'revision': {
      const elsewhere = await placeOf(client, stream, found.expected);
      return elsewhere === null
        ? fault('missing', { stream, revision: revisionOf(found.expected), position: here.position })
        : fault('swapped', { ...here, also: elsewhere });
    }
    case 'altered':
      return fault('altered', { ...here, also: await placeOf(client, stream, event.revision - 1) });
    case 'timeWentBack':
      return fault('timeWentBack', { ...here, also: await placeAt(client, event.position - 1) });
  }
}

/** Adds the position of the event which a fault names by stream and revision; what is missing has none. */
export async function placed(client: ClientBase, found: Fault): Promise<Fault> {
  const place = await placeOf(client, found.stream!, Number(found.revision));
  return { ...found, position: place?.position ?? null };
}

/** The event whose place before `position` is empty, when the streams' heads tell of just one. */
async function missingFrom(
  client: ClientBase,
  position: number,
): Promise<{ readonly stream: StreamName; readonly revision: Revision } | null> {
  const { rows } = await client.query<{ stream: StreamName; revision: Revision }>(
    `SELECT s.stream, before.revision + 1 AS revision
     FROM es.streams s CROSS JOIN LATERAL (
       SELECT coalesce(max(e.revision), -1) AS revision FROM es.events e WHERE e.stream = s.stream AND e.position < $1
     ) before
     WHERE s.revision > before.revision
       AND NOT EXISTS (SELECT FROM es.events e WHERE e.stream = s.stream AND e.revision = before.revision + 1)
     LIMIT 2`,
    [position],
  );
  return rows.length === 1 ? rows[0]! : null;
}

async function placeOf(client: ClientBase, stream: StreamName, revision: number): Promise<Place | null> {
  const { rows } = await client.query<{ position: Position }>(
    'SELECT position FROM es.events WHERE stream = $1 AND revision = $2',
    [stream, revision],
  );
  return rows[0] === undefined ? null : { position: rows[0].position, stream, revision: revisionOf(revision) };
}

async function placeAt(client: ClientBase, position: number): Promise<Place | null> {
  const { rows } = await client.query<Place>('SELECT position, stream, revision FROM es.events WHERE position = $1', [
    position,
  ]);
  return rows[0] ?? null;
}
