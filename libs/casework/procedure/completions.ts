import type { Completion } from '../kernel/casework-kind.js';
import { custodyCompletions } from './custody.js';
import { linkCompletions } from './links.js';
import { papersCompletions } from './papers.js';
import { rungCompletions } from './rungs.js';

/** Of the commands which every kind shares, how those are completed that name something, or say whose they are. */
export const procedureCompletions: Readonly<Record<string, Completion<unknown, never, object>>> = {
  ...custodyCompletions,
  ...papersCompletions,
  ...linkCompletions,
  ...rungCompletions,
};
