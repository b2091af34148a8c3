import { settlementOf } from '@redress/cases/overdue-payment/owed.js';
import type { State } from '@redress/cases/overdue-payment/state.js';

/**
 * A state in the words in which the first samples were stored: the offices and the rungs fired stood beside the claim then,
 * there was one settlement, and a payment paid it or not. What is kept today says all of it.
 */
export function reading(state: State): object {
  if (state.status === 'none') return state;
  const { acceptingOffice, handlingOffice, firedRungs } = state.procedure;
  const payments = state.payments.map((payment) => ({ ...payment, settles: payment.settlement !== null }));
  return { ...state, acceptingOffice, handlingOffice, firedRungs, settlement: settlementOf(state), payments };
}
