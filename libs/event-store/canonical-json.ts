import { InvalidEventError } from './errors.js';

const MAX_DEPTH = 100;

/**
 * The JSON text of a value in the form of RFC 8785: members sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them, no white space. Members which are `undefined` are left out, as JSON does.
 * @throws InvalidEventError for what JSON cannot carry unchanged: NaN, infinities, BigInt, functions, symbols, holes,
 * objects other than plain ones, lone surrogates, nesting deeper than 100.
 */
export function canonicalJson(value: unknown, root = '$'): string {
  return write(value, [root]);
}

function write(value: unknown, path: (string | number)[]): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw invalid(path, `is ${value}, which JSON cannot carry`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (path.length > MAX_DEPTH) throw invalid(path, `is nested deeper than ${MAX_DEPTH}`);
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw invalid(path, `is ${value === undefined ? 'undefined' : `a ${typeof value}`}, which JSON cannot carry`);
  }
}

function writeString(value: string, path: readonly (string | number)[]): string {
  const quoted = JSON.stringify(value);
  // JSON.stringify escapes a lone surrogate as \udxxx; the cheap look for it spares most strings the regular expression.
  if (quoted.includes('\\ud') && /\p{Surrogate}/u.test(value)) throw invalid(path, 'holds a lone surrogate');
  return quoted;
}

function writeArray(value: readonly unknown[], path: (string | number)[]): string {
  const items: string[] = [];
  for (let i = 0; i < value.length; i++) {
    path.push(i);
    items.push(write(value[i], path));
    path.pop();
  }
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: (string | number)[]): string {
  if (!isPlain(value)) throw invalid(path, `is a ${value.constructor?.name ?? 'special object'}, not a plain object`);
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    path.push(key);
    members.push(`${nameText(key, path)}${write(member, path)}`);
    path.pop();
  }
  return `{${members.join(',')}}`;
}

/** Member names come again and again: written once, with the colon. Bounded, since names may come from outside. */
const nameTexts = new Map<string, string>();
const NAMES_KEPT = 4096;

function nameText(name: string, path: readonly (string | number)[]): string {
  const known = nameTexts.get(name);
  if (known !== undefined) return known;
  const text = `${writeString(name, path)}:`;
  if (nameTexts.size < NAMES_KEPT) nameTexts.set(name, text);
  return text;
}

/** Holds for objects of another realm too: their prototype's prototype is null as well. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function invalid(path: readonly (string | number)[], problem: string): InvalidEventError {
  const text = path.map((step, i) => (i === 0 ? step : typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return new InvalidEventError(text, problem);
}
