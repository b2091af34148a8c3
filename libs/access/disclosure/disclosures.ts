import { complaintDisclosure } from './complaint.js';
import { creditRepairDisclosure } from './credit-repair.js';
import { ipFastTrackDisclosure } from './ip-fast-track.js';
import type { Disclosure, Line } from './line.js';
import { toOffices } from './line.js';
import { overduePaymentDisclosure } from './overdue-payment.js';
import { procedureDisclosure } from './procedure.js';

const disclosures: Readonly<Record<string, Disclosure>> = {
  overduePayment: { ...procedureDisclosure, ...overduePaymentDisclosure },
  complaint: { ...procedureDisclosure, ...complaintDisclosure },
  creditRepair: { ...procedureDisclosure, ...creditRepairDisclosure },
  ipFastTrack: { ...procedureDisclosure, ...ipFastTrackDisclosure },
};

/** The types of event of a kind of which something is said here, who may read them. */
export function disclosedTypes(kind: string): readonly string[] {
  return Object.keys(disclosures[kind] ?? {});
}

/** A type of which nothing is said is the offices' own. */
export function lineOf(kind: string, type: string): Line {
  const ofKind = disclosures[kind];
  return ofKind && Object.hasOwn(ofKind, type) ? ofKind[type]! : toOffices;
}
