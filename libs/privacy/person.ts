import { canonicalJson } from '@redress/event-store/canonical-json.js';
import type { StreamName } from '@redress/event-store/port.js';
import { hmac } from './hmac.js';

/** A natural person as a case knows one. */
export interface Person {
  readonly name: string;
  readonly phone: string | null;
}

/** A kind of case calls a value a person's which names none. */
export class NobodyError extends Error {
  override readonly name = 'NobodyError';

  constructor(path: string) {
    super(`${path} is declared a person's data and holds no name`);
  }
}

/** The person a value is about: a name, or an object with a `name` and perhaps a `phone`. @throws NobodyError */
export function personIn(value: unknown, path: string): Person {
  if (typeof value === 'string') return { name: value, phone: null };
  const { name, phone } = (value ?? {}) as { readonly name?: unknown; readonly phone?: unknown };
  if (typeof name !== 'string') throw new NobodyError(path);
  return { name, phone: typeof phone === 'string' && digits(phone) !== '' ? phone : null };
}

/** Keyed hashes (HMAC-SHA-256, hex), in which nothing can be read or guessed without the index key. */
export interface PersonMarks {
  /**
   * Any of them says who it is. Name and number together, in every case; the name alone only within one case, since many
   * people share a name. So the signatory and the contact of one claim, who bear one name, are one person.
   */
  readonly identities: readonly string[];
  /** What the person is searched by, exactly: the name, the number. */
  readonly searched: readonly string[];
}

export function marksOf({ name, phone }: Person, stream: StreamName, indexKey: Buffer): PersonMarks {
  const plain = plainName(name);
  const inCase = mark(indexKey, ['inCase', stream, plain]);
  const named = mark(indexKey, ['name', plain]);
  if (phone === null) return { identities: [inCase], searched: [named] };
  const number = digits(phone);
  return {
    identities: [mark(indexKey, ['person', plain, number]), inCase],
    searched: [named, mark(indexKey, ['phone', number])],
  };
}

export function nameMark(name: string, indexKey: Buffer): string {
  return mark(indexKey, ['name', plainName(name)]);
}

export function phoneMark(phone: string, indexKey: Buffer): string {
  return mark(indexKey, ['phone', digits(phone)]);
}

/** One name however it is typed: full width, spaces between the characters, capitals. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** One number however it is typed: +86 and the zero of the area code are left out. */
function digits(phone: string): string {
  const all = phone.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
  return all.replace(/^86(?=\d{10})/, '').replace(/^0+/, '');
}

function mark(indexKey: Buffer, parts: readonly string[]): string {
  return hmac(indexKey, canonicalJson(parts));
}
