import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { literal, selectOf, worded, type Asked, type ExportColumn, type ExportTable } from './export-table.js';
import { put } from './reader-left.js';
import { openSnapshot, preface, word, yesNo, type Snapshot } from './snapshot.js';

/**
 * The whole of an export as CSV (RFC 4180, UTF-8 with its mark, for spreadsheets take anything else for a national
 * encoding). PostgreSQL formats the rows and COPY streams them: what is held in memory is a chunk, however many there are.
 *
 * @param begin told what is coming before the first byte
 */
export async function writeCsv(
  pool: Pool,
  table: ExportTable,
  asked: Asked,
  out: Writable,
  begin: (snapshot: Snapshot) => void,
): Promise<void> {
  const { snapshot, client, close } = await openSnapshot(pool, table, asked);
  let isWhole = false;
  try {
    begin(snapshot);
    const headings = table.columns(asked).map(({ heading }) => word(heading, asked.language));
    const lines = [...preface(table, asked, snapshot), [], headings].map((cells) => cells.map(quoted).join(','));
    await put(out, `\uFEFF${lines.join('\n')}\n`);
    const select = selectOf(table, asked, (column, value) => csvCell(column, value, asked));
    await pipeline(client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv)`)), out);
    isWhole = true;
  } finally {
    await close(!isWhole);
  }
}

/** What a spreadsheet would take for the beginning of a formula, in half and in full width (OWASP: CSV injection). */
const formulaStarts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

function csvCell({ type, words }: ExportColumn, value: string, { language }: Asked): string {
  if (type === 'yesNo') {
    const [yes, no] = [yesNo.true, yesNo.false].map((name) => literal(word(name, language)));
    return `CASE ${value} WHEN true THEN ${yes!} WHEN false THEN ${no!} END`;
  }
  if (type !== 'text') return value;
  if (words !== undefined) return worded(value, words, language);
  const starts = formulaStarts.map((start) => literal(start)).join(', ');
  return `CASE WHEN left(${value}, 1) IN (${starts}) THEN '''' || ${value} ELSE ${value} END`;
}

/** A cell of the lines before the rows; COPY quotes the rest itself. */
function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
