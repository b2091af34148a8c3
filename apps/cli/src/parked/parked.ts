import { actorOf } from '@redress/access/account.js';
import { recordingTime } from '@redress/casework/kernel/time.js';
import type { Position } from '@redress/event-store/port.js';
import { servingBuild, type FoundBuild } from '@redress/processing/builds.js';
import { RetiredBuildError } from '@redress/processing/checkpoint.js';
import { dropParked, isParked, listParked, type ParkedStream } from '@redress/processing/drop-parked.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { replayParked, SlotBusyError } from '@redress/processing/replay.js';
import type { Pool } from 'pg';
import { type Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator } from '../as-operator.js';
import { namedViews, withViews } from '../views/with-views.js';

export const usage = `redress parked <command> [--json]

  list                     各视图停放的事件：哪个流、为何、后面还有多少
                           what views have parked: which stream, why, and how many events wait
  replay <view|all> <stream>
                           修复原因后重新处理 · applies what is parked, after the cause was mended
  drop <view|all> <stream> <event> --reason R --account NAME
                           让该视图永远略过此事件；理由记入日志，重建时同样略过
                           lets the view leave out the event for good; the reason is an event, and a rebuild leaves out the same
`;

const patienceMs = 10_000;

export async function parked(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, {
    one: ['reason', 'account'],
    none: ['json'],
    words: ['command', 'view', 'stream', 'event'],
  });
  switch (given.word(0)) {
    case 'list':
      new Arguments(words, { none: ['json'], words: ['command'] });
      return list();
    case 'replay':
      return replay(given);
    case 'drop':
      return drop(given);
    default:
      throw new BadArgument('parked <command>', {
        zh: '应为 list、replay 或 drop',
        en: 'list, replay or drop is expected',
      });
  }
}

async function list(): Promise<Answer> {
  const found = await withViews(({ pool }) => listParked(pool));
  return {
    json: found,
    lines: found.flatMap(({ view, stream, events, since, eventId, position, error }) => [
      `${view}  ${stream}  ${events} 个事件 events  ${since}`,
      `    ${eventId}（位置 position ${position}）  ${error}`,
    ]),
  };
}

async function replay(given: Arguments): Promise<Answer> {
  const { definitions, stream } = parkedAt(given, 'replay');
  return withViews(async ({ store, pool }) => {
    const there = (await listParked(pool)).filter((parked) => parked.stream === stream);
    const wanted = definitions.filter(({ name }) => there.some(({ view }) => view === name));
    if (wanted.length === 0)
      throw new BadArgument('parked replay <stream>', { zh: '该流没有停放', en: 'nothing of this stream is parked' });
    const views: { readonly view: string; readonly parked: number; readonly error: string | null }[] = [];
    const lines: string[] = [];
    for (const definition of wanted) {
      const build = await servedBuild(pool, definition);
      const left = await replayParked(store, pool, definition, build, stream).catch(passing);
      const [first] = left;
      views.push({ view: definition.name, parked: left.length, error: first?.error ?? null });
      lines.push(
        first === undefined
          ? `${definition.name}  ${stream}  已全部处理 · all applied`
          : `${definition.name}  ${stream}  仍无法处理 · still cannot be applied: ${first.event.id}  ${first.error ?? ''}`,
      );
    }
    return { json: { stream, views }, lines, exit: views.every(({ parked }) => parked === 0) ? 0 : 1 };
  });
}

async function drop(given: Arguments): Promise<Answer> {
  const { definitions, stream } = parkedAt(given, 'drop');
  const eventId = word(given, 3, 'parked drop <event>');
  const reason = given.required('reason').trim();
  if (reason === '') throw new BadArgument('--reason', { zh: '不能为空', en: 'must say something' });
  return asOperator(given.required('account'), async ({ parts, account, commandId }) => {
    if (account.role !== 'operator')
      throw new BadArgument('--account', { zh: '只有系统运维可以略过事件', en: 'only an operator drops events' });
    const { store, pool, clock } = parts;
    const wanted: string[] = [];
    for (const definition of definitions) {
      const build = await servingBuild(pool, definition.name);
      if (build !== null && (await isParked(pool, build, stream, eventId))) wanted.push(definition.name);
    }
    if (wanted.length === 0)
      throw new BadArgument('parked drop <event>', { zh: '该事件没有停放', en: 'this event is not parked' });
    const now = await recordingTime(clock);
    const views: { readonly view: string; readonly position: Position; readonly applied: boolean }[] = [];
    for (const view of wanted) {
      const position = await dropParked(
        store,
        { view, stream, eventId, reason },
        { commandId, actor: actorOf(account), now },
      );
      views.push({ view, position, applied: await waitForView(pool, view, position, patienceMs) });
    }
    const left = (await listParked(pool)).filter((parked) => parked.stream === stream);
    return { json: { stream, eventId, views }, lines: views.map((one) => droppedLine(eventId, one, left)) };
  });
}

function droppedLine(
  eventId: string,
  { view, applied }: { readonly view: string; readonly applied: boolean },
  left: readonly ParkedStream[],
): string {
  const still = left.find((parked) => parked.view === view);
  if (!applied) return `${view}  ${eventId}  已记入日志，后台进程将略过它 · recorded; the worker will leave it out`;
  return still === undefined
    ? `${view}  ${eventId}  已略过，其后的事件已处理 · dropped; what waited behind it is applied`
    : `${view}  ${eventId}  已略过；该流仍停放于 · dropped; the stream stays parked at ${still.eventId}  ${still.error}`;
}

/** `all` are those views in which it is parked. */
function parkedAt(given: Arguments, command: string) {
  const definitions = namedViews(given.word(1), `parked ${command} <view>`);
  return { definitions, stream: word(given, 2, `parked ${command} <stream>`) };
}

function word(given: Arguments, at: number, argument: string): string {
  const found = given.word(at);
  if (found === null) throw new BadArgument(argument, { zh: '必须给出', en: 'is required' });
  return found;
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
