import type { Scope } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { Parameters, reader, type Database } from '../reader.js';

export const heldBy = ['office', 'person', 'stage', 'kind'] as const;

export interface HeldQuery {
  readonly by: (typeof heldBy)[number];
  readonly district?: string;
  readonly office?: string;
  readonly kind?: KindName;
  /** Only time from the one to the other counts; ISO 8601 with an offset. */
  readonly from: string;
  readonly to: string;
}

/** Time held within the period, in whole and in pauses, and how many cases it was. */
export interface HeldTime {
  readonly key: string;
  /** Of a person. */
  readonly name: string | null;
  readonly office: string | null;
  readonly cases: number;
  readonly seconds: number;
  /** Of them while the handling was paused. */
  readonly pausedSeconds: number;
}

const columns = { office: 'office', person: `coalesce(person, '')`, stage: 'stage', kind: 'kind' };

/** The offices of the scope alone; what nobody had in hand stands under the empty key. */
export async function heldTime(db: Database, scope: Scope, query: HeldQuery): Promise<readonly HeldTime[]> {
  const parameters = new Parameters();
  const [from, to] = [query.from, query.to].map((at) => `${parameters.add(at)}::timestamptz`);
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = ${parameters.add(value)}`];
  const conditions = [
    `held_to > ${from!} AND held_from < ${to!}`,
    ...is('district', query.district),
    ...is('office', query.office),
    ...is('kind', query.kind),
    ...scoped(scope, parameters),
  ];
  const key = columns[query.by];
  const lasted = `extract(epoch FROM least(held_to, ${to!}) - greatest(held_from, ${from!}))`;
  const rows = await reader(db).query<
    Record<'key' | 'name' | 'office', string | null> & Record<'cases' | 'seconds' | 'paused', string>
  >(
    `SELECT ${key} AS key, ${query.by === 'person' ? 'max(person_name)' : 'NULL'} AS name,
       ${query.by === 'person' ? 'min(office)' : 'NULL'} AS office, count(DISTINCT case_id) AS cases,
       sum(${lasted}) AS seconds, coalesce(sum(${lasted}) FILTER (WHERE paused IS NOT NULL), 0) AS paused
     FROM views.holding WHERE ${conditions.join(' AND ')} GROUP BY ${key} ORDER BY sum(${lasted}) DESC, ${key}`,
    parameters.values,
  );
  return rows.map(({ key: of, name, office, cases, seconds, paused }) => ({
    key: of ?? '',
    name,
    office,
    cases: Number(cases),
    seconds: Number(seconds),
    pausedSeconds: Number(paused),
  }));
}

function scoped(scope: Scope, parameters: Parameters): readonly string[] {
  if (scope.kind === 'all') return [];
  if (scope.kind === 'district') return [`district = ${parameters.add(scope.district)}`];
  return scope.kind === 'office' ? [`office = ${parameters.add(scope.office)}`] : ['false'];
}
