import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isZero, minus, money, sum, type Money } from '../shared/money.js';
import type { RefusalCode } from '../shared/decision.js';
import { isCreditCode } from '../shared/party.js';
import type { CorrectionShapes } from '../shared/procedure/events.js';
import { occurredAt } from '../shared/procedure/state.js';
import type { Claim, Line } from './claim.js';
import type { File, Payment } from './file.js';

type Correction = CorrectionShapes['FactCorrected'];

/** The file as a correction leaves it: its days and sums rest on the true reading, the event keeps the first one. */
export function corrected(file: File, { event, field, is }: Correction): Partial<File> {
  if (field === occurredAt) return redated(file, event, is);
  if (field === 'amount')
    return { payments: file.payments.map((one) => (one.event === event ? repaid(one, is) : one)) };
  return file.procedure.events[0]?.id === event ? { claim: reread(file.claim, field, is) } : {};
}

function redated(file: File, event: string, on: string): Partial<File> {
  const { events } = file.procedure;
  const received = events.findLast(({ type }) => type === 'MaterialsReceived');
  return {
    ...(events[0]?.id === event && { lodgedOn: on }),
    ...(received?.id === event && { receivedOn: on }),
    ...(file.sinceEvent === event && { since: on }),
    payments: file.payments.map((one) => (one.event === event ? { ...one, paidOn: on } : one)),
  };
}

/** Costs and interest stay as they were set; the difference is the principal's. */
function repaid(payment: Payment, text: string): Payment {
  const amount = money(text) ?? payment.amount;
  return { ...payment, amount, principal: minus(amount, minus(payment.amount, payment.principal)) };
}

const texts: Readonly<Record<string, (claim: Claim, is: string) => Claim>> = {
  'claim.complainant.address': (claim, address) => ({ ...claim, complainant: { ...claim.complainant, address } }),
  'claim.respondent.name': (claim, name) => ({ ...claim, respondent: { ...claim.respondent, name } }),
  'claim.respondent.address': (claim, address) => ({ ...claim, respondent: { ...claim.respondent, address } }),
  'claim.respondent.creditCode': (claim, creditCode) => ({
    ...claim,
    respondent: { ...claim.respondent, creditCode },
  }),
  'claim.contract.title': (claim, title) => ({ ...claim, contract: { ...claim.contract, title } }),
  'claim.contract.number': (claim, number) => ({ ...claim, contract: { ...claim.contract, number } }),
};

const lineText = /^claim\.lines\[(\d{1,4})\]\.(description|deliveredOn|workAcceptedOn)$/;

function reread(claim: Claim, field: string, is: string): Claim {
  const [, at, name] = lineText.exec(field) ?? [];
  if (at === undefined || name === undefined) return texts[field]?.(claim, is) ?? claim;
  const lines = claim.lines.map((line, i): Line => (i === Number(at) ? { ...line, [name]: is } : line));
  return { ...claim, lines };
}

/** Why a text of an event cannot be corrected to this reading: only what nothing was decided on by a computation, and the sums paid. */
export function faultOfReading(file: File, eventType: string, field: string, is: string): RefusalCode | null {
  if (eventType === 'PaymentRecorded') {
    if (field === 'reference') return null;
    return field === 'amount' ? faultOfAmount(file, is) : 'notCorrectable';
  }
  if (eventType !== 'ClaimLodged') return 'notCorrectable';
  if (field === 'claim.respondent.creditCode') return isCreditCode(is) ? null : 'creditCode';
  const [, at, name] = lineText.exec(field) ?? [];
  if (at === undefined) return Object.hasOwn(texts, field) ? null : 'notCorrectable';
  if (!file.claim.lines[Number(at)]) return 'notCorrectable';
  return name === 'description' || isPlainDate(is) ? null : 'notADay';
}

/** What is paid cannot come to more than what was owed; what each payment settles is looked at when the sums are shown. */
function faultOfAmount({ total, settlements, payments }: File, text: string): RefusalCode | null {
  const amount: Money | null = money(text);
  if (amount === null || isZero(amount)) return 'amountNotPositive';
  const owed = [total, ...settlements.map((one) => one.total)];
  const others = sum(payments.map((one) => one.amount));
  return minus(sum(owed), sum([others, amount])).startsWith('-') ? 'exceedsOutstanding' : null;
}
