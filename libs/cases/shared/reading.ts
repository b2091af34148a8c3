import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Refusal } from './decision.js';
import { money } from './money.js';
import { isCreditCode } from './party.js';
import { faultOfText } from './written-text.js';

/** What a field of an event may read, as the form asks by which it was first given. */
export type Field =
  | { readonly form: 'text'; readonly longest: number }
  | { readonly form: 'oneOf'; readonly values: readonly string[] }
  | { readonly form: 'day' | 'money' | 'creditCode' };

export const text = (longest: number): Field => ({ form: 'text', longest });
export const oneOf = (values: readonly string[]): Field => ({ form: 'oneOf', values });
export const day: Field = { form: 'day' };
export const sum: Field = { form: 'money' };
export const creditCode: Field = { form: 'creditCode' };

/** By event type and path, what can be read anew; `[]` stands for a member of a list. */
export type CorrectableFields = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** Of the events which every kind shares: what names a paper, and how it was served. */
export const sharedFields: CorrectableFields = {
  DocumentIssued: { title: text(300), number: text(100) },
  DocumentServed: { address: text(500), proof: text(500) },
  HandedToPlatform: { platform: text(300), receipt: text(300) },
};

/** The days a form takes. */
const earliest = '1949-10-01';
const latest = '2199-12-31';

/** Why this reading is none for the field: it cannot be corrected at all, or not to this. Null where it can. */
export function faultOfForm(fields: CorrectableFields, eventType: string, path: string, is: string): Refusal | null {
  const field = fieldAt(fields, eventType, path);
  return field === null ? { code: 'notCorrectable' } : faultOfReading(field, is);
}

/** The form of what stands at a path of an event; null where that cannot be corrected. */
export function fieldAt(fields: CorrectableFields, eventType: string, path: string): Field | null {
  const ofEvent = Object.hasOwn(fields, eventType) ? fields[eventType]! : {};
  const pattern = path.replaceAll(/\[\d{1,4}\]/g, '[]');
  return Object.hasOwn(ofEvent, pattern) ? ofEvent[pattern]! : null;
}

function faultOfReading(field: Field, is: string): Refusal | null {
  switch (field.form) {
    case 'text': {
      const fault = faultOfText(is, field.longest);
      if (fault === 'tooLong') return { code: 'readingTooLong', params: { max: field.longest } };
      return fault && { code: 'readingNotSeen' };
    }
    case 'oneOf':
      return field.values.includes(is) ? null : { code: 'notOneOf', params: { values: field.values.join(', ') } };
    case 'day':
      return isPlainDate(is) && is >= earliest && is <= latest ? null : { code: 'notADay' };
    case 'money':
      return money(is) === null ? { code: 'noSum' } : null;
    case 'creditCode':
      return isCreditCode(is) ? null : { code: 'creditCode' };
  }
}

/** The first fault which the corrected document has and the one before had not: a correction makes nothing worse. */
export function newFault(before: readonly Refusal[], after: readonly Refusal[]): Refusal | null {
  return after.find(({ code, field }) => !before.some((one) => one.code === code && one.field === field)) ?? null;
}

/** The text which stands at a path (`claim.complainant.name`, `lines[0].description`); null where none does. */
export function textAt(document: unknown, path: string): string | null {
  const found = namesIn(path).reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    document,
  );
  return typeof found === 'string' ? found : null;
}

/** The document with another text at this path; the same where no text stands there. Never throws. */
export function reread<T>(document: T, path: string, is: string): T {
  return readAt(document, namesIn(path), is) as T;
}

function namesIn(path: string): readonly string[] {
  return path.split(/[.[\]]+/).filter((name) => name !== '');
}

function readAt(value: unknown, [name, ...rest]: readonly string[], is: string): unknown {
  if (name === undefined) return typeof value === 'string' ? is : value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const member = (value as Record<string, unknown>)[name];
  const read = readAt(member, rest, is);
  if (read === member) return value;
  return Array.isArray(value)
    ? value.map((one: unknown, i) => (String(i) === name ? read : one))
    : { ...value, [name]: read };
}
