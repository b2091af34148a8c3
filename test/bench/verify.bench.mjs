/**
 * `redress verify`: the whole log re-derived from its bytes, tree and signed heads included ("one" process; per second are
 * events, times are one whole verification). The ceiling copies the same rows out of the same tables and looks at none of
 * them: what is left between the two is canonical bytes, two hashes an event and the tree.
 */
const at = (name) => new URL(`./contenders/verify/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: {},
  ceilings: { bareCopy: at('bare-copy') },
  loads: ['one'],
  scales: {
    small: { rounds: 3, milliseconds: 1, events: 200_000 },
    full: { rounds: 5, milliseconds: 1, events: 1_000_000 },
  },
};
