import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Unit } from '@redress/deadlines/law/law-pack.js';
import { caseColumnsOf, clockColumnsOf, type ExportedClock } from '../exporting/case-columns.js';
import { is, lies, Literals, scopedTo, type Asked, type ExportTable, type ReadRow } from '../exporting/export-table.js';
import { queueSql } from '../exporting/queue.js';
import { standingNarrowing } from '../exporting/standing-sql.js';
import { foundByParty } from '../found-by-party.js';
import { standingIn } from '../followed-case/past.js';
import { parkedThen } from './parked-then.js';
import { stateOf, titleOf } from './past-row.js';

/** SQL: whether nothing could be told of the row's case, as known then. */
const parked = ({ past }: Asked) => `w.case_id IN (${parkedThen(past!, new Literals())})`;

/** The worklist whole, as of a moment, as it was known at one. */
export const pastWorklistExport: ExportTable = {
  name: 'worklist',
  view: 'history',
  title: { zh: '案件清单（历史时点）', en: 'Worklist of the past' },
  forOfficials: false,
  filters: {
    queue: queueSql,
    kind: is('w.kind'),
    status: is('w.status'),
    level: is('w.level'),
    district: lies('w.district'),
    q: (q, _asked, parameters) => foundByParty('w', q, parameters),
  },
  rows: (asked) => ({
    from: `views.history_case w LEFT JOIN views.history_clock c ON c.case_id = w.case_id AND c.rule = w.rule
      AND c.subject = w.subject AND c.run = w.run AND ${standing('c', asked)}`,
    where: `${standing('w', asked)} AND ${readableToday(asked)}`,
    scopeOf: 'w',
    order: 'w.due_sort, w.lodged_on, w.case_id',
    ...told(asked),
  }),
  columns: (asked) => [...caseColumnsOf(asked.language), ...clockColumns(asked)],
};

/** Every clock of every case, as of a moment, as it was known at one: what the figures of the board counted. */
export const pastClocksExport: ExportTable = {
  name: 'sla-board',
  view: 'history',
  title: { zh: '期限明细（历史时点）', en: 'Clocks of the past' },
  forOfficials: false,
  filters: {
    kind: is('w.kind'),
    status: is('w.status'),
    district: lies('c.district'),
    office: is('c.office'),
    clock: is('c.rule'),
    duty: is('c.duty'),
    standing: standingNarrowing(parked, 'c'),
  },
  rows: (asked) => ({
    from: 'views.history_clock c JOIN views.history_case w ON w.case_id = c.case_id',
    where: `${standing('c', asked)} AND ${standing('w', asked)} AND ${readableToday(asked)}`,
    scopeOf: 'w',
    order: 'c.case_id, c.rule, c.subject, c.run',
    ...told(asked),
  }),
  columns: (asked) => [
    ...caseColumnsOf(asked.language),
    { heading: { zh: '规则', en: 'Rule' }, type: 'text', sql: 'c.rule' },
    { heading: { zh: '对象', en: 'Subject' }, type: 'text', sql: 'c.subject' },
    ...clockColumns(asked),
  ],
};

const told = (asked: Asked) => ({
  json: { summary: 'w.summary' },
  raw: {
    parked: parked(asked),
    rule: 'c.rule',
    kind: 'w.kind',
    unit: 'c.unit',
    state: 'c.state',
    due: 'c.due_on',
    provisional: 'c.provisional',
  },
});

function standing(alias: string, { past }: Asked): string {
  return standingIn(alias, past!, new Literals());
}

/** A past list names no case which its reader may not open today (invariant 16): one that became confidential, say. */
function readableToday({ scope }: Asked): string {
  if (scope.kind === 'all') return 'true';
  return `EXISTS (SELECT 1 FROM views.case_file f WHERE f.case_id = w.case_id AND ${scopedTo(scope, 'f')})`;
}

function clockColumns({ language, today, past }: Asked) {
  const clockOf = ({ raw }: ReadRow): ExportedClock | null => {
    if (raw.rule === null) return null;
    const named = { rule: raw.rule!, kind: raw.kind as KindName, unit: raw.unit as Unit };
    return {
      title: titleOf(named, past!.law),
      dueOn: raw.due as ExportedClock['dueOn'],
      provisional: raw.provisional === 't',
      ...stateOf(raw.state!),
    };
  };
  return clockColumnsOf(language, today, clockOf);
}
