import type { BoardRow, BoardCounts } from '@redress/projections/followed-case/board.js';
import type { PastBoard } from '@redress/projections/history/board.js';
import type { Past } from '@redress/projections/followed-case/past.js';

type Named = Pick<BoardRow, 'district' | 'office' | 'kind' | 'clock'>;

interface Compared {
  readonly before: BoardCounts;
  readonly after: BoardCounts;
  /** After less before. */
  readonly change: BoardCounts;
}

export interface BoardDifference {
  readonly from: Past;
  readonly to: Past;
  readonly rows: readonly (Named & Compared)[];
  readonly totals: Compared;
}

/** Every row which stands on either board. */
export function boardDifference(from: PastBoard, to: PastBoard): BoardDifference {
  const [before, after] = [byName(from), byName(to)];
  const rows = [...new Map([...before, ...after])].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    from: momentOf(from),
    to: momentOf(to),
    rows: rows.map(([name, { district, office, kind, clock }]) => ({
      ...{ district, office, kind, clock },
      ...compared(before.get(name) ?? null, after.get(name) ?? null, from.totals),
    })),
    totals: compared(from.totals, to.totals, from.totals),
  };
}

function byName({ rows }: PastBoard): Map<string, BoardRow> {
  return new Map(
    rows.map((row) => [[row.district, row.office, row.kind, row.clock].map((part) => part ?? '').join('|'), row]),
  );
}

function momentOf({ asOf, knownAt }: Past): Past {
  return { asOf, knownAt };
}

function compared(before: BoardCounts | null, after: BoardCounts | null, shape: BoardCounts): Compared {
  const names = Object.keys(shape) as (keyof BoardCounts)[];
  const counts = (of: (name: keyof BoardCounts) => number) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as unknown as BoardCounts;
  return {
    before: counts((name) => before?.[name] ?? 0),
    after: counts((name) => after?.[name] ?? 0),
    change: counts((name) => (after?.[name] ?? 0) - (before?.[name] ?? 0)),
  };
}
