import { parsePaymentTerms, type PaymentTermRule } from '@redress/deadlines/payment/payment-terms.js';
import { releasePaymentTerms } from '../reference/release-files.js';

let rules: Promise<readonly PaymentTermRule[]> | null = null;

/** The dated articles on terms of payment, as the release carries them; read once. */
export function paymentTerms(): Promise<readonly PaymentTermRule[]> {
  rules ??= releasePaymentTerms().then(({ document }) => parsePaymentTerms(document));
  return rules;
}
