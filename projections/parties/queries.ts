import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { Parameters, reader, type Database } from '../reader.js';
import { foundSql } from './found.js';

/** A company as the cases of a scope know it. */
export interface KnownCompany {
  /** Null where no case has its code. */
  readonly code: string | null;
  readonly name: string;
  /** Names it stood under in earlier cases, or earlier in a case. */
  readonly formerNames: readonly string[];
  readonly asComplainant: number;
  readonly asRespondent: number;
  readonly open: number;
}

/** By a part of any name it has borne, or the beginning of its code; those with most cases first. */
export async function companiesFound(
  db: Database,
  scope: Scope,
  sought: string,
  limit: number,
): Promise<{ readonly rows: readonly KnownCompany[]; readonly more: boolean }> {
  const parameters = new Parameters();
  const isFound = foundSql(sought, parameters);
  const inScope = scoped(scope, parameters);
  const rows = await reader(db).query<{
    code: string | null;
    names: string[];
    as_complainant: string;
    as_respondent: string;
    open: string;
  }>(
    `WITH found AS (SELECT DISTINCT company FROM views.party WHERE ${isFound} AND ${inScope})
     SELECT max(code) AS code, array_agg(name ORDER BY current DESC, since DESC, name) AS names,
       count(DISTINCT case_id) FILTER (WHERE side = 'complainant') AS as_complainant,
       count(DISTINCT case_id) FILTER (WHERE side = 'respondent') AS as_respondent,
       count(DISTINCT case_id) FILTER (WHERE open) AS open
     FROM views.party JOIN found USING (company) WHERE ${inScope}
     GROUP BY company ORDER BY count(DISTINCT case_id) DESC, company LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  return {
    more: rows.length > limit,
    rows: rows.slice(0, limit).map(({ code, names: [current, ...earlier], ...counts }) => ({
      code,
      name: current!,
      formerNames: [...new Set(earlier)].filter((one) => one !== current),
      asComplainant: Number(counts.as_complainant),
      asRespondent: Number(counts.as_respondent),
      open: Number(counts.open),
    })),
  };
}

export type DuplicateReason = 'contractNumber' | 'amount' | 'dates' | 'complainant';

/** Another case which may be of the same matter; whether it is, people decide. */
export interface DuplicateHint {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  readonly open: boolean;
  readonly lodgedOn: PlainDate;
  readonly amount: string | null;
  readonly reasons: readonly DuplicateReason[];
}

const mostHints = 50;

/**
 * Cases against the same respondent with the same contract number, or of the same two companies with the same sum or a day
 * in common; the likeliest first. Only those of the scope.
 */
export async function duplicateHints(db: Database, scope: Scope, caseId: string): Promise<readonly DuplicateHint[]> {
  const parameters = new Parameters();
  const own = parameters.add(caseId);
  const inScope = scoped(scope, parameters);
  return reader(db).query<DuplicateHint>(
    `WITH own AS MATERIALIZED (SELECT * FROM views.party_matter WHERE case_id = ${own}),
     near AS (
       SELECT m.* FROM own JOIN views.party_matter m ON m.complainant = own.complainant AND m.respondent = own.respondent
       UNION
       SELECT m.* FROM own JOIN views.party_matter m
         ON m.respondent = own.respondent AND m.contract_number = own.contract_number
     ),
     hinted AS (
       SELECT near.*, array_remove(ARRAY[
         CASE WHEN near.contract_number = own.contract_number THEN 'contractNumber' END,
         CASE WHEN near.amount = own.amount THEN 'amount' END,
         CASE WHEN near.days && own.days THEN 'dates' END,
         CASE WHEN near.complainant = own.complainant THEN 'complainant' END], NULL) AS reasons
       FROM near, own WHERE near.case_id <> own.case_id
     )
     SELECT case_id AS "caseId", case_number AS "caseNumber", kind, open, lodged_on AS "lodgedOn", amount, reasons
     FROM hinted WHERE ${inScope} AND reasons <> ARRAY['complainant']
     ORDER BY cardinality(reasons) DESC, lodged_on DESC, case_id LIMIT ${mostHints}`,
    parameters.values,
  );
}

export interface CaseLink {
  readonly caseId: string;
  readonly caseNumber: string;
  /** As the case which was linked says it: `related`, `duplicate`, `mergedInto`, … */
  readonly relation: string;
  /** Of the other case: it names this one. */
  readonly fromOther: boolean;
}

/** Links in both directions, to the cases of a scope. */
export async function linksOf(db: Database, scope: Scope, caseId: string): Promise<readonly CaseLink[]> {
  const parameters = new Parameters();
  const own = parameters.add(caseId);
  const inScope = scoped(scope, parameters);
  return reader(db).query<CaseLink>(
    `SELECT m.case_id AS "caseId", m.case_number AS "caseNumber", l.relation, l.case_id <> ${own} AS "fromOther"
     FROM views.party_link l
     JOIN views.party_matter m ON m.case_id = CASE l.case_id WHEN ${own} THEN l.other ELSE l.case_id END
     WHERE (l.case_id = ${own} OR l.other = ${own}) AND ${inScope} ORDER BY m.case_number, l.relation`,
    parameters.values,
  );
}

function scoped(scope: Scope, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return where;
}
