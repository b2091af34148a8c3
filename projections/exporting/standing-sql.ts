import { soonUntil } from '../law-in-force/standing.js';
import type { Asked, Narrowing } from './export-table.js';

/** How a clock stands on the day asked for. @param parked SQL: whether nothing can be told of its case @param clock its alias */
export const standingNarrowing =
  (parked: (asked: Asked) => string, clock = 'w'): Narrowing =>
  (standing, asked, parameters) => {
    const { today } = asked;
    const [day, soon] = [parameters.add(today), parameters.add(soonUntil(today))];
    return `CASE WHEN ${parked(asked)} THEN 'cannotTell' WHEN ${clock}.state <> 'open' THEN ${clock}.state
      WHEN ${clock}.due_sort < ${day}::date THEN 'late' WHEN ${clock}.due_sort <= ${soon}::date THEN 'dueSoon'
      ELSE 'running' END = ${parameters.add(standing)}`;
  };
