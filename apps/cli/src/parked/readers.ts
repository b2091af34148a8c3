import type { Parts } from '@redress/casework/kernel/parts.js';
import type { Position, StreamName } from '@redress/event-store/port.js';
import { keptWays } from '@redress/notices/channels/kept-ways.js';
import { dropUnread, listUnread, noticesName, tellParked } from '@redress/notices/parked-events.js';
import { servingBuild, type FoundBuild } from '@redress/processing/builds.js';
import { RetiredBuildError } from '@redress/processing/checkpoint.js';
import { dropParked, isParked, listParked, type Dropping, type ParkedStream } from '@redress/processing/drop-parked.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { replayParked, SlotBusyError } from '@redress/processing/replay.js';
import type { Pool } from 'pg';
import { BadArgument } from '../arguments.js';
import { namedViews } from '../views/with-views.js';

const patienceMs = 10_000;

/** Where the drop stands in the log, and whether the reader has left the event out by now. */
export interface Dropped {
  readonly position: Position;
  readonly applied: boolean;
}

/** Who reads the log and parks what it cannot read: a view, or the notices. */
export interface Reader {
  readonly name: string;
  isParked(pool: Pool, stream: StreamName, eventId: string): Promise<boolean>;
  /** Answers what stays parked, the one at fault first. @throws BadArgument where it can be done a moment later */
  replay(parts: Parts, stream: StreamName): Promise<readonly { readonly eventId: string; readonly error: string }[]>;
  drop(
    parts: Parts,
    what: { readonly stream: StreamName; readonly eventId: string; readonly reason: string },
    command: Dropping,
  ): Promise<Dropped>;
}

/** What is parked anywhere. */
export async function allParked(pool: Pool): Promise<readonly ParkedStream[]> {
  return [...(await listParked(pool)), ...(await listUnread(pool))];
}

/** The reader of a name; `all` are all views, and the notices. @throws BadArgument */
export function namedReaders(word: string | null, argument: string): readonly Reader[] {
  if (word === noticesName) return [notices];
  const ofViews = namedViews(word, argument).map(viewReader);
  return word === 'all' ? [...ofViews, notices] : ofViews;
}

const notices: Reader = {
  name: noticesName,
  isParked: async (pool, stream, eventId) =>
    (await listUnread(pool)).some((one) => one.stream === stream && one.eventId === eventId),
  async replay(parts, stream) {
    const parked = (await listUnread(parts.pool)).filter((one) => one.stream === stream);
    return tellParked({ ...parts, channels: await keptWays(parts.pool) }, parked);
  },
  drop: async (parts, what, command) => ({ position: await dropUnread(parts, what, command), applied: true }),
};

function viewReader(definition: ProjectionDefinition): Reader {
  const { name } = definition;
  return {
    name,
    async isParked(pool, stream, eventId) {
      const build = await servingBuild(pool, name);
      return build !== null && (await isParked(pool, build, stream, eventId));
    },
    async replay({ store, pool }, stream) {
      const build = await servedBuild(pool, definition);
      const left = await replayParked(store, pool, definition, build, stream).catch(passing);
      return left.map(({ event, error }) => ({ eventId: event.id, error: error ?? '' }));
    },
    async drop({ store, pool }, what, command) {
      const position = await dropParked(store, { view: name, ...what }, command);
      return { position, applied: await waitForView(pool, name, position, patienceMs) };
    },
  };
}

async function servedBuild(pool: Pool, { name, version }: ProjectionDefinition): Promise<FoundBuild> {
  const build = await servingBuild(pool, name);
  if (build?.version === version) return build;
  throw new BadArgument('parked <view>', {
    zh: '该视图的这一版本尚未启用',
    en: 'no build of this version of the view serves',
  });
}

/** What passes by itself, so that the same command does it a moment later. */
function passing(error: unknown): never {
  if (error instanceof SlotBusyError || error instanceof RetiredBuildError)
    throw new BadArgument('parked replay <view>', {
      zh: '视图正在重新推算或切换，请稍后再试',
      en: 'the view is being derived anew or switched; try again in a moment',
    });
  throw error;
}
