import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillLog } from '@redress/casework/generation/fill-log.js';
import { GeneratingThreads } from '@redress/casework/generation/generated-rows.js';
import { addDays, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { LogNotEmptyError } from '@redress/event-store/import/import-log.js';
import { readConfiguration } from '@redress/platform/configuration.js';
import { ensureDatabase } from '@redress/platform/database.js';
import { runningServerUrl } from '@redress/platform/embedded-postgres/running.js';
import { startEmbeddedPostgres } from '@redress/platform/embedded-postgres/start.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument, shown } from '../arguments.js';

export const usage = `redress generate --cases N --seed S [--from DATE] [--until DATE] [--json]

  把生成的案件写入空日志，用于测试和演练；人名、企业和案情均为虚构。
  Fills an empty log with generated cases, for tests and drills; all people, firms and facts are made up.

  --cases N      案件数 · how many cases
  --seed S       种子；种子、案件数和起止日相同，案件就相同 · equal seeds, counts and days give equal cases
  --from DATE    第一天（默认为末日前三年）· the first day (three years before the last)
  --until DATE   最后一天（默认为昨天）· the last day (yesterday)
`;

/** What one case comes to, roughly: for the progress shown alone. */
const eventsACase = 9;

export async function generate(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['cases', 'seed', 'from', 'until'], none: ['json'] });
  const cases = wholeNumber(given.required('cases'));
  const seed = given.required('seed');
  const until = given.date('until') ?? addDays(dayInZone(new Date().toISOString(), 'Asia/Shanghai'), -1);
  const from = given.date('from') ?? addDays(until, -3 * 365);
  if (from < '2020-09-01' || from > until)
    throw new BadArgument('--from', {
      zh: `应在2020-09-01至${until}之间`,
      en: `a day from 2020-09-01 to ${until} is expected`,
    });
  const begun = performance.now();
  const plan = { seed, cases, from: plainDate(from), until: plainDate(until) };
  const progress = (written: number) => showProgress(written, cases * eventsACase, begun);
  const threads = new GeneratingThreads(plan);
  const events = await withDatabase((databaseUrl, masterKeyPath) =>
    fillLog({ databaseUrl, masterKeyPath }, plan, progress, threads),
  )
    .catch((error: unknown) => {
      if (!(error instanceof LogNotEmptyError)) throw error;
      throw new BadArgument('DATABASE_URL', {
        zh: `日志里已有${error.position}个事件，只能写入空日志`,
        en: `its log holds ${error.position} events; only an empty one is filled`,
      });
    })
    .finally(() => threads.end());
  const seconds = (performance.now() - begun) / 1000;
  process.stderr.write('\n');
  const perSecond = Math.round(events / seconds);
  return {
    json: { cases, events, seed, from, until, seconds: Number(seconds.toFixed(2)), perSecond },
    lines: [
      `已写入${cases}件案件、${events}个事件，用时${seconds.toFixed(1)}秒 · ${cases} cases, ${events} events in ${seconds.toFixed(1)} s (${perSecond}/s)`,
      '视图由后台进程跟上，或由 redress views rebuild all 重建 · the worker brings the views up, or redress views rebuild all',
    ],
  };
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new BadArgument('--cases', {
    zh: `应为1至99999999的整数，而不是${shown(text)}`,
    en: `a whole number from 1 to 99999999 is expected, not ${shown(text)}`,
  });
}

let shownAt = 0;

function showProgress(events: number, about: number, begun: number): void {
  const seconds = (performance.now() - begun) / 1000;
  if (seconds - shownAt < 0.25) return;
  shownAt = seconds;
  const share = Math.min(0.99, events / about);
  const left = share > 0.02 ? `, ${Math.round((seconds / share) * (1 - share))} s` : '';
  process.stderr.write(`\r${Math.round(share * 100)} %  ${events} · ${Math.round(events / seconds)}/s${left}    `);
}

/** The database `DATABASE_URL` names, the embedded one that runs, or else that one started for as long as this takes. */
async function withDatabase<T>(use: (databaseUrl: string, masterKeyPath: string) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder, eventStoreUrl, masterKeyPath, pgBin } = readConfiguration(process.env);
  if (eventStoreUrl !== null)
    throw new BadArgument('EVENT_STORE', {
      zh: '只能写入 PostgreSQL 上的日志',
      en: 'generated cases are written to a log on PostgreSQL',
    });
  const folder = join(dataFolder, 'postgres');
  const url = databaseUrl ?? runningServerUrl(folder, 'redress');
  if (url !== null) {
    await ensureDatabase(url);
    return use(url, masterKeyPath);
  }
  mkdirSync(dataFolder, { recursive: true });
  const server = await startEmbeddedPostgres({ folder, pgBin });
  try {
    await ensureDatabase(server.url('redress'));
    return await use(server.url('redress'), masterKeyPath);
  } finally {
    await server.stop();
  }
}
