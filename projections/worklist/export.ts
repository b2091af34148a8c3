import { caseColumnsOf, caseJson, caseRaw, clockColumnsOf } from '../exporting/case-columns.js';
import { is, lies, type ExportTable, type Narrowing } from '../exporting/export-table.js';
import { queueSql } from '../exporting/queue.js';
import { foundByParty } from '../found-by-party.js';
import { likeGroups } from './list-group.js';

const ofLevel: Narrowing = (level, _asked, parameters) => `w.list_group LIKE ${parameters.add(likeGroups({ level }))}`;

const ofQueue: Narrowing = (queue, asked, parameters) => {
  if (queue !== 'afterEnd' || asked.reader === null) return queueSql(queue, asked, parameters);
  const owing = `w.list_group LIKE ${parameters.add(likeGroups({ hands: 'owing' }))}`;
  const { scope } = asked;
  return scope.kind === 'office' ? `${owing} AND w.holder_office = ${parameters.add(scope.office)}` : owing;
};

/** The worklist whole, in its order. */
export const worklistExport: ExportTable = {
  name: 'worklist',
  view: 'worklist',
  title: { zh: '案件清单', en: 'Worklist' },
  forOfficials: false,
  filters: {
    queue: ofQueue,
    kind: is('w.kind'),
    status: is('w.status'),
    level: ofLevel,
    district: lies('w.district'),
    q: (q, _asked, parameters) => foundByParty('w', q, parameters),
  },
  rows: () => ({
    from: 'views.worklist w',
    scopeOf: 'w',
    order: 'w.due_sort, w.lodged_on, w.case_id',
    json: caseJson,
    raw: caseRaw('worklist'),
  }),
  columns: ({ language, today }) => [...caseColumnsOf(language), ...clockColumnsOf(language, today)],
};
