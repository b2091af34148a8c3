import { exact } from './exact.js';

/** A fixed sum by the size of the debt: up to and with `upTo` (null: without limit). UK: 999.99, 9,999.99, above. */
export interface CompensationTier {
  readonly upTo: string | null;
  readonly sum: string;
}

/** The fixed sum owed beside the interest (EU Directive 2011/7, UK Act of 1998); tiers stand in rising order. */
export function fixedCompensation(debt: string, tiers: readonly CompensationTier[]): string {
  const amount = exact(debt, 'debt');
  const tier = tiers.find(({ upTo }) => upTo === null || amount.lte(exact(upTo, 'tiers')));
  return tier === undefined ? '0.00' : exact(tier.sum, 'tiers').toFixed(2);
}
