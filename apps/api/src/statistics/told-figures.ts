import type { Pool } from 'pg';
import { onTime, type OnTime, type OnTimeQuery } from '@redress/projections/history/on-time.js';
import type { Past } from '@redress/projections/followed-case/past.js';
import { figures, type Figures, type FiguresQuery } from '@redress/projections/statistics/figures.js';
import type { FiguresResponse } from './statistics.dto.js';

export type ToldRow = FiguresResponse & { readonly key: string | null };

/** Figures with the on-time rate beside them, which clocks tell: by place, kind and time alone. */
export async function toldFigures(pool: Pool, query: FiguresQuery, at: Past): Promise<readonly ToldRow[]> {
  const rows = await figures(pool, query, at);
  const asked = onTimeAsked(query);
  if (asked === null) return rows.map((row) => ({ ...row, onTime: null }));
  const kept = new Map((await onTime(pool, asked, at)).map((row) => [row.key, row]));
  const keys = [...new Set([...rows.map(({ key }) => key), ...kept.keys()])].sort((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  return keys.map((key) => ({
    ...(rows.find((row) => row.key === key) ?? nothing(key)),
    onTime: withoutKey(kept.get(key) ?? null),
  }));
}

function onTimeAsked(query: FiguresQuery): OnTimeQuery | null {
  const { by, period, district, office, kind, category, respondentType } = query;
  // A kind and its only category are asked for as one where the law's clocks do not tell them apart.
  if (by === 'category' || by === 'respondentType' || category !== undefined || respondentType !== undefined)
    return null;
  return {
    period,
    ...(by && { by }),
    ...(district !== undefined && { district }),
    ...(office && { office }),
    ...(kind && { kind }),
  };
}

function withoutKey(row: OnTime | null): FiguresResponse['onTime'] {
  if (row === null) return { met: 0, metLate: 0, late: 0, open: 0, rate: null, provisional: 0, cannotTell: 0 };
  const { key: _, ...told } = row;
  return told;
}

function nothing(key: string | null): Figures {
  return {
    key,
    lodged: 0,
    accepted: 0,
    refused: 0,
    refusedBy: {},
    concluded: 0,
    concludedWith: {},
    claimed: '0.00' as Figures['claimed'],
    recovered: '0.00' as Figures['recovered'],
    stages: [],
    satisfaction: { ratings: {}, mean: null },
  };
}
