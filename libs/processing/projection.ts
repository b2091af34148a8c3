import type { Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';

/** What a column of a view is given: `text[]` for a list, PostgreSQL's own input text for everything else. */
export type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;
/** Rows by the name of their table; a table left out has none. Every row of a table names the same columns. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/**
 * A table of a view, by whose rows it holds. `subject`: all that `rows` gives of a subject, put in the place of what it
 * gave before; the first column of the key is the subject's id. `reference`: what `referenceRows` gives, the latest of a
 * key standing.
 */
export interface ViewTable {
  readonly name: string;
  readonly holds: 'subject' | 'reference';
  /** The columns of its primary key. */
  readonly key: readonly string[];
}

/**
 * A table of counts over a table which holds rows of subjects: the columns of `by` (SQL over a row of `of`, never null)
 * are its primary key, and its column `n bigint` says how many rows there are. What is not there has no row. Where `by`
 * unnests, a row counts under several keys.
 */
export interface CountTable {
  readonly name: string;
  readonly of: string;
  readonly by: Readonly<Record<string, string>>;
  /** The columns of `of` which `by` speaks of: named where rows are many and alike in them. */
  readonly reads?: readonly string[];
  /** SQL, a whole number a row: `n` is its sum then, and what comes to nought has no row. */
  readonly weight?: string;
}

/** What all rows hang on (calendars, law packs, policies), folded from streams of its own categories. */
export interface ReferenceFold<R> {
  readonly categories: readonly string[];
  readonly initial: R;
  /** A new value: earlier ones stay in use. Throws for an event it cannot understand; the view then stands before it. */
  evolve(reference: R, event: RecordedEvent): R;
}

/** What one stream tells of one case: the state folded from its events. */
export interface Subject<S> {
  /** The stream's name after its category. */
  readonly id: string;
  readonly stream: StreamName;
  readonly state: S;
  /** Of the last event folded into it. */
  readonly position: Position;
}

/**
 * A view, as functions of events and nothing else. The rows of a subject follow from its state and from what is known
 * of the law: for an open subject all that the log holds, for a closed one what the log held at its last event. So they
 * depend on the order of the log alone, never on how it was cut into pages (invariant 8).
 */
export interface ProjectionDefinition<S extends object = object, R = unknown> {
  /** Letters, digits and '-', such as `sla-board`. Its builds live in schemas `sla_board_v<version>_<build>`. */
  readonly name: string;
  /** From 1 on. A new version is a new build, filled from the start of the log and served when it has caught up. */
  readonly version: number;
  /** DDL with unqualified names, constraints and indexes included. A change of it asks for a new version. */
  readonly schemaSql: string;
  /** Readers see each as `views.<table>`; no two views share a name. */
  readonly tables: readonly ViewTable[];
  readonly counts?: readonly CountTable[];
  /** The categories of the streams its subjects are. */
  readonly categories: readonly string[];
  /** One object for all views which know the same law: it is folded once for them all. */
  readonly reference: ReferenceFold<R>;
  /** The state after the event; null while nothing is known. An error parks the stream (invariant 9). */
  evolve(state: S | null, event: RecordedEvent): S | null;
  /** Whether what becomes known of the law still changes its rows. */
  isOpen(state: S): boolean;
  /** Every row of the subject. An error parks the stream. */
  rows(subject: Subject<S>, reference: R): Rows;
  /** The rows of an event of the reference, for readers. */
  referenceRows?(event: RecordedEvent): Rows;
}

/** Where one build of a view stands: what the processor works on. */
export interface ViewBuild {
  readonly view: string;
  readonly version: number;
  readonly build: number;
  /** The PostgreSQL schema of its tables. */
  readonly schema: string;
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const TABLE = /^[a-z][a-z0-9_]{0,59}$/;

/** @throws Error naming the view: a definition at fault is a fault of the program, found at its start. */
export function checkDefinitions(definitions: readonly ProjectionDefinition[]): void {
  const owners = new Map<string, string>();
  for (const definition of definitions) {
    const { name, version, categories, reference } = definition;
    const fail = (why: string) => new Error(`The definition of the view ${name} is wrong: ${why}`);
    if (!NAME.test(name)) throw fail('its name is not made of a-z, 0-9 and -');
    if (!Number.isInteger(version) || version < 1) throw fail('its version is not a whole number from 1 on');
    if (categories.length === 0) throw fail('it reads no category');
    const both = reference.categories.find((category) => categories.includes(category));
    if (both !== undefined) throw fail(`the category ${both} cannot hold its subjects and be what they hang on`);
    if (definitions.filter((other) => other.name === name).length > 1) throw fail('its name is given twice');
    const subjects = definition.tables.filter(({ holds }) => holds === 'subject').map((table) => table.name);
    const uncounted = definition.counts?.find((count) => !subjects.includes(count.of));
    if (uncounted !== undefined) throw fail(`${uncounted.name} counts no table of its subjects`);
    for (const table of publishedTables(definition)) {
      if (!TABLE.test(table)) throw fail(`the table name ${table} is not made of a-z, 0-9 and _`);
      const owner = owners.get(table);
      if (owner !== undefined) throw fail(`the table ${table} is one of ${owner} as well`);
      owners.set(table, name);
    }
  }
}

/** The tables readers see: those of the definition, and `<view>_subject (stream, open, position)`. */
export function publishedTables({ name, tables, counts = [] }: ProjectionDefinition): readonly string[] {
  return [subjectTable(name), ...tables.map((table) => table.name), ...counts.map((table) => table.name)];
}

/** The table in which a view keeps up to where it has folded each stream. */
export function subjectTable(view: string): string {
  return `${view.replaceAll('-', '_')}_subject`;
}

export function schemaOf(view: string, version: number, build: number): string {
  return `${view.replaceAll('-', '_')}_v${version}_${build}`;
}

/** The stream's name after its category. */
export function subjectId(stream: StreamName): string {
  return stream.slice(stream.indexOf('-') + 1);
}
