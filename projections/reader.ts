import type { ViewDb } from '@redress/processing/projection.js';
import type { Pool, PoolClient } from 'pg';

/** Where queries read: a pool, or the one connection of a transaction. */
export type Database = Pool | PoolClient;

/** The same manner of asking for queries as `apply` has. */
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

/** @param length how many values the list's cursors have @throws WrongCursor */
export function readCursor(text: string, length: number): readonly string[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw new WrongCursor();
  }
  const fits = Array.isArray(values) && values.length === length && values.every((one) => typeof one === 'string');
  if (!fits) throw new WrongCursor();
  return values as readonly string[];
}

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
