import { exceeds, isZero, minus, money, sum as total, type Money } from '../shared/money.js';
import type { Refusal } from '../shared/decision.js';
import type { CorrectionShapes } from '../shared/procedure/events.js';
import type { EventOnFile } from '../shared/procedure/on-file.js';
import { occurredAt } from '../shared/procedure/state.js';
import {
  creditCode,
  day,
  faultOfForm,
  fieldAt,
  newFault,
  reread,
  sharedFields,
  sum,
  text,
  textAt,
  type CorrectableFields,
} from '../shared/reading.js';
import { faultsOfClaim } from './claim-rules.js';
import type { Claim } from './claim.js';
import type { File, Payment } from './file.js';
import { isNonCash, nonCashLeft, payable } from './owed.js';
import { redated } from './redated.js';

type Correction = CorrectionShapes['FactCorrected'];

/** Of the claim, what nothing was decided on by a computation, and the sums claimed; of a payment, its sum and its paper. */
export const correctable: CorrectableFields = {
  ...sharedFields,
  ClaimLodged: {
    'claim.complainant.address': text(500),
    'claim.respondent.name': text(200),
    'claim.respondent.creditCode': creditCode,
    'claim.respondent.address': text(500),
    'claim.contract.title': text(300),
    'claim.contract.number': text(100),
    'claim.lines[].description': text(500),
    'claim.lines[].deliveredOn': day,
    'claim.lines[].workAcceptedOn': day,
    'claim.lines[].amount': sum,
  },
  PaymentRecorded: { amount: sum, reference: text(300) },
};

/** The file as a correction leaves it: its days and sums rest on the true reading, the event keeps the first one. */
export function corrected(file: File, { event, field, is }: Correction): Partial<File> {
  if (field === occurredAt) return redated(file, event, is);
  if (field === 'amount') {
    return { payments: file.payments.map((one) => (one.event === event ? repaid(one, is) : one)) };
  }
  return file.procedure.events[0]?.id === event ? claimed(claimRead(file, field, is)) : {};
}

function claimed(claim: Claim): Partial<File> {
  return { claim, total: total(claim.lines.map(({ amount }) => amount)) };
}

/** A respondent named since, in a supplement, is not the one of the lodging. */
export function claimRead({ claim, respondentNamedSince }: File, field: string, is: string): Claim {
  if (respondentNamedSince && field.startsWith('claim.respondent.')) return claim;
  if (fieldAt(correctable, 'ClaimLodged', field) === null) return claim;
  return reread({ claim }, field, field.endsWith('.amount') ? (money(is) ?? is) : is).claim;
}

/** Whether a correction of this field moves the day from which the term of a line counts. */
export function movesTerm(field: string): boolean {
  return /^claim\.lines\[\d{1,4}\]\.(deliveredOn|workAcceptedOn)$/.test(field);
}

/** Costs and interest stay as they were set; the difference is the principal's. */
function repaid(payment: Payment, text: string): Payment {
  const amount = money(text) ?? payment.amount;
  return { ...payment, amount, principal: minus(amount, minus(payment.amount, payment.principal)) };
}

/**
 * Why a field of an event cannot be corrected to this reading: what the form asks of it, and what the claim is asked for
 * when it is lodged. Whether it is still overdue, and against whom, is for the office that has it to decide.
 */
export function faultOfReading(file: File, event: EventOnFile, field: string, is: string): Refusal | null {
  const fault = faultOfForm(correctable, event.type, field, is);
  if (fault) return fault;
  if (event.type in sharedFields) return null;
  if (event.type === 'PaymentRecorded') return field === 'amount' ? faultOfPayment(file, event.id, money(is)!) : null;
  if (textAt(file, field) === null) return { code: 'notCorrectable' };
  const claim = claimRead(file, field, is);
  return (
    newFault(faultsOfClaim(file.claim, file.lodgedOn), faultsOfClaim(claim, file.lodgedOn)) ??
    (field.endsWith('.amount') ? faultOfClaimed(file, claim) : null)
  );
}

/** As when it was recorded: it pays no more than was open beside the other payments, nor in bills more than was taken. */
function faultOfPayment(file: File, event: string, amount: Money): Refusal | null {
  const payment = file.payments.find((one) => one.event === event);
  if (!payment || isZero(amount)) return { code: 'amountNotPositive' };
  const others = { ...file, payments: file.payments.filter((one) => one !== payment) };
  const beside = minus(payment.amount, payment.principal);
  if (exceeds(beside, amount)) return { code: 'allocationExceedsPayment' };
  const open = payable(others, payment.paidOn);
  if (exceeds(minus(amount, beside), open)) return { code: 'exceedsOutstanding', params: { outstanding: open } };
  const accepted = nonCashLeft(others);
  return isNonCash(payment) && exceeds(amount, accepted) ? { code: 'nonCashNotAccepted', params: { accepted } } : null;
}

/** Nor was less claimed than was paid of it already. */
function faultOfClaimed({ payments }: File, { lines }: Claim): Refusal | null {
  const paid = total(payments.filter(({ settlement }) => settlement === null).map(({ principal }) => principal));
  return exceeds(paid, total(lines.map(({ amount }) => amount))) ? { code: 'lessThanPaid', params: { paid } } : null;
}
