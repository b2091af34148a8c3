import type { Pool } from 'pg';
import type { Name } from '@redress/cases/shared/reference.js';
import type { Asked, Cell, ExportTable, Heading, Said } from './export-table.js';
import type { FiguresTable, ToldTable } from './figures-table.js';
import { readRows } from './read-rows.js';
import { countRows, openSnapshot, type Snapshot } from './snapshot.js';

/** What is written as a file: a view whole, or figures. */
export interface ExportSource {
  readonly title: Name;
  readonly said: Said;
  /** At one moment of the database. @throws NoSuchViewError */
  open(this: void, pool: Pool): Promise<OpenExport>;
}

export interface OpenExport {
  readonly snapshot: Snapshot;
  readonly about: ToldTable['about'];
  readonly columns: readonly Heading[];
  /** As many at a time as are at hand: cells in the order of the columns. */
  readonly rows: AsyncIterable<Rows> | Iterable<Rows>;
  /** @param isCutOff the session ends, and the statement with it */
  readonly close: (isCutOff?: boolean) => Promise<void>;
}

type Rows = readonly (readonly Cell[])[];

export function viewSource(table: ExportTable, asked: Asked): ExportSource {
  return {
    title: table.title,
    said: asked,
    async open(pool) {
      const count = (client: Parameters<typeof countRows>[0]) => countRows(client, table, asked);
      const { snapshot, client, close } = await openSnapshot(pool, [table.view], count);
      return { snapshot, about: [], columns: table.columns(asked), rows: readRows(client, table, asked), close };
    },
  };
}

export function figuresSource({ title, views, told }: FiguresTable, said: Said): ExportSource {
  return {
    title,
    said,
    async open(pool) {
      const opened = await openSnapshot(pool, views, async (client) => {
        const table = await told(client);
        return { ...table, count: table.rows.length };
      });
      const { about, columns, rows } = opened.told;
      return { snapshot: opened.snapshot, about, columns, rows: [rows], close: opened.close };
    },
  };
}
