import { complaint } from './complaint/kind.js';
import { creditRepair } from './credit-repair/kind.js';
import { ipFastTrack } from './ip-fast-track/kind.js';
import { overduePayment } from './overdue-payment/kind.js';

/** Every kind of case, by the category of its streams: the one list that what stands above the domain goes by. */
export const caseKinds = { overduePayment, complaint, creditRepair, ipFastTrack } as const;
