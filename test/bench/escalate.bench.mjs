/**
 * A tick of the ladder: 100 rungs are due among many which are not. "tick" looks for them and fires each as a command on its
 * case, durable and decided on the whole stream; "look" only finds them. "Per second" are due rungs. `tenThousand` is the
 * same program with 10,000 open rungs: what is not due must cost nothing, so the ratio should be 1. The cases which fire are
 * generated and folded as in life; the rows of those which do not are multiplied from them by SQL.
 */
const at = (name) => new URL(`./contenders/escalate/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { tenThousand: at('ten-thousand') },
  ceilings: {},
  loads: ['tick', 'look'],
  scales: {
    small: { rounds: 5, milliseconds: 1, cases: 2_000, open: 100_000, due: 100 },
    full: { rounds: 9, milliseconds: 1, cases: 6_000, open: 1_000_000, due: 100 },
  },
};
