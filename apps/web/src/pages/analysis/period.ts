/** A period of statistics: `2026`, `2026-Q2` or `2026-06`. */
export type PeriodKind = 'year' | 'quarter' | 'month';

const written = /^(20\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

export function isPeriod(text: string): boolean {
  return written.test(text);
}

export function kindOf(period: string): PeriodKind {
  return period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
}

/** The period of a kind in which a day lies. @param day PlainDate */
export function periodOf(kind: PeriodKind, day: string): string {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  if (kind === 'year') return year;
  return kind === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The period as many steps later, earlier where negative; of the same kind. */
export function later(period: string, steps: number): string {
  const [, year = '', quarter, month] = written.exec(period) ?? [];
  if (quarter === undefined && month === undefined) return String(Number(year) + steps);
  const parts = quarter === undefined ? 12 : 4;
  const place = Number(year) * parts + Number(quarter ?? month) - 1 + steps;
  const [years, part] = [Math.floor(place / parts), (place % parts) + 1];
  return quarter === undefined ? `${years}-${String(part).padStart(2, '0')}` : `${years}-Q${part}`;
}

/** A period of another kind about the same time: its last month, quarter or year. */
export function asKind(period: string, kind: PeriodKind): string {
  const [, year = '', quarter, month] = written.exec(period) ?? [];
  const last = month ?? String(quarter === undefined ? 12 : Number(quarter) * 3).padStart(2, '0');
  return periodOf(kind, `${year}-${last}-01`);
}
