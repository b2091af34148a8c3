import type { Account } from './account.js';
import { complaintPolicies } from './policies/complaint.js';
import { creditRepairPolicies } from './policies/credit-repair.js';
import { ipFastTrackPolicies } from './policies/ip-fast-track.js';
import { overduePaymentPolicies } from './policies/overdue-payment.js';
import { procedurePolicies } from './policies/procedure.js';
import { deny, type Denial, type Policies } from './policies/rules.js';
import type { CaseAccess } from './scope.js';

/** By kind of case; a kind's own word on a shared command stands before the shared one. */
const policies: Readonly<Record<string, Policies>> = {
  overduePayment: { ...procedurePolicies, ...overduePaymentPolicies },
  complaint: { ...procedurePolicies, ...complaintPolicies },
  creditRepair: { ...procedurePolicies, ...creditRepairPolicies },
  ipFastTrack: { ...procedurePolicies, ...ipFastTrackPolicies },
};

/** The commands of a kind that somebody may give. */
export function commandsOf(kind: string): readonly string[] {
  return Object.keys(policies[kind] ?? {});
}

/** Whether this account may issue this command to this case; whether the case's state allows it is the decider's. */
export function mayIssue(account: Account, kind: string, command: string, subject: CaseAccess): true | Denial {
  const denials: Denial[] = [];
  const ofKind = policies[kind];
  const rules = ofKind && Object.hasOwn(ofKind, command) ? ofKind[command]! : [];
  for (const rule of rules) {
    const answer = rule(account, subject);
    if (answer === true) return true;
    denials.push(answer);
  }
  return mostTelling(denials);
}

/** The role which is right and stands in the wrong relation learns which; only another role hears `wrongRole`. */
function mostTelling(denials: readonly Denial[]): Denial {
  return denials.find(({ code }) => code !== 'wrongRole') ?? deny('wrongRole');
}
