import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import pg from 'pg';

export type Language = 'zh-CN' | 'en';

/** Words by the codes which rows hold; a code without a word stands as it is. */
export type Words = Readonly<Record<string, Name>>;

/** What a cell holds: a text, a sum in yuan, a plain date, a whole number, yes or no. */
export type CellType = 'text' | 'money' | 'date' | 'integer' | 'yesNo';

/** As PostgreSQL writes it: `t` and `f` for yes and no, the decimal text of a sum. */
export type Cell = string | null;

/** What a row holds beside its columns. */
export interface ReadRow {
  /** Parsed, by the names of the table's `json`; null where there is none. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly raw: Readonly<Record<string, Cell>>;
}

interface Heading {
  readonly heading: Name;
  readonly type: CellType;
  readonly words?: Words;
}

/** A cell is what SQL over the row gives, or what is read of its JSON: PostgreSQL takes five times as long to look into that. */
export type ExportColumn = Heading & ({ readonly sql: string } | { readonly of: (row: ReadRow) => Cell });

/** What a reader may narrow an export by. */
export interface ExportFilter {
  readonly kind?: string;
  readonly status?: string;
  readonly district?: string;
}

export interface Asked {
  readonly scope: Scope;
  readonly filter: ExportFilter;
  readonly today: PlainDate;
  readonly language: Language;
}

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
  readonly filters: readonly (keyof ExportFilter)[];
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
  const allowed = scopeSql(asked.scope, 1);
  const scope = allowed.where.replace(/\$1\b/, () => literal(allowed.parameters[0] ?? ''));
  const qualified = scope.replace(
    /\b(complainant_code|agent_code|told_respondent|offices|district)\b(?= )/,
    `${scopeOf}.$1`,
  );
  const narrowed = table.filters.flatMap((name) => {
    const value = asked.filter[name];
    return value === undefined ? [] : [`${scopeOf}.${name} = ${literal(value)}`];
  });
  return [where, qualified, ...narrowed].join(' AND ');
}

export const literal = pg.escapeLiteral;

/** The key of a name in JSON. */
export function inLanguage(language: Language): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh';
}
