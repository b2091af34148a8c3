/**
 * Single-event appends of about 600 bytes (data and meta as JSON), each durable before the next of its caller. A caller
 * works on one case after the other: it opens a stream and appends to it, expecting the revision it knows, until the
 * stream has ten events.
 */
const at = (name) => new URL(`./contenders/append/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { emmett: at('emmett'), messageDb: at('message-db'), castore: at('castore') },
  ceilings: { insertCommit: at('insert-commit'), bareRows: at('bare-rows'), unnest: at('unnest') },
  loads: ['1', '32', '128'],
  scales: {
    small: { rounds: 5, milliseconds: 250, warmUp: 400, followed: 1500 },
    full: { rounds: 7, milliseconds: 3000, warmUp: 2000, followed: 20_000 },
  },
};
