import { kindLetters } from '@redress/cases/shared/case-number.js';
import { codePrefix, nameTokens, searchable, soughtTokens } from '../name-search.js';
import type { Parameters } from '../reader.js';

/*
 * Sixty-three bits of a case, which stand beside the order of each list: most cases that a search does not find are passed over by
 * them without being read. Fifty-seven for what its companies are found by, of which each sets some; above them two for the kind
 * in its number, and four for the year.
 */
const tokenBits = 57;
const years = 16;
const kinds = Object.values(kindLetters);

/** The bits of a case. @param names as they are searched @param codes credit codes of the same companies */
export function caseMarks(names: readonly string[], codes: readonly (string | null)[], number: string): string {
  const bits = [
    ...nameTokens(names).map(tokenBit),
    ...codes.flatMap((code) => (code === null ? [] : regionBits(code))),
  ];
  return String((BigInt(numberMark(number, yearOf(number)!)) << BigInt(tokenBits)) | marksOf(bits));
}

/** SQL over a row of a list: false only where the case is none with this number. @param number its beginning, with the kind */
export function markedNumber(number: string, parameters: Parameters): string {
  const year = yearOf(number);
  const known = year === null ? `marks >> ${tokenBits} & ${kinds.length - 1}` : `marks >> ${tokenBits}`;
  return `${known} = ${parameters.add(numberMark(number, year ?? 0))}::bigint`;
}

/** SQL over a row of a list: false only where no company of the case has the text in its name, or its code begins otherwise. */
export function markedCompany(search: string, parameters: Parameters): string {
  const has = (bits: readonly number[]) => {
    const marks = `${parameters.add(String(marksOf(bits)))}::bigint`;
    return `marks & ${marks} = ${marks}`;
  };
  const named = () => has(soughtTokens(searchable(search)).map(tokenBit));
  const code = codePrefix(search);
  if (code === null) return named();
  return code.length < regionEnd ? 'true' : `(${named()} OR ${has(regionBits(code))})`;
}

function marksOf(bits: readonly number[]): bigint {
  let [low, high] = [0, 0];
  for (const bit of bits) {
    if (bit < 30) low |= 1 << bit;
    else high |= 1 << (bit - 30);
  }
  return (BigInt(high) << 30n) | BigInt(low);
}

function tokenBit(token: string): number {
  const one = token.codePointAt(0)!;
  const other = token.codePointAt(one > 0xffff ? 2 : 1) ?? 0;
  return (one * 31 + other) % tokenBits;
}

const [regionBegin, regionEnd] = [2, 8];

/** Of the division in which a company is registered (GB 32100: digits three to eight of its code). */
function regionBits(code: string): readonly number[] {
  const region = [...code.slice(regionBegin, regionEnd)].reduce((sum, digit) => sum * 31 + digit.codePointAt(0)!, 0);
  return [region % tokenBits, Math.floor(region / tokenBits) % tokenBits];
}

function numberMark(number: string, year: number): number {
  return (year % years) * kinds.length + kinds.findIndex((letters) => number.startsWith(letters));
}

/** Null where it is not told in full. */
function yearOf(number: string): number | null {
  const year = /^..-(\d{4})/.exec(number)?.[1];
  return year === undefined ? null : Number(year);
}
