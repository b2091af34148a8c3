import { actorOf } from '@redress/access/account.js';
import { confirmClock, readClock } from '@redress/processing/timers/clock-guard.js';
import { type Answer, labelled } from '../answer.js';
import { Arguments, BadArgument } from '../arguments.js';
import { asOperator } from '../as-operator.js';
import { withViews } from '../views/with-views.js';

export const usage = `redress clock <command> [--json]

  show                      数据库时钟是否可信 · whether PostgreSQL's clock is trusted
  confirm --account NAME    确认时钟正确，恢复升级提醒和受理 · says that it is right: rungs fire and commands are taken again
`;

export async function clock(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['account'], none: ['json'], words: ['command'] });
  const command = given.word(0);
  if (command === 'show') return withViews(({ pool }) => readClock(pool)).then(shown);
  if (command !== 'confirm')
    throw new BadArgument('clock <command>', { zh: '应为 show 或 confirm', en: 'show or confirm is expected' });
  return asOperator(given.required('account'), async ({ parts, account }) => {
    if (account.role !== 'operator')
      throw new BadArgument('--account', { zh: '只有系统运维可以确认时钟', en: 'only an operator confirms the clock' });
    await confirmClock(parts.pool, actorOf(account).id);
    return shown(await readClock(parts.pool));
  });
}

function shown(record: Awaited<ReturnType<typeof readClock>>): Answer {
  const state =
    record.why === null
      ? '可信 · trusted'
      : record.haltedAt === null
        ? '不可信：时间倒退，追上之前不触发提醒（wentBack） · not trusted: it went back, nothing fires until it has caught up'
        : `不可信：自 ${record.haltedAt} 起停止提醒和受理（${record.why}） · not trusted: nothing fires or is recorded since then`;
  return {
    json: record,
    lines: [labelled('时钟 clock', state), labelled('最近一次 last tick', record.lastAt ?? '—')],
    exit: record.why === null ? 0 : 1,
  };
}
