import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { views } from '../../../../dist/projections/registry.js';
import { countEvents, fillGeneratedLog } from '../generated-log.mjs';

/** `redress views rebuild`: the fill, the indexes, the comparison with what serves, and the switch. */
export async function open(url, { cases }) {
  const pool = await fillGeneratedLog(url, cases);
  const events = await countEvents(pool);
  const store = new PostgresEventStore(url);
  let mostMB = 0;
  const rebuild = async (definitions, batch = 5_000) => {
    const onProgress = () => (mostMB = Math.max(mostMB, process.memoryUsage().heapUsed / 2 ** 20));
    const results = await rebuildViews(store, pool, definitions, 'switch', { batch, onProgress });
    const refused = results.find(({ switched }) => !switched);
    if (refused !== undefined) throw new Error(JSON.stringify(refused.comparison));
    return results;
  };
  // Once, so that there is something to compare with.
  let last = await rebuild(views);
  const load = (definitions) => ({
    callers: 1,
    once: true,
    caller: () => async () => {
      const results = await rebuild(definitions);
      if (definitions === views) last = results;
      return events;
    },
  });
  return {
    loads: { all: load(views), one: load(views.filter(({ name }) => name === 'worklist')) },
    async check() {
      const heapMB = Math.round(mostMB);
      const small = await rebuild(views, 100);
      return { events, equalDigests: digestsOf(small) === digestsOf(last), heapMB };
    },
  };
}

function digestsOf(results) {
  return JSON.stringify(results.map(({ view, comparison }) => [view, comparison.digests]));
}
