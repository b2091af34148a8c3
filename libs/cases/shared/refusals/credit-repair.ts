/** Refusals of the credit-repair request. */
export const creditRepairRefusals = [] as const;
