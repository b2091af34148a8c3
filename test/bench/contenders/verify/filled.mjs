import pg from 'pg';
import { importLog } from '../../../../dist/libs/event-store/import/import-log.js';
import { AppendInGroups1795383000000 } from '../../../../dist/libs/event-store/migrations/append-in-groups.js';
import { CreateEventStore1763700000000 } from '../../../../dist/libs/event-store/migrations/create-event-store.js';
import { CreateTree1795390000000 } from '../../../../dist/libs/event-store/proof/migrations/create-tree.js';
import { migrate } from '../../../../dist/libs/platform/migrate.js';
import { randomUUID } from 'node:crypto';
import { caseEvent, eventsOfACase } from '../case-work.mjs';

/** So many cases are under way at once: the streams take turns in the log, as they do in life. */
const underWay = 1_000;

/** A log of events of about 600 bytes, ten a case, chained as appends chain it. */
export async function filledLog(url, { events }) {
  await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, CreateTree1795390000000]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await importLog(client, appends(events));
  await client.query('VACUUM ANALYZE');
  return client;
}

function* appends(events) {
  const start = Date.UTC(2026, 2, 2, 1);
  for (let n = 0, streams = []; n < events; n++) {
    if (n % (underWay * eventsOfACase) === 0) streams = Array.from({ length: underWay }, () => `case-${randomUUID()}`);
    const last = n % (underWay * eventsOfACase) >= underWay * (eventsOfACase - 1);
    yield {
      stream: streams[n % underWay],
      events: [caseEvent()],
      recordedAt: new Date(start + n).toISOString().replace('Z', '+00:00'),
      last,
    };
  }
}

/** One act is the whole log. */
export const wholeLog = (act) => ({ one: { callers: 1, caller: () => act, once: true } });
