import { stdnum } from 'stdnum';

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

/** Eighteen characters with the check character of GB 32100-2015. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-Z]{18}$/.test(text) && stdnum.CN!.uscc!.validate(text).isValid;
}
