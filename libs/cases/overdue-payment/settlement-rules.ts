import { accept, refuse, type Refusal } from '../shared/decision.js';
import { isZero, sum } from '../shared/money.js';
import type { Circumstances } from '../shared/case-kind.js';
import type { CommandBody } from './commands.js';
import type { Instalment } from './events.js';
import { openUpTo, settlementOf } from './owed.js';
import { sinceReceipt, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** 调解, 和解: a plan is offered or agreed, kept or missed. */
export const settlementRules: Rules<
  'holdMediation' | 'offerInstalments' | 'declineInstalments' | 'agreeSettlement' | 'recordMissedInstalment'
> = {
  holdMediation: { earliest: sinceReceipt, decide: (body) => accept({ type: 'MediationHeld', data: body }) },
  offerInstalments: {
    earliest: sinceReceipt,
    decide: (body, { offers }, { on }) => {
      const faults = faultsOfPlan(body, on);
      if (faults.length > 0) return refuse(...faults);
      const data = { ...body, offer: offers.length + 1, instalments: numbered(body) };
      return accept({ type: 'InstalmentsOffered', data });
    },
  },
  declineInstalments: {
    earliest: ({ offers, since }, body) => offers.find(({ offer }) => offer === body.offer)?.on ?? since,
    decide: (body, { offers }) => {
      const offer = offers.find((one) => one.offer === body.offer);
      if (!offer) return refuse({ code: 'noSuchOffer', field: 'offer' });
      return offer.answered
        ? refuse({ code: 'offerAnswered', field: 'offer' })
        : accept({ type: 'InstalmentsDeclined', data: body });
    },
  },
  agreeSettlement: {
    earliest: ({ since }) => since,
    decide: (body, { mediator }, { on }) => {
      const faults = faultsOfPlan(body, on);
      if (!mediator) faults.unshift({ code: 'noMediator' });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'SettlementAgreed', data: { ...body, instalments: numbered(body) } });
    },
  },
  recordMissedInstalment: {
    earliest: (state) => settlementOf(state)?.on ?? state.since,
    decide: recordMissedInstalment,
  },
};

type Plan = CommandBody<'agreeSettlement'>;

function numbered({ instalments }: Plan): readonly Instalment[] {
  return instalments.map((instalment, i) => ({ instalment: i + 1, ...instalment }));
}

function faultsOfPlan({ total, instalments }: Plan, on: string): Refusal[] {
  const faults: Refusal[] = [];
  if (isZero(total)) faults.push({ code: 'amountNotPositive', field: 'total' });
  if (instalments.length === 0) faults.push({ code: 'noInstalments', field: 'instalments' });
  instalments.forEach((instalment, i) => {
    if (isZero(instalment.amount)) faults.push({ code: 'amountNotPositive', field: `instalments[${i}].amount` });
    if (instalment.dueOn < on) faults.push({ code: 'dueBeforeSettlement', field: `instalments[${i}].dueOn` });
    const previous = instalments[i - 1];
    if (previous && instalment.dueOn < previous.dueOn) {
      faults.push({ code: 'instalmentsOutOfOrder', field: `instalments[${i}].dueOn` });
    }
  });
  const together = sum(instalments.map((instalment) => instalment.amount));
  if (together !== total && instalments.length > 0) {
    faults.push({ code: 'instalmentsDoNotAddUp', field: 'total', params: { together } });
  }
  return faults;
}

/** Missed when its day is over and what was due up to it is not all paid; the case is then handled again. */
function recordMissedInstalment(
  { instalment }: CommandBody<'recordMissedInstalment'>,
  state: Existing,
  { on }: Circumstances,
): Outcome {
  const field = 'instalment';
  const settlement = settlementOf(state);
  const due = settlement?.instalments.find((one) => one.instalment === instalment);
  if (!settlement || !due) return refuse({ code: settlement ? 'noSuchInstalment' : 'noSettlement', field });
  if (settlement.missed.includes(instalment)) return refuse({ code: 'alreadyMissed', field });
  if (on <= due.dueOn) return refuse({ code: 'instalmentNotDue', field, params: { dueOn: due.dueOn } });
  const open = openUpTo(state, settlement, instalment);
  if (isZero(open)) return refuse({ code: 'instalmentPaid', field });
  return accept({ type: 'InstalmentMissed', data: { instalment, dueOn: due.dueOn, open } });
}
