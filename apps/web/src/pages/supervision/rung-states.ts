/** What waits for somebody first, then what is still to come, what is held back, and what has fired. */
export const rungStates = ['awaiting', 'open', 'held', 'fired'] as const;
export type RungState = (typeof rungStates)[number];
