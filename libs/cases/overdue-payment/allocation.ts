import type { Refusal } from '../shared/decision.js';
import { exceeds, minus, nothing, sum } from '../shared/money.js';
import type { CommandBody } from './commands.js';
import type { PaymentAllocation } from './events.js';
import { interestOpen, least, payable, settlementPaidOn, undisputedOpen } from './owed.js';
import type { Existing } from './state.js';

type Asked = Pick<CommandBody<'recordPayment'>, 'amount' | 'allocation'>;

/**
 * What a payment pays. A settlement takes all of it: interest is in its total. Else as the parties agreed, or interest
 * before principal (Civil Code Art. 561), or principal before interest, as many claims have it; interest counts as far
 * as a sheet on the file shows it. Of the principal the undisputed part is paid first (Art. 15).
 */
export function allocated({ amount, allocation }: Asked, state: Existing, on: string): PaymentAllocation {
  const { order } = allocation;
  if (settlementPaidOn(state, on) !== null) {
    return { order: 'agreed', costs: nothing, interest: nothing, principal: amount, ofUndisputed: nothing };
  }
  const costs = allocation.order === 'agreed' ? allocation.costs : nothing;
  const interest = interestOf({ amount, allocation }, state, on);
  const principal = minus(amount, sum([costs, interest]));
  return { order, costs, interest, principal, ofUndisputed: least(principal, undisputedOpen(state)) };
}

function interestOf({ amount, allocation }: Asked, state: Existing, on: string) {
  switch (allocation.order) {
    case 'agreed':
      return allocation.interest;
    case 'interestFirst':
      return least(amount, interestOpen(state));
    case 'principalFirst':
      return minus(amount, least(amount, payable(state, on)));
  }
}

/** Nothing is paid beyond what is owed, by the settlement, the claim and the sheet. */
export function faultsOfAllocation({ amount, allocation }: Asked, state: Existing, on: string): readonly Refusal[] {
  const open = payable(state, on);
  const settles = settlementPaidOn(state, on) !== null;
  const beyond: Refusal = { code: 'exceedsOutstanding', field: 'amount', params: { outstanding: open } };
  if (allocation.order !== 'agreed' || settles) {
    return exceeds(amount, settles ? open : sum([open, interestOpen(state)])) ? [beyond] : [];
  }
  const { costs, interest } = allocation;
  const beside = sum([costs, interest]);
  if (exceeds(beside, amount)) return [{ code: 'allocationExceedsPayment', field: 'allocation' }];
  const faults: Refusal[] = [];
  if (exceeds(minus(amount, beside), open)) faults.push(beyond);
  if (exceeds(interest, interestOpen(state))) faults.push({ code: 'interestNotOnSheet', field: 'allocation.interest' });
  return faults;
}
