import { randomBytes } from 'node:crypto';
import { AppendInGroups1795383000000 } from '../../../dist/libs/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../../../dist/libs/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../../../dist/libs/event-store/migrations/create-event-store.js';
import { migrate } from '../../../dist/libs/platform/migrate.js';

/** Our tables with our indexes, for the ceilings: rows written without any check, the hashes random. */
export async function ourTables(url) {
  await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
}

export const randomHash = () => randomBytes(32);

export async function followOurs(pool) {
  const { rows } = await pool.query('SELECT position FROM es.counter');
  return async (checkpoint) => {
    const page = await pool.query(
      'SELECT id, position FROM es.events WHERE position > $1 ORDER BY position LIMIT 1000',
      [checkpoint ?? rows[0].position],
    );
    return page.rows;
  };
}
