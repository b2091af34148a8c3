import { randomUUID } from 'node:crypto';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { caseEvent, eventsOfACase, withClient } from '../case-work.mjs';

/** emmett-postgresql's own rebuild of a view of one document a case: what it is, the last act, what was paid. */
export async function open(url, { emmett: events }) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const streams = Array.from({ length: events / eventsOfACase }, () => `case-${randomUUID()}`);
  // Interleaved: each case in turn.
  for (let n = 0; n < eventsOfACase; n++) {
    await Promise.all(
      streams.map((stream) => {
        const { type, data, meta } = caseEvent();
        return store.appendToStream(stream, [{ type, data: { ...data, n }, metadata: meta }]);
      }),
    );
  }
  await withClient(url, (client) => client.query('ANALYZE'));
  const projection = pongoSingleStreamProjection({
    collectionName: 'worklist',
    canHandle: ['StatementRecorded'],
    evolve: (document, { type, data }) => ({
      opened: document?.opened ?? data.text,
      acts: (document?.acts ?? 0) + 1,
      paid: ((document?.paid ?? 0) + Number(data.amount)).toFixed(2),
      last: type,
    }),
  });
  return {
    loads: {
      one: {
        callers: 1,
        once: true,
        caller: () => async () => {
          const consumer = rebuildPostgreSQLProjections({ connectionString: url, projection });
          await consumer.start();
          await consumer.close();
          return events;
        },
      },
    },
    async check() {
      const { rows } = await withClient(url, (client) => client.query('SELECT count(*)::integer AS n FROM worklist'));
      await store.close();
      return { events, rows: rows[0].n };
    },
  };
}
