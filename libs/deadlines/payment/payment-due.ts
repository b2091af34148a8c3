import { type Calendar } from '../calendar/calendar.js';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.js';
import { type Citation, type Mark } from '../law/law-pack.js';
import { type Text } from '../text.js';
import { FLAGS, NO_TERM, type PaymentFlag, type StartKind, STARTS, VOID_TERM } from './payment-phrases.js';
import { type Buyer, type PaymentTermRule } from './payment-terms.js';

/** One delivery line as the contract and the papers have it. */
export interface DeliveryLine {
  /** Null where the buyer is neither a body nor a large firm: only an agreed term counts then. */
  readonly buyer: Buyer | null;
  readonly contractDate: PlainDate;
  readonly deliveredOn: PlainDate;
  readonly agreed: AgreedTerm | null;
  /** Payment on condition that a third party pays (背靠背): void against a large firm, whatever term it sets. */
  readonly payWhenPaid: boolean;
  /** Set where inspection or acceptance is agreed as a condition of payment. */
  readonly acceptance: Acceptance | null;
  /** Set for progress or periodic settlement: the day on which both sides confirmed the amount. */
  readonly settlementConfirmedOn: PlainDate | null;
}

export type AgreedTerm = { readonly days: number } | { readonly dueOn: PlainDate };

export interface Acceptance {
  readonly passedOn: PlainDate | null;
  /** The end of the inspection period which the contract agrees; the law has no default for it. */
  readonly agreedEnd: PlainDate | null;
}

export interface PaymentDue {
  /** Rolled to the first working day (Civil Code Art 203, a civil rule); null where the law and the contract give no date. */
  readonly dueOn: PlainDate | null;
  readonly raw: PlainDate | null;
  readonly readings: { readonly makeUpCounts: PlainDate | null; readonly makeUpOff: PlainDate | null };
  readonly start: { readonly kind: StartKind; readonly on: PlainDate; readonly why: Text } | null;
  /** Calendar days from the start, which is not counted. */
  readonly days: number | null;
  readonly from: 'contract' | 'law' | null;
  readonly citation: Citation | null;
  readonly mark: Mark | null;
  readonly flags: readonly { readonly code: PaymentFlag; readonly text: Text }[];
  readonly noDate: Text | null;
  readonly provisional: boolean;
  readonly provisionalReason: Text | null;
}

/** When the price of a line falls due, and by which article. */
export function paymentDue(line: DeliveryLine, rules: readonly PaymentTermRule[], calendar: Calendar): PaymentDue {
  const rule = ruleFor(line, rules);
  const start = startOf(line);
  const flags: PaymentFlag[] = [];
  const voidTerm = line.payWhenPaid && line.buyer === 'largeFirm';
  if (voidTerm) flags.push('payWhenPaidVoid');
  const agreed = voidTerm || start === null ? null : agreedDays(line.agreed, start.on);
  let days = agreed ?? rule?.defaultDays ?? null;
  if (agreed !== null && rule !== null && rule.maxDays !== null && agreed > rule.maxDays) {
    flags.push('cappedAtMaximum');
    days = rule.maxDays;
  }
  if (agreed !== null && rule !== null && rule.reviewOver !== null && agreed > rule.reviewOver)
    flags.push('longTermForReview');
  const shown = flags.map((code) => ({ code, text: FLAGS[code] }));
  if (start === null || days === null)
    return {
      ...NOTHING,
      start,
      flags: shown,
      citation: rule?.citation ?? null,
      mark: rule?.status ?? null,
      noDate: noDate(start, voidTerm),
    };
  const due = calendar.addCalendarDays(start.on, days, 'nextWorkday');
  return {
    dueOn: due.due,
    raw: due.raw,
    readings: due.readings,
    start,
    days,
    from: days === agreed ? 'contract' : 'law',
    citation: rule?.citation ?? null,
    mark: rule?.status ?? null,
    flags: shown,
    noDate: null,
    provisional: due.provisional,
    provisionalReason: due.provisionalReason,
  };
}

const NOTHING: PaymentDue = {
  dueOn: null,
  raw: null,
  readings: { makeUpCounts: null, makeUpOff: null },
  start: null,
  days: null,
  from: null,
  citation: null,
  mark: null,
  flags: [],
  noDate: null,
  provisional: false,
  provisionalReason: null,
};

/** The version in force when the contract was made: no 60 days for a contract of before 2025-06-01. */
function ruleFor({ buyer, contractDate }: DeliveryLine, rules: readonly PaymentTermRule[]): PaymentTermRule | null {
  const inForce = (rule: PaymentTermRule) =>
    rule.buyer === buyer && rule.validFrom <= contractDate && (rule.validTo === null || contractDate <= rule.validTo);
  return rules.find(inForce) ?? null;
}

/** Arts 9¶4 and 10 (Order 728: 8¶3 and 9): settlement, acceptance, or the end of the agreed inspection when the buyer delays. */
function startOf({ deliveredOn, acceptance, settlementConfirmedOn }: DeliveryLine): PaymentDue['start'] {
  const from = (kind: StartKind, on: PlainDate) => ({ kind, on, why: STARTS[kind] });
  if (settlementConfirmedOn !== null) return from('settlement', settlementConfirmedOn);
  if (acceptance === null) return from('delivery', deliveredOn);
  const { passedOn, agreedEnd } = acceptance;
  if (agreedEnd !== null && (passedOn === null || passedOn > agreedEnd)) return from('inspectionEnd', agreedEnd);
  return passedOn === null ? null : from('acceptance', passedOn);
}

function agreedDays(agreed: AgreedTerm | null, start: PlainDate): number | null {
  if (agreed === null) return null;
  if ('days' in agreed) return agreed.days;
  // An agreed day before the start cannot bind before there is anything to pay for.
  return Math.max(daysBetween(start, agreed.dueOn), 0);
}

function noDate(start: PaymentDue['start'], voidTerm: boolean): Text {
  if (start === null) return NO_TERM.notAccepted;
  return voidTerm ? VOID_TERM : NO_TERM.noNumber;
}

/** The day from which interest runs: the day after the due date. */
export function interestFrom(due: PaymentDue): PlainDate | null {
  return due.dueOn === null ? null : addDays(due.dueOn, 1);
}
