import type { Narrowing } from './export-table.js';

/** The queues of open cases; a company has none but its own cases. */
export const queueSql: Narrowing = (queue, { reader }, parameters) => {
  if (queue === 'all' || reader === null) return 'true';
  if (queue === 'unassigned') return 'w.open AND w.holder IS NULL';
  if (queue === 'office') return `w.open AND w.holder_office = ${parameters.add(reader.office)}`;
  const officer = parameters.add(reader.officer);
  return `w.open AND (w.holder = ${officer} OR w.first_contact = ${officer})`;
};
