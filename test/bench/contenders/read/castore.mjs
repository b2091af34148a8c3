import { openAdapter } from '../append/castore.mjs';
import { readLoads } from './streams-of-fifty.mjs';

/** castore's PostgreSQL adapter; it has no whole log. */
export async function open(url, size) {
  const adapter = await openAdapter(url);
  return readLoads(url, size, {
    append: (stream, events) =>
      Promise.all(
        events.map(({ id, type, data, meta }, n) =>
          adapter.pushEvent(
            {
              aggregateId: stream.slice('case-'.length),
              version: n + 1,
              type,
              payload: { ...data, id },
              metadata: meta,
            },
            { eventStoreId: 'case' },
          ),
        ),
      ),
    readStream: async (stream) =>
      (await adapter.getEvents(stream.slice('case-'.length), { eventStoreId: 'case' })).events.length,
    readPage: null,
  });
}
