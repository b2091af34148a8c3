import { Decimal } from 'decimal.js';

/** A sum in yuan: a decimal string with exactly two places, never a float (invariant 14). */
export type Money = string & { readonly __brand: 'Money' };

/** At most fifteen digits before the point: far above any claim, and exact in every store and spreadsheet. */
const written = /^(0|[1-9]\d{0,14})(\.\d{1,2})?$/;

/** @returns the sum with two places, or null where the text is negative, has three decimals, or is no number. */
export function money(text: string): Money | null {
  return written.test(text) ? (new Decimal(text).toFixed(2) as Money) : null;
}

export const nothing = '0.00' as Money;
export const largest = '999999999999999.99' as Money;

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2) as Money;
}

export function minus(a: Money, b: Money): Money {
  return new Decimal(a).minus(b).toFixed(2) as Money;
}

export function exceeds(a: Money, b: Money): boolean {
  return new Decimal(a).greaterThan(b);
}

export function isZero(a: Money): boolean {
  return new Decimal(a).isZero();
}
