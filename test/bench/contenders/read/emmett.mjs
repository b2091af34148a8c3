import { dumbo } from '@event-driven-io/dumbo';
import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { pageSize, readLoads } from './streams-of-fifty.mjs';

/** emmett-postgresql; the whole log as its consumer reads it. */
export async function open(url, size) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const reader = dumbo({ connectionString: url });
  return readLoads(url, size, {
    append: (stream, events) =>
      store.appendToStream(
        stream,
        events.map(({ id, type, data, meta }) => ({ type, data: { ...data, id }, metadata: meta })),
      ),
    readStream: async (stream) => (await store.readStream(stream)).events.length,
    async readPage(after) {
      const options = { after: BigInt(after ?? 0), batchSize: pageSize };
      const { messages } = await readMessagesBatch(reader.execute, options);
      return { count: messages.length, checkpoint: messages.at(-1)?.metadata.globalPosition };
    },
  });
}
