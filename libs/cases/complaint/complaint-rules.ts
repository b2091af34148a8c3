import type { Refusal } from '../shared/decision.js';
import { isZero } from '../shared/money.js';
import { isCreditCode } from '../shared/party.js';
import type { Charge, Complaint, Respondent } from './complaint.js';

/** A complaint as it is lodged: its charges are numbered by the case. */
export interface LodgedComplaint extends Omit<Complaint, 'charges'> {
  readonly charges: readonly Omit<Charge, 'charge'>[];
}

/**
 * Everything wrong with a complaint, each with its field, so that the complainant is told once (一次告知).
 *
 * @param today PlainDate in Shanghai
 */
export function faultsOfComplaint(complaint: LodgedComplaint, today: string): Refusal[] {
  const { category, complainant, respondent, policy, charges } = complaint;
  const faults: Refusal[] = [];
  if (!isCreditCode(complainant.creditCode)) faults.push({ code: 'creditCode', field: 'complainant.creditCode' });
  faults.push(...faultsOfRespondent(respondent, complainant.creditCode));
  if (category === 'policyLastMile' && policy === null) faults.push({ code: 'policyMissing', field: 'policy' });
  if (category !== 'policyLastMile' && policy !== null) faults.push({ code: 'policyOutsideCategory', field: 'policy' });
  if (category === 'businessCharges' && charges.length === 0) faults.push({ code: 'noCharges', field: 'charges' });
  charges.forEach(({ amount, chargedOn }, index) => {
    if (isZero(amount)) faults.push({ code: 'amountNotPositive', field: `charges[${index}].amount` });
    if (chargedOn > today) faults.push({ code: 'dateInFuture', field: `charges[${index}].chargedOn` });
  });
  return faults;
}

export function faultsOfRespondent({ creditCode }: Respondent, complainantCode: string): Refusal[] {
  if (creditCode === null) return [];
  if (!isCreditCode(creditCode)) return [{ code: 'creditCode', field: 'respondent.creditCode' }];
  return creditCode === complainantCode ? [{ code: 'sameParty', field: 'respondent.creditCode' }] : [];
}
