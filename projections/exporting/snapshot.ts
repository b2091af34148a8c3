import type { Pool, PoolClient } from 'pg';
import type { Position } from '@redress/event-store/port.js';
import { countOf, type Asked, type ExportTable, type Language } from './export-table.js';

/** What an export rests on: said in its first rows, in the headers of the answer and by the command line. */
export interface Snapshot {
  readonly rows: number;
  /** Up to where the view had read the log. */
  readonly position: Position;
  /** ISO 8601, by the database's clock. */
  readonly madeAt: string;
}

/** The view is not there yet. */
export class NoSuchViewError extends Error {
  override readonly name = 'NoSuchViewError';
}

/**
 * One moment of the database, held for as long as an export is being written: its rows, their number and their position
 * belong together. `close(true)` where the export was cut off: the session ends, and the statement with it.
 */
export async function openSnapshot(
  pool: Pool,
  table: ExportTable,
  asked: Asked,
): Promise<{ snapshot: Snapshot; client: PoolClient; readonly close: (isCutOff?: boolean) => Promise<void> }> {
  const client = await pool.connect();
  const close = async (isCutOff = false) => {
    if (!isCutOff) await client.query('COMMIT').catch(() => (isCutOff = true));
    client.release(isCutOff);
  };
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0`,
    );
    const { rows } = await client.query<{ position: Position | null; at: string }>(
      `SELECT min(position)::text AS position,
         to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS at
       FROM processing.checkpoints JOIN processing.builds USING (view, version, build)
       WHERE view = $1 AND state = 'serving'`,
      [table.view],
    );
    const { position, at } = rows[0]!;
    if (position === null) throw new NoSuchViewError(table.view);
    const counted = await client.query<{ n: string }>(countOf(table, asked));
    return { snapshot: { rows: Number(counted.rows[0]!.n), position, madeAt: at }, client, close };
  } catch (error) {
    await close(true);
    throw error;
  }
}

const labels = {
  title: { zh: '导出', en: 'Export' },
  position: { zh: '日志位置', en: 'Position in the log' },
  asOf: { zh: '截至日期', en: 'As of' },
  madeAt: { zh: '导出时间', en: 'Made at' },
  rows: { zh: '行数', en: 'Rows' },
};

/** The lines which stand before the headings: what it is, what it rests on, and when it was made. */
export function preface(
  table: ExportTable,
  { today, language }: Asked,
  { position, madeAt, rows }: Snapshot,
): readonly (readonly [string, string])[] {
  const say = (label: keyof typeof labels) => word(labels[label], language);
  return [
    [say('title'), word(table.title, language)],
    [say('position'), position],
    [say('asOf'), today],
    [say('madeAt'), madeAt],
    [say('rows'), String(rows)],
  ];
}

export function word(name: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === 'en' ? name.en : name.zh;
}

export const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };
