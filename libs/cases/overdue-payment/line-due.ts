import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { paymentDue, type AgreedTerm } from '@redress/deadlines/payment/payment-due.js';
import type { Buyer, PaymentTermRule } from '@redress/deadlines/payment/payment-terms.js';
import type { Respondent } from '../shared/party.js';
import type { Claim, Line, LineDue } from './claim.js';

/**
 * When each line fell due: as agreed, as far as Order 802 Art. 9 and 10 let it be agreed, else as they say.
 *
 * @param rules the dated articles; the contract's day chooses the version
 */
export function duesOf(claim: Claim, rules: readonly PaymentTermRule[], calendar: Calendar): readonly LineDue[] {
  return claim.lines.map((line) => ({
    line: line.line,
    ...paymentDue(
      {
        buyer: buyerOf(claim.respondent),
        contractDate: plainDate(claim.contract.concludedOn),
        deliveredOn: plainDate(line.deliveredOn),
        agreed: agreedOf(line),
        payWhenPaid: claim.contract.payWhenPaid,
        acceptance: acceptanceOf(line),
        settlementConfirmedOn: day(line.settlementConfirmedOn),
      },
      rules,
      calendar,
    ),
  }));
}

function buyerOf({ unitType, sizeType }: Respondent): Buyer | null {
  if (unitType === 'stateOrgan' || unitType === 'publicInstitution') return 'publicBody';
  return unitType === 'largeFirm' || sizeType === 'large' ? 'largeFirm' : null;
}

function agreedOf({ agreedDueOn, agreedDays }: Line): AgreedTerm | null {
  if (agreedDueOn !== null) return { dueOn: plainDate(agreedDueOn) };
  return agreedDays === null ? null : { days: agreedDays };
}

function acceptanceOf({ workAcceptedOn, inspectionEndsOn }: Line) {
  if (workAcceptedOn === null && inspectionEndsOn === null) return null;
  return { passedOn: day(workAcceptedOn), agreedEnd: day(inspectionEndsOn) };
}

function day(text: string | null) {
  return text === null ? null : plainDate(text);
}
