/** Refusals of the IP fast-track case. */
export const ipFastTrackRefusals = [] as const;
