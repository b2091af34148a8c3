import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { derivedId } from '@redress/event-store/identity.js';
import type { StreamName } from '@redress/event-store/port.js';
import { copyText } from '@redress/platform/copy-text.js';
import type { OpenRing } from './key-ring.js';
import type { Key, Keys, TextPlace } from './keys.js';
import { wrapKey } from './master-key.js';
import { marksOf, type Person } from './person.js';

const chunkCharacters = 1 << 18;
/** Cases under way in which a name alone is still told to be somebody's; those longest untouched are forgotten first. */
const casesRemembered = 100_000;

/**
 * Keys by the million, for an import into an empty log: made in the process, written by COPY in one transaction. Keys and ids
 * follow from a secret which lives as long as this object, so that no map of all persons is needed to give one person one
 * key.
 *
 * To be committed before the log is: a key too many harms nobody, one too few loses what it seals.
 */
export class ImportedKeys implements Keys {
  private readonly secret = randomBytes(32);
  private readonly namedIn = new Map<StreamName, Map<string, string>>();
  private chunk = '';

  private constructor(
    private readonly client: Client,
    private readonly ring: OpenRing,
    private readonly copy: CopyStreamQuery,
  ) {}

  static async begin(client: Client, ring: OpenRing): Promise<ImportedKeys> {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE imported_keys (
         id uuid, kind text, stream text COLLATE "C", place text, wrapped bytea, identities bytea[], searched bytea[]
       ) ON COMMIT DROP`,
    );
    return new ImportedKeys(client, ring, client.query(copyFrom('COPY imported_keys FROM STDIN')));
  }

  async take(stream: StreamName, persons: readonly Person[], texts: readonly TextPlace[]) {
    const keys = {
      persons: persons.map((person) => this.personKey(stream, person)),
      texts: texts.map(({ id, at }) => this.written(id, `text\t${copyText(stream)}\t${copyText(at)}`, '\\N\t\\N')),
    };
    if (this.chunk.length >= chunkCharacters) await this.flush();
    return keys;
  }

  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.keyOf(id)])));
  }

  /** Makes all of them durable. */
  async commit(): Promise<void> {
    await this.flush();
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

  /** As `privacy.take_keys` tells persons: by name and number anywhere, by the name alone within one case. */
  private personKey(stream: StreamName, person: Person): Key {
    const { identities, searched } = marksOf(person, stream, this.ring.indexKey);
    const inCase = identities.at(-1)!;
    const named = this.namedInCase(stream);
    const id = named.get(inCase) ?? derivedId(0, ['importedPerson', identities[0]!]);
    named.set(inCase, id);
    return this.written(id, `person\t${copyText(stream)}\t\\N`, `${byteas(identities)}\t${byteas(searched)}`);
  }

  private namedInCase(stream: StreamName): Map<string, string> {
    const named = this.namedIn.get(stream) ?? new Map<string, string>();
    this.namedIn.delete(stream);
    this.namedIn.set(stream, named);
    if (this.namedIn.size > casesRemembered) this.namedIn.delete(this.namedIn.keys().next().value!);
    return named;
  }

  private written(id: string, place: string, marks: string): Key {
    const key = this.keyOf(id);
    const wrapped = wrapKey(this.ring.master, id, key).toString('hex');
    this.chunk += `${id}\t${place}\t\\\\x${wrapped}\t${marks}\n`;
    return { id, key };
  }

  private keyOf(id: string): Buffer {
    return createHmac('sha256', this.secret).update(id).digest();
  }

  private async flush(): Promise<void> {
    const chunk = this.chunk;
    this.chunk = '';
    if (!this.copy.write(chunk)) await once(this.copy, 'drain');
  }
}

/** An array of byte strings, given in hexadecimal, in COPY's text format. */
function byteas(marks: readonly string[]): string {
  return `{${marks.map((mark) => `"\\\\\\\\x${mark}"`).join(',')}}`;
}
