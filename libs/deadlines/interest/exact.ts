import { Decimal } from 'decimal.js';

/** Decimals wide enough that the only rounding of a sheet is the one it states (invariant 14). */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** A decimal string from zero up, e.g. `1000000` or `1000000.00`. RangeError, naming the field, for anything else. */
export function exact(text: string, field: string): Exact {
  if (!/^\d{1,18}(\.\d{1,12})?$/.test(text))
    throw new InterestRefused(field, `${field} is no decimal number from zero up: ${JSON.stringify(text)}`);
  return new Exact(text);
}

/** Half-up to 0.01. Thirds and the like are cut at 40 digits first, so that sums which make a half cent are seen to. */
export function cents(amount: Exact): string {
  return amount.toDecimalPlaces(40).toFixed(2);
}

/** An interest which cannot be worked out; it names the field at fault. */
export class InterestRefused extends RangeError {
  override readonly name = 'InterestRefused';

  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}
