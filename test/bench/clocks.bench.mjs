/**
 * All clocks of overdue-payment claims of twenty events each, under every pack of the release: the dates alone, and with
 * the explanation day by day. "Per second" counts cases; one act derives a thousand. Asked for: ten thousand cases in under
 * a second, and in under five with the explanation. The peer adds one term of ten working days to one date a case, and
 * knows no pause, no version and no reason; the ceiling reads the histories and derives nothing.
 */
const at = (name) => new URL(`./contenders/clocks/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { chineseDays: at('chinese-days') },
  ceilings: { readOnly: at('read-only') },
  loads: ['dates', 'explained'],
  scales: {
    small: { rounds: 3, milliseconds: 1000 },
    full: { rounds: 7, milliseconds: 5000 },
  },
};
