interface Versioned {
  /** Of a law pack or a policy. */
  readonly version?: number;
  /** Of a calendar: one entry a year and version, cited as `2026.1`. */
  readonly versions?: readonly { readonly year: number; readonly version: number }[];
  /** Of the LPR: one a publication. */
  readonly rows?: readonly { readonly date: string }[];
}

/**
 * Whether a document knows more than the one in force: a pack or a policy of a higher version; the LPR of a later
 * publication; a calendar which has all the years' versions of the other and one besides. What an operator entered later is not put back by a release.
 */
export function isLater(document: Versioned, inForce: Versioned): boolean {
  if (document.rows && inForce.rows) return lastOf(document.rows) > lastOf(inForce.rows);
  if (!document.versions || !inForce.versions) return (document.version ?? 0) > (inForce.version ?? 0);
  const cited = ({ versions = [] }: Versioned) => versions.map(({ year, version }) => `${year}.${version}`);
  const has = new Set(cited(document));
  const had = cited(inForce);
  return had.every((citation) => has.has(citation)) && has.size > new Set(had).size;
}

function lastOf(rows: readonly { readonly date: string }[]): string {
  return rows.at(-1)?.date ?? '';
}
