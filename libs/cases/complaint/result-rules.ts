import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import { isZero } from '../shared/money.js';
import type { CommandBody, CommandName } from './commands.js';
import type { Category } from './complaint.js';
import type { ComplaintEvent } from './events.js';
import { refundsOrdered, refundsOutstanding, refundsPaid, type Existing, type Findings } from './state.js';

/** What must have been looked at before a complaint of this category is decided: no step is a note in disguise. */
export const findingOf: Readonly<Record<Category, CommandName | null>> = {
  businessCharges: 'checkCharge',
  intermediary: 'checkIntermediary',
  policyLastMile: 'checkPolicy',
  fairCompetition: 'referCompetition',
  unfairCompetition: 'referCompetition',
  personAndProperty: null,
  penaltyExemption: 'reviewExemption',
  other: null,
};

/** The result must say what the file says; what cannot be done, or not wholly, is explained (SHB Art. 49¶2). */
export function issueResult(body: CommandBody<'issueResult'>, state: Existing): Decision<ComplaintEvent> {
  const faults = faultsOfResult(body, state);
  if (faults.length > 0) return refuse(...faults);
  const refunds = { refundsOrdered: refundsOrdered(state), refundsPaid: refundsPaid(state) };
  return accept({ type: 'ResultIssued', data: { ...body, ...refunds } });
}

function faultsOfResult({ outcome, explanation }: CommandBody<'issueResult'>, state: Existing): Refusal[] {
  const { findings } = state;
  const faults: Refusal[] = [];
  if (state.grade === null) faults.push({ code: 'notGraded' });
  const needed = findingOf[state.complaint.category];
  if (outcome !== 'notResolved' && needed !== null && !hasFinding(findings, needed)) {
    faults.push({ code: 'findingMissing', params: { command: needed } });
  }
  if ((outcome === 'notResolved' || outcome === 'partlyResolved') && explanation === null) {
    faults.push({ code: 'explanationMissing', field: 'explanation' });
  }
  const open = refundsOutstanding(state);
  if (outcome === 'resolved' && !isZero(open)) {
    faults.push({ code: 'refundOutstanding', field: 'outcome', params: { outstanding: open } });
  }
  if (outcome === 'unfounded' && againstRespondent(findings)) {
    faults.push({ code: 'findingAgainstRespondent', field: 'outcome' });
  }
  if (outcome === 'referred' && findings.referrals.length === 0) faults.push({ code: 'noReferral', field: 'outcome' });
  return faults;
}

function hasFinding(findings: Findings, command: CommandName): boolean {
  switch (command) {
    case 'checkCharge':
      return findings.charges.length > 0;
    case 'checkIntermediary':
      return findings.intermediaries.length > 0;
    case 'checkPolicy':
      return findings.policies.length > 0;
    case 'referCompetition':
      return findings.referrals.length > 0;
    default:
      return findings.exemption !== null;
  }
}

function againstRespondent({ policies, charges, intermediaries, exemption, referrals }: Findings): boolean {
  return (
    policies.some(({ found }) => found === 'notKept') ||
    charges.some(({ listed }) => listed !== 'listed') ||
    intermediaries.some(({ breaches }) => breaches.length > 0) ||
    exemption?.result.effect === 'shall' ||
    referrals.some(({ answered }) => answered?.found === true)
  );
}
