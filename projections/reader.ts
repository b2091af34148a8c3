import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Pool, PoolClient } from 'pg';

/** Where queries read: a pool, or the one connection of a transaction. */
export type Database = Pool | PoolClient;

/** Asks, and gets the rows. */
export interface ViewDb {
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

export function reader(db: Database): ViewDb {
  return {
    async query<R>(text: string, values: readonly unknown[] = []): Promise<R[]> {
      const { rows } = await db.query(text, [...values]);
      return rows as R[];
    },
  };
}

/** A place between two rows of a list, opaque to its reader. */
export function cursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** A cursor that this list did not give out. */
export class WrongCursor extends Error {
  override readonly name = 'WrongCursor';

  constructor() {
    super('the cursor is none of this list');
  }
}

/** @param fits one test for each of the list's values, as the database would take them @throws WrongCursor */
export function readCursor(text: string, fits: readonly ((value: string) => boolean)[]): readonly string[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw new WrongCursor();
  }
  if (!Array.isArray(values) || values.length !== fits.length) throw new WrongCursor();
  if (!values.every((value, i) => typeof value === 'string' && fits[i]!(value))) throw new WrongCursor();
  return values as readonly string[];
}

export const dayOrInfinity = (value: string): boolean => value === 'infinity' || isPlainDate(value);
export const anyText = (value: string): boolean => !value.includes('\0');

/** The placeholders of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value; answers its placeholder. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get next(): number {
    return this.values.length + 1;
  }
}
