import { randomUUID } from 'node:crypto';
import { caseEvent, withClient } from '../case-work.mjs';

const eventsOfAStream = 50;
export const pageSize = 1000;

/**
 * Fills a store with streams of 50 (`append(stream, events)`) and gives the loads: `readStream(stream)` answers how many
 * events it read, `readPage(checkpoint)` the next page as `{ count, checkpoint }`; null where the store has no log.
 */
export async function readLoads(url, size, { append, readStream, readPage }) {
  const streams = Array.from({ length: size.streams }, () => `case-${randomUUID()}`);
  const waiting = [...streams];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let stream; (stream = waiting.pop()) !== undefined;)
        await append(
          stream,
          Array.from({ length: eventsOfAStream }, () => caseEvent()),
        );
    }),
  );
  await withClient(url, (client) => client.query('VACUUM ANALYZE'));
  const readers = (callers) => ({
    callers,
    caller: () => async () => {
      const count = await readStream(streams[Math.floor(Math.random() * streams.length)]);
      if (count !== eventsOfAStream) throw new Error(`${count} events read of ${eventsOfAStream}`);
      return 1;
    },
  });
  const loads = { 1: readers(1), 32: readers(32) };
  if (readPage !== null) loads.all = { callers: 1, caller: () => pager(readPage) };
  return { loads, check: () => check(size, readPage) };
}

/** Page after page, and from the beginning again at the end. */
function pager(readPage) {
  let at = null;
  return async () => {
    const { count, checkpoint } = await readPage(at);
    at = count < pageSize ? null : checkpoint;
    return count;
  };
}

/** Reads the whole log twice and tells how many events it had, and how much more memory was held after the second time. */
async function check(size, readPage) {
  const written = size.streams * eventsOfAStream;
  if (readPage === null) return { written, read: 'no log' };
  const readAll = async () => {
    let [total, at] = [0, null];
    for (;;) {
      const { count, checkpoint } = await readPage(at);
      total += count;
      at = checkpoint;
      if (count < pageSize) return total;
    }
  };
  await readAll();
  const before = process.memoryUsage.rss();
  const read = await readAll();
  return { written, read, grownMB: Math.round((process.memoryUsage.rss() - before) / 2 ** 20) };
}
