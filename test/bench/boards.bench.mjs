import { questions } from './contenders/boards/asked.mjs';

/**
 * Lists, boards and case files by their query functions, one asking after the other; a quarter of the cases are open. Per
 * second are answers. `tenThousand` is the same at 10,000 cases; `bareSql` fetches the rows of the same answers by their keys.
 * The rows are those of some thousand generated cases, multiplied by SQL.
 */
const at = (name) => new URL(`./contenders/boards/${name}.mjs`, import.meta.url).href;

export const benchmark = {
  ours: at('ours'),
  peers: { tenThousand: at('ten-thousand') },
  ceilings: { bareSql: at('bare-sql') },
  loads: Object.keys(questions),
  judge,
  // The tables of a million cases are 15 GB: room for what is asked, and no log of the filling.
  settings: [`shared_buffers = '4GB'`, `wal_level = 'minimal'`, 'max_wal_senders = 0', `max_wal_size = '16GB'`],
  // Some thousand askings a turn: of some hundred the p99 is the fourth slowest, and after a pause the first are slow.
  scales: {
    small: { rounds: 3, milliseconds: 500, cases: 100_000, generated: 2_000, asking: 40 },
    full: { rounds: 3, milliseconds: 1_000, cases: 1_000_000, generated: 4_000, asking: 40 },
  },
};

/** p99 within twice the bare SQL's or 3 ms, and within 1.5 times that at 10,000 cases, where the answer has as many rows. */
function judge({ ours, tenThousand, bareSql }) {
  const missed = [];
  const allowed = Math.max(3, 2 * bareSql.p99ms);
  if (ours.p99ms > allowed) missed.push(`${ours.p99ms} ms, allowed ${allowed.toFixed(2)}`);
  const times = ours.p99ms / tenThousand.p99ms;
  const more = ours.rows / Math.max(tenThousand.rows, 1);
  if (times > 1.5)
    missed.push(`${times.toFixed(2)} × 10,000 cases${more > 1.25 ? ` with ${more.toFixed(1)} × the rows` : ''}`);
  return missed.length === 0 ? null : missed.join('; ');
}
