import type { Scope } from '@redress/access/scope.js';
import { dateOfDay, dayNumber, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { BoardQuery } from '../followed-case/board.js';
import { soonUntil } from '../law-in-force/standing.js';

const columns = ['district', 'office', 'kind', 'rule'] as const;
type Column = (typeof columns)[number];

interface CellSort {
  /** What tells clocks apart in it. */
  readonly tells: readonly Column[];
  /** By which column boards ask for a part of it: what they read stands together. */
  readonly place?: Column;
}

/** A board sums the cells of one sort. */
const sorts = {
  district: { tells: ['district'] },
  districtKind: { tells: ['district', 'kind'], place: 'kind' },
  districtClock: { tells: ['district', 'kind', 'rule'], place: 'district' },
  office: { tells: ['district', 'office'], place: 'district' },
  officeClock: { tells: ['district', 'office', 'kind', 'rule'], place: 'district' },
  clock: { tells: ['kind', 'rule'] },
} as const satisfies Record<string, CellSort>;
type Cell = keyof typeof sorts;

const cells: readonly (CellSort & { readonly cell: Cell })[] = (Object.keys(sorts) as Cell[]).map((cell) => ({
  cell,
  ...sorts[cell],
}));

/**
 * Lengths in days of the spans in which a running clock is counted by its due date. Each is eight of the next, so that what is late
 * on a day is so many of the long ones and at most seven of each shorter one, however long ago the first was due.
 */
const lengths = [64, 8, 1] as const;
/** The span of a clock which does not run: its date tells nothing. */
const noSpan = 0;

/** The columns of a clock on which its cells hang. */
export const cellReads = [...columns, 'duty', 'state', 'due_sort', 'provisional'] as const;

/**
 * SQL: the key of each cell in which a clock is counted, a running one in a cell for each length. Every column takes its next value
 * together with the others.
 */
export const cellKey: Readonly<Record<string, string>> = {
  cell: perCell(({ cell }) => `'${cell}'`),
  place: perCell(({ place }) => place ?? `'*'`),
  duty: 'duty',
  span: perLength(String, String(noSpan)),
  due: perLength(
    (length) =>
      `CASE WHEN isfinite(due_sort) THEN due_sort - (due_sort - DATE '1970-01-01') % ${length} ELSE due_sort END`,
    `'infinity'::date`,
  ),
  ...Object.fromEntries(
    columns.map((column) => [column, perCell(({ tells }) => (tells.includes(column) ? column : `'*'`))]),
  ),
  state: 'state',
  provisional: 'provisional',
};

function perCell(sql: (cell: (typeof cells)[number]) => string): string {
  const once = cells.map(sql);
  return each(
    lengths.flatMap(() => once),
    once,
  );
}

function perLength(sql: (length: number) => string, once: string): string {
  return each(
    lengths.flatMap((length) => cells.map(() => sql(length))),
    cells.map(() => once),
  );
}

function each(running: readonly string[], others: readonly string[]): string {
  return `unnest(CASE WHEN state = 'open' THEN ARRAY[${running.join(', ')}] ELSE ARRAY[${others.join(', ')}] END)`;
}

/** SQL: conditions on counts which between them tell a day's late, near and running clocks apart, each clock in one of them. */
export function spansOn(today: PlainDate): readonly string[] {
  const [first, afterSoon] = [dayNumber(today), dayNumber(soonUntil(today)) + 1];
  const spans = [`span = ${noSpan}`];
  let [from, until] = [-Infinity, Infinity];
  for (const length of lengths) {
    const start = length === 1 ? until : Math.floor(first / length) * length;
    const end = length === 1 ? until : Math.ceil(afterSoon / length) * length;
    spans.push(...within(length, from, start), ...within(length, end, until));
    [from, until] = [start, end];
  }
  return spans;
}

function within(length: number, from: number, until: number): readonly string[] {
  if (from >= until) return [];
  const edges = [
    ...(from === -Infinity ? [] : [`due >= DATE '${dateOfDay(from)}'`]),
    ...(until === Infinity ? [] : [`due < DATE '${dateOfDay(until)}'`]),
  ];
  return [[`span = ${length}`, ...edges].join(' AND ')];
}

/** SQL: the conditions of a board, for the cells in which what it asks for is told apart, and nothing else. */
export function inCells(scope: Scope, query: BoardQuery, conditions: readonly string[]): string {
  const cell = cellOf(scope, query);
  const { place }: CellSort = sorts[cell];
  if (place === undefined) return [`cell = '${cell}'`, `place = '*'`, ...conditions].join(' AND ');
  return [`cell = '${cell}'`, ...conditions.map((one) => one.replace(`${place} = `, 'place = '))].join(' AND ');
}

function cellOf(scope: Scope, { by, office, district, kind, clock }: BoardQuery): Cell {
  const byClock = by === 'kind' || by === 'clock' || clock !== undefined;
  if (scope.kind === 'office' || by === 'office' || office !== undefined)
    return byClock || kind !== undefined ? 'officeClock' : 'office';
  const byDistrict = scope.kind === 'district' || by === 'district' || district !== undefined;
  if (!byDistrict) return 'clock';
  return byClock ? 'districtClock' : kind !== undefined ? 'districtKind' : 'district';
}
