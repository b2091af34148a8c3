import { caseKinds } from '@redress/cases/kinds.js';
import { standings } from '../law-in-force/standing.js';
import type { FilterName } from './export-table.js';

/** What a filter may be, where that is one of a few words. */
export const filterValues = {
  queue: ['mine', 'office', 'unassigned', 'afterEnd', 'all'],
  kind: Object.keys(caseKinds),
  level: ['street', 'district', 'city', 'jointConference'],
  duty: ['office', 'party'],
  standing: standings,
  state: ['open', 'held', 'fired', 'awaiting'],
} as const satisfies Partial<Record<FilterName, readonly string[]>>;
