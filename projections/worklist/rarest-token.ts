import { reader, type Database } from '../reader.js';

const keptMs = 600_000;
const known = new WeakMap<Database, { readonly at: number; readonly names: ReadonlyMap<string, number> }>();

export interface Rarest {
  readonly token: string;
  /** How many names have it, as PostgreSQL's own statistics guess; nought for one too rare for them. */
  readonly names: number;
}

/**
 * The token which fewest names have; null of none. It is looked for alone: PostgreSQL takes the pairs of one word for independent,
 * and thinks a common word rare.
 */
export async function rarestToken(db: Database, tokens: readonly string[]): Promise<Rarest | null> {
  if (tokens.length === 0) return null;
  const counts = await namesWith(db);
  return tokens
    .map((token) => ({ token, names: counts.get(token) ?? 0 }))
    .reduce((rarest, one) => (one.names < rarest.names ? one : rarest));
}

/** How many names have the commonest tokens; read again every ten minutes, for it hardly changes. */
async function namesWith(db: Database): Promise<ReadonlyMap<string, number>> {
  const kept = known.get(db);
  if (kept !== undefined && performance.now() - kept.at < keptMs) return kept.names;
  const rows = await reader(db).query<{ token: string; names: number }>(
    `SELECT token, max(frequency * reltuples) AS names FROM (
       SELECT schemaname, unnest(most_common_elems::text::text[]) AS token, unnest(most_common_elem_freqs) AS frequency
       FROM pg_stats WHERE tablename = 'worklist_party' AND attname = 'tokens'
     ) AS common
     JOIN pg_class ON relname = 'worklist_party' AND relnamespace = to_regnamespace(quote_ident(schemaname))
     WHERE token IS NOT NULL GROUP BY token`,
  );
  const names = new Map(rows.map(({ token, names: n }) => [token, n]));
  known.set(db, { at: performance.now(), names });
  return names;
}
