import { caseNumberPrefix, codePrefix, searchable, soughtTokens } from '../name-search.js';
import { beginsWith, Parameters, reader, type Database } from '../reader.js';
import { lookedAt } from './list-page.js';
import { markedCompany, markedNumber } from './marks.js';
import { rarestToken } from './rarest-token.js';
import { isNumber, soughtSql } from './sought.js';

/** More companies or numbers than these are a word's, not somebody's: lists are looked through for it in their order. */
const few = 500;

/** What a search asks for. */
export type Sought =
  /** Placeholder of the companies which have it in their names or codes. */
  | { readonly of: 'parties'; readonly parties: string }
  /** SQL over a row of `worklist_name`: which few cases. */
  | { readonly of: 'few'; readonly named: string }
  /** So many cases that a list soon has a page of them. `marked`: SQL over a row of a list, which others may be. */
  | { readonly of: 'many'; readonly named: string; readonly marked: string };

/**
 * Null where nothing is looked for.
 *
 * @param ofEach how many cases of a company may have to be read for a page
 */
export async function soughtBy(
  db: Database,
  search: string,
  ofEach: number,
  parameters: Parameters,
): Promise<Sought | null> {
  if (search === '') return null;
  const number = caseNumberPrefix(search);
  if (isNumber(number)) {
    return (await areFew(db, number))
      ? { of: 'few', named: beginsWith('number', number, parameters) }
      : { of: 'many', named: soughtSql(search, parameters), marked: markedNumber(number, parameters) };
  }
  const parties = number === null ? await partiesWith(db, search, ofEach) : null;
  if (parties !== null) return { of: 'parties', parties: parameters.add(parties) };
  const named = soughtSql(search, parameters);
  return { of: 'many', named, marked: number === null ? markedCompany(search, parameters) : 'true' };
}

async function areFew(db: Database, number: string): Promise<boolean> {
  const parameters = new Parameters();
  const [counted] = await reader(db).prepared<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (
       SELECT FROM views.worklist_name WHERE ${beginsWith('number', number, parameters)} LIMIT ${few + 1}
     ) AS counted`,
    parameters.values,
  );
  return counted!.n <= few;
}

/** The companies whose names or codes are sought; null where they, or the cases that name them, are too many. */
async function partiesWith(db: Database, search: string, ofEach: number): Promise<readonly string[] | null> {
  const name = searchable(search);
  const rarest = await rarestToken(db, soughtTokens(name));
  if (rarest === null || rarest.names > few) return null;
  const code = codePrefix(search);
  const parameters = new Parameters();
  const party = `SELECT party, n FROM views.worklist_party`;
  // What the index finds is looked at once more: the name has the pair, and may not have the others beside it.
  const named = `${party} WHERE tokens @> ARRAY[${parameters.add(rarest.token)}]
    AND position(${parameters.add(name)} IN name) > 0 LIMIT ${few + 1}`;
  const found = await reader(db).prepared<{ party: string; n: string }>(
    code === null
      ? named
      : `(${named}) UNION (${party} WHERE ${beginsWith('party', code, parameters)} LIMIT ${few + 1})`,
    parameters.values,
  );
  const read = found.reduce((sum, { n }) => sum + Math.min(Number(n), ofEach), 0);
  return found.length > few || read > lookedAt ? null : found.map(({ party: one }) => one);
}
