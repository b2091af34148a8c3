import { readFileSync } from 'node:fs';
import type { ProjectionDefinition, Rows, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { clocksOf } from '../followed-case/clocks.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { answeredIn, receivedOn } from './answered-case.js';

/**
 * The operator's own norm (平台规则), after the hotline's "1515" and the bad review of the Shanghai business-environment
 * regulation, which both say one working day; no text of Shanghai fixes a day for 首接负责制.
 */
const contactWorkingDays = 1;

/** 首接负责制: who answers for which case, whether the complainant was contacted in time, answered in time, handed on. */
export const firstContact: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'first-contact',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'first_contact', holds: 'subject', key: ['case_id'] },
    { name: 'first_contact_handover', holds: 'subject', key: ['case_id', 'event'] },
    lawTable('first_contact_law'),
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  isOpen: ({ open }) => open,
  rows: rowsOf,
  referenceRows: (event) => ({ first_contact_law: [lawRow(event)] }),
};

function rowsOf(subject: Subject<FollowedCase>, law: LawInLog): Rows {
  const { id, state } = subject;
  const { kind, open } = state;
  const { named, contactedOn, handovers } = answeredIn(state);
  if (named === null) return {};
  const summary = summaryOf(state);
  const { scope } = state.told;
  const clocks = clocksOf(subject.state, law).filter(({ duty }) => duty === 'office');
  const awaited = clocks.filter(({ state: clock }) => clock === 'open').flatMap(({ dueOn }) => dueOn ?? []);
  const due = law.law?.calendar.addWorkingDays(receivedOn(state), contactWorkingDays).due ?? null;
  return {
    first_contact: [
      {
        case_id: id,
        case_number: summary.caseNumber,
        kind,
        open,
        lodged_on: summary.lodgedOn,
        officer: named.officer.id,
        officer_name: named.officer.name,
        office: named.office.id,
        office_name: JSON.stringify(named.office.name),
        named_on: named.on,
        contact_due_on: due,
        contacted_on: contactedOn,
        answer_due_on: open ? (awaited.toSorted()[0] ?? null) : null,
        answered: !open,
        answered_late: clocks.some(({ stoppedLate, endedLate }) => stoppedLate === true || endedLate === true),
        ...scope,
      },
    ],
    first_contact_handover: handovers.map(({ event, from, to, on, withLeave }) => ({
      case_id: id,
      event,
      officer: from.id,
      to_officer: to.id,
      handed_on: on,
      with_leave: withLeave,
      ...scope,
    })),
  };
}
