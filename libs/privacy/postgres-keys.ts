import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { StreamName } from '@redress/event-store/port.js';
import type { KeyRing, OpenRing } from './key-ring.js';
import type { Key, Keys, TextPlace } from './keys.js';
import { MasterKeyError, unwrapKey, wrapKey, type MasterKey } from './master-key.js';
import { marksOf, type Person } from './person.js';

/** As `privacy.take_keys` says it. */
const masterIsAnother = 'RD001';
const attempts = 10;

/**
 * The keys in PostgreSQL, whichever store holds the log. None is kept in the process: unwrapping takes microseconds, and a
 * key destroyed by another process is gone for this one with the next query.
 */
export class PostgresKeys implements Keys {
  /** @param withAppend the log is in the same database: its flush makes the keys durable, and they need none of their own */
  constructor(
    private readonly pool: Pool,
    private readonly ring: KeyRing,
    private readonly withAppend: boolean,
  ) {}

  async take(stream: StreamName, persons: readonly Person[], texts: readonly TextPlace[]) {
    const keys = await this.underTheMaster((ring) => this.taken(ring, stream, persons, texts));
    return { persons: keys.slice(0, persons.length), texts: keys.slice(persons.length) };
  }

  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return this.underTheMaster(({ master }) => this.found(master, ids));
  }

  /** Anew with the master key there is now, when it was changed since this process last looked: null says so. */
  private async underTheMaster<T>(use: (ring: OpenRing) => Promise<T | null>): Promise<T> {
    let ring = await this.ring.open();
    for (let attempt = 0; attempt < attempts; attempt++) {
      const used = await use(ring);
      if (used !== null) return used;
      ring = await this.ring.reopen();
    }
    throw new MasterKeyError('The master key is being changed all the time.');
  }

  private async found(master: MasterKey, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer> | null> {
    const { rows } = await this.pool.query<{ id: string; wrapped: Buffer; master: string }>(
      `SELECT k.id, k.wrapped, v.master FROM privacy.keys k, privacy.vault v
       WHERE k.id = ANY ($1::uuid[]) AND k.wrapped IS NOT NULL`,
      [ids],
    );
    if (rows.some((row) => row.master !== master.id)) return null;
    return new Map(rows.map(({ id, wrapped }) => [id, unwrapKey(master, id, wrapped)]));
  }

  private async taken(
    { master, indexKey }: OpenRing,
    stream: StreamName,
    persons: readonly Person[],
    texts: readonly TextPlace[],
  ): Promise<readonly Key[] | null> {
    const made = (id: string) => ({ id, wrapped: wrapKey(master, id, randomBytes(32)).toString('hex') });
    const asked = this.pool.query<{ key_id: string; key_wrapped: Buffer }>(
      'SELECT key_id, key_wrapped FROM privacy.take_keys($1, $2, $3, $4, $5)',
      [
        stream,
        master.id,
        JSON.stringify(persons.map((person) => ({ ...made(randomUUID()), ...marksOf(person, stream, indexKey) }))),
        JSON.stringify(texts.map(({ id, at }) => ({ ...made(id), place: at }))),
        this.withAppend,
      ],
    );
    try {
      return keysOf((await asked).rows, master);
    } catch (error) {
      if ((error as { code?: string }).code === masterIsAnother) return null;
      throw error;
    }
  }
}

function keysOf(rows: readonly { key_id: string; key_wrapped: Buffer }[], master: MasterKey): readonly Key[] {
  return rows.map(({ key_id: id, key_wrapped: wrapped }) => ({ id, key: unwrapKey(master, id, wrapped) }));
}
