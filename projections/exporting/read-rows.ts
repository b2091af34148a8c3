import { StringDecoder } from 'node:string_decoder';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { selectOf, type Asked, type Cell, type ExportTable, type ReadRow } from './export-table.js';

/** The rows of an export, as many at a time as a chunk of COPY holds: cells in the order of the columns. */
export async function* readRows(
  client: PoolClient,
  table: ExportTable,
  asked: Asked,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const read = rowReader(table, asked);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const stream = client.query(copyTo(`COPY (${selectOf(table, asked)}) TO STDOUT`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = rest + decoder.write(chunk);
    const end = text.lastIndexOf('\n');
    rest = text.slice(end + 1);
    if (end > 0) yield text.slice(0, end).split('\n').map(read);
  }
}

/** Makes the cells of a line of COPY's text. */
function rowReader(table: ExportTable, asked: Asked): (line: string) => readonly Cell[] {
  const columns = table.columns(asked);
  const { json = {}, raw = {} } = table.rows(asked);
  const [jsonNames, rawNames] = [Object.keys(json), Object.keys(raw)];
  const fromSql = columns.filter((column) => 'sql' in column).length;
  return (line) => {
    const fields = line.split('\t').map(unescaped);
    const row: ReadRow = {
      json: Object.fromEntries(jsonNames.map((name, i) => [name, parsed(fields[fromSql + i]!)])),
      raw: Object.fromEntries(rawNames.map((name, i) => [name, fields[fromSql + jsonNames.length + i]!])),
    };
    let next = 0;
    return columns.map((column) => ('sql' in column ? fields[next++]! : column.of(row)));
  };
}

function parsed(text: Cell): unknown {
  return text === null ? null : (JSON.parse(text) as unknown);
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescaped(field: string): Cell {
  if (!field.includes('\\')) return field;
  if (field === '\\N') return null;
  return field.replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
}
