import pg from 'pg';
import type { Past } from './followed-case/past.js';
import { onTime, type OnTime } from './history/on-time.js';
import type { Database } from './reader.js';
import { figures, type Figures, type FiguresQuery } from './statistics/figures.js';

/** Figures with the on-time rate beside them, which clocks tell. */
export interface ToldRow extends Figures {
  readonly onTime: Omit<OnTime, 'key'>;
}

export async function toldFigures(db: Database, query: FiguresQuery, at: Past): Promise<readonly ToldRow[]> {
  const [rows, terms] = await sideBySide(db, query, at);
  const kept = new Map(terms.map((row) => [row.key, row]));
  const keys = [...new Set([...rows.map(({ key }) => key), ...kept.keys()])].sort((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  return keys.map((key) => ({
    ...(rows.find((row) => row.key === key) ?? nothing(key)),
    onTime: withoutKey(kept.get(key) ?? null),
  }));
}

/** Each takes the better part of a second of a million cases; one connection would ask one after the other anyway. */
async function sideBySide(db: Database, query: FiguresQuery, at: Past) {
  if (db instanceof pg.Pool) return Promise.all([figures(db, query, at), onTime(db, query, at)]);
  return [await figures(db, query, at), await onTime(db, query, at)] as const;
}

function withoutKey(row: OnTime | null): ToldRow['onTime'] {
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
