import { randomBytes, randomUUID } from 'node:crypto';
import type { StreamName } from '@redress/event-store/port.js';
import type { Key, Keys, TextPlace } from '../keys.js';
import { marksOf, type Person } from '../person.js';

/** Keys which live as long as the test; the same rules as in PostgreSQL. */
export class MemoryKeys implements Keys {
  private readonly keys = new Map<string, Buffer>();
  private readonly persons = new Map<string, string>();
  private readonly indexKey = randomBytes(32);
  /** How often it was asked for keys. */
  asked = 0;

  take(stream: StreamName, persons: readonly Person[], texts: readonly TextPlace[]) {
    this.asked++;
    return Promise.resolve({
      persons: persons.map((person) => this.ofPerson(stream, person)),
      texts: texts.map(({ id }) => this.kept(id)),
    });
  }

  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    this.asked++;
    return Promise.resolve(new Map(ids.flatMap((id) => (this.keys.has(id) ? [[id, this.keys.get(id)!]] : []))));
  }

  destroy(id: string): void {
    this.keys.delete(id);
    for (const [mark, person] of this.persons) if (person === id) this.persons.delete(mark);
  }

  private ofPerson(stream: StreamName, person: Person): Key {
    const { identities } = marksOf(person, stream, this.indexKey);
    const known = identities.map((mark) => this.persons.get(mark)).find((id) => id !== undefined);
    const id = known ?? randomUUID();
    for (const mark of identities) if (!this.persons.has(mark)) this.persons.set(mark, id);
    return this.kept(id);
  }

  private kept(id: string): Key {
    const key = this.keys.get(id) ?? randomBytes(32);
    this.keys.set(id, key);
    return { id, key };
  }
}
