import { narrow } from '../calendar/plain-date.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Spaces and hyphens out, capitals, plain forms: as a code is copied from a licence. */
export function tidyCreditCode(text: string): string {
  return narrow(text).replace(/[\s-]/g, '').toUpperCase();
}

/** Whether the eighteenth character fits the seventeen before it (GB 32100-2015, weights 3^i modulo 31). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}
