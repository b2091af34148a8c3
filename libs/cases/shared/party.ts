/** Size by 工信部联企业〔2011〕300号; `notApplicable` for bodies, `unknown` where the complainant cannot tell. */
export type SizeType = 'micro' | 'small' | 'medium' | 'large' | 'notApplicable' | 'unknown';

/** What the respondent is (Order 802, Art. 3 and 9). */
export type UnitType = 'stateOrgan' | 'publicInstitution' | 'stateOwnedFirm' | 'largeFirm' | 'otherFirm';

export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** The complainant (投诉人), 工信部企业〔2021〕224号 Art. 5(1). */
export interface Complainant {
  readonly name: string;
  readonly creditCode: string;
  readonly sizeType: Extract<SizeType, 'micro' | 'small' | 'medium'>;
  readonly address: string;
  readonly contact: Contact;
}

/** The respondent (被投诉人), Art. 5(2); the code and the contact may be unknown to the complainant. */
export interface Respondent {
  readonly name: string;
  readonly creditCode: string | null;
  readonly unitType: UnitType;
  readonly sizeType: SizeType;
  readonly address: string;
  readonly contact: Contact | null;
}

/** Base 31 of GB 32100-2015: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const written = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

/**
 * A unified social credit code (统一社会信用代码): eighteen characters with the check character of GB 32100-2015.
 *
 * Worked out here since stdnum 1.12 refuses every code whose check character is 0, one company in thirty-one, and those
 * of bodies whose registering department is a letter (`N2…` rural collectives, `Y1…`).
 */
export function isCreditCode(text: string): boolean {
  return written.test(text) && checkCharacter(text) === text[17];
}

/** The last of the eighteen characters, which follows from the seventeen before it. */
export function checkCharacter(code: string): string {
  let total = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) total += alphabet.indexOf(code[i]!) * weight;
  return alphabet[(31 - (total % 31)) % 31]!;
}
