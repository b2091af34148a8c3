/** Kinds of case, with the letters that head their case numbers. */
export const kindLetters = { overduePayment: 'OP', complaint: 'CO', creditRepair: 'CR', ipFastTrack: 'IP' } as const;

export type CaseKind = keyof typeof kindLetters;

/** Crockford base 32: no I, L, O, U, so that a number read out on the telephone is written down right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Luhn's check character modulo 32, over kind, year and symbols: it finds every wrong symbol and all but one exchange of
 * neighbours, and is a symbol of the alphabet itself. Crockford's own (modulo 37) needs `*~$=U`, which neither an address
 * nor a telephone bears.
 */
function checkCharacter(letters: string, year: string, symbols: string): string {
  const covered = plain(letters + year + symbols);
  let total = 0;
  for (let i = covered.length - 1, doubled = true; i >= 0; i--, doubled = !doubled) {
    const value = alphabet.indexOf(covered[i]!) * (doubled ? 2 : 1);
    total += Math.floor(value / 32) + (value % 32);
  }
  return alphabet[(32 - (total % 32)) % 32]!;
}

/**
 * The case number: kind, year and sixty bits of the case id with a check character, `OP-2026-3F7K-8ZT4-NV9QC`.
 *
 * Made from the case id alone, so it needs no counter. The sixty bits are the last of the id, which are those of a hash:
 * among a million cases of one year and kind two meet with a chance of one in two millions, and the view refuses the second.
 *
 * @param caseId UUIDv8 as `identity.ts` of the event store derives it
 * @param year four digits, the year of lodging in Shanghai
 */
export function caseNumber(kind: CaseKind, year: number, caseId: string): string {
  let value = BigInt(`0x${caseId.replaceAll('-', '').slice(-15)}`);
  const symbols: string[] = [];
  for (let i = 0; i < 12; i++) {
    symbols.unshift(alphabet[Number(value % 32n)]!);
    value /= 32n;
  }
  return printed(kindLetters[kind], String(year), symbols.join(''));
}

/**
 * Reads a case number as people write it: lower case or full width, O for 0 and 0 for O, I and L for 1, with or without
 * hyphens.
 *
 * @returns the number as printed, or null where it is no case number or its check character does not fit
 */
export function readCaseNumber(text: string): string | null {
  const compact = plain(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\p{Pd}\s]/gu, ''),
  );
  const parts = /^(..)(\d{4})([0-9A-Z]{12})([0-9A-Z])$/.exec(compact);
  if (!parts) return null;
  const [, head, year, symbols, check] = parts as unknown as [string, string, string, string, string];
  const letters = Object.values(kindLetters).find((known) => plain(known) === head);
  if (letters === undefined || [...symbols].some((symbol) => !alphabet.includes(symbol))) return null;
  return checkCharacter(letters, year, symbols) === check ? printed(letters, year, symbols) : null;
}

function printed(letters: string, year: string, symbols: string): string {
  const groups = [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8)];
  return `${letters}-${year}-${groups.join('-')}${checkCharacter(letters, year, symbols)}`;
}

function plain(symbols: string): string {
  return symbols.replaceAll('O', '0').replace(/[IL]/g, '1');
}
