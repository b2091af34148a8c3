/** Dimensions by which figures may be told apart; a sum is kept for those that are asked for together most. */
export const cells = {
  place: ['kind', 'office', 'district'],
  matter: ['kind', 'category', 'respondent_type'],
} as const;
export type Cell = keyof typeof cells;
export type Dimension = 'kind' | 'category' | 'respondent_type' | 'office' | 'district';

const dimensions: readonly Dimension[] = ['kind', 'category', 'respondent_type', 'office', 'district'];
const names = Object.keys(cells) as Cell[];

const each = (values: readonly string[]) => `unnest(ARRAY[${values.join(', ')}])`;

/** SQL: the key of each cell in which a change is summed; `*` where it does not tell a dimension apart. */
export const cellKey: Readonly<Record<string, string>> = {
  cell: each(names.map((cell) => `'${cell}'`)),
  measure: 'measure',
  value: 'value',
  days: 'days',
  fact_month: 'fact_month',
  ...Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      each(names.map((cell) => ((cells[cell] as readonly string[]).includes(dimension) ? dimension : `'*'`))),
    ]),
  ),
};

/** The cell that tells all of these apart; null where none does, and changes have to be summed one by one. */
export function cellFor(asked: readonly Dimension[]): Cell | null {
  return names.find((cell) => asked.every((one) => (cells[cell] as readonly Dimension[]).includes(one))) ?? null;
}
