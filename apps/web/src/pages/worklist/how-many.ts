export type HowMany = 'exact' | 'moreThan' | 'soFar' | 'noneSoFar';

interface List {
  /** Of the first page. */
  readonly counted: { readonly total: number; readonly more: boolean };
  /** Rows of all pages fetched so far. */
  readonly shown: number;
  /** There is a page after these. */
  readonly goesOn: boolean;
  readonly isSearch: boolean;
}

/**
 * What is known of how many cases a list has. A search tells no more than what was found: its next page may have none, for it
 * says only from where to look on.
 */
export function howMany({ counted: { total, more }, shown, goesOn, isSearch }: List): { key: HowMany; count: number } {
  if (!goesOn) return { key: 'exact', count: shown };
  if (isSearch) return { key: shown === 0 ? 'noneSoFar' : 'soFar', count: shown };
  return { key: more ? 'moreThan' : 'exact', count: Math.max(total, shown) };
}
