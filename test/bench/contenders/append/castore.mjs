import { createRequire } from 'node:module';
import { appendLoads, checkAppends, warmUp } from '../case-work.mjs';

// Its ES modules import without file extensions, which Node refuses.
const { PostgresEventStorageAdapter } = createRequire(import.meta.url)('@castore/event-storage-adapter-postgres');

/** It offers no say in the number of its connections: ten. */
export async function openAdapter(connectionString) {
  await PostgresEventStorageAdapter.createEventTable({ connectionString });
  return new PostgresEventStorageAdapter({ connectionString });
}

/** castore's PostgreSQL adapter. It has no order of the whole log, so nothing can follow it. */
export async function open(url, size) {
  const adapter = await openAdapter(url);
  const append = (stream, n, { id, type, data, meta }) =>
    adapter.pushEvent(
      { aggregateId: stream.slice('case-'.length), version: n + 1, type, payload: { ...data, id }, metadata: meta },
      { eventStoreId: 'case' },
    );
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  return { ...contender, check: () => checkAppends(url, size, append, null) };
}
