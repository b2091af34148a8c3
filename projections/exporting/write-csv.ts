import type { Writable } from 'node:stream';
import type { Pool } from 'pg';
import type { Cell, Heading, Said } from './export-table.js';
import type { ExportSource } from './open-export.js';
import { put } from './reader-left.js';
import { preface, word, yesNo, type Snapshot } from './snapshot.js';

/**
 * The whole of an export as CSV (RFC 4180, UTF-8 with its mark, for spreadsheets take anything else for a national
 * encoding). What is held in memory is a chunk, however many rows there are.
 *
 * @param begin told what is coming before the first byte
 */
export async function writeCsv(
  pool: Pool,
  { title, said, open }: ExportSource,
  out: Writable,
  begin: (snapshot: Snapshot) => void,
): Promise<void> {
  const { snapshot, about, columns, rows: read, close } = await open(pool);
  let isWhole = false;
  try {
    begin(snapshot);
    const headings = columns.map(({ heading }) => word(heading, said.language));
    const before = [...preface({ title, about }, said, snapshot), [], headings].map((cells) =>
      cells.map(quoted).join(','),
    );
    await put(out, `\uFEFF${before.join('\n')}\n`);
    const write = columns.map((column) => cellWriter(column, said));
    for await (const rows of read) {
      let text = '';
      for (const cells of rows) {
        text += write[0]!(cells[0]!);
        for (let i = 1; i < cells.length; i++) text += `,${write[i]!(cells[i]!)}`;
        text += '\n';
      }
      await put(out, text);
    }
    out.end();
    isWhole = true;
  } finally {
    await close(!isWhole);
  }
}

/** What a spreadsheet would take for the beginning of a formula, in half and in full width (OWASP: CSV injection). */
const formulaStarts = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);

function cellWriter({ type, words }: Heading, { language }: Said): (cell: Cell) => string {
  if (type === 'yesNo') {
    const [yes, no] = [word(yesNo.true, language), word(yesNo.false, language)];
    return (cell) => (cell === null ? '' : cell === 't' ? yes : no);
  }
  if (type !== 'text') return (cell) => cell ?? '';
  if (words !== undefined) {
    const said = new Map(Object.entries(words).map(([code, name]) => [code, quoted(word(name, language))]));
    return (cell) => (cell === null ? '' : (said.get(cell) ?? quoted(cell)));
  }
  return (cell) => {
    if (cell === null) return '';
    return quoted(formulaStarts.has(cell[0]!) ? `'${cell}` : cell);
  };
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
