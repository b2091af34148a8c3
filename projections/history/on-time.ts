import { countsAsOf, dayOf, standingIn, type Past } from '../followed-case/past.js';
import { Parameters, reader, type Database } from '../reader.js';
import { isUnfinished } from './counted-state.js';
import { parkedThen } from './parked-then.js';

export interface OnTimeQuery {
  /** Months, as their first days. */
  readonly period: { readonly from: string; readonly to: string };
  readonly by?: 'district' | 'office' | 'kind' | 'category' | 'respondentType' | 'month' | 'quarter' | 'clock';
  readonly district?: string | null;
  readonly office?: string;
  readonly kind?: string;
  readonly category?: string;
  readonly respondentType?: string;
}

/** Of the clocks which await an office's act and were due in the period. */
export interface OnTime {
  readonly key: string | null;
  readonly met: number;
  readonly metLate: number;
  /** Not stopped, or discontinued, after the due date. */
  readonly late: number;
  /** Not yet due; discontinued in time; paused. */
  readonly open: number;
  /** met ÷ (met + metLate + late), to four places; null where there are none. */
  readonly rate: number | null;
  /** Beside the rate and never in it: due dates which rest on unconfirmed rules, or on a year without its notice. */
  readonly provisional: number;
  /** Without a due date, by the month in which the clock began. */
  readonly cannotTell: number;
}

const columns = {
  district: 'district',
  office: 'office',
  kind: 'kind',
  category: 'category',
  respondentType: 'respondent_type',
  clock: 'rule',
  month: `to_char(counts_month, 'YYYY-MM')`,
  quarter: `to_char(counts_month, 'YYYY-"Q"Q')`,
};

/** Whether terms were kept, as of E, known at K: of the clocks whose due date lies in the period. */
export async function onTime(db: Database, query: OnTimeQuery, at: Past): Promise<readonly OnTime[]> {
  const parameters = new Parameters();
  const key = query.by === undefined ? `''` : columns[query.by];
  const told = `${key} AS key, state, provisional`;
  const where = conditions(query, parameters).join(' AND ');
  const ofOffices = `duty = 'office' AND ${where}`;
  const today = parameters.add(dayOf(at));
  const ended = { table: 'history_finished', columns: told, one: `rule <> '' AND ${ofOffices}` };
  // The sums by rule tell no matters apart; those by matter are of offices' clocks alone.
  const finished = isByMatter(query)
    ? countsAsOf({ ...ended, sums: 'history_matter', where }, at, parameters)
    : countsAsOf({ ...ended, where: ended.one }, at, parameters);
  const clocks = (which: string) => `SELECT ${told} FROM (
      SELECT district, office, kind, category, respondent_type, rule, duty, provisional,
        date_trunc('month', counts_on::timestamp)::date AS counts_month,
        CASE WHEN state = 'open' AND due_sort < ${today}::date THEN 'late' ELSE state END AS state
      FROM views.history_clock c WHERE ${which} AND ${standingIn('c', at, parameters)}
    ) AS clock WHERE ${ofOffices}`;
  const parked = clocks(`case_id IN (${parkedThen(at, parameters)})`);
  const rows = await reader(db).query<{ key: string; state: string; provisional: boolean; n: string }>(
    `SELECT key, state, provisional, sum(n) AS n FROM (
       SELECT *, 1 AS n FROM (${clocks(isUnfinished)}) AS unfinished
       UNION ALL ${finished}
       UNION ALL SELECT *, -1 FROM (${parked}) AS parked
       UNION ALL SELECT key, 'cannotTell', provisional, 1 FROM (${parked}) AS parked
     ) AS counted GROUP BY key, state, provisional HAVING sum(n) <> 0 ORDER BY key`,
    parameters.values,
  );
  const keys = query.by === undefined ? [''] : [...new Set(rows.map((row) => row.key))];
  return keys.map((name) =>
    onTimeOf(
      query.by === undefined ? null : name,
      rows.filter((row) => row.key === name),
    ),
  );
}

function isByMatter({ by, category, respondentType }: OnTimeQuery): boolean {
  return by === 'category' || by === 'respondentType' || category !== undefined || respondentType !== undefined;
}

function conditions(query: OnTimeQuery, parameters: Parameters): readonly string[] {
  const { period, district, office, kind, category, respondentType } = query;
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = ${parameters.add(value)}`];
  return [
    `counts_month BETWEEN ${parameters.add(period.from)}::date AND ${parameters.add(period.to)}::date`,
    ...is('district', district === null ? '' : district),
    ...is('office', office),
    ...is('kind', kind),
    ...is('category', category),
    ...is('respondent_type', respondentType),
  ];
}

function onTimeOf(
  key: string | null,
  rows: readonly { readonly state: string; readonly provisional: boolean; readonly n: string }[],
): OnTime {
  const sum = (counts: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(counts).reduce((total, { n }) => total + Number(n), 0);
  const sure = (...states: string[]) => sum(({ state, provisional }) => !provisional && states.includes(state));
  const [met, metLate, late] = [sure('met'), sure('metLate'), sure('late', 'endedLate')];
  const due = met + metLate + late;
  return {
    key,
    met,
    metLate,
    late,
    open: sure('open', 'paused', 'ended'),
    rate: due === 0 ? null : Math.round((met / due) * 10_000) / 10_000,
    provisional: sum(({ state, provisional }) => provisional && state !== 'cannotTell'),
    cannotTell: sum(({ state }) => state === 'cannotTell'),
  };
}
