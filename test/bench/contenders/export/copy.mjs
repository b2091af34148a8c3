import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { fillWorklist, sink } from './filled-worklist.mjs';

/** COPY of the worklist as it lies in its table. */
export async function open(url, size) {
  const pool = await fillWorklist(url, size);
  let last;
  return {
    loads: {
      csv: {
        callers: 1,
        once: true,
        caller: () => async () => {
          const { out, seen } = sink();
          const client = await pool.connect();
          await pipeline(client.query(copyTo('COPY (SELECT * FROM views.worklist) TO STDOUT (FORMAT csv)')), out);
          client.release();
          last = { bytes: seen.bytes };
          return size.rows;
        },
      },
    },
    check: () => last,
  };
}
