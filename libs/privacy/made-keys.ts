import { derivedId } from '@redress/event-store/identity.js';
import type { StreamName } from '@redress/event-store/port.js';
import { copyText } from '@redress/platform/copy-text.js';
import { hmac } from './hmac.js';
import type { OpenRing } from './key-ring.js';
import type { Key, Keys, TextPlace } from './keys.js';
import { wrapKey } from './master-key.js';
import { marksOf, type Person } from './person.js';

/** Cases under way in which a name alone is still told to be somebody's; those longest untouched are forgotten first. */
const casesRemembered = 50_000;

interface PeopleOfCase {
  /** Whose name it is: ids by the mark of the name. */
  readonly named: Map<string, string>;
  /** By name and number; their rows are made. */
  readonly known: Map<string, Key>;
}

/**
 * Keys for an import into an empty log, made in the process. Keys and ids follow from a secret which lives as long as the
 * import, so that no map of all persons is needed to give one person one key, whoever makes it.
 */
export class MadeKeys implements Keys {
  private readonly people = new Map<StreamName, PeopleOfCase>();
  private rows = '';

  constructor(
    private readonly secret: Uint8Array,
    private readonly ring: OpenRing,
  ) {}

  take(stream: StreamName, persons: readonly Person[], texts: readonly TextPlace[]) {
    const keys = {
      persons: persons.map((person) => this.personKey(stream, person)),
      texts: texts.map(({ id, at }) => this.written(id, `text\t${copyText(stream)}\t${copyText(at)}`, '\\N\t\\N')),
    };
    return Promise.resolve(keys);
  }

  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.keyOf(id)])));
  }

  /** The rows of the keys made since the last call, for `ImportedKeys`. */
  taken(): string {
    const { rows } = this;
    this.rows = '';
    return rows;
  }

  /** As `privacy.take_keys` tells persons: by name and number anywhere, by the name alone within one case. */
  private personKey(stream: StreamName, person: Person): Key {
    const { named, known } = this.peopleOf(stream);
    const told = `${person.name}\t${person.phone}`;
    const before = known.get(told);
    if (before !== undefined) return before;
    const { identities, searched } = marksOf(person, stream, this.ring.indexKey);
    const inCase = identities.at(-1)!;
    const id = named.get(inCase) ?? derivedId(0, ['importedPerson', identities[0]!]);
    named.set(inCase, id);
    const key = this.written(id, `person\t${copyText(stream)}\t\\N`, `${byteas(identities)}\t${byteas(searched)}`);
    known.set(told, key);
    return key;
  }

  private peopleOf(stream: StreamName): PeopleOfCase {
    const people = this.people.get(stream) ?? { named: new Map<string, string>(), known: new Map<string, Key>() };
    this.people.delete(stream);
    this.people.set(stream, people);
    if (this.people.size > casesRemembered) this.people.delete(this.people.keys().next().value!);
    return people;
  }

  private written(id: string, place: string, marks: string): Key {
    const key = this.keyOf(id);
    const wrapped = wrapKey(this.ring.master, id, key).toString('hex');
    this.rows += `${id}\t${place}\t\\\\x${wrapped}\t${marks}\n`;
    return { id, key };
  }

  private keyOf(id: string): Buffer {
    return Buffer.from(hmac(this.secret, id), 'hex');
  }
}

/** An array of byte strings, given in hexadecimal, in COPY's text format. */
function byteas(marks: readonly string[]): string {
  return `{${marks.map((mark) => `"\\\\\\\\x${mark}"`).join(',')}}`;
}
