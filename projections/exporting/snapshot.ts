import type { Pool, PoolClient } from 'pg';
import type { Name } from '@redress/cases/shared/reference.js';
import type { Position } from '@redress/event-store/port.js';
import { countOf, type Asked, type ExportTable, type Language, type Said } from './export-table.js';

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
 *
 * @param views by which the rows are told @param read first of all, at this moment: how many rows there are, and what else
 * @throws NoSuchViewError
 */
export async function openSnapshot<T>(
  pool: Pool,
  views: readonly string[],
  read: (client: PoolClient) => Promise<T & { readonly count: number }>,
): Promise<Opened<T>> {
  const client = await pool.connect();
  const close = async (isCutOff = false) => {
    if (!isCutOff) await client.query('COMMIT').catch(() => (isCutOff = true));
    client.release(isCutOff);
  };
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0`,
    );
    const { rows } = await client.query<{ position: Position | null; serving: number; at: string }>(
      `SELECT min(position)::text AS position, count(DISTINCT view)::integer AS serving,
         to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS at
       FROM processing.checkpoints JOIN processing.builds USING (view, version, build)
       WHERE view = ANY($1) AND state = 'serving'`,
      [views],
    );
    const { position, serving, at } = rows[0]!;
    if (position === null || serving < views.length) throw new NoSuchViewError(views.join(', '));
    const told = await read(client);
    return { snapshot: { rows: told.count, position, madeAt: at }, told, client, close };
  } catch (error) {
    await close(true);
    throw error;
  }
}

export interface Opened<T> {
  readonly snapshot: Snapshot;
  readonly told: T;
  readonly client: PoolClient;
  readonly close: (isCutOff?: boolean) => Promise<void>;
}

/** The number of rows of a table, at the moment of a snapshot. */
export async function countRows(client: PoolClient, table: ExportTable, asked: Asked): Promise<{ count: number }> {
  const { rows } = await client.query<{ n: string }>(countOf(table, asked));
  return { count: Number(rows[0]!.n) };
}

const labels = {
  title: { zh: '导出', en: 'Export' },
  position: { zh: '日志位置', en: 'Position in the log' },
  asOf: { zh: '截至日期', en: 'As of' },
  asOfMoment: { zh: '截至时点', en: 'As of' },
  knownAt: { zh: '当时所知', en: 'As known at' },
  madeAt: { zh: '导出时间', en: 'Made at' },
  rows: { zh: '行数', en: 'Rows' },
};

/** The lines which stand before the headings: what it is, what it rests on, and when it was made. */
export function preface(
  { title, about }: { readonly title: Name; readonly about: readonly (readonly [Name, string])[] },
  { today, past, language }: Said,
  { position, madeAt, rows }: Snapshot,
): readonly (readonly [string, string])[] {
  const say = (label: keyof typeof labels) => word(labels[label], language);
  return [
    [say('title'), word(title, language)],
    [say('position'), position],
    ...(past === null
      ? [[say('asOf'), today] as const]
      : [[say('asOfMoment'), past.asOf] as const, [say('knownAt'), past.knownAt] as const]),
    [say('madeAt'), madeAt],
    [say('rows'), String(rows)],
    ...about.map(([label, value]) => [word(label, language), value] as const),
  ];
}

export function word(name: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === 'en' ? name.en : name.zh;
}

export const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };
