import type { ClientBase, Pool } from 'pg';
import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';

export async function park(client: ClientBase, { id, stream, position }: RecordedEvent, error: Error): Promise<void> {
  await client.query(
    'INSERT INTO notices.parked (event_id, stream, position, error) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [id, stream, position, `${error.name}: ${error.message}`],
  );
}

export async function unpark(client: ClientBase, eventId: string): Promise<void> {
  await client.query('DELETE FROM notices.parked WHERE event_id = $1', [eventId]);
}

export async function parkedEvents(pool: Pool): Promise<readonly { stream: StreamName; eventId: string }[]> {
  const { rows } = await pool.query<{ stream: StreamName; eventId: string }>(
    'SELECT stream, event_id AS "eventId" FROM notices.parked ORDER BY position',
  );
  return rows;
}
