import { onTime } from '@redress/projections/history/on-time.js';
import { provenanceOf } from '@redress/projections/history/provenance.js';
import { figures } from '@redress/projections/statistics/figures.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument, shown } from '../arguments.js';
import { withViews } from '../views/with-views.js';
import { momentSaid, momentUsage } from './moment.js';

export const usage = `redress statistics YEAR [--by district|office|kind|month|quarter] [--as-of WHEN] [--known-at WHEN] [--json]

  全年统计和按时率 · the figures of a year, and how far terms were kept

${momentUsage}`;

const ways = ['district', 'office', 'kind', 'month', 'quarter'] as const;

export async function statistics(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['by', 'as-of', 'known-at'], none: ['json'], words: ['year'] });
  const year = given.word(0) ?? '';
  if (!/^20\d\d$/.test(year))
    throw new BadArgument('statistics YEAR', { zh: `应为年份，而不是${shown(year)}`, en: 'a year is expected' });
  const by = given.oneOf('by', ways);
  return withViews(async ({ pool }) => {
    const at = await momentSaid(pool, given);
    const asked = { period: { from: `${year}-01-01`, to: `${year}-12-01` }, ...(by && { by }) };
    const rows = await figures(pool, asked, at);
    const kept = new Map((await onTime(pool, asked, at)).map((row) => [row.key, row]));
    const told = rows.map((row) => ({ ...row, onTime: kept.get(row.key) ?? null }));
    return {
      json: { ...(await provenanceOf(pool, ['history', 'statistics'], at)), rows: told },
      lines: told.map(({ key, lodged, concluded, claimed, recovered, onTime: rate }) =>
        [
          key === null ? year : key || '市级 city',
          `提出 lodged ${lodged}`,
          `办结 concluded ${concluded}`,
          `主张 claimed ${claimed}`,
          `收回 recovered ${recovered}`,
          `按时率 on time ${rate?.rate ?? '—'}`,
        ].join('  '),
      ),
    };
  });
}
