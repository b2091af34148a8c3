import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, minus, nothing, type Money } from '../shared/money.js';
import type { CommandBody } from './commands.js';
import type { ComplaintEvent } from './events.js';
import { exemptionConditions, exemptionOf } from './exemption.js';
import type { CompetitionMatter, IntermediaryBreach } from './findings.js';
import { refundOutstanding, type Existing } from './state.js';

type Outcome = Decision<ComplaintEvent>;

/** A promise can be broken only towards a firm that meets its terms; what is broken is to be mended by a day. */
export function checkPolicy(body: CommandBody<'checkPolicy'>, state: Existing, on: string): Outcome {
  const { found, entitled, remedy } = body;
  const faults: Refusal[] = [];
  if (found === 'notKept' && !entitled) faults.push({ code: 'notEntitled', field: 'found' });
  if (found === 'notKept' && remedy === null) faults.push({ code: 'remedyMissing', field: 'remedy' });
  if (found === 'kept' && remedy !== null) faults.push({ code: 'remedyWithoutBreach', field: 'remedy' });
  if (remedy !== null && remedy.by < on) faults.push({ code: 'dayPassed', field: 'remedy.by' });
  if (faults.length > 0) return refuse(...faults);
  return accept({ type: 'PolicyChecked', data: { check: state.findings.policies.length + 1, ...body } });
}

/** The finding must say what the list and the charge say; a refund is of what lies beyond the list, and no more. */
export function checkCharge(body: CommandBody<'checkCharge'>, state: Existing, on: string): Outcome {
  const { listed, list, allowed, refund, reason } = body;
  const charge = state.complaint.charges.find((one) => one.charge === body.charge);
  if (!charge) return refuse({ code: 'noSuchCharge', field: 'charge' });
  const faults = faultsOfListing(body, charge.amount);
  const excess = excessOf(listed, charge.amount, allowed);
  if (refund !== null) faults.push(...faultsOfRefund(refund, excess, on));
  if (faults.length > 0) return refuse(...faults);
  const { charge: number, item, amount: charged } = charge;
  return accept({
    type: 'ChargeChecked',
    data: { charge: number, item, charged, listed, list, allowed, excess, refund, reason },
  });
}

function faultsOfListing({ listed, allowed }: CommandBody<'checkCharge'>, charged: Money): Refusal[] {
  if (listed === 'notListed') return allowed === null ? [] : [{ code: 'allowedOffList', field: 'allowed' }];
  if (allowed === null) return [{ code: 'allowedMissing', field: 'allowed' }];
  const above = exceeds(charged, allowed);
  if (listed === 'listed' && above) return [{ code: 'chargeAboveList', field: 'listed', params: { charged, allowed } }];
  if (listed === 'aboveList' && !above) {
    return [{ code: 'chargeWithinList', field: 'listed', params: { charged, allowed } }];
  }
  return [];
}

function excessOf(listed: string, charged: Money, allowed: Money | null): Money {
  if (listed === 'notListed') return charged;
  return listed === 'aboveList' && allowed !== null && exceeds(charged, allowed) ? minus(charged, allowed) : nothing;
}

function faultsOfRefund(refund: { readonly amount: Money; readonly by: string }, excess: Money, on: string): Refusal[] {
  const faults: Refusal[] = [];
  if (isZero(refund.amount)) faults.push({ code: 'amountNotPositive', field: 'refund.amount' });
  if (exceeds(refund.amount, excess)) {
    faults.push({ code: 'refundExceedsExcess', field: 'refund.amount', params: { excess } });
  }
  if (refund.by < on) faults.push({ code: 'dayPassed', field: 'refund.by' });
  return faults;
}

export function recordRefund(body: CommandBody<'recordRefund'>, state: Existing): Outcome {
  const check = state.findings.charges.find(({ charge }) => charge === body.charge);
  if (!check?.refund) return refuse({ code: 'noRefundOrdered', field: 'charge' });
  if (isZero(body.amount)) return refuse({ code: 'amountNotPositive', field: 'amount' });
  const open = refundOutstanding(state, body.charge);
  if (exceeds(body.amount, open)) {
    return refuse({ code: 'exceedsRefund', field: 'amount', params: { outstanding: open } });
  }
  return accept({ type: 'RefundRecorded', data: { ...body, outstanding: minus(open, body.amount) } });
}

/** SHB Art. 28: a list, none forced, none named; a body pays for the work it needs itself. */
export function checkIntermediary(body: CommandBody<'checkIntermediary'>, state: Existing): Outcome {
  if (body.named && body.agency === null) return refuse({ code: 'agencyMissing', field: 'agency' });
  const breaches: IntermediaryBreach[] = [];
  if (!body.onList) breaches.push('notOnList');
  if (body.forced) breaches.push('forced');
  if (body.named) breaches.push('named');
  if (body.bodysOwnWork) breaches.push('costShifted');
  const check = state.findings.intermediaries.length + 1;
  return accept({ type: 'IntermediaryChecked', data: { check, ...body, breaches } });
}

/** Administrative Penalty Law, Art. 33: every condition is found proved or not; the effect follows from them. */
export function reviewExemption(body: CommandBody<'reviewExemption'>): Outcome {
  const named = body.conditions.map(({ condition }) => condition);
  const complete = exemptionConditions.every((one) => named.filter((other) => other === one).length === 1);
  if (!complete) return refuse({ code: 'conditionsIncomplete', field: 'conditions' });
  const result = exemptionOf(body.conditions);
  if (result.effect === 'shall' && !body.exempted) return refuse({ code: 'exemptionMandatory', field: 'exempted' });
  if (result.effect === 'none' && body.exempted) return refuse({ code: 'exemptionNotProved', field: 'exempted' });
  return accept({ type: 'ExemptionReviewed', data: { ...body, result } });
}

const legalBases: Readonly<Record<CompetitionMatter, string>> = {
  fairCompetitionReview: '公平竞争审查条例（2024）第22条',
  unfairCompetition: '反不正当竞争法（2025）',
};

export function referCompetition({ matter, to, object }: CommandBody<'referCompetition'>, state: Existing): Outcome {
  const { referrals } = state.findings;
  if (to === null) return refuse({ code: 'notAnOffice', field: 'office' });
  if (referrals.some((one) => one.matter === matter && one.answered === null)) {
    return refuse({ code: 'alreadyReferred', field: 'matter' });
  }
  const referral = referrals.length + 1;
  return accept({
    type: 'CompetitionReferred',
    data: { referral, matter, to, object, legalBasis: legalBases[matter] },
  });
}

export function answerReferral(body: CommandBody<'answerReferral'>, state: Existing): Outcome {
  const referral = state.findings.referrals.find((one) => one.referral === body.referral);
  if (!referral) return refuse({ code: 'noSuchReferral', field: 'referral' });
  if (referral.answered) return refuse({ code: 'referralAnswered', field: 'referral' });
  return accept({ type: 'ReferralAnswered', data: body });
}

/** Complaints about one body or one policy, linked as a cluster first; the finding names them all. */
export function findCluster(body: CommandBody<'findCluster'>, state: Existing): Outcome {
  const members = state.procedure.links
    .filter(({ relation }) => relation === 'cluster')
    .map(({ caseId, caseNumber }) => ({ caseId, caseNumber }));
  if (members.length === 0) return refuse({ code: 'noCluster' });
  return accept({ type: 'ClusterFound', data: { ...body, members } });
}
