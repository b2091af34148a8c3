import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { soonUntil } from '../law-in-force/standing.js';

/** What a cell tells clocks apart by; a board sums the cells of one sort. */
export const cells = {
  district: ['district'],
  districtClock: ['district', 'kind', 'rule'],
  office: ['district', 'office'],
  officeClock: ['district', 'office', 'kind', 'rule'],
  clock: ['kind', 'rule'],
} as const;
export type Cell = keyof typeof cells;

const columns = ['district', 'office', 'kind', 'rule'] as const;

/** The columns of a clock on which its cells hang. */
export const cellReads = [...columns, 'duty', 'state', 'due_sort', 'provisional'] as const;

/**
 * SQL: the key of each cell in which a clock is counted. A running clock is counted by its day and once more by its month: what
 * is late today are whole months and then the days of this one. Every column takes its next value together with the others.
 */
export const cellKey: Readonly<Record<string, string>> = {
  cell: perCell((cell) => `'${cell}'`),
  span: each(
    names().map(() => `'month'`),
    names().map(() => `'day'`),
    names().map(() => `'none'`),
  ),
  ...Object.fromEntries(
    columns.map((column) => [
      column,
      perCell((cell) => ((cells[cell] as readonly string[]).includes(column) ? column : `'*'`)),
    ]),
  ),
  duty: 'duty',
  state: 'state',
  due: each(
    names().map(() => `date_trunc('month', due_sort)::date`),
    names().map(() => 'due_sort'),
    names().map(() => `'infinity'::date`),
  ),
  provisional: 'provisional',
};

function names(): readonly Cell[] {
  return Object.keys(cells) as Cell[];
}

function perCell(sql: (cell: Cell) => string): string {
  const values = names().map(sql);
  return each(values, values, values);
}

function each(months: readonly string[], days: readonly string[], once: readonly string[]): string {
  const open = `ARRAY[${[...months, ...days].join(', ')}]`;
  return `unnest(CASE WHEN state = 'open' THEN ${open} ELSE ARRAY[${once.join(', ')}] END)`;
}

/** SQL: conditions on counts which between them tell a day's late, near and running clocks apart, each clock in one of them. */
export function spansOn(today: PlainDate): readonly string[] {
  const from = `DATE '${today.slice(0, 8)}01'`;
  const soon = soonUntil(today);
  const until = `DATE '${addDays(`${soon.slice(0, 8)}28` as PlainDate, 4).slice(0, 8)}01'`;
  return [
    `span = 'none'`,
    `span = 'month' AND due < ${from}`,
    `span = 'month' AND due >= ${until}`,
    `span = 'day' AND due >= ${from} AND due < ${until}`,
  ];
}
