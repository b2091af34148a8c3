import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { InterestInput, InterestSheet } from '@redress/deadlines/interest/interest.js';

/** 1,000,000 at 0.05% a day from 2025-07-11 to 2025-09-10: 62 days, 31,000.00. */
export const interestInput: InterestInput = {
  principal: '1000000.00',
  currency: 'CNY',
  from: plainDate('2025-07-11'),
  to: plainDate('2025-09-10'),
  endInclusive: true,
  basis: { kind: 'statutory', temporalScope: 'segment', contractDate: plainDate('2025-03-01'), before: 'none' },
  multiplier: '1',
  dayCount: '365',
  compounding: 'none',
  payments: [],
  allocation: 'interestFirst',
};

export const interestSheet: InterestSheet = {
  currency: 'CNY',
  interest: '31000.00',
  totalOfRoundedSegments: '31000.00',
  principalLeft: '1000000.00',
  interestLeft: '31000.00',
  provisional: false,
  segments: [
    {
      from: plainDate('2025-07-11'),
      to: plainDate('2025-09-10'),
      days: 62,
      principal: '1000000.00',
      rate: '0.05',
      per: 'day',
      multiplier: '1',
      dayCount: 'none',
      rateSource: { zh: '国令第802号第十七条', en: 'Order 802, Art. 17' },
      provisional: false,
      interest: '31000.00',
    },
  ],
  otherScope: null,
  conventions: { zh: '首尾均计', en: 'both ends counted' },
};
