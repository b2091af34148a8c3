import type { Completion } from '../kernel/casework-kind.js';

/** Of the commands which every kind shares, how those are completed that name an office, an officer or another case. */
export const procedureCompletions: Readonly<Record<string, Completion<unknown, never, object>>> = {};
