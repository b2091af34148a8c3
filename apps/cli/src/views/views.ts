import { viewsModule } from '@redress/projections/registry.js';
import { readProgress } from '@redress/processing/progress.js';
import type { Difference } from '@redress/processing/rebuild/digest.js';
import { FillUnderWayError, rebuildViews, type RebuiltView } from '@redress/processing/rebuild/rebuild.js';
import { type Answer, labelled } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { ProgressBar } from './progress-bar.js';
import { namedViews, withViews } from './with-views.js';

export const usage = `redress views <command> [--json]

  list                 各视图的进度 · how far each view has come
  rebuild <view|all>   从日志重建视图；逐行比对相等后才切换，不相等则指出第一处不同并保留原视图
                       builds views anew from the log beside those which serve; switches when they are proven equal, and
                       otherwise names the first row that differs and leaves everything as it was
  verify <view|all>    重建并比对，不切换 · proves that what serves equals a fresh fold, and changes nothing

中断后再次执行同一命令即从中断处继续。 A rebuild that was cut off goes on where it was when it is called again.
`;

export async function views(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { none: ['json'], words: ['command', 'view'] });
  const command = given.word(0);
  if (command === 'list' && given.word(1) === null) return list();
  if (command !== 'rebuild' && command !== 'verify')
    throw new BadArgument('views <command>', {
      zh: '应为 list、rebuild 或 verify',
      en: 'list, rebuild or verify is expected',
    });
  const definitions = namedViews(given.word(1), `views ${command} <view>`);
  const purpose = command === 'rebuild' ? 'switch' : 'verify';
  return withViews(async ({ store, pool }, databaseUrl) => {
    const bar = new ProgressBar(process.stderr);
    try {
      const results = await rebuildViews(store, pool, definitions, purpose, {
        threads: { databaseUrl, module: viewsModule },
        onProgress: (done, total) => bar.show(done, total),
      });
      return answer(results, purpose, bar.seconds());
    } catch (error) {
      if (!(error instanceof FillUnderWayError)) throw error;
      throw new BadArgument(`views ${command}`, {
        zh: '另一个程序正在填充视图，请稍后再试',
        en: 'another program is filling views; try again when it is done',
      });
    } finally {
      bar.end();
    }
  });
}

function answer(results: readonly RebuiltView[], purpose: 'switch' | 'verify', seconds: number): Answer {
  const isFine = results.every(({ comparison }) => comparison.difference === null && comparison.newlyParked === null);
  return {
    json: { seconds: Number(seconds.toFixed(2)), views: results },
    lines: results.flatMap((result) => linesOf(result, purpose)),
    exit: isFine ? 0 : 1,
  };
}

function linesOf({ view, version, comparison, switched }: RebuiltView, purpose: 'switch' | 'verify'): string[] {
  const { difference, newlyParked, digests, parked, position } = comparison;
  const rows = digests.reduce((sum, table) => sum + Number(table.rows), 0);
  const name = `${view} v${version}`;
  if (newlyParked !== null)
    return [
      `${name}  未切换：新视图无法处理 ${newlyParked.stream} · not switched: the new build cannot bear this stream`,
      `    ${newlyParked.error}`,
    ];
  if (difference !== null) return [`${name}  不相等 · not equal: ${difference.table}`, ...sidesOf(difference)];
  const left = parked === 0 ? '' : `，${parked} 个停放的流除外 · but for ${parked} parked streams`;
  const done = switched ? '相等，已切换 · equal, switched' : '相等 · equal';
  return [
    `${name}  ${purpose === 'verify' ? '相等 · equal' : done}：${rows} 行 rows，位置 position ${position}${left}`,
  ];
}

function sidesOf({ one, other }: Difference): string[] {
  return [`    在用 serving  ${one ?? '无此行 no such row'}`, `    重建 rebuilt  ${other ?? '无此行 no such row'}`];
}

async function list(): Promise<Answer> {
  const progress = await withViews(({ store, pool }) => readProgress(store, pool));
  return {
    json: progress,
    lines: progress.map(({ view, version, state, position, head, lagSeconds, parked, healthy, error }) =>
      labelled(
        `${view} v${version}`,
        `${healthy ? '正常 ok ' : '异常 RED'}  ${state}  ${position}/${head}  滞后 lag ${lagSeconds.toFixed(1)} s` +
          `${parked === 0 ? '' : `  停放 parked ${parked}`}${error === null ? '' : `  ${error}`}`,
      ),
    ),
    exit: progress.every(({ healthy }) => healthy) ? 0 : 1,
  };
}
