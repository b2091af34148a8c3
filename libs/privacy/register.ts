import type { Pool } from 'pg';
import type { StreamName } from '@redress/event-store/port.js';
import type { Subject } from './forgetting/forgotten.js';
import type { KeyRing } from './key-ring.js';
import { nameMark, phoneMark } from './person.js';

export interface KnownPerson {
  readonly person: string;
  /** The streams in which the person stands. */
  readonly streams: readonly StreamName[];
}

export interface KeyState {
  readonly id: string;
  readonly of: Subject['of'];
  /** Of a text, the stream it stands in. */
  readonly stream: StreamName | null;
  readonly destroyed: boolean;
}

/** Who and what there are keys for; no name and no text among it. */
export class PrivacyRegister {
  constructor(
    private readonly pool: Pool,
    private readonly ring: KeyRing,
  ) {}

  /** Those who bear the name and have the number, as far as given; both exact, however typed. Nobody of the forgotten. */
  async find({ name, phone }: { name?: string | undefined; phone?: string | undefined }): Promise<KnownPerson[]> {
    const { indexKey } = await this.ring.open();
    const marks = [
      ...(name === undefined ? [] : [nameMark(name, indexKey)]),
      ...(phone === undefined ? [] : [phoneMark(phone, indexKey)]),
    ];
    const { rows } = await this.pool.query<KnownPerson>(
      `SELECT s.person, ARRAY(SELECT p.stream FROM privacy.person_streams p WHERE p.person = s.person ORDER BY 1) AS streams
       FROM privacy.searched s WHERE s.mark = ANY (SELECT decode(m, 'hex') FROM unnest($1::text[]) m)
       GROUP BY s.person HAVING count(*) = $2 ORDER BY s.person`,
      [marks, marks.length],
    );
    return rows;
  }

  /** Null where there never was such a key. */
  async keyState(id: string): Promise<KeyState | null> {
    const { rows } = await this.pool.query<KeyState>(
      'SELECT id, kind AS of, stream, wrapped IS NULL AS destroyed FROM privacy.keys WHERE id = $1',
      [id],
    );
    return rows[0] ?? null;
  }
}
