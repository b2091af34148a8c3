import { reader, type Database } from '../reader.js';
import type { Past } from '../followed-case/past.js';

export interface KnownLaw {
  /** `calendar-CN`, `lawPack-…`, `policy-…`. */
  readonly stream: string;
  /** Of the document, where it has one. */
  readonly version: number | null;
  readonly position: string;
  readonly hash: string;
}

/** What figures rest on: with it they are told again, the same, at any later time. */
export interface Provenance extends Past {
  /** Everything up to this position of the log is in the figures. */
  readonly position: string;
  readonly law: readonly KnownLaw[];
}

/** @param views by which the figures were told */
export async function provenanceOf(db: Database, views: readonly string[], at: Past): Promise<Provenance> {
  const read = reader(db);
  const [reached] = await read.query<{ position: string }>(
    `SELECT min(position)::text AS position FROM processing.checkpoints JOIN processing.builds USING (view, version, build)
     WHERE view = ANY($1) AND state = 'serving'`,
    [views],
  );
  const law = await read.query<{ stream: string; version: number | null; position: string; hash: string }>(
    `SELECT DISTINCT ON (stream) stream, (content::jsonb ->> 'version')::integer AS version, position::text, hash
     FROM views.history_law WHERE recorded_at <= $1::timestamptz ORDER BY stream, history_law.position DESC`,
    [at.knownAt],
  );
  return { ...at, position: reached?.position ?? '0', law };
}
