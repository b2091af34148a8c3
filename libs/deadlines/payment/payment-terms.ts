import { type PlainDate } from '../calendar/plain-date.js';
import { Place } from '../checking/place.js';
import { type Citation, type Mark } from '../law/law-pack.js';

export type Buyer = 'publicBody' | 'largeFirm';

/** The term of payment which one dated article sets for one kind of buyer; the contract's date chooses the version. */
export interface PaymentTermRule {
  readonly buyer: Buyer;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Calendar days where the contract agrees none; null where the law has no number, and none may be invented. */
  readonly defaultDays: number | null;
  /** The longest term a contract may agree. */
  readonly maxDays: number | null;
  /** An agreed term above this is to be looked at, not in itself a breach. */
  readonly reviewOver: number | null;
  readonly status: Mark;
  readonly citation: Citation;
}

/** The rules, or a `DataRefused` naming every fault with its place. */
export function parsePaymentTerms(json: unknown): readonly PaymentTermRule[] {
  const root = Place.root(json).onlyFields('format', 'jurisdiction', 'rules');
  root.field('format').oneOf('payment-terms/1');
  const rules = root.field('rules').items().map(readRule);
  rules.forEach((rule, at) => {
    const place = root.field(`rules[${at}].validFrom`);
    for (const other of rules.slice(0, at)) {
      const apart =
        (other.validTo !== null && other.validTo < rule.validFrom) ||
        (rule.validTo !== null && rule.validTo < other.validFrom);
      if (other.buyer === rule.buyer && !apart) place.fault(`two rules for ${rule.buyer} are in force on one day`);
    }
  });
  root.refuseIfFaulty('the payment terms');
  return rules;
}

function readRule(place: Place): PaymentTermRule {
  place.onlyFields('buyer', 'validFrom', 'validTo', 'defaultDays', 'maxDays', 'reviewOver', 'status', 'citation');
  const citation = place.field('citation').onlyFields('instrument', 'article', 'text');
  const days = (name: string) => place.optional(name, (number) => number.integer(1, 1200));
  const [defaultDays, maxDays] = [days('defaultDays'), days('maxDays')];
  if (defaultDays !== null && maxDays !== null && maxDays < defaultDays)
    place.field('maxDays').fault('shorter than the default');
  return {
    buyer: place.field('buyer').oneOf('publicBody', 'largeFirm'),
    validFrom: place.field('validFrom').date(),
    validTo: place.optional('validTo', (date) => date.date()),
    defaultDays,
    maxDays,
    reviewOver: days('reviewOver'),
    status: place.field('status').oneOf('confirmed', 'secondary', 'unconfirmed'),
    citation: {
      instrument: citation.field('instrument').text(),
      article: citation.field('article').string(),
      text: citation.field('text').text(),
    },
  };
}
