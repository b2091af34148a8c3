import { viewSource } from '../../../../dist/projections/exporting/open-export.js';
import { writeCsv } from '../../../../dist/projections/exporting/write-csv.js';
import { exportTables } from '../../../../dist/projections/exports.js';
import { fillWorklist, sink } from './filled-worklist.mjs';

/** What `GET /api/exports/worklist` and `redress export worklist` write, ordered and in words. */
export async function open(url, size) {
  const pool = await fillWorklist(url, size);
  const table = exportTables.find(({ name }) => name === 'worklist');
  const asked = {
    scope: { kind: 'all' },
    reader: null,
    filter: {},
    past: null,
    today: '2026-09-30',
    language: 'zh-CN',
  };
  let last;
  const before = process.memoryUsage.rss() / 2 ** 20;
  return {
    loads: {
      csv: {
        callers: 1,
        once: true,
        caller: () => async () => {
          const { out, seen } = sink();
          let rows = 0;
          await writeCsv(pool, viewSource(table, asked), out, (snapshot) => (rows = snapshot.rows));
          last = { rows, bytes: seen.bytes, lines: seen.lines, memoryMB: Math.round(seen.mostMB - before) };
          return rows;
        },
      },
    },
    check: () => last,
  };
}
