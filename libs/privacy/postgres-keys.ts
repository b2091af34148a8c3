import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { StreamName } from '@redress/event-store/port.js';
import { Gathering } from './gathering.js';
import type { KeyRing, OpenRing } from './key-ring.js';
import type { Key, Keys, TextPlace } from './keys.js';
import { MasterKeyError, unwrapKey, wrapKey, type MasterKey } from './master-key.js';
import { marksOf, type Person } from './person.js';

/** As `privacy.take_keys` says it. */
const masterIsAnother = 'RD001';
const attempts = 10;

interface Wanted {
  readonly stream: StreamName;
  readonly persons: readonly Person[];
  readonly texts: readonly TextPlace[];
}

type Taken = Awaited<ReturnType<Keys['take']>>;

/**
 * The keys in PostgreSQL, whichever store holds the log. None is kept in the process: unwrapping takes microseconds, and a
 * key destroyed by another process is gone for this one with the next query. Commands which come together share a query.
 */
export class PostgresKeys implements Keys {
  private readonly taking: Gathering<Wanted, Taken>;

  /** @param withAppend the log is in the same database: its flush makes the keys durable, and they need none of their own */
  constructor(
    private readonly pool: Pool,
    private readonly ring: KeyRing,
    private readonly withAppend: boolean,
  ) {
    this.taking = new Gathering((all) => this.underTheMaster((open) => this.taken(open, all)));
  }

  take(stream: StreamName, persons: readonly Person[], texts: readonly TextPlace[]): Promise<Taken> {
    return this.taking.ask({ stream, persons, texts });
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
    const { rows } = await this.pool.query<{ id: string; wrapped: Buffer; master: string }>({
      name: 'privacy-find-keys',
      text: `SELECT k.id, k.wrapped, v.master FROM privacy.keys k, privacy.vault v
             WHERE k.id = ANY ($1::uuid[]) AND k.wrapped IS NOT NULL`,
      values: [ids],
    });
    if (rows.some((row) => row.master !== master.id)) return null;
    return new Map(rows.map(({ id, wrapped }) => [id, unwrapKey(master, id, wrapped)]));
  }

  private async taken({ master, indexKey }: OpenRing, all: readonly Wanted[]): Promise<readonly Taken[] | null> {
    const made = (id: string) => ({ id, wrapped: wrapKey(master, id, randomBytes(32)).toString('hex') });
    const persons = all.flatMap(({ stream, persons: some }) =>
      some.map((person) => ({ stream, ...made(randomUUID()), ...marksOf(person, stream, indexKey) })),
    );
    const texts = all.flatMap(({ stream, texts: some }) =>
      some.map(({ id, at }) => ({ stream, ...made(id), place: at })),
    );
    try {
      const { rows } = await this.pool.query<{ key_id: string; key_wrapped: Buffer }>({
        name: 'privacy-take-keys',
        text: 'SELECT key_id, key_wrapped FROM privacy.take_keys($1, $2, $3, $4)',
        values: [master.id, JSON.stringify(persons), JSON.stringify(texts), this.withAppend],
      });
      const keys = rows.map(({ key_id: id, key_wrapped: wrapped }) => ({ id, key: unwrapKey(master, id, wrapped) }));
      const byId = new Map(keys.slice(persons.length).map((key) => [key.id, key]));
      return dealtOut(all, keys.slice(0, persons.length), byId);
    } catch (error) {
      if ((error as { code?: string }).code === masterIsAnother) return null;
      throw error;
    }
  }
}

/** To each who asked what they asked for. */
function dealtOut(all: readonly Wanted[], persons: readonly Key[], texts: ReadonlyMap<string, Key>): readonly Taken[] {
  let next = 0;
  return all.map((wanted) => ({
    persons: persons.slice(next, (next += wanted.persons.length)),
    texts: wanted.texts.map(({ id }) => texts.get(id)!),
  }));
}
