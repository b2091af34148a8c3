/**
 * Rebuilds: a generated log of cases interleaved as in life, folded into all views together ("all") or into the worklist
 * alone ("one"), with keys and indexes, compared with the build which serves, and switched to. "Per second" are events.
 * The peer rebuilds a view of one document a case, from fewer events: it takes minutes otherwise.
 */
const at = (name) => new URL(`./contenders/project/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { emmett: at('emmett') },
  ceilings: { copy: at('copy') },
  loads: ['all', 'one'],
  scales: {
    small: { rounds: 1, milliseconds: 1, cases: 5_500, emmett: 5_000 },
    full: { rounds: 1, milliseconds: 1, cases: 110_000, emmett: 20_000 },
  },
};
