import { hash } from 'node:crypto';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import pg, { type Pool, type PoolClient } from 'pg';

/** Where queries read: a pool, or the one connection of a transaction. */
export type Database = Pool | PoolClient;

/** Asks, and gets the rows. */
export interface ViewDb {
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /**
   * The same for a statement which is asked again and again in few wordings: each session of a pool keeps its plan, for
   * planning a list takes longer than reading it. Its plan must not hang on the values: no `LIKE` of a placeholder is an
   * index's condition.
   */
  prepared<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

export function reader(db: Database): ViewDb {
  const query = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => {
    const { rows } = await db.query(text, [...values]);
    return rows as R[];
  };
  return { query, prepared: db instanceof pg.Pool ? preparedIn(db, query) : query };
}

/** What PostgreSQL says of a statement whose plan is kept when a view was made anew with columns of another type. */
const otherColumns = '0A000';

function preparedIn(pool: Pool, query: ViewDb['query']): ViewDb['prepared'] {
  return async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => {
    try {
      const { rows } = await pool.query({ name: nameOf(text), text, values: [...values] });
      return rows as R[];
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== otherColumns) throw error;
      return query(text, values);
    }
  };
}

const names = new Map<string, string>();
/** Statements of boards hold the day: those of other days are forgotten with the rest. */
const namesKept = 2_000;

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size === namesKept) names.clear();
    names.set(text, (name = hash('sha256', text, 'base64url')));
  }
  return name;
}

/** How many rows a page has unless another number is asked for. */
export const usualPage = 50;

/** SQL: one row more than the page has. The usual number is written out: a kept plan then knows how few are wanted. */
export function pageAndOne(limit: number, parameters: Parameters): string {
  return limit === usualPage ? String(usualPage + 1) : parameters.add(limit + 1);
}

/** SQL: that a column in code point order begins with a text; by its bounds, which a kept plan can look for. */
export function beginsWith(column: string, prefix: string, parameters: Parameters): string {
  const last = [...prefix].at(-1)!;
  const beyond = prefix.slice(0, -last.length) + String.fromCodePoint(last.codePointAt(0)! + 1);
  return `(${column} >= ${parameters.add(prefix)} AND ${column} < ${parameters.add(beyond)})`;
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
