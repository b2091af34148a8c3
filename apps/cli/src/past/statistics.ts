import { provenanceOf } from '@redress/projections/history/provenance.js';
import { tellApart } from '@redress/projections/statistics/figures.js';
import { toldFigures } from '@redress/projections/told-figures.js';
import type { Answer } from '../answer.js';
import { Arguments, BadArgument, shown } from '../arguments.js';
import { withViews } from '../views/with-views.js';
import { momentSaid, momentUsage } from './moment.js';

export const usage = `redress statistics YEAR [--by ${tellApart.join('|')}] [--as-of WHEN] [--known-at WHEN] [--json]

  全年统计和按时率 · the figures of a year, and how far terms were kept

${momentUsage}`;

const views = ['history', 'statistics'];

export async function statistics(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['by', 'as-of', 'known-at'], none: ['json'], words: ['year'] });
  const year = given.word(0) ?? '';
  if (!/^20\d\d$/.test(year))
    throw new BadArgument('statistics YEAR', { zh: `应为年份，而不是${shown(year)}`, en: 'a year is expected' });
  const by = given.oneOf('by', tellApart);
  return withViews(async (parts) => {
    const { pool } = parts;
    const at = await momentSaid(parts, given, views);
    const asked = { period: { from: `${year}-01-01`, to: `${year}-12-01` }, ...(by && { by }) };
    const told = await toldFigures(pool, asked, at);
    return {
      json: { ...(await provenanceOf(pool, views, at)), rows: told },
      lines: told.map(({ key, lodged, concluded, claimed, recovered, onTime }) =>
        [
          key === null ? year : key || '市级 city',
          `提出 lodged ${lodged}`,
          `办结 concluded ${concluded}`,
          `主张 claimed ${claimed}`,
          `收回 recovered ${recovered}`,
          `按时率 on time ${onTime.rate ?? '—'}`,
        ].join('  '),
      ),
    };
  });
}
