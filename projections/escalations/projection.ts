import { readFileSync } from 'node:fs';
import { category, type Name } from '@redress/cases/overdue-payment/events.js';
import { rungKey } from '@redress/cases/overdue-payment/state.js';
import type { ProjectionDefinition, ViewDb } from '@redress/processing/projection.js';
import type { OfficeName } from '../followed-case/case-row.js';
import { applyToView, type CaseView, type FollowedCase } from '../followed-case/case-view.js';
import { scopeColumns } from '../followed-case/listed-case.js';
import { writeRows } from '../followed-case/rows.js';
import { lawCategories, type LawInForce } from '../law-in-force/law-in-force.js';
import { clockTitle, evolveEscalated, openRungs, type EscalatedCase, type LadderRung } from './rungs.js';

const view: CaseView<EscalatedCase> = {
  cases: 'escalation_case',
  law: 'escalation_law',
  evolve: evolveEscalated,
  write: writeRungs,
};

/** The rungs of every case's ladders: those which are to fire, by day, and those which fired. */
export const escalations: ProjectionDefinition = {
  name: 'escalations',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: ['escalation_rung'],
  categories: [category, ...lawCategories],
  referenceCategories: lawCategories,
  apply: (event, db) => applyToView(view, event, db),
};

/** What a list shows of a rung and no query asks for. */
export interface ShownRung {
  readonly caseNumber: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly clockTitle: Name;
  readonly title: Name;
  readonly handlingOffice: OfficeName | null;
}

async function writeRungs(db: ViewDb, cases: readonly FollowedCase<EscalatedCase>[], law: LawInForce): Promise<void> {
  await db.query('DELETE FROM escalation_rung WHERE case_id = ANY($1)', [cases.map(({ caseId }) => caseId)]);
  const rows = cases.flatMap((one) =>
    [...one.state.fired, ...openRungs(one.state, one.clocks, law)].map((rung) => rungRow(one, rung)),
  );
  await writeRows(db, 'escalation_rung', ['case_id', 'rung_key'], rows);
}

function rungRow({ caseId, state, clocks }: FollowedCase<EscalatedCase>, rung: LadderRung) {
  const { caseNumber, claim, handlingOffice } = state.file;
  const shown: ShownRung = {
    caseNumber,
    complainant: claim.complainant.name,
    respondent: claim.respondent.name,
    clockTitle: clockTitle(rung.clock, clocks),
    title: rung.title,
    handlingOffice: handlingOffice && { id: handlingOffice.id, name: handlingOffice.name },
  };
  return {
    case_id: caseId,
    rung_key: rungKey(rung),
    rule: rung.clock,
    subject: rung.subject,
    run: rung.run,
    rung: rung.rung,
    due_on: rung.rungDueOn,
    clock_due_on: rung.clockDueOn,
    provisional: rung.provisional,
    tells: rung.tells,
    act: rung.act,
    fired_at: rung.firedAt,
    late: rung.late,
    ...scopeColumns(state.file),
    shown: JSON.stringify(shown),
  };
}
