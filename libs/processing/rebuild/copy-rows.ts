import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from '@redress/platform/copy-text.js';
import { columnText } from '../column-text.js';
import type { Row, Value } from '../projection.js';

/** Rows of one table in the text format of COPY, gathered until they are sent. */
export class CopyBuffer {
  private columns: readonly string[] = [];
  private lines: string[] = [];

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      if (this.columns.length === 0) this.columns = Object.keys(row);
      let line = '';
      for (const column of this.columns) line += `${field(row[column] ?? null)}\t`;
      this.lines.push(line.slice(0, -1));
    }
  }

  /** Sends what was gathered. @param table as SQL names it */
  async sendTo(client: ClientBase, table: string): Promise<void> {
    if (this.lines.length === 0) return;
    const copy = client.query(copyFrom(`COPY ${table} (${this.columns.join(', ')}) FROM STDIN`));
    const done = once(copy, 'finish');
    copy.end(`${this.lines.join('\n')}\n`);
    this.lines = [];
    await done;
  }
}

function field(value: Value): string {
  const text = columnText(value);
  return text === null ? '\\N' : copyText(text);
}
