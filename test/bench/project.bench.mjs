/**
 * Rebuilds: a generated log of cases interleaved as in life, folded into every view there is ("all"), into the four which
 * lists, files, boards and escalation rest on ("core"), or into the worklist alone ("one"), with keys and indexes, compared
 * with the build which serves, and switched to. "Per second" are events; the peak of memory is that of all threads together.
 * The peer rebuilds a view of one document a case, from fewer events: it takes minutes otherwise.
 */
const at = (name) => new URL(`./contenders/project/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { emmett: at('emmett') },
  ceilings: { copy: at('copy') },
  loads: ['all', 'core', 'one'],
  scales: {
    small: { rounds: 1, milliseconds: 1, cases: 5_500, emmett: 5_000 },
    full: { rounds: 1, milliseconds: 1, cases: 110_000, emmett: 20_000 },
  },
};
