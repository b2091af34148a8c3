import type { PaymentDue } from '@redress/deadlines/payment/payment-due.js';
import type { Money } from '../shared/money.js';
import type { Complainant, Respondent } from '../shared/party.js';
import type { EvidenceRef } from '../shared/reference.js';

export interface Contract {
  readonly title: string;
  readonly number: string | null;
  readonly subject: 'goods' | 'works' | 'services';
  /** PlainDate. */
  readonly concludedOn: string;
  /** Payment was made conditional on a third party's payment (背靠背条款): to be shown as void, 法释〔2024〕11号. */
  readonly payWhenPaid: boolean;
}

/** One delivery or acceptance and what is owed for it; lines are numbered from 1. Days are PlainDates. */
export interface Line {
  readonly line: number;
  readonly description: string;
  readonly deliveredOn: string;
  /** Where inspection or acceptance is agreed as a condition: the day it was passed. */
  readonly workAcceptedOn: string | null;
  /** The end of the inspection period which the contract agrees (Art. 10). */
  readonly inspectionEndsOn: string | null;
  /** Progress or periodic settlement: the day on which both sides confirmed the amount (Art. 9¶4). */
  readonly settlementConfirmedOn: string | null;
  /** The term the contract agrees, as a day or in days; neither where it agrees none and Art. 9 has to say. */
  readonly agreedDueOn: string | null;
  readonly agreedDays: number | null;
  readonly amount: Money;
  /** The part the respondent disputes; the rest is the undisputed part (无争议部分, Art. 15). */
  readonly disputed: Money;
}

export interface Claim {
  readonly complainant: Complainant;
  /** Private Economy Promotion Law, Art. 77; null where the complainant does not say. */
  readonly privateOrganisation: boolean | null;
  readonly respondent: Respondent;
  readonly contract: Contract;
  readonly lines: readonly Line[];
  readonly request: string;
  readonly facts: string;
  readonly evidence: readonly EvidenceRef[];
  /** The promises of 工信部企业〔2021〕224号 Art. 5(4): the matter is nowhere else, and the materials are true. */
  readonly promises: { readonly noOtherForum: true; readonly truth: true; readonly signatory: string };
}

/** When a line fell due, and by what. */
export interface LineDue extends PaymentDue {
  readonly line: number;
}
