/** A worker of all views and nothing else, to be killed and frozen: its argument is the database. */
import { PostgresEventStore } from '../../dist/libs/event-store/postgres/postgres-store.js';
import { openPool } from '../../dist/libs/platform/database.js';
import { runProjections } from '../../dist/libs/processing/runner.js';
import { views, viewsModule } from '../../dist/projections/registry.js';

const url = process.argv[2];
const pool = openPool(url, { applicationName: 'view-worker' });
const store = new PostgresEventStore(url);
const runner = runProjections(store, pool, views, {
  onError: (error) => console.error(error),
  pageSize: 50,
  threads: { databaseUrl: url, module: viewsModule },
});
console.log('the view worker runs');
process.on('SIGTERM', async () => {
  await runner.stop();
  await store.close();
  await pool.end();
});
