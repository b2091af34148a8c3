import type { Recounted } from './counts.js';
import type { Change } from './fold-page.js';
import { sameRow } from './same-row.js';
import type { Row, Rows, ViewTable } from './projection.js';

/** Of how many subjects the rows are remembered: those of a page come again soon, or not for long. */
const SUBJECTS_KEPT = 3_000;

/** What has to be done to one table. */
export interface TableDifference {
  readonly table: ViewTable;
  /** Subjects of which nobody remembers what stands there, with all of their rows. */
  readonly unknown: { readonly ids: readonly string[]; readonly rows: readonly Row[] };
  /** Rows of the others which are no more. */
  readonly gone: readonly Row[];
  /** Rows of the others which are new, or not as they were. */
  readonly rows: readonly Row[];
  /** Rows of the others which count otherwise than before; none of a table that is not counted. */
  readonly recounted: Recounted;
}

/** The rows of subjects as a writer left them in its build. Good for as long as nobody else writes there. */
export class WrittenRows {
  private readonly known = new Map<string, Rows>();
  private readonly pending = new Map<string, Rows>();

  /**
   * What brings the build from what it holds to the rows of these subjects; they count as written once kept.
   * @param counted the columns of each table by which its rows are counted
   */
  differences(
    changes: readonly Change[],
    tables: readonly ViewTable[],
    counted: ReadonlyMap<string, readonly string[]>,
  ): readonly TableDifference[] {
    const differences = tables.map((table) => {
      const countedBy = counted.get(table.name) ?? null;
      const ids: string[] = [];
      const all: Row[] = [];
      const differs: Differing = { gone: [], rows: [], before: [], after: [] };
      for (const change of changes) {
        const after = change.rows![table.name] ?? [];
        const before = this.before(change);
        if (before === null) {
          ids.push(change.id);
          all.push(...after);
        } else compare(before[table.name] ?? [], after, table.key, countedBy, differs);
      }
      const { gone, rows, ...recounted } = differs;
      return { table, unknown: { ids, rows: all }, gone, rows, recounted };
    });
    for (const { id, rows } of changes) this.pending.set(id, rows!);
    return differences;
  }

  keep(): void {
    for (const [id, rows] of this.pending) {
      this.known.delete(id);
      this.known.set(id, rows);
      if (this.known.size > SUBJECTS_KEPT) this.known.delete(this.known.keys().next().value!);
    }
    this.pending.clear();
  }

  forget(): void {
    this.known.clear();
    this.pending.clear();
  }

  /** Null: not known. */
  private before({ id, isNew }: Change): Rows | null {
    return this.pending.get(id) ?? this.known.get(id) ?? (isNew ? {} : null);
  }
}

type Differing = Readonly<Record<'gone' | 'rows' | 'before' | 'after', Row[]>>;

/** Adds what differs. @param countedBy the columns by which rows are counted; null: they are not */
function compare(
  before: readonly Row[],
  after: readonly Row[],
  key: readonly string[],
  countedBy: readonly string[] | null,
  differs: Differing,
): void {
  const was = new Map(before.map((row) => [keyText(row, key), row]));
  for (const row of after) {
    const text = keyText(row, key);
    const old = was.get(text);
    was.delete(text);
    if (old !== undefined && sameRow(row, old)) continue;
    differs.rows.push(row);
    if (countedBy === null || (old !== undefined && sameRow(old, row, countedBy))) continue;
    differs.after.push(row);
    if (old !== undefined) differs.before.push(old);
  }
  for (const row of was.values()) {
    differs.gone.push(row);
    if (countedBy !== null) differs.before.push(row);
  }
}

function keyText(row: Row, key: readonly string[]): string {
  return key.length === 1 ? String(row[key[0]!]) : key.map((column) => String(row[column])).join('\n');
}
