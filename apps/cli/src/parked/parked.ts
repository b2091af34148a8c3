import { actorOf } from '@redress/access/account.js';
import { servingBuild } from '@redress/processing/builds.js';
import { dropParked, isParked, listParked } from '@redress/processing/drop-parked.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { replayParked } from '@redress/processing/replay.js';
import { type Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator } from '../as-operator.js';
import { namedViews, withViews } from '../views/with-views.js';

export const usage = `redress parked <command> [--json]

  list                     各视图停放的事件：哪个流、为何、后面还有多少
                           what views have parked: which stream, why, and how many events wait
  replay <view> <stream>   修复原因后重新处理 · applies what is parked, after the cause was mended
  drop <view> <stream> <event> --reason R --account NAME
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
  const { definition, stream } = parkedAt(given, 'replay');
  return withViews(async ({ store, pool }) => {
    const build = await servingBuild(pool, definition.name);
    if (build?.version !== definition.version) throw notServed();
    const left = await replayParked(store, pool, definition, build, stream);
    const [first] = left;
    return {
      json: { view: definition.name, stream, parked: left.length, error: first?.error ?? null },
      lines: [
        first === undefined
          ? `${stream}  已全部处理 · all applied`
          : `${stream}  仍无法处理 · still cannot be applied: ${first.event.id}  ${first.error ?? ''}`,
      ],
      exit: first === undefined ? 0 : 1,
    };
  });
}

async function drop(given: Arguments): Promise<Answer> {
  const { definition, stream } = parkedAt(given, 'drop');
  const eventId = word(given, 3, 'parked drop <event>');
  const reason = given.required('reason').trim();
  if (reason === '') throw new BadArgument('--reason', { zh: '不能为空', en: 'must say something' });
  return asOperator(given.required('account'), async ({ parts, account, commandId }) => {
    if (account.role !== 'operator')
      throw new BadArgument('--account', { zh: '只有系统运维可以略过事件', en: 'only an operator drops events' });
    const build = await servingBuild(parts.pool, definition.name);
    if (build === null) throw notServed();
    if (!(await isParked(parts.pool, build, stream, eventId)))
      throw new BadArgument('parked drop <event>', { zh: '该事件没有停放', en: 'this event is not parked' });
    const position = await dropParked(
      parts.store,
      { view: definition.name, stream, eventId, reason },
      { commandId, actor: actorOf(account), now: await parts.clock.now() },
    );
    const applied = await waitForView(parts.pool, definition.name, position, patienceMs);
    return {
      json: { view: definition.name, stream, eventId, position, applied },
      lines: [
        applied
          ? `${eventId}  已略过，其后的事件已处理 · dropped; what waited behind it is applied`
          : `${eventId}  已记入日志，后台进程将略过它 · recorded; the worker will leave it out`,
      ],
    };
  });
}

function parkedAt(given: Arguments, command: string) {
  const [definition] = namedViews(given.word(1), `parked ${command} <view>`);
  return { definition: definition!, stream: word(given, 2, `parked ${command} <stream>`) };
}

function word(given: Arguments, at: number, argument: string): string {
  const found = given.word(at);
  if (found === null) throw new BadArgument(argument, { zh: '必须给出', en: 'is required' });
  return found;
}

function notServed(): BadArgument {
  return new BadArgument('parked <view>', {
    zh: '该视图的这一版本尚未启用',
    en: 'no build of this version of the view serves',
  });
}
