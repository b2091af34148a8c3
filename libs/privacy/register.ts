import type { Pool } from 'pg';
import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { Subject } from './forgetting/forgotten.js';
import type { KeyRing } from './key-ring.js';
import { nameMark, phoneMark } from './person.js';
import { sealedIn } from './vault.js';

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

/** A sealed value of a case: whose it is or which text, and where it stands. */
export interface SealedPart {
  /** The person's id, or the text's. */
  readonly id: string;
  readonly of: Subject['of'];
  readonly revision: string;
  readonly type: string;
  /** `data.claim.complainant.contact`. */
  readonly path: string;
  readonly erased: boolean;
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
    return (await this.keyStates([id]))[0] ?? null;
  }

  /** The streams in which a person, forgotten or not, or a text stands. */
  async streamsOf(id: string): Promise<readonly StreamName[]> {
    const { rows } = await this.pool.query<{ stream: StreamName }>(
      `SELECT stream FROM privacy.person_streams WHERE person = $1
       UNION SELECT stream FROM privacy.keys WHERE id = $1 AND stream IS NOT NULL ORDER BY stream`,
      [id],
    );
    return rows.map(({ stream }) => stream);
  }

  /** Everything sealed in these events of one stream, in their order. */
  async partsOf(events: readonly RecordedEvent[]): Promise<readonly SealedPart[]> {
    const parts = events.flatMap(({ revision, type, data, meta }) =>
      sealedIn({ data, meta }).map(({ key, at }) => ({ id: key, revision, type, path: at.slice(at.indexOf('/') + 1) })),
    );
    const states = new Map((await this.keyStates(parts.map(({ id }) => id))).map((state) => [state.id, state]));
    return parts.flatMap((part) => {
      const state = states.get(part.id);
      return state ? [{ ...part, of: state.of, erased: state.destroyed }] : [];
    });
  }

  private async keyStates(ids: readonly string[]): Promise<readonly KeyState[]> {
    const { rows } = await this.pool.query<KeyState>(
      'SELECT id, kind AS of, stream, wrapped IS NULL AS destroyed FROM privacy.keys WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return rows;
  }
}
