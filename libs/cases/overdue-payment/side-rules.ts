import type { Circumstances } from '../shared/case-kind.js';
import { accept, refuse, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, type Money } from '../shared/money.js';
import type { CommandBody } from './commands.js';
import { resized } from './evolve-file.js';
import { articleOf, isDeposit, type Finding } from './findings.js';
import { outstanding } from './owed.js';
import { sinceLodging, sinceReceipt, type Outcome, type Rules } from './rule.js';
import { partiesOf, scopesFor } from './scope.js';
import type { Existing } from './state.js';

/** Size disputes (Art. 29), confirmation of a receivable (Art. 16), findings (Art. 9 to 14). */
export const sideRules: Rules<
  | 'raiseSizeDispute'
  | 'decideSizeDispute'
  | 'requestReceivableConfirmation'
  | 'confirmReceivable'
  | 'refuseReceivable'
  | 'recordFinding'
> = {
  raiseSizeDispute: {
    earliest: sinceLodging,
    decide: ({ of, by, ground, to }, { sizeDisputes }) => {
      if (to === null) return refuse({ code: 'notAnOffice', field: 'office' });
      return sizeDisputes.some((one) => one.of === of && one.decided === null)
        ? refuse({ code: 'sizeDisputeOpen', field: 'of' })
        : accept({ type: 'SizeDisputeRaised', data: { of, by, ground, to } });
    },
  },
  decideSizeDispute: {
    earliest: ({ sizeDisputes, lodgedOn }, { of }) => sizeDisputes.findLast((one) => one.of === of)?.on ?? lodgedOn,
    decide: (body, { sizeDisputes, parties, claim }, { on }) => {
      if (!sizeDisputes.some((one) => one.of === body.of && one.decided === null)) {
        return refuse({ code: 'noSizeDispute', field: 'of' });
      }
      const scopes = scopesFor(resized(parties ?? partiesOf(claim), body.of, body.size), claim, on);
      return accept({ type: 'SizeDisputeDecided', data: { ...body, scopes } });
    },
  },
  requestReceivableConfirmation: {
    earliest: sinceReceipt,
    decide: (body, state) => {
      const open = outstanding(state);
      const faults: Refusal[] = [];
      if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
      if (exceeds(body.amount, open)) {
        faults.push({ code: 'exceedsOutstanding', field: 'amount', params: { outstanding: open } });
      }
      if (state.confirmations.some((one) => one.open)) faults.push({ code: 'confirmationOpen' });
      if (faults.length > 0) return refuse(...faults);
      const request = state.confirmations.length + 1;
      return accept({ type: 'ReceivableConfirmationRequested', data: { request, ...body } });
    },
  },
  confirmReceivable: {
    earliest: requestedOn,
    decide: (body, state) => {
      const faults = faultsOfRequest(body.request, state);
      const asked = state.confirmations.find(({ request }) => request === body.request);
      if (asked && exceeds(body.amount, asked.amount)) {
        faults.push({ code: 'confirmedExceedsRequest', field: 'amount', params: { requested: asked.amount } });
      }
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'ReceivableConfirmed', data: body });
    },
  },
  refuseReceivable: {
    earliest: requestedOn,
    decide: (body, state) => {
      const faults = faultsOfRequest(body.request, state);
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'ReceivableConfirmationRefused', data: body });
    },
  },
  recordFinding: { earliest: sinceLodging, decide: recordFinding },
};

function requestedOn({ confirmations, lodgedOn }: Existing, { request }: { readonly request: number }): string {
  return confirmations.find((one) => one.request === request)?.on ?? lodgedOn;
}

function faultsOfRequest(request: number, { confirmations }: Existing): Refusal[] {
  const asked = confirmations.find((one) => one.request === request);
  if (!asked) return [{ code: 'noConfirmationRequested', field: 'request' }];
  return asked.open ? [] : [{ code: 'confirmationAnswered', field: 'request' }];
}

function recordFinding(body: CommandBody<'recordFinding'>, state: Existing, { on }: Circumstances): Outcome {
  const { finding, line } = body;
  const faults: Refusal[] = [];
  if (!applies(finding, state)) faults.push({ code: 'findingDoesNotApply', field: 'finding' });
  if (line !== null && !state.claim.lines.some((one) => one.line === line)) {
    faults.push({ code: 'noSuchLine', field: 'line' });
  }
  if (state.findings.some((one) => one.finding === finding && one.line === line)) {
    faults.push({ code: 'alreadyFound', field: 'finding' });
  }
  if (faults.length > 0) return refuse(...faults);
  return accept({ type: 'FindingRecorded', data: { ...body, ...articleOf(finding, on) } });
}

/** Deposits are ruled for construction, forced audit for bodies and state firms, pay-when-paid for firms. */
function applies(finding: Finding, { claim, parties }: Existing): boolean {
  const { publicBody, stateOwned } = (parties ?? partiesOf(claim)).debtor;
  if (isDeposit(finding)) return claim.contract.subject === 'works';
  if (finding === 'auditForced') return publicBody || stateOwned;
  return finding === 'payWhenPaid' ? !publicBody : true;
}

/** Anti-Unfair Competition Law 2025, in force from this day; Art. 31: at most this much. */
export const marketRegulation = { inForceFrom: '2025-10-15', largestFine: '5000000.00' as Money } as const;

/** What other powers do about the respondent: market regulation, and the record of bad credit (Art. 26). */
export const sanctionRules: Rules<'referToMarketRegulation' | 'recordReferralAnswer' | 'decideBadCredit'> = {
  referToMarketRegulation: {
    earliest: sinceReceipt,
    decide: ({ to, ground, receipt }, { claim, parties, referrals }, { on }) => {
      const { inForceFrom } = marketRegulation;
      const faults: Refusal[] = [];
      if (to === null) faults.push({ code: 'notAnOffice', field: 'office' });
      if (on < inForceFrom) faults.push({ code: 'lawNotInForce', params: { from: inForceFrom } });
      if ((parties ?? partiesOf(claim)).debtor.publicBody) faults.push({ code: 'notAgainstABody' });
      if (to === null || faults.length > 0) return refuse(...faults);
      return accept({
        type: 'MarketRegulationReferred',
        data: { referral: referrals.length + 1, to, ground, receipt },
      });
    },
  },
  recordReferralAnswer: {
    earliest: ({ referrals, lodgedOn }, body) =>
      referrals.find(({ referral }) => referral === body.referral)?.on ?? lodgedOn,
    decide: (body, state) => {
      const faults = faultsOfReferralAnswer(body, state);
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'ReferralAnswered', data: body });
    },
  },
  decideBadCredit: {
    earliest: sinceReceipt,
    decide: (body, { badCreditDecided, claim }, { on }) => {
      const faults: Refusal[] = [];
      if (badCreditDecided) faults.push({ code: 'badCreditDecided' });
      if (body.found.on > on) faults.push({ code: 'dateInFuture', field: 'found.on' });
      if (claim.respondent.creditCode === null) faults.push({ code: 'respondentUnidentified' });
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'BadCreditDecided', data: body });
    },
  },
};

/** Only province level orders and fines, and it fines what it ordered to be corrected and was not. */
function faultsOfReferralAnswer(
  { referral, level, decision, fine }: CommandBody<'recordReferralAnswer'>,
  { referrals }: Existing,
): readonly Refusal[] {
  const before = referrals.find((one) => one.referral === referral);
  if (!before) return [{ code: 'noSuchReferral', field: 'referral' }];
  const faults: Refusal[] = [];
  if (before.decided !== null && (before.decided !== 'correctionOrdered' || decision === 'correctionOrdered')) {
    faults.push({ code: 'referralAnswered', field: 'referral' });
  }
  if (decision !== 'noAction' && level !== 'province') faults.push({ code: 'provinceLevelOnly', field: 'level' });
  if (decision === 'fined' && before.decided === null) faults.push({ code: 'correctionFirst', field: 'decision' });
  if ((decision === 'fined') !== (fine !== null)) faults.push({ code: 'fineDoesNotFit', field: 'fine' });
  const { largestFine } = marketRegulation;
  if (fine !== null && exceeds(fine, largestFine)) {
    faults.push({ code: 'competitionFineBeyondLaw', field: 'fine', params: { largest: largestFine } });
  }
  return faults;
}
