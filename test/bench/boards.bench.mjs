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
  scales: {
    small: { rounds: 3, milliseconds: 150, cases: 100_000, generated: 2_000, asking: 40 },
    full: { rounds: 5, milliseconds: 400, cases: 1_000_000, generated: 4_000, asking: 100 },
  },
};
