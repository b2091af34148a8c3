import type { PoolClient } from 'pg';
import type { Name } from '@redress/cases/shared/reference.js';
import type { Cell, Heading } from './export-table.js';

/** What figures told at one moment are as a table. */
export interface ToldTable {
  readonly columns: readonly Heading[];
  readonly rows: readonly (readonly Cell[])[];
  /** What else they rest on, beside position and times: label and value. */
  readonly about: readonly (readonly [Name, string])[];
}

/** A table of figures: few rows, worked out and not read as they stand. */
export interface FiguresTable {
  readonly title: Name;
  /** The views by which they are told. */
  readonly views: readonly string[];
  told(this: void, client: PoolClient): Promise<ToldTable>;
}
