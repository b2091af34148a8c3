/**
 * Reading: a stream of 50 events ("1" and "32" readers at once, each reading one stream after the other; per second are
 * streams), and the whole log in pages of 1,000 ("all": per second are events, times are a page's).
 */
const at = (name) => new URL(`./contenders/read/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { emmett: at('emmett'), messageDb: at('message-db'), castore: at('castore') },
  ceilings: { barePg: at('bare-pg') },
  loads: ['1', '32', 'all'],
  scales: {
    small: { rounds: 5, milliseconds: 250, streams: 300 },
    full: { rounds: 7, milliseconds: 3000, streams: 4000 },
  },
};
