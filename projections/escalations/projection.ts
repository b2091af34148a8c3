import { readFileSync } from 'node:fs';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { CaseLevel, Name, OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { outlastsEnd } from '@redress/deadlines/ladder/still-owed.js';
import type { ProjectionDefinition, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { clocksOf } from '../followed-case/clocks.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import type { Holder, OfficeName } from '../followed-case/told-case.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';
import { clockTitle, rungsOfCase, type ListedRung } from './rungs.js';

/** The rungs of every case's ladders: those which are to fire, by day, those held back, and those which fired. */
export const escalations: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'escalations',
  version: 4,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'escalation_rung', holds: 'subject', key: ['case_id', 'rung_key'] }],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  isOpen: ({ open, history }) => open || outlastsEnd(history),
  rows(subject, law) {
    const clocks = clocksOf(subject.state, law);
    return { escalation_rung: rungsOfCase(subject.state, clocks, law).map((rung) => rungRow(subject, clocks, rung)) };
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
  readonly level: CaseLevel;
  readonly handlingOffice: OfficeName | null;
  readonly tells: readonly string[];
  readonly told: readonly ToldOfRung[];
  readonly mustAct: Holder | null;
  readonly firstContact: { readonly office: OfficeRef; readonly person: PersonRef } | null;
}

function rungRow({ id, state }: Subject<FollowedCase>, clocks: readonly ClockFact[], rung: ListedRung) {
  const summary = summaryOf(state);
  const { caseNumber, complainant, respondent, handlingOffice, level, firstContact, firstContactOffice } = summary;
  const shown: ShownRung = {
    caseNumber,
    kind: state.kind,
    complainant: complainant.name,
    respondent: respondent?.name ?? null,
    clockTitle: clockTitle(rung.clock, clocks),
    title: rung.title,
    level,
    handlingOffice: handlingOffice && { id: handlingOffice.id, name: handlingOffice.name },
    tells: rung.tells,
    told: rung.told,
    mustAct: rung.mustAct && { office: rung.mustAct.office, person: rung.mustAct.person },
    firstContact: firstContact && { office: firstContactOffice!, person: firstContact },
  };
  return {
    case_id: id,
    rung_key: rung.key,
    rule: rung.clock,
    subject: rung.subject,
    run: rung.run,
    rung: rung.rung,
    due_on: rung.dueOn,
    clock_due_on: rung.clockDueOn,
    provisional: rung.provisional,
    act: rung.act,
    held: rung.held,
    fired_at: rung.firedAt,
    late: rung.late,
    moved_to: rung.movedTo,
    awaits: rung.awaits,
    must_act: rung.mustAct?.office.id ?? null,
    ...state.told.scope,
    shown: JSON.stringify(shown),
  };
}
