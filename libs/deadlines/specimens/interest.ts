import { plainDate } from '../calendar/plain-date.js';
import { type InterestInput, type RateBasis } from '../interest/interest.js';
import { type LprSeries, parseLprSeries } from '../interest/lpr-series.js';
import { readJson } from './release.js';

export function releaseLpr(): LprSeries {
  return parseLprSeries(readJson('interest/data/lpr-1y-cn.json'));
}

export const fixed = (rate: string, per: 'year' | 'day' = 'year'): RateBasis => ({
  kind: 'fixed',
  rate,
  per,
  source: { zh: '约定', en: 'agreed' },
});

/** A debt of 1,000,000 from 2025-08-31 to 2025-12-31, both counted, at a fixed rate, unless fields say otherwise. */
export function debt(fields: Partial<InterestInput> = {}): InterestInput {
  return {
    principal: '1000000',
    currency: 'CNY',
    from: plainDate('2025-08-31'),
    to: plainDate('2025-12-31'),
    endInclusive: true,
    basis: fixed('3.65'),
    multiplier: '1',
    dayCount: '365',
    compounding: 'none',
    payments: [],
    allocation: 'interestFirst',
    ...fields,
  };
}
