import { exceeds, isZero, minus, nothing, sum, type Money } from '../shared/money.js';
import type { Instalment, PaymentMethod } from './events.js';
import type { File, Settlement } from './file.js';

/** Everything paid, of whatever. */
export function paid({ payments }: File): Money {
  return sum(payments.map(({ amount }) => amount));
}

/** The settlement that stands last; null while there is none. */
export function settlementOf({ settlements }: File): Settlement | null {
  return settlements.at(-1) ?? null;
}

/**
 * Whether the settlement that stands was not kept: an instalment was missed, and no payment heard of later turned out to
 * have been made by its day after all.
 */
export function isBroken(file: File): boolean {
  const settlement = settlementOf(file);
  return settlement?.missed.some((instalment) => !isPaidInTime(file, settlement, instalment)) ?? false;
}

function isPaidInTime(file: File, settlement: Settlement, instalment: number): boolean {
  const dueOn = settlement.instalments.find((one) => one.instalment === instalment)?.dueOn ?? '';
  const on = paidUpOn(file, settlement, instalment);
  return on !== null && on <= dueOn;
}

/** PlainDate on which the payments reached what was due up to this instalment; null while they have not. */
export function paidUpOn(file: File, settlement: Settlement, instalment: number): string | null {
  const until = (day: string) => ({ ...file, payments: file.payments.filter(({ paidOn }) => paidOn <= day) });
  const days = file.payments.map(({ paidOn }) => paidOn).sort();
  return days.find((day) => isZero(openUpTo(until(day), settlement, instalment))) ?? null;
}

/** What of the settlement that stands is neither paid nor declared missed: each may be missed once its day is over. */
export function openInstalments(file: File): readonly Instalment[] {
  const settlement = settlementOf(file);
  if (settlement === null) return [];
  return settlement.instalments.filter(
    ({ instalment }) => !settlement.missed.includes(instalment) && !isZero(openUpTo(file, settlement, instalment)),
  );
}

/**
 * Which settlement a payment made on this day pays: the last that stood then. One made before every settlement, whenever
 * it is recorded, pays the claim as it stood and none of them (null).
 */
export function settlementPaidOn({ settlements }: File, on: string): number | null {
  const at = settlements.findLastIndex((settlement) => on >= settlement.on);
  return at < 0 ? null : at + 1;
}

/** What is still to be paid: of the settlement once there is one, else of the sum claimed; never below nothing. */
export function outstanding(file: File): Money {
  return leftOf(file, file.settlements.length || null);
}

/** What a payment made on this day can still pay. */
export function payable(file: File, on: string): Money {
  return leftOf(file, settlementPaidOn(file, on));
}

function leftOf(file: File, settlement: number | null): Money {
  const owed = settlement === null ? file.total : file.settlements[settlement - 1]!.total;
  return floor(minus(owed, paidOf(file, settlement)));
}

function paidOf({ payments }: File, settlement: number | null): Money {
  return sum(payments.filter((one) => one.settlement === settlement).map(({ principal }) => principal));
}

/** The part nobody disputes and nobody has paid: it is pressed for, and paid, first (Art. 15). */
export function undisputedOpen(file: File): Money {
  const undisputed = sum(file.claim.lines.map(({ amount, disputed }) => minus(amount, disputed)));
  return floor(minus(undisputed, paidOf(file, null)));
}

/** Interest on the last sheet that no payment was set against. */
export function interestOpen({ interest, payments }: File): Money {
  return floor(minus(interest, sum(payments.map((one) => one.interest))));
}

/** What was to be paid by this instalment, those before it too, and is not; payments count in the order of the instalments. */
export function openUpTo(file: File, settlement: Settlement, instalment: number): Money {
  const due = sum(settlement.instalments.filter((one) => one.instalment <= instalment).map(({ amount }) => amount));
  return floor(minus(due, paidOf(file, file.settlements.indexOf(settlement) + 1)));
}

const nonCash: ReadonlySet<PaymentMethod> = new Set(['bill', 'electronicCertificate']);

export function isNonCash({ method }: { readonly method: PaymentMethod }): boolean {
  return nonCash.has(method);
}

/** Art. 11: a bill or an electronic certificate pays as far as the complainant took one, and no further. */
export function nonCashLeft({ nonCash: offers, payments }: File): Money {
  const accepted = sum(offers.filter((offer) => offer.accepted).map(({ amount }) => amount));
  return floor(minus(accepted, sum(payments.filter(isNonCash).map(({ amount }) => amount))));
}

export function floor(amount: Money): Money {
  return amount.startsWith('-') ? nothing : amount;
}

export function least(a: Money, b: Money): Money {
  return exceeds(a, b) ? b : a;
}
