import { canonicalJson } from '@redress/event-store/canonical-json.js';
import { commandHash, commandTime, derivedId } from '@redress/event-store/identity.js';
import type { NewEvent, StreamName } from '@redress/event-store/port.js';
import { hmac } from './hmac.js';
import type { Keys } from './keys.js';
import { personIn } from './person.js';
import { erased, isSealed, seal, unseal, type SealedValue } from './sealed-value.js';
import { replaceAt, sensitiveValues, type SensitivePath } from './sensitive-path.js';

/** An event of a command whose hash is not made yet: it may be keyed by what seals the event. */
export type UnsealedEvent = Omit<NewEvent, 'meta'> & { readonly meta: Omit<NewEvent['meta'], 'commandHash'> };

type Whole = Pick<UnsealedEvent, 'data' | 'meta'>;

/** Of the meta of every event. */
const backdatingReason: readonly SensitivePath[] = [{ path: 'occurredAtReason', of: 'text' }];

/** Seals what is personal before it is appended, and opens it when it is read. */
export class Vault {
  constructor(private readonly keys: Keys) {}

  /**
   * The events of one command, ready to be appended: each person's data sealed under the person's key, each text under a
   * key of its own, and so the reason for backdating, which people write too. One query for all keys; none where nothing
   * is sensitive.
   *
   * @param body of the command, of which the hash in `meta` is made (invariant 4). Beside sealed values the hash is keyed
   * by their keys: once one of them is destroyed, nobody can try telephone numbers until it fits.
   */
  async sealed(
    stream: StreamName,
    events: readonly UnsealedEvent[],
    pathsOf: (event: UnsealedEvent) => readonly SensitivePath[],
    body: unknown,
  ): Promise<readonly NewEvent[]> {
    const found = events.map((event) => {
      const paths = pathsOf(event);
      const sensitive = [
        ...sensitiveValues(event.data, paths, 'data'),
        ...sensitiveValues(event.meta, backdatingReason, 'meta'),
      ];
      const values = sensitive.map((value) => ({ ...value, at: `${event.id}/${value.path}`, event: event.id }));
      return { event, paths, values };
    });
    const values = found.flatMap((one) => one.values);
    if (values.length === 0) {
      const hash = commandHash(body);
      return events.map((event) => withHash(event, hash));
    }
    const persons = values.filter(({ of }) => of === 'person');
    const texts = values.filter(({ of }) => of === 'text');
    const taken = await this.keys.take(
      stream,
      persons.map(({ value, path }) => personIn(value, path)),
      texts.map(({ event, at }) => ({ id: derivedId(commandTime(event), ['text', stream, at]), at })),
    );
    const hash = keyedHash(new Map([...taken.persons, ...taken.texts].map(({ id, key }) => [id, key])), body);
    let [person, text] = [0, 0];
    return found.map(({ event, paths, values: own }) => {
      if (own.length === 0) return withHash(event, hash);
      const sealed = new Map<string, SealedValue>();
      for (const { path, at, of, value } of own) {
        const { id, key } = of === 'person' ? taken.persons[person++]! : taken.texts[text++]!;
        sealed.set(path, seal(key, id, stream, at, value));
      }
      const data = replaceAt(event.data, paths, sealed, 'data');
      const meta = replaceAt(event.meta, backdatingReason, sealed, 'meta') as unknown as UnsealedEvent['meta'];
      return withHash({ ...event, data, meta }, hash);
    });
  }

  /**
   * Whether a command's body is the one whose events these are. True as well when one of their keys was destroyed: it can
   * no longer be told, and whoever sends a command again must not be told to send another.
   */
  async isSameCommand(events: readonly Pick<NewEvent, 'id' | 'data' | 'meta'>[], body: unknown): Promise<boolean> {
    const recorded = events[0]?.meta.commandHash;
    // What an event repeats of an earlier one was sealed by another command.
    const own = events.flatMap((event) => sealedIn(wholeOf(event)).filter(({ at }) => at.startsWith(`${event.id}/`)));
    const ids = [...new Set(own.map(({ key }) => key))];
    if (ids.length === 0) return recorded === commandHash(body);
    const keys = await this.keys.find(ids);
    return keys.size < ids.length || recorded === keyedHash(keys, body);
  }

  /**
   * The value with every sealed one in it opened, and the fixed mark where the key was destroyed. What was recorded
   * before there were seals is plain and stays so.
   *
   * @param stream the one whose events the values come from
   * @throws BrokenSealError
   */
  async opened<T>(stream: StreamName, value: T): Promise<T> {
    const ids = [...new Set(sealedIn(value).map(({ key }) => key))];
    if (ids.length === 0) return value;
    const keys = await this.keys.find(ids);
    const open = (sealed: SealedValue): unknown => {
      const key = keys.get(sealed.key);
      return key === undefined ? erased : unseal(key, stream, sealed);
    };
    return replaceSealed(value, open) as T;
  }
}

/** Every sealed value in a JSON value, from the front. */
export function sealedIn(value: unknown): readonly SealedValue[] {
  const found: SealedValue[] = [];
  replaceSealed(value, (sealed) => void found.push(sealed));
  return found;
}

function wholeOf({ data, meta }: Whole): Record<'data' | 'meta', unknown> {
  return { data, meta };
}

function withHash(event: UnsealedEvent, hash: string): NewEvent {
  return { ...event, meta: { ...event.meta, commandHash: hash } };
}

function replaceSealed(value: unknown, replace: (sealed: SealedValue) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return replace(value);
  if (Array.isArray(value)) return value.map((member) => replaceSealed(member, replace));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceSealed(member, replace)]));
}

/** HMAC-SHA-256 (hex) under all the keys together, in the order of their ids. */
function keyedHash(keys: ReadonlyMap<string, Buffer>, body: unknown): string {
  const all = [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
  const own = Buffer.from(hmac(Buffer.concat(all), 'command'), 'hex');
  return hmac(own, canonicalJson(body));
}
