import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Law } from '@redress/deadlines/clock/clock.js';
import pg from 'pg';
import type { Past } from '../followed-case/past.js';
import { Parameters } from '../reader.js';

export type Language = 'zh-CN' | 'en';

/** Words by the codes which rows hold; a code without a word stands as it is. */
export type Words = Readonly<Record<string, Name>>;

/** What a cell holds: a text, a sum in yuan, a plain date, a whole number, a number, yes or no. */
export type CellType = 'text' | 'money' | 'date' | 'integer' | 'number' | 'yesNo';

/** As PostgreSQL writes it: `t` and `f` for yes and no, the decimal text of a sum. */
export type Cell = string | null;

/** What a row holds beside its columns. */
export interface ReadRow {
  /** Parsed, by the names of the table's `json`; null where there is none. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly raw: Readonly<Record<string, Cell>>;
}

/** How a column is headed and its cells are written. */
export interface Heading {
  readonly heading: Name;
  readonly type: CellType;
  readonly words?: Words;
}

/** A cell is what SQL over the row gives, or what is read of its JSON: PostgreSQL takes five times as long to look into that. */
export type ExportColumn = Heading & ({ readonly sql: string } | { readonly of: (row: ReadRow) => Cell });

/** What a reader may narrow an export by, as the lists on the screen are: each table takes some of them. */
export const exportFilters = [
  'queue',
  'kind',
  'status',
  'level',
  'district',
  'office',
  'clock',
  'duty',
  'standing',
  'state',
  'mustAct',
  'q',
] as const;
export type FilterName = (typeof exportFilters)[number];
export type ExportFilter = Partial<Readonly<Record<FilterName, string>>>;

/** A moment of the past, and the law as it was known then. */
export interface AskedPast extends Past {
  readonly law: Law | null;
}

/** How an export is said, and of when. */
export interface Said {
  /** The day as of which clocks are read. */
  readonly today: PlainDate;
  /** Null: of today. */
  readonly past: Past | null;
  readonly language: Language;
}

export interface Asked extends Said {
  readonly scope: Scope;
  /** Whose queues are meant; null of a company. */
  readonly reader: { readonly officer: string; readonly office: string } | null;
  readonly filter: ExportFilter;
  readonly past: AskedPast | null;
}

/** SQL: whether a row is what the filter asks for. */
export type Narrowing = (value: string, asked: Asked, parameters: Parameters) => string;

/** SQL of a table's rows. */
export interface RowSource {
  readonly from: string;
  readonly where?: string;
  /** What stands in `from` with the columns by which access filters. */
  readonly scopeOf: string;
  /** Total: no two rows stand alike in it. */
  readonly order: string;
  /** Texts of JSON, and what else the columns are worked out from. */
  readonly json?: Readonly<Record<string, string>>;
  readonly raw?: Readonly<Record<string, string>>;
}

/** A view as a table of rows and columns, whole: nothing is left out but what the reader may not see. */
export interface ExportTable {
  /** As the address and the command line name it. */
  readonly name: string;
  /** The view whose position it carries. */
  readonly view: string;
  readonly title: Name;
  /** Only officers are shown it. */
  readonly forOfficials: boolean;
  readonly filters: Readonly<Partial<Record<FilterName, Narrowing>>>;
  /** The same of a moment of the past, where that can be told. */
  readonly past?: ExportTable;
  rows(asked: Asked): RowSource;
  columns(asked: Asked): readonly ExportColumn[];
}

/** The statement of an export, without parameters, for COPY takes none: columns that are SQL, then JSON, then the raw. */
export function selectOf(table: ExportTable, asked: Asked): string {
  const { from, order, json = {}, raw = {} } = table.rows(asked);
  const columns = table.columns(asked).flatMap((column) => ('sql' in column ? [column.sql] : []));
  const fields = [...columns, ...Object.values(json), ...Object.values(raw)];
  return `SELECT ${fields.join(', ')} FROM ${from} WHERE ${conditionOf(table, asked)} ORDER BY ${order}`;
}

export function countOf(table: ExportTable, asked: Asked): string {
  const { from } = table.rows(asked);
  return `SELECT count(*) AS n FROM ${from} WHERE ${conditionOf(table, asked)}`;
}

function conditionOf(table: ExportTable, asked: Asked): string {
  const { where = 'true', scopeOf } = table.rows(asked);
  const narrowed = exportFilters.flatMap((name) => {
    const [value, narrowing] = [asked.filter[name], table.filters[name]];
    return value === undefined || narrowing === undefined ? [] : [`(${narrowing(value, asked, new Literals())})`];
  });
  return [where, scopedTo(asked.scope, scopeOf), ...narrowed].join(' AND ');
}

/** SQL: the rows of an alias which the scope covers. */
export function scopedTo(scope: Scope, alias: string): string {
  const allowed = scopeSql(scope, 1);
  const where = allowed.where.replace(/\$1\b/, () => literal(allowed.parameters[0] ?? ''));
  return where.replace(/\b(complainant_code|agent_code|told_respondent|offices|district)\b(?= )/, `${alias}.$1`);
}

/** A column of the rows which is what was asked for. */
export const is =
  (column: string): Narrowing =>
  (value, _asked, parameters) =>
    `${column} = ${parameters.add(value)}`;

/** A column that is null for an office of the whole city, which `city` asks for. */
export const lies =
  (column: string): Narrowing =>
  (value, _asked, parameters) =>
    value === 'city' ? `coalesce(${column}, '') = ''` : `${column} = ${parameters.add(value)}`;

export const literal = pg.escapeLiteral;

/** What statements with placeholders are put together from, where there can be none. */
export class Literals extends Parameters {
  override add(value: unknown): string {
    if (Array.isArray(value)) return `ARRAY[${value.map((one) => literal(String(one))).join(', ')}]::text[]`;
    return literal(String(value));
  }
}

/** The key of a name in JSON. */
export function inLanguage(language: Language): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh';
}
