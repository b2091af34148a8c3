import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { MemoryEventStore } from '../../../../dist/libs/event-store/memory/memory-store.js';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ensureBuild, serveBuild } from '../../../../dist/libs/processing/builds.js';
import { waitForView } from '../../../../dist/libs/processing/read-your-write.js';
import { fillBuilds } from '../../../../dist/libs/processing/rebuild/fill.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { caseEvent } from '../case-work.mjs';
import { categories, countEvents, fillGeneratedLog } from '../generated-log.mjs';
import { raised } from './raised.mjs';

const wait = 600_000;

/** One worker with all views; who appends is another program. */
export async function open(url, { cases, perSecond, milliseconds }) {
  const pool = await fillGeneratedLog(url, cases);
  const events = await countEvents(pool);
  const store = new PostgresEventStore(url);
  const errors = [];
  let by = 0;
  const run = () => {
    const worker = new Worker(new URL('./following.mjs', import.meta.url), { workerData: { url, by } });
    worker.on('message', (message) => errors.push(message));
    return {
      async stop() {
        worker.postMessage('stop');
        await once(worker, 'exit');
      },
    };
  };

  /** All views, empty, at the beginning of the log. */
  async function fromTheBeginning() {
    by++;
    const definitions = raised(by);
    for (const definition of definitions) {
      const build = await ensureBuild(pool, definition);
      await fillBuilds(new MemoryEventStore(), pool, [{ definition, build }], { batch: 1 });
      await serveBuild(pool, build);
    }
    return definitions;
  }

  const caughtUp = async (definitions, position) => {
    for (const { name } of definitions)
      if (!(await waitForView(pool, name, position, wait))) throw new Error(`${name} does not catch up: ${errors[0]}`);
  };

  let definitions = await fromTheBeginning();
  let runner = null;
  return {
    loads: {
      catchUp: {
        callers: 1,
        once: true,
        caller: () => async () => {
          await runner?.stop();
          definitions = await fromTheBeginning();
          const start = performance.now();
          runner = run();
          await caughtUp(definitions, await store.head());
          return { events, times: [performance.now() - start] };
        },
      },
      lag: {
        callers: 1,
        once: true,
        caller: () => async () => {
          runner ??= run();
          await caughtUp(definitions, await store.head());
          return lags(store, pool, perSecond, milliseconds);
        },
      },
    },
    async check() {
      await caughtUp(definitions, await store.head());
      const results = await rebuildViews(store, pool, definitions, 'verify');
      await runner.stop();
      return {
        events: await countEvents(pool),
        equalToRebuild: results.every(({ comparison }) => comparison.difference === null),
        parked: results.reduce((sum, { comparison }) => sum + comparison.parked, 0),
        errors: errors.length,
      };
    },
  };
}

/**
 * Appends notes to open cases at an even rate, whatever the answers take, and notes for each how long after the
 * acknowledgement every view that serves had it.
 */
async function lags(store, pool, perSecond, milliseconds) {
  const { rows } = await pool.query(
    'SELECT stream, id FROM es.events WHERE category = ANY($1) AND revision = 0 ORDER BY position DESC LIMIT 500',
    [categories],
  );
  const times = [];
  const waiting = [];
  let watching = true;
  const watch = (async () => {
    while (watching) {
      const seen = await pool.query(
        `SELECT min(position) AS position FROM processing.checkpoints
         JOIN processing.builds USING (view, version, build) WHERE state = 'serving'`,
      );
      const now = performance.now();
      while (waiting.length > 0 && BigInt(waiting[0].position) <= BigInt(seen.rows[0].position))
        times.push(now - waiting.shift().at);
      await pause(2);
    }
  })();
  const start = performance.now();
  const appends = [];
  for (let n = 0; performance.now() - start < milliseconds; n++) {
    const { stream } = rows[n % rows.length];
    appends.push(
      store.append(stream, 'any', [note(stream, n)]).then(({ position }) => {
        waiting.push({ position, at: performance.now() });
        waiting.sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1));
      }),
    );
    await pause(Math.max(0, start + ((n + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(appends);
  while (waiting.length > 0) await pause(5);
  watching = false;
  await watch;
  return { events: times.length, times };
}

function note(stream, n) {
  const event = caseEvent();
  return {
    ...event,
    type: 'NoteAdded',
    data: { note: n, text: `${stream} ${event.data.text}`, visibleTo: 'officials' },
    // A note is of the moment it is taken: one dated back would have the whole past of its case told anew.
    meta: { ...event.meta, occurredAt: new Date().toISOString() },
  };
}
