import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';

/**
 * Keys by the million, made by `MadeKeys`, written by COPY in one transaction. To be committed before the log is: a key
 * too many harms nobody, one too few loses what it seals.
 */
export class ImportedKeys {
  private constructor(
    private readonly client: Client,
    private readonly copy: CopyStreamQuery,
  ) {}

  static async begin(client: Client): Promise<ImportedKeys> {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE imported_keys (
         id uuid, kind text, stream text COLLATE "C", place text, wrapped bytea, identities bytea[], searched bytea[]
       ) ON COMMIT DROP`,
    );
    return new ImportedKeys(client, client.query(copyFrom('COPY imported_keys FROM STDIN')));
  }

  /** @param rows as `MadeKeys` gives them */
  async add(rows: string): Promise<void> {
    if (!this.copy.write(rows)) await once(this.copy, 'drain');
  }

  /** Makes all of them durable. */
  async commit(): Promise<void> {
    this.copy.end();
    await finished(this.copy);
    await this.client.query(
      `INSERT INTO privacy.keys (id, kind, stream, place, wrapped)
       SELECT DISTINCT ON (id) id, kind, stream, place, wrapped FROM imported_keys
       WHERE kind = 'text' ORDER BY id`,
    );
    await this.client.query(
      `INSERT INTO privacy.keys (id, kind, wrapped)
       SELECT DISTINCT ON (id) id, kind, wrapped FROM imported_keys WHERE kind = 'person' ORDER BY id`,
    );
    await this.client.query(
      `INSERT INTO privacy.person_streams (person, stream)
       SELECT DISTINCT id, stream FROM imported_keys WHERE kind = 'person'`,
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
    await this.client.query('COMMIT');
  }
}
