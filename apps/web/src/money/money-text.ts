import { narrow } from '../calendar/plain-date.js';

export type MoneyReading =
  | { readonly outcome: 'read'; readonly amount: string }
  | { readonly outcome: 'refused'; readonly why: 'notANumber' | 'threeDecimals' | 'tooLarge' };

const units: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 };
const form = /^(?:¥|￥|rmb|cny)?\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?\s*(万|亿)?\s*(?:元|圆)?整?$/i;

/**
 * Reads a sum as people write it: `1,280,000`, `128万`, `1.28 亿元`, full-width digits too.
 *
 * @returns a decimal string with two places, never by way of a float (invariant 14)
 */
export function readMoney(text: string): MoneyReading {
  const parts = form.exec(narrow(text).replaceAll('，', ',').trim());
  if (!parts) return { outcome: 'refused', why: 'notANumber' };
  const whole = parts[1]!.replaceAll(',', '');
  const fraction = (parts[2] ?? '').replace(/0+$/, '');
  const places = units[parts[3] ?? '']!;
  if (fraction.length > places + 2) return { outcome: 'refused', why: 'threeDecimals' };
  const moved = whole + fraction.slice(0, places).padEnd(places, '0');
  const amount = moved.replace(/^0+(?=\d)/, '');
  if (amount.length > 15) return { outcome: 'refused', why: 'tooLarge' };
  return { outcome: 'read', amount: `${amount}.${fraction.slice(places).padEnd(2, '0')}` };
}

/** `1,280,000.00`, from a decimal string with two places. */
export function showMoney(amount: string): string {
  const [whole = '0', fraction = '00'] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction}`;
}

/** Whole cents, for adding and comparing; exact at any size. */
export function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

export function fromCents(sum: bigint): string {
  const digits = (sum < 0n ? -sum : sum).toString().padStart(3, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function addUp(amounts: readonly string[]): string {
  return fromCents(amounts.reduce((total, amount) => total + cents(amount), 0n));
}
