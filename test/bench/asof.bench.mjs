/**
 * The past at a million cases: the board of a past day as it was shown then ("boardThatDay"), as it is known now
 * ("boardKnownNow"), as it was known some weeks later ("boardKnownLater"); statistics of a year, all districts, with the
 * on-time rate, now ("year"), as of and as known at a day of that year ("yearThat") and by category ("yearByCategory"); and a
 * page of a past worklist ("worklistThatDay"; of some thousand cases alone). One caller; each call asks for another day.
 *
 * The rows are those of some thousand generated cases, multiplied by SQL: each copy is moved by up to 27 days. What these
 * questions do not read (spans of finished clocks, whole cases) is not multiplied.
 */
const at = (name) => new URL(`./contenders/asof/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: {},
  ceilings: {},
  loads: ['boardThatDay', 'boardKnownNow', 'boardKnownLater', 'year', 'yearThat', 'yearByCategory', 'worklistThatDay'],
  scales: {
    small: { rounds: 1, milliseconds: 3_000, cases: 100_000, generated: 2_000 },
    full: { rounds: 3, milliseconds: 10_000, cases: 1_000_000, generated: 4_000 },
  },
};
