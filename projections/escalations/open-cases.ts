import type { StreamName } from '@redress/event-store/port.js';
import { subjectTable } from '@redress/processing/projection.js';
import { reader, type Database } from '../reader.js';

/** Streams of the cases which new law still moves, in the order of their names. */
export async function openCases(db: Database, after: string, limit: number): Promise<readonly StreamName[]> {
  const rows = await reader(db).query<{ stream: StreamName }>(
    `SELECT stream FROM views.${subjectTable('escalations')} WHERE open AND stream > $1 ORDER BY stream LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ stream }) => stream);
}

export async function countOpenCases(db: Database): Promise<number> {
  const [row] = await reader(db).query<{ open: number }>(
    `SELECT count(*)::integer AS open FROM views.${subjectTable('escalations')} WHERE open`,
  );
  return row!.open;
}
