import { readFileSync } from 'node:fs';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { rungKey } from '@redress/cases/shared/procedure/state.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { ProjectionDefinition, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import type { OfficeName } from '../followed-case/case-row.js';
import { clocksOf } from '../followed-case/case-view.js';
import type { LadderRung } from '../followed-case/ladder-rung.js';
import { evolveListed, scopeColumns, summaryOf, type ListedCase } from '../followed-case/listed-case.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';
import { clockTitle, openRungs } from './rungs.js';

/** The rungs of every case's ladders: those which are to fire, by day, and those which fired. */
export const escalations: ProjectionDefinition<ListedCase, LawInLog> = {
  name: 'escalations',
  version: 2,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'escalation_rung', holds: 'subject', key: ['case_id', 'rung_key'] }],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveListed,
  isOpen: ({ open }) => open,
  rows(subject, law) {
    const clocks = clocksOf(subject, law);
    const rungs = [...subject.state.fired, ...openRungs(subject.state, clocks, law)];
    return { escalation_rung: rungs.map((rung) => rungRow(subject, clocks, rung)) };
  },
};

/** What a list shows of a rung and no query asks for. */
export interface ShownRung {
  readonly caseNumber: string;
  readonly kind: KindName;
  readonly complainant: string;
  readonly respondent: string | null;
  readonly clockTitle: Name;
  readonly title: Name;
  readonly handlingOffice: OfficeName | null;
}

function rungRow({ id, state }: Subject<ListedCase>, clocks: readonly ClockFact[], rung: LadderRung) {
  const summary = summaryOf(state);
  const { caseNumber, complainant, respondent, handlingOffice } = summary;
  const shown: ShownRung = {
    caseNumber,
    kind: state.kind,
    complainant: complainant.name,
    respondent: respondent?.name ?? null,
    clockTitle: clockTitle(rung.clock, clocks),
    title: rung.title,
    handlingOffice: handlingOffice && { id: handlingOffice.id, name: handlingOffice.name },
  };
  return {
    case_id: id,
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
    ...scopeColumns(summary),
    shown: JSON.stringify(shown),
  };
}
