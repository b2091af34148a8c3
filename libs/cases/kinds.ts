import { complaint } from './complaint/kind.js';
import { creditRepair } from './credit-repair/kind.js';
import { ipFastTrack } from './ip-fast-track/kind.js';
import { overduePayment } from './overdue-payment/kind.js';

/** Every kind of case, by the category of its streams: the one list that what stands above the domain goes by. */
export const caseKinds = { overduePayment, complaint, creditRepair, ipFastTrack } as const;

/** Every status a case of some kind may be in, as the state machines name them. */
export const caseStatuses: readonly string[] = [
  ...new Set(Object.values(caseKinds).flatMap(({ moves }) => Object.values<readonly string[]>(moves).flat())),
].filter((status) => status !== 'none');
