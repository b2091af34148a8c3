/** Refusals of the complaint. */
export const complaintRefusals = [] as const;
