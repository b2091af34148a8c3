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

export interface ExportColumn {
  readonly heading: Name;
  readonly type: CellType;
  /** SQL over the rows: of the type text, of a sum as its decimal text, date, integer, or boolean. */
  readonly sql: string;
  readonly words?: Words;
}

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
  /** SQL of the rows: `columns` read `from`, where the scope's columns stand under `scopeOf`; `order` is total. */
  rows(asked: Asked): {
    readonly from: string;
    readonly where?: string;
    readonly scopeOf: string;
    readonly order: string;
  };
  columns(asked: Asked): readonly ExportColumn[];
}

/**
 * The statement of an export, without parameters, for COPY takes none. The rows are made first, each cell once, and then
 * written: the order keeps PostgreSQL from putting a cell's SQL in every place where it is asked for.
 *
 * @param cell makes the SQL of a written cell from that of its value
 */
export function selectOf(
  table: ExportTable,
  asked: Asked,
  cell: (column: ExportColumn, value: string) => string,
): string {
  const { from, order } = table.rows(asked);
  const columns = table.columns(asked);
  const values = columns.map(({ sql }, i) => `${sql} AS c${i}`).join(', ');
  const written = columns.map((column, i) => `${cell(column, `c${i}`)} AS c${i}`).join(', ');
  return `SELECT ${written} FROM (SELECT ${values} FROM ${from} WHERE ${conditionOf(table, asked)} ORDER BY ${order}) AS r`;
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

/** SQL of a code, the name of a column, in the words of the language. */
export function worded(sql: string, words: Words, language: Language): string {
  const named = Object.entries(words).map(([code, name]) => [code, language === 'en' ? name.en : name.zh]);
  return `coalesce(${literal(JSON.stringify(Object.fromEntries(named)))}::jsonb ->> ${sql}, ${sql})`;
}

/** The key of a name in JSON. */
export function inLanguage(language: Language): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh';
}
