import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ourTables } from '../our-tables.mjs';
import { pageSize, readLoads } from './streams-of-fifty.mjs';

/** Through the port. */
export async function open(url, size) {
  await ourTables(url);
  const store = new PostgresEventStore(url);
  return readLoads(url, size, {
    append: (stream, events) => store.append(stream, 'none', events),
    readStream: async (stream) => (await store.readStream(stream)).length,
    async readPage(after) {
      const page = await store.readAll({ after: after ?? '0', limit: pageSize });
      return { count: page.length, checkpoint: page.at(-1)?.position };
    },
  });
}
