/**
 * The worklist as CSV, whole: a city's cases, folded from generated events and multiplied. Beside it COPY of the table as it
 * lies there, unordered, unformatted, with its JSON: the fastest that PostgreSQL gives rows out. "Per second" are rows;
 * of the memory the most that the process held above what it held before is told.
 */
const at = (name) => new URL(`./contenders/export/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: {},
  ceilings: { copy: at('copy') },
  loads: ['csv'],
  scales: {
    small: { rounds: 3, milliseconds: 1, cases: 2_000, rows: 100_000 },
    full: { rounds: 3, milliseconds: 1, cases: 10_000, rows: 1_000_000 },
  },
};
