/** The most pressing first, as the columns of the board stand. */
export const boardStatuses = [
  'late',
  'dueSoon',
  'running',
  'paused',
  'cannotTell',
  'met',
  'metLate',
  'ended',
  'endedLate',
] as const;
