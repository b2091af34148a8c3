import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { scopesOf, type Parties, type Scopes } from '@redress/deadlines/payment/scope-tests.js';
import type { SizeType } from '../shared/party.js';
import type { Claim } from './claim.js';

/** What decides the two tests, as found in the review. */
export type PartiesFound = Pick<Parties, 'creditor' | 'debtor'>;

/** As the claim has it: what the complainant does not say does not hold. */
export function partiesOf({ complainant, privateOrganisation, respondent }: Claim): PartiesFound {
  const { unitType, sizeType } = respondent;
  return {
    creditor: { sme: isSme(complainant.sizeType), privateOrganisation: privateOrganisation === true },
    debtor: {
      publicBody: unitType === 'stateOrgan' || unitType === 'publicInstitution',
      // A size that nobody has established bars no complaint: it is found out in the review.
      largeFirm: unitType === 'largeFirm' || sizeType === 'large' || sizeType === 'unknown',
      stateOwned: unitType === 'stateOwnedFirm',
    },
  };
}

export function isSme(size: SizeType): boolean {
  return size === 'micro' || size === 'small' || size === 'medium';
}

/** The Regulation's test and that of the Private Economy Promotion Law, Art. 67, on this day. */
export function scopesFor(found: PartiesFound, { contract }: Claim, on: string): Scopes {
  return scopesOf({ ...found, contractDate: plainDate(contract.concludedOn) }, plainDate(on));
}
