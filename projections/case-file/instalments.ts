import type { Instalment } from '@redress/cases/overdue-payment/events.js';
import { exceeds, isZero, minus, sum, type Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';

export interface InstalmentToday extends Instalment {
  readonly paid: Money;
  readonly status: 'open' | 'paid' | 'partly' | 'overdue';
}

interface PaymentOfSettlement {
  readonly amount: Money;
  readonly instalment: number | null;
}

/**
 * What is paid of each instalment. A payment counts to the instalment it names; one which names none, and what exceeds
 * the one named, fills the instalments in order (Civil Code, Art. 560: the debt first due).
 */
export function instalmentsToday(
  instalments: readonly Instalment[],
  payments: readonly PaymentOfSettlement[],
  today: PlainDate,
): readonly InstalmentToday[] {
  const named = instalments.map(({ instalment, amount }) => {
    const own = sum(payments.filter((payment) => payment.instalment === instalment).map((payment) => payment.amount));
    return exceeds(own, amount) ? amount : own;
  });
  let free = minus(sum(payments.map((payment) => payment.amount)), sum(named));
  return instalments.map((instalment, i) => {
    const short = minus(instalment.amount, named[i]!);
    const taken = exceeds(free, short) ? short : free;
    free = minus(free, taken);
    const paid = sum([named[i]!, taken]);
    return { ...instalment, paid, status: statusOf(instalment, paid, today) };
  });
}

function statusOf({ amount, dueOn }: Instalment, paid: Money, today: PlainDate): InstalmentToday['status'] {
  if (!exceeds(amount, paid)) return 'paid';
  if (dueOn < today) return 'overdue';
  return isZero(paid) ? 'open' : 'partly';
}
