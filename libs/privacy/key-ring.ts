import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { createMasterKey, MasterKeyError, readMasterKeys, unwrapKey, wrapKey, type MasterKey } from './master-key.js';

/** What the master key opens: all keys, and the one by which persons are found. */
export interface OpenRing {
  readonly master: MasterKey;
  readonly indexKey: Buffer;
}

/** The id under which the index key is wrapped. */
export const indexKeyId = 'index';

/** The master key of one database, taken from its file when it is first asked for, and again after a rotation. */
export class KeyRing {
  private ring: Promise<OpenRing> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly path: string,
  ) {}

  /**
   * Makes the file and the vault at the first start of all. @throws MasterKeyError where the file has not the master key of
   * this database: nothing sealed could be opened, and nothing may be sealed under another.
   */
  open(): Promise<OpenRing> {
    this.ring ??= this.load().catch((error: unknown) => {
      this.ring = null;
      throw error;
    });
    return this.ring;
  }

  /** To be asked when the database says that its keys are under another master key than the one held here. */
  reopen(): Promise<OpenRing> {
    this.ring = null;
    return this.open();
  }

  private async load(): Promise<OpenRing> {
    for (let stored = (await this.stored()) ?? (await this.begin()); ;) {
      const master = readMasterKeys(this.path).find(({ id }) => id === stored.master);
      if (master !== undefined) return { master, indexKey: unwrapKey(master, indexKeyId, stored.index_key) };
      const before = stored.master;
      stored = (await this.stored())!;
      // It was changed between the two looks, and the file with it.
      if (stored.master !== before) continue;
      throw new MasterKeyError(
        `The personal data of this database are sealed under the master key ${stored.master}, which ${this.path} does not ` +
          'hold: put that file back, or name it by MASTER_KEY_PATH.',
      );
    }
  }

  private async stored(): Promise<{ master: string; index_key: Buffer } | null> {
    const { rows } = await this.pool.query<{ master: string; index_key: Buffer }>(
      'SELECT master, index_key FROM privacy.vault',
    );
    return rows[0] ?? null;
  }

  /** Two programs which start together take the file that came first, and the row that came first. */
  private async begin() {
    const [found] = readMasterKeys(this.path);
    const master = found ?? createMasterKey(this.path)[0]!;
    await this.pool.query('INSERT INTO privacy.vault (master, index_key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      master.id,
      wrapKey(master, indexKeyId, randomBytes(32)),
    ]);
    return (await this.stored())!;
  }
}
