import { addMonths, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Mark } from '@redress/deadlines/law/law-pack.js';

/**
 * What a false promise leads to. Of Order 36 it was not read; what is assumed from Order 58's practice is switched off
 * until an operator adopts it as a rule of its own, and shown as unconfirmed either way.
 */
export interface FalsePromiseConsequence {
  readonly mark: Extract<Mark, 'unconfirmed'>;
  readonly active: boolean;
  readonly repairVoid: boolean;
  readonly publicityAnew: boolean;
  /** PlainDate before which the record is not repaired; null while nothing is adopted. */
  readonly barredUntil: string | null;
}

/** What an operator has adopted: for how many months the record is barred. */
export interface AdoptedConsequence {
  readonly barMonths: number;
}

export function consequenceOf(adopted: AdoptedConsequence | null, on: string): FalsePromiseConsequence {
  const active = adopted !== null;
  return {
    mark: 'unconfirmed',
    active,
    repairVoid: active,
    publicityAnew: active,
    barredUntil: adopted && addMonths(plainDate(on), adopted.barMonths),
  };
}
