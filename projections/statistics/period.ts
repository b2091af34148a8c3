import type { Period } from './figures.js';

/** `2026`, `2026-Q2` or `2026-06`, as its months. */
export function monthsOf(period: string): Period {
  const year = period.slice(0, 4);
  const [first, last] = period.includes('Q')
    ? [Number(period.slice(6)) * 3 - 2, Number(period.slice(6)) * 3]
    : period.length === 7
      ? [Number(period.slice(5)), Number(period.slice(5))]
      : [1, 12];
  const month = (of: number) => `${year}-${String(of).padStart(2, '0')}-01`;
  return { from: month(first), to: month(last) };
}

/** Its first instant, and the first after it. */
export function instantsOf(period: string): { readonly from: string; readonly to: string } {
  const { from, to } = monthsOf(period);
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { from: `${from}T00:00:00+08:00`, to: `${next}T00:00:00+08:00` };
}
