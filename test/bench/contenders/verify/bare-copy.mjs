import { copyRows } from '../../../../dist/libs/event-store/proof/binary-copy.js';
import { filledLog, wholeLog } from './filled.mjs';

const page = 20_000;

/** The same columns in the same pages, nothing made of them. */
export async function open(url, size) {
  const client = await filledLog(url, size);
  return {
    loads: wholeLog(async () => {
      let rows = 0;
      for (let after = 0; after < size.events; after += page)
        await copyRows(
          client,
          `SELECT position, revision, recorded_at, hash, stream, id::text, type, schema, data, meta FROM es.events
           WHERE position > ${after} ORDER BY position LIMIT ${page}`,
          () => void rows++,
        );
      return rows;
    }),
    check: () => ({ written: size.events }),
  };
}
