import { soonUntil } from '../law-in-force/standing.js';
import { parkedSql } from './case-columns.js';
import type { Narrowing } from './export-table.js';

/** How a clock stands on the day asked for; of a parked case nothing can be told. @param clock its alias */
export const standingNarrowing =
  (view: string, clock = 'w'): Narrowing =>
  (standing, { today }, parameters) => {
    const [day, soon] = [parameters.add(today), parameters.add(soonUntil(today))];
    return `CASE WHEN ${parkedSql(view)} THEN 'cannotTell' WHEN ${clock}.state <> 'open' THEN ${clock}.state
      WHEN ${clock}.due_sort < ${day}::date THEN 'late' WHEN ${clock}.due_sort <= ${soon}::date THEN 'dueSoon'
      ELSE 'running' END = ${parameters.add(standing)}`;
  };
