import { reader, type Database } from '../reader.js';

const keptMs = 600_000;
const known = new WeakMap<Database, { readonly at: number; readonly frequencies: ReadonlyMap<string, number> }>();

/**
 * The token which fewest names have, by PostgreSQL's own statistics; null of none. It is looked for alone: PostgreSQL takes the
 * pairs of one word for independent, thinks a common word rare, and reads and sorts every case that has it instead of walking the
 * list until the page is full.
 */
export async function rarestToken(db: Database, tokens: readonly string[]): Promise<string | null> {
  const [first, ...others] = tokens;
  if (first === undefined || others.length === 0) return first ?? null;
  const frequencies = await frequenciesIn(db);
  const frequency = (token: string) => frequencies.get(token) ?? 0;
  return others.reduce((rarest, token) => (frequency(token) < frequency(rarest) ? token : rarest), first);
}

/** How often the commonest tokens occur; read again every ten minutes, for they hardly change. */
async function frequenciesIn(db: Database): Promise<ReadonlyMap<string, number>> {
  const kept = known.get(db);
  if (kept !== undefined && performance.now() - kept.at < keptMs) return kept.frequencies;
  const rows = await reader(db).query<{ token: string; frequency: number }>(
    `SELECT * FROM (
       SELECT unnest(most_common_elems::text::text[]) AS token, unnest(most_common_elem_freqs) AS frequency
       FROM pg_stats WHERE tablename = 'worklist_name' AND attname = 'name_pairs'
     ) AS common WHERE token IS NOT NULL`,
  );
  const frequencies = new Map(rows.map(({ token, frequency }) => [token, frequency]));
  known.set(db, { at: performance.now(), frequencies });
  return frequencies;
}
