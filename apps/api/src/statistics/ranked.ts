import type { TellApart } from '@redress/projections/statistics/figures.js';
import type { ToldRow } from '@redress/projections/told-figures.js';

/** Districts compared (评估督导): their places by on-time rate, equal rates sharing one; those without a rate have none. */
export function ranked(
  rows: readonly ToldRow[],
  by: TellApart | undefined,
): readonly (ToldRow & { readonly rank: number | null })[] {
  const rates = rows.filter(({ key }) => key !== '').map(({ onTime }) => onTime.rate);
  return rows.map((row) => {
    const rate = row.onTime.rate;
    const isPlaced = by === 'district' && row.key !== '' && rate !== null;
    return { ...row, rank: isPlaced ? 1 + rates.filter((other) => other !== null && other > rate).length : null };
  });
}
