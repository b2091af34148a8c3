import type { RecordedEvent } from '@redress/event-store/port.js';

/** The database as a view's `apply` sees it: `search_path` is the build's own schema, the transaction is the page's. */
export interface ViewDb {
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** A view: the tables it is kept in, and how one event changes them. */
export interface ProjectionDefinition {
  /** Letters, digits and '-', such as `sla-board`. Its builds live in schemas `sla_board_v<version>_<build>`. */
  readonly name: string;
  /** From 1 on. A new version is a new build, filled from the start of the log and served when it has caught up. */
  readonly version: number;
  /** DDL with unqualified names. A change of it asks for a new version. */
  readonly schemaSql: string;
  /** The tables readers may see, each as `views.<table>`; no two views share a name. */
  readonly tables: readonly string[];
  /** The categories of streams it reads. */
  readonly categories: readonly string[];
  /**
   * Those of `categories` all rows hang on (calendars, law packs): an event of theirs which cannot be applied stops the
   * view, where that of any other stream is parked.
   */
  readonly referenceCategories?: readonly string[];
  /** Applies one event inside the view's transaction. Must be deterministic: nothing but what the event and the rows give. */
  apply(event: RecordedEvent, db: ViewDb): Promise<void>;
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
  for (const { name, version, tables, categories, referenceCategories = [] } of definitions) {
    const fail = (why: string) => new Error(`The definition of the view ${name} is wrong: ${why}`);
    if (!NAME.test(name)) throw fail('its name is not made of a-z, 0-9 and -');
    if (!Number.isInteger(version) || version < 1) throw fail('its version is not a whole number from 1 on');
    if (categories.length === 0) throw fail('it reads no category');
    const unread = referenceCategories.find((category) => !categories.includes(category));
    if (unread !== undefined) throw fail(`the reference category ${unread} is none it reads`);
    if (definitions.filter((other) => other.name === name).length > 1) throw fail('its name is given twice');
    for (const table of tables) {
      if (!TABLE.test(table)) throw fail(`the table name ${table} is not made of a-z, 0-9 and _`);
      const owner = owners.get(table);
      if (owner !== undefined) throw fail(`the table ${table} is one of ${owner} as well`);
      owners.set(table, name);
    }
  }
}

export function schemaOf(view: string, version: number, build: number): string {
  return `${view.replaceAll('-', '_')}_v${version}_${build}`;
}
