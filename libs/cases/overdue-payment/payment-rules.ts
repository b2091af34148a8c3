import type { Circumstances } from '../shared/case-kind.js';
import { accept, refuse, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, minus, money, type Money } from '../shared/money.js';
import { allocated, faultsOfAllocation } from './allocation.js';
import type { CommandBody } from './commands.js';
import type { OverduePaymentEvent } from './events.js';
import { instalmentsFollowing } from './instalments-paid.js';
import { isNonCash, nonCashLeft, outstanding, payable, settlementOf, settlementPaidOn } from './owed.js';
import { sinceLodging, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** Payments: proved by the respondent, recorded by the office, in cash or, where the complainant takes it, otherwise. */
export const paymentRules: Rules<
  'provePayment' | 'rejectPaymentProof' | 'recordPayment' | 'offerNonCash' | 'answerNonCash' | 'attachSheet'
> = {
  provePayment: {
    earliest: sinceLodging,
    decide: (body, { proofs }, { on }) => {
      const faults: Refusal[] = [];
      if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
      if (body.paidOn > on) faults.push({ code: 'dateInFuture', field: 'paidOn' });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'PaymentClaimed', data: { proof: proofs.length + 1, ...body } });
    },
  },
  rejectPaymentProof: {
    earliest: ({ proofs, lodgedOn }, body) => proofs.find(({ offer }) => offer === body.proof)?.on ?? lodgedOn,
    decide: (body, state) => {
      const faults = faultsOfProof(body.proof, state);
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'PaymentProofRejected', data: body });
    },
  },
  recordPayment: { earliest: ({ claim }) => claim.contract.concludedOn, decide: recordPayment },
  offerNonCash: {
    earliest: sinceLodging,
    decide: (body, state, { on }) => {
      const faults: Refusal[] = [];
      const open = outstanding(state);
      if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
      if (exceeds(body.amount, open)) {
        faults.push({ code: 'exceedsOutstanding', field: 'amount', params: { outstanding: open } });
      }
      if (body.maturesOn < on) faults.push({ code: 'dayPassed', field: 'maturesOn' });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'NonCashOffered', data: { offer: state.nonCash.length + 1, ...body } });
    },
  },
  answerNonCash: {
    earliest: ({ nonCash, lodgedOn }, body) => nonCash.find(({ offer }) => offer === body.offer)?.on ?? lodgedOn,
    decide: (body, { nonCash }) => {
      const offer = nonCash.find((one) => one.offer === body.offer);
      if (!offer) return refuse({ code: 'noSuchOffer', field: 'offer' });
      return offer.answered
        ? refuse({ code: 'offerAnswered', field: 'offer' })
        : accept({ type: 'NonCashAnswered', data: body });
    },
  },
  attachSheet: {
    earliest: sinceLodging,
    decide: ({ title, input, result }, { sheets, total }) => {
      const principal = money(input.principal);
      const interest = money(result.interest);
      if (principal === null || exceeds(principal, total)) {
        return refuse({ code: 'sheetExceedsClaim', field: 'input.principal', params: { claimed: total } });
      }
      return interest === null
        ? refuse({ code: 'noSum', field: 'result.interest' })
        : accept({ type: 'SheetAttached', data: { sheet: sheets + 1, title, interest, input, result } });
    },
  },
};

function recordPayment(body: CommandBody<'recordPayment'>, state: Existing, { on }: Circumstances): Outcome {
  const faults: Refusal[] = [];
  if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
  faults.push(...faultsOfAllocation(body, state, on), ...faultsOfInstalment(body.instalment, state, on));
  if (body.proof !== null) faults.push(...faultsOfProof(body.proof, state));
  if (isNonCash(body) && exceeds(body.amount, nonCashLeft(state))) {
    faults.push({ code: 'nonCashNotAccepted', field: 'method', params: { accepted: nonCashLeft(state) } });
  }
  if (faults.length > 0) return refuse(...faults);
  const allocation = allocated(body, state, on);
  const { amount, instalment, method, reference, proof } = body;
  const payment = state.payments.length + 1;
  const pays = settlementPaidOn(state, on);
  const current = (pays ?? 0) === state.settlements.length;
  const left: Money = current ? minus(payable(state, on), allocation.principal) : outstanding(state);
  const { principal, interest } = allocation;
  const paid = { payment, event: '', amount, principal, interest, instalment, method, paidOn: on, settlement: pays };
  return accept<OverduePaymentEvent>(
    {
      type: 'PaymentRecorded',
      data: { payment, amount, instalment, method, reference, outstanding: left, proof, allocation },
    },
    ...instalmentsFollowing({ ...state, payments: [...state.payments, paid] }, reference),
  );
}

function faultsOfInstalment(instalment: number | null, state: Existing, on: string): readonly Refusal[] {
  if (instalment === null) return [];
  const settlement = settlementOf(state);
  if (!settlement?.instalments.some((one) => one.instalment === instalment)) {
    return [{ code: 'noSuchInstalment', field: 'instalment' }];
  }
  if (on >= settlement.on) return [];
  return [{ code: 'paidBeforeSettlement', field: 'instalment', params: { settledOn: settlement.on } }];
}

function faultsOfProof(proof: number, { proofs }: Existing): readonly Refusal[] {
  const named = proofs.find(({ offer }) => offer === proof);
  if (!named) return [{ code: 'noSuchProof', field: 'proof' }];
  return named.answered ? [{ code: 'proofAnswered', field: 'proof' }] : [];
}
