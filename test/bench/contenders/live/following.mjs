/** The worker of the live benchmark, in a thread of its own as it is a process of its own in life. */
import { parentPort, workerData } from 'node:worker_threads';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { openPool } from '../../../../dist/libs/platform/database.js';
import { runProjections } from '../../../../dist/libs/processing/runner.js';
import { raised } from './raised.mjs';

const store = new PostgresEventStore(workerData.url);
const pool = openPool(workerData.url, { applicationName: 'bench-views', max: 18 });
const runner = runProjections(store, pool, raised(workerData.by), {
  onError: (error) => parentPort.postMessage(error.message),
});
parentPort.once('message', async () => {
  await runner.stop();
  await store.close();
  await pool.end();
  parentPort.close();
});
