import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Some ten thousand keys. */
const PAGE_CHARACTERS = 1 << 22;

/**
 * Keys by the million, made by `MadeKeys`, written by COPY in one transaction, a page while the next is being made. To be
 * committed before the log is: a key too many harms nobody, one too few loses what it seals. Keys under the same ids from
 * before are those of an import whose log did not come about, and give way.
 */
export class ImportedKeys {
  private waiting = '';
  private written = Promise.resolve();

  private constructor(private readonly client: Client) {}

  static async begin(client: Client): Promise<ImportedKeys> {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE imported_keys (
         id uuid, kind text, stream text COLLATE "C", place text, wrapped bytea, identities bytea[], searched bytea[]
       ) ON COMMIT DROP`,
    );
    return new ImportedKeys(client);
  }

  /** @param rows as `MadeKeys` gives them */
  async add(rows: string): Promise<void> {
    this.waiting += rows;
    if (this.waiting.length < PAGE_CHARACTERS) return;
    await this.written;
    this.written = this.write();
    // Whoever comes next is told of a failure.
    this.written.catch(() => undefined);
  }

  /** Makes all of them durable. */
  async commit(): Promise<void> {
    await this.written;
    await this.write();
    await this.client.query('COMMIT');
  }

  private async write(): Promise<void> {
    const copy = this.client.query(copyFrom('COPY imported_keys FROM STDIN'));
    copy.end(this.waiting);
    this.waiting = '';
    await finished(copy);
    await this.client.query(
      `INSERT INTO privacy.keys AS k (id, kind, stream, place, wrapped)
       SELECT DISTINCT ON (id) id, kind, CASE kind WHEN 'text' THEN stream END, place, wrapped FROM imported_keys
       ORDER BY id
       ON CONFLICT (id) DO UPDATE
       SET wrapped = EXCLUDED.wrapped, made_at = EXCLUDED.made_at, destroyed_at = NULL WHERE k.made_at < now()`,
    );
    await this.client.query(
      `INSERT INTO privacy.person_streams (person, stream)
       SELECT DISTINCT id, stream FROM imported_keys WHERE kind = 'person'
       ON CONFLICT DO NOTHING`,
    );
    for (const [table, column] of [
      ['identities', 'identities'],
      ['searched', 'searched'],
    ])
      await this.client.query(
        `INSERT INTO privacy.${table} (mark, person)
         SELECT DISTINCT mark, id FROM imported_keys, unnest(${column}) AS mark WHERE kind = 'person'
         ON CONFLICT DO NOTHING`,
      );
    await this.client.query('TRUNCATE imported_keys');
  }
}
