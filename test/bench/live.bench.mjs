/**
 * The live path, one worker with all views: a generated log from its first event to its last ("catchUp", events a second,
 * all views together), and how long after its acknowledgement an event is visible in every view while 500 a second are
 * appended ("lag"; the times are those).
 */
const at = (name) => new URL(`./contenders/live/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: {},
  ceilings: {},
  loads: ['catchUp', 'lag'],
  scales: {
    small: { rounds: 1, milliseconds: 4_000, cases: 2_000, perSecond: 500 },
    full: { rounds: 3, milliseconds: 20_000, cases: 20_000, perSecond: 500 },
  },
};
