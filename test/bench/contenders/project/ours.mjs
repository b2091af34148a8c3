import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ensureBuild, serveBuild } from '../../../../dist/libs/processing/builds.js';
import { fillBuilds } from '../../../../dist/libs/processing/rebuild/fill.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { views, viewsModule } from '../../../../dist/projections/registry.js';
import { countEvents, fillGeneratedLog } from '../generated-log.mjs';

/** Those which lists, files, boards and escalation rest on. */
const core = ['worklist', 'case-file', 'sla-board', 'escalations'];

/** `redress views rebuild`: the fill, the indexes, the comparison with what serves, and the switch. */
export async function open(url, { cases }) {
  const pool = await fillGeneratedLog(url, cases);
  const events = await countEvents(pool);
  const store = new PostgresEventStore(url);
  const threads = { databaseUrl: url, module: viewsModule };
  const inCore = views.filter(({ name }) => core.includes(name));
  let peakMB = 0;
  const rebuild = async (definitions, options = {}) => {
    const onProgress = () => (peakMB = Math.max(peakMB, process.memoryUsage.rss() / 2 ** 20));
    const results = await rebuildViews(store, pool, definitions, 'switch', { threads, onProgress, ...options });
    const refused = results.find(({ switched }) => !switched);
    if (refused !== undefined) throw new Error(JSON.stringify(refused.comparison));
    return results;
  };
  // Something to compare with.
  const served = [];
  for (const definition of views) served.push({ definition, build: await ensureBuild(pool, definition) });
  await fillBuilds(store, pool, served, { batch: 1_000, threads });
  for (const { build } of served) await serveBuild(pool, build);
  let last = null;
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
    loads: {
      all: load(views),
      core: load(inCore),
      one: load(views.filter(({ name }) => name === 'worklist')),
    },
    async check() {
      // The core alone: one thread takes a quarter of an hour for a million events of all.
      const small = await rebuild(inCore, { batch: 100, threads: undefined });
      const equalDigests = digestsOf(small) === digestsOf(last.filter(({ view }) => core.includes(view)));
      return { events, views: views.length, equalDigests, peakMB: Math.round(peakMB) };
    },
  };
}

function digestsOf(results) {
  return JSON.stringify(results.map(({ view, comparison }) => [view, comparison.digests]));
}
