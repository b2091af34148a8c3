import { type BoardRow } from '@redress/projections/followed-case/board.js';
import { pastBoard } from '@redress/projections/history/board.js';
import { provenanceOf } from '@redress/projections/history/provenance.js';
import type { Answer } from '../answer.js';
import { Arguments } from '../arguments.js';
import { withViews } from '../views/with-views.js';
import { momentSaid, momentUsage } from './moment.js';

export const usage = `redress board [--by district|office|kind|clock] [--as-of WHEN] [--known-at WHEN] [--json]

  期限看板在任一时点的样子 · the SLA board at any moment, as it was known at any moment

${momentUsage}`;

const views = ['history'];
const ways = ['district', 'office', 'kind', 'clock'] as const;

export async function board(words: readonly string[]): Promise<Answer> {
  const given = new Arguments(words, { one: ['by', 'as-of', 'known-at'], none: ['json'] });
  const by = given.oneOf('by', ways) ?? 'district';
  return withViews(async (parts) => {
    const { pool } = parts;
    const at = await momentSaid(parts, given, views);
    const { rows, totals, today } = await pastBoard(pool, { kind: 'all' }, { by }, at);
    const provenance = await provenanceOf(pool, views, at);
    return {
      json: { ...provenance, today, rows, totals },
      lines: [
        `${at.asOf}（${at.knownAt}所知 · as known then）`,
        ...rows.map((row) => `${keyOf(row, by)}  ${countsOf(row)}`),
        `合计 total  ${countsOf(totals)}`,
      ],
    };
  });
}

function keyOf(row: BoardRow, by: (typeof ways)[number]): string {
  return row[by] ?? '市级 city';
}

function countsOf(counts: object): string {
  return Object.entries(counts)
    .filter(([, n]) => typeof n === 'number' && n > 0)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}
