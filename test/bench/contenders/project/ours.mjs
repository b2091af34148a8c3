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
  await rebuild(views);
  const load = (definitions) => ({
    callers: 1,
    once: true,
    caller: () => async () => {
      await rebuild(definitions);
      return events;
    },
  });
  return {
    loads: { all: load(views), one: load(views.filter(({ name }) => name === 'worklist')) },
    async check() {
      const most = Math.round(mostMB);
      const digests = [];
      for (const batch of [100, 5_000]) digests.push(JSON.stringify(digestsOf(await rebuild(views, batch))));
      return { events, equalDigests: new Set(digests).size === 1, heapMB: most };
    },
  };
}

function digestsOf(results) {
  return results.map(({ view, comparison }) => [view, comparison.digests]);
}
