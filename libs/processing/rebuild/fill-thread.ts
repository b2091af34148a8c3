import { parentPort, workerData } from 'node:worker_threads';
import { openPool } from '@redress/platform/database.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import type { ProjectionDefinition, ReferenceFold, ViewBuild } from '../projection.js';
import { ReferenceHistory } from '../reference-history.js';
import { SharedStates } from '../shared-states.js';
import { BuildFill } from './build-fill.js';
import { fillLane } from './fill-lane.js';
import type { Lane } from './lanes.js';
import { TableSource } from './stream-source.js';

/** What every thread of a fill works on. */
export interface CrewWork {
  readonly table: string;
  readonly categories: readonly string[];
  readonly to: Position;
  readonly batch: number;
  readonly builds: readonly { readonly build: ViewBuild; readonly dropped: readonly string[] }[];
  /** All events of the law up to `to`. */
  readonly law: readonly RecordedEvent[];
}

export interface ThreadWork extends CrewWork {
  readonly databaseUrl: string;
  readonly module: string;
}

/** Without `folded`: ready for the next lane. */
export interface ThreadAnswer {
  readonly lane: number;
  readonly folded?: number;
}

const { databaseUrl, module, table, categories, to, batch, builds, law } = workerData as ThreadWork;
const { views } = (await import(module)) as { readonly views: readonly ProjectionDefinition[] };
const histories = new Map<ReferenceFold<unknown>, ReferenceHistory>();
const shared = new SharedStates(1);
const fills = builds.map(({ build, dropped }) => {
  const definition = views.find(({ name }) => name === build.view);
  if (definition === undefined) throw new Error(`${module} has no view ${build.view}.`);
  const { reference } = definition;
  let history = histories.get(reference);
  if (history === undefined) histories.set(reference, (history = ReferenceHistory.of(reference, law, to)));
  return new BuildFill(definition, build, to, history, shared, new Set(dropped));
});

const pool = openPool(databaseUrl, { applicationName: 'redress-fill', max: 2 });
const source = new TableSource(pool, table, categories, 0);
const say = (answer: ThreadAnswer) => parentPort!.postMessage(answer);

for (;;) {
  const next = new Promise<Lane | null>((resolve) => parentPort!.once('message', resolve));
  say({ lane: -1 });
  const lane = await next;
  if (lane === null) break;
  await fillLane(pool, source, fills, lane, to, batch, (folded) => say({ lane: lane.lane, folded }));
}
await pool.end();
parentPort!.close();
