import type { Status } from '../../api/types.js';

/** The fixed steps of every claim, in order; what a case is at, and whether it went this far before it ended otherwise. */
export const caseSteps = ['lodged', 'reviewed', 'transferred', 'handled', 'result', 'concluded'] as const;
export type CaseStep = (typeof caseSteps)[number];

/** How many steps are behind a case in each status. */
const behind: Readonly<Record<Status, number>> = {
  lodged: 1,
  returnedForSupplement: 1,
  accepted: 2,
  transferred: 3,
  inHandling: 3,
  settled: 3,
  resultIssued: 5,
  concluded: 6,
  declined: 1,
  withdrawn: 1,
  terminated: 2,
  handedOver: 2,
  merged: 1,
};

export interface StepState {
  readonly step: CaseStep;
  readonly state: 'done' | 'now' | 'ahead' | 'not';
}

const ended: ReadonlySet<Status> = new Set(['declined', 'withdrawn', 'terminated', 'handedOver', 'merged']);

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<string> = new Set<string>([...ended, 'concluded']);
const reachedBy: Readonly<Record<string, number>> = {
  FormallyAccepted: 2,
  Transferred: 3,
  MaterialsReceived: 3,
  ResultIssued: 5,
};

/** @param types the types of the events of the case: where it ended early, they tell how far it had come */
export function stepsOf(status: Status, types: readonly string[]): readonly StepState[] {
  const done = ended.has(status) ? Math.max(1, ...types.map((type) => reachedBy[type] ?? 1)) : behind[status];
  return caseSteps.map((step, index) => ({
    step,
    state: index < done ? 'done' : ended.has(status) ? 'not' : index === done ? 'now' : 'ahead',
  }));
}
