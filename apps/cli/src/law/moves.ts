import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Parts } from '@redress/casework/kernel/parts.js';
import { ladderWith, movesOf, type Moves } from '@redress/casework/reference/report-moves.js';
import type { Ladders } from '@redress/deadlines/ladder/moved-rungs.js';
import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import type { Position } from '@redress/event-store/port.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { countOpenCases, openCases } from '@redress/projections/escalations/open-cases.js';
import { both } from '../answer.js';
import { BadArgument } from '../arguments.js';
import { ProgressBar } from '../views/progress-bar.js';

interface Counted {
  readonly cases: number;
  readonly clocks: number;
  readonly rungs: number;
  /** Open cases which this release cannot read, so that nothing is told of them. */
  readonly unread: number;
}

/** What a document moves: counted over all open cases, the first of it by name. */
export interface ToldMoves extends Moves {
  readonly counted: Counted;
}

/** The law as it was before the command, and how far the log had come. */
export interface LawBefore {
  readonly ladders: Ladders;
  readonly head: Position;
}

const named = 200;
const casesAPage = 500;
const patienceMs = 10_000;
/** Fewer are told at once. */
const worthABar = 2_000;

/** Whether the file can be written, before anything is recorded. @throws BadArgument */
export async function mustWrite(file: string): Promise<void> {
  try {
    await (await open(file, 'w')).close();
  } catch (error) {
    throw new BadArgument('--moves', {
      zh: `无法写入 ${file}`,
      en: `cannot write ${file} (${(error as NodeJS.ErrnoException).code ?? ''})`,
    });
  }
}

/**
 * What the document moves when it takes the place of the one it follows, page after page of the open cases; `null` where no
 * view tells yet which those are.
 *
 * @param file takes every case which moves, one JSON object a line
 */
export async function tellMoves(
  { pool, store }: Pick<Parts, 'pool' | 'store'>,
  { ladders: before, head }: LawBefore,
  document: LawDocument,
  file: string | null,
): Promise<ToldMoves | null> {
  const after = ladderWith(before, document);
  const none = { clocks: [], rungs: [], counted: { cases: 0, clocks: 0, rungs: 0, unread: 0 } };
  if (after.law === before.law && after.policies === before.policies) return none;
  const isThere = await waitForView(pool, 'escalations', '0' as Position, 0);
  if (!isThere || !(await waitForView(pool, 'escalations', head, patienceMs))) return null;
  const total = await countOpenCases(pool);
  const bar = new ProgressBar(process.stderr, 'cases');
  const told = { clocks: [] as Moves['clocks'][number][], rungs: [] as Moves['rungs'][number][] };
  const counted = { cases: 0, clocks: 0, rungs: 0, unread: 0 };
  async function* lines(): AsyncGenerator<string> {
    let seen = 0;
    for await (const { stream, clocks, rungs, unread } of movesOf(store, openStreams(), before, after)) {
      seen++;
      if (total > worthABar) bar.show(Math.min(seen, total), total);
      if (unread) counted.unread++;
      if (clocks.length === 0 && rungs.length === 0) continue;
      counted.cases++;
      counted.clocks += clocks.length;
      counted.rungs += rungs.length;
      told.clocks.push(...clocks.slice(0, named - told.clocks.length));
      told.rungs.push(...rungs.slice(0, named - told.rungs.length));
      yield `${JSON.stringify({ stream, clocks, rungs })}\n`;
    }
  }
  async function* openStreams() {
    for (let last = ''; ;) {
      const page = await openCases(pool, last, casesAPage);
      yield* page;
      if (page.length < casesAPage) return;
      last = page.at(-1)!;
    }
  }
  try {
    if (file !== null) await pipeline(Readable.from(lines()), createWriteStream(file));
    else for await (const _ of lines());
  } finally {
    bar.end();
  }
  return { ...told, counted };
}

export function moveLines(moves: ToldMoves | null): readonly string[] {
  if (moves === null)
    return [
      '视图尚未建立或尚未跟上，变动无法列出 · the views are not built or lag behind: what moves cannot be told now',
    ];
  const { clocks, rungs, counted } = moves;
  const date = (due: string | null, provisional: boolean) =>
    `${due ?? '无法确定 cannot be told'}${due !== null && provisional ? '（暂定 provisional）' : ''}`;
  const day = (due: string | null) => due ?? '无 none';
  return [
    `变动的在办期限 open clocks which move: ${counted.clocks}`,
    ...clocks.map(
      ({ stream, title, dueBefore, dueAfter, provisionalBefore, provisionalAfter }) =>
        `    ${stream}  ${both(title)}  ${date(dueBefore, provisionalBefore)} → ${date(dueAfter, provisionalAfter)}`,
    ),
    ...others(counted.clocks - clocks.length),
    `变动的提醒 rungs which move: ${counted.rungs}`,
    ...rungs.map(
      ({ stream, title, dueBefore, dueAfter, fired }) =>
        `    ${stream}  ${both(title)}  ${day(dueBefore)} → ${day(dueAfter)}` +
        (fired ? '  （已触发，不再触发 · fired already, does not fire again）' : ''),
    ),
    ...others(counted.rungs - rungs.length),
    ...(counted.unread === 0 ? [] : [`本版本无法读取的案件 cases which this release cannot read: ${counted.unread}`]),
  ];
}

function others(count: number): readonly string[] {
  return count === 0
    ? []
    : [`    另有 ${count} 项，全部见 --moves 文件 · and ${count} more: --moves FILE takes them all`];
}
