import { actorOf } from '@redress/access/account.js';
import { recordingTime } from '@redress/casework/kernel/time.js';
import type { ParkedStream } from '@redress/processing/drop-parked.js';
import { type Answer } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator } from '../as-operator.js';
import { withViews } from '../views/with-views.js';
import { allParked, namedReaders, type Dropped, type Reader } from './readers.js';

export const usage = `redress parked <command> [--json]

  list                     停放的事件：哪个视图或通知（notices）、哪个流、为何、后面还有多少
                           what a view, or the notices, could not read: which stream, why, how many events wait
  replay <view|notices|all> <stream>
                           修复原因后重新处理 · applies what is parked, after the cause was mended
  drop <view|notices|all> <stream> <event> --reason R --account NAME
                           永远略过此事件；理由记入日志，重建时同样略过
                           leaves out the event for good; the reason is an event, and a rebuild leaves out the same
`;

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
  const found = await withViews(({ pool }) => allParked(pool));
  return {
    json: found,
    lines: found.flatMap(({ view, stream, events, since, eventId, position, error }) => [
      `${view}  ${stream}  ${events} 个事件 events  ${since}`,
      `    ${eventId}（位置 position ${position}）  ${error}`,
    ]),
  };
}

async function replay(given: Arguments): Promise<Answer> {
  const { readers, stream } = parkedAt(given, 'replay');
  return withViews(async (parts) => {
    const there = (await allParked(parts.pool)).filter((parked) => parked.stream === stream);
    const wanted = readers.filter(({ name }) => there.some(({ view }) => view === name));
    if (wanted.length === 0)
      throw new BadArgument('parked replay <stream>', { zh: '该流没有停放', en: 'nothing of this stream is parked' });
    const views: { readonly view: string; readonly parked: number; readonly error: string | null }[] = [];
    const lines: string[] = [];
    for (const reader of wanted) {
      const { name: view } = reader;
      const left = await reader.replay(parts, stream);
      const [first] = left;
      views.push({ view, parked: left.length, error: first?.error ?? null });
      lines.push(
        first === undefined
          ? `${view}  ${stream}  已全部处理 · all applied`
          : `${view}  ${stream}  仍无法处理 · still cannot be applied: ${first.eventId}  ${first.error}`,
      );
    }
    return { json: { stream, views }, lines, exit: views.every(({ parked }) => parked === 0) ? 0 : 1 };
  });
}

async function drop(given: Arguments): Promise<Answer> {
  const { readers, stream } = parkedAt(given, 'drop');
  const eventId = word(given, 3, 'parked drop <event>');
  const reason = given.required('reason').trim();
  if (reason === '') throw new BadArgument('--reason', { zh: '不能为空', en: 'must say something' });
  return asOperator(given.required('account'), async ({ parts, account, commandId }) => {
    if (account.role !== 'operator')
      throw new BadArgument('--account', { zh: '只有系统运维可以略过事件', en: 'only an operator drops events' });
    const wanted: Reader[] = [];
    for (const reader of readers) if (await reader.isParked(parts.pool, stream, eventId)) wanted.push(reader);
    if (wanted.length === 0)
      throw new BadArgument('parked drop <event>', { zh: '该事件没有停放', en: 'this event is not parked' });
    const command = { commandId, actor: actorOf(account), now: await recordingTime(parts.clock) };
    const views: ({ readonly view: string } & Dropped)[] = [];
    for (const reader of wanted)
      views.push({ view: reader.name, ...(await reader.drop(parts, { stream, eventId, reason }, command)) });
    const left = (await allParked(parts.pool)).filter((parked) => parked.stream === stream);
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

/** `all` are those in which it is parked. */
function parkedAt(given: Arguments, command: string) {
  const readers = namedReaders(given.word(1), `parked ${command} <view>`);
  return { readers, stream: word(given, 2, `parked ${command} <stream>`) };
}

function word(given: Arguments, at: number, argument: string): string {
  const found = given.word(at);
  if (found === null) throw new BadArgument(argument, { zh: '必须给出', en: 'is required' });
  return found;
}
