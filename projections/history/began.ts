import { reader, type Database } from '../reader.js';

/** The first instant anything was recorded, and the beginning of the first month in which a case was lodged. */
export interface Began {
  readonly recorded: string;
  readonly held: string;
}

/** Null while the log is empty. */
export async function logBegan(db: Database): Promise<Began | null> {
  const [row] = await reader(db).query<{ recorded: string | null; held: string | null }>(
    `SELECT to_char(min(recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS recorded,
       (SELECT min(lodged_month)::text || 'T00:00:00+08:00' FROM views.history_lodged_by_month) AS held
     FROM views.history_law`,
  );
  const { recorded, held } = row!;
  return recorded === null ? null : { recorded, held: held ?? recorded };
}
