import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { UnitType } from '@redress/cases/shared/party.js';
import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { WarningLevel, WarningRules } from '@redress/deadlines/warnings/warning-rules.js';
import { Parameters, reader, type Database } from '../reader.js';
import { isWarned, rulesInForce, warningsOf, type Measures, type Warning } from './warnings.js';

/** One who owes, as the cases of a scope tell it. */
export interface Debtor extends Measures {
  /** Names it in the address: its code, or its name where no case has one. */
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly unitType: UnitType;
  readonly warnings: readonly Warning[];
}

export interface DebtorsQuery {
  readonly by: 'outstanding' | 'claimed' | 'open' | 'cases';
  /** Only those with a warning of this level or a graver one. */
  readonly warning?: WarningLevel;
  readonly limit: number;
}

const yearDays = 365;

/** Those who owe, the greatest first; figures are of the reader's scope alone. */
export async function debtors(
  db: Database,
  scope: Scope,
  { by, warning, limit }: DebtorsQuery,
  today: PlainDate,
): Promise<{ readonly rows: readonly Debtor[]; readonly more: boolean; readonly rules: WarningRules }> {
  const read = reader(db);
  const rules = await rulesInForce(read);
  const parameters = new Parameters();
  const where = scoped(scope, parameters);
  const grouped = measuresSql(where, today, parameters);
  const warned = warning === undefined ? 'true' : isWarned(rules, warning, parameters);
  const stored = await read.query<StoredDebtor>(
    `SELECT * FROM (${grouped}) AS measured WHERE ${warned} ORDER BY ${by} DESC, id LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const rows = stored.slice(0, limit).map((one) => debtorOf(one, rules));
  return { rows, more: stored.length > limit, rules };
}

export interface DebtorPart extends Pick<Measures, 'cases' | 'claimed' | 'paid' | 'outstanding'> {
  /** A year, or a division code; null: the city itself. */
  readonly of: string | null;
}

export interface DebtorDetail extends Debtor {
  readonly byYear: readonly DebtorPart[];
  readonly byDistrict: readonly DebtorPart[];
}

/** Null where no case of the scope is against it. */
export async function debtorOfId(
  db: Database,
  scope: Scope,
  id: string,
  today: PlainDate,
): Promise<DebtorDetail | null> {
  const read = reader(db);
  const parameters = new Parameters();
  const where = `debtor = ${parameters.add(id)} AND ${scoped(scope, parameters)}`;
  const partsBy = (sql: string) =>
    read.query<
      Omit<DebtorPart, 'claimed' | 'paid' | 'outstanding'> & Record<'claimed' | 'paid' | 'outstanding', string>
    >(
      `SELECT ${sql} AS of, count(*)::integer AS cases, sum(claimed) AS claimed, sum(paid) AS paid,
         sum(outstanding) AS outstanding
       FROM views.debtor_case WHERE ${where} GROUP BY 1 ORDER BY 1`,
      parameters.values,
    );
  const [byYear, byDistrict] = [await partsBy(`extract(year FROM lodged_on)::text`), await partsBy('district')];
  const [stored] = await read.query<StoredDebtor>(measuresSql(where, today, parameters), parameters.values);
  if (stored === undefined) return null;
  const parts = (rows: typeof byYear): readonly DebtorPart[] =>
    rows.map(({ of, cases, claimed, paid, outstanding }) => ({
      of,
      cases,
      claimed: yuan(claimed),
      paid: yuan(paid),
      outstanding: yuan(outstanding),
    }));
  return { ...debtorOf(stored, await rulesInForce(read)), byYear: parts(byYear), byDistrict: parts(byDistrict) };
}

const sums = ['claimed', 'undisputed', 'paid', 'outstanding'] as const;
type Sum = (typeof sums)[number];
type StoredDebtor = Omit<Debtor, Sum | 'warnings'> & Readonly<Record<Sum, string>>;

function debtorOf(stored: StoredDebtor, rules: WarningRules): Debtor {
  const amounts = Object.fromEntries(sums.map((name) => [name, yuan(stored[name])])) as Record<Sum, Money>;
  const debtor = { ...stored, ...amounts };
  return { ...debtor, warnings: warningsOf(debtor, rules) };
}

/** SQL of one row a debtor. A firm which claims again is counted from its second claim on. */
function measuresSql(where: string, today: PlainDate, parameters: Parameters): string {
  const recent = `lodged_on > ${parameters.add(addDays(today, -yearDays))}::date`;
  const district = `coalesce(district, '')`;
  return `SELECT debtor AS id, max(debtor_code) AS code, (array_agg(debtor_name ORDER BY lodged_on DESC, case_id))[1] AS name,
      (array_agg(unit_type ORDER BY lodged_on DESC, case_id))[1] AS "unitType",
      count(*)::integer AS cases, (count(*) FILTER (WHERE open))::integer AS open,
      count(DISTINCT complainant)::integer AS complainants, count(DISTINCT ${district})::integer AS districts,
      (count(*) FILTER (WHERE ${recent}))::integer AS "casesOfYear",
      (count(DISTINCT complainant) FILTER (WHERE ${recent}))::integer AS "complainantsOfYear",
      (count(DISTINCT ${district}) FILTER (WHERE ${recent}))::integer AS "districtsOfYear",
      ${sums.map((name) => `sum(${name}) AS ${name}`).join(', ')},
      (count(*) FILTER (WHERE broken))::integer AS broken,
      (count(*) - count(DISTINCT complainant))::integer AS repeated,
      sum(beyond_law)::integer AS "beyondLaw", sum(supervisory_acts)::integer AS "supervisoryActs"
    FROM views.debtor_case WHERE ${where} GROUP BY debtor`;
}

function yuan(fen: string): Money {
  const digits = fen.replace('-', '').padStart(3, '0');
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as Money;
}

function scoped(scope: Scope, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return where;
}
