import type { RepairRequest } from './record.js';

/** 国家发展改革委令第36号 (secondary), all four: minimum reached, corrected, public promise, other legal conditions. */
export const repairConditions = ['minimumReached', 'corrected', 'promised', 'otherLegal'] as const;

export type RepairCondition = (typeof repairConditions)[number];

export interface ConditionFinding {
  readonly condition: RepairCondition;
  readonly proved: boolean;
  /** By what it is proved, or why it is not. */
  readonly by: string;
}

/** In bankruptcy the court's ruling stands in for the minimum and for duties which the plan has yet to fulfil (secondary). */
export function conditionsOf({ ruling }: RepairRequest): readonly RepairCondition[] {
  return ruling === null ? repairConditions : ['promised', 'otherLegal'];
}

/** The conditions which this request needs and which are not proved. */
export function unproved(request: RepairRequest, findings: readonly ConditionFinding[]): readonly RepairCondition[] {
  return conditionsOf(request).filter(
    (needed) => !findings.some(({ condition, proved }) => condition === needed && proved),
  );
}
