import { bodySchema, resolved, type ApiDocument, type Schema } from '../../api/api-document.js';
import type { CommandForm, FieldSpec } from './definitions.js';

const whenFields = ['occurredOn', 'occurredOnReason'];
/** Beyond this many characters people write more than a line. */
const longestLine = 500;
/** The length of an identifier: an office, an officer, a ground. */
const identifierLength = 100;

const officeFields: ReadonlySet<string> = new Set(['office', 'to']);
const officerFields: ReadonlySet<string> = new Set(['officer', 'presiding']);

const usesOfGrounds: Readonly<Record<string, 'termination' | 'nonAcceptance' | 'pause'>> = {
  terminate: 'termination',
  decline: 'nonAcceptance',
  'pause-handling': 'pause',
  'resume-handling': 'pause',
};

const ending: ReadonlySet<string> = new Set([
  ...['withdraw', 'decline', 'declineComplaint', 'refuseFiling', 'refuseMediation', 'refusePriority'],
  ...['terminate', 'cancelCase', 'mergeCase', 'handToPlatform'],
]);

/** It ends the matter here, or turns it away. */
export function endsCase(command: string): boolean {
  return ending.has(command);
}

/**
 * The form of a command, as the API's document describes its body; of no fields where the command takes none.
 *
 * @param without fields which this form does not show, nor send
 */
export function describedForm(document: ApiDocument, path: string, without: readonly string[] = []): CommandForm {
  const body = bodySchema(document, path) ?? {};
  const backdated = 'occurredOn' in (body.properties ?? {});
  return { fields: fieldsOf(document, body, [...whenFields, ...without], path), backdated };
}

function fieldsOf(document: ApiDocument, body: Schema, without: readonly string[], path: string): readonly FieldSpec[] {
  return Object.entries(body.properties ?? {})
    .filter(([name]) => !without.includes(name))
    .map(([name, schema]) => {
      const field = fieldOf(document, name, resolved(document, schema), path);
      if (schema.nullable) return { ...field, empty: 'null' };
      return body.required?.includes(name) || field.kind === 'list' ? field : { ...field, empty: 'leftOut' };
    });
}

function fieldOf(document: ApiDocument, name: string, schema: Schema, path: string): FieldSpec {
  const { type, enum: options, format, pattern = '', maxLength = identifierLength } = schema;
  if (schema.properties) return { kind: 'group', name, fields: fieldsOf(document, schema, [], path) };
  if (type === 'array') return listOf(document, name, schema, path);
  if (type === 'boolean') return { kind: options ? 'promise' : 'yesNo', name };
  if (options) return { kind: 'choice', name, options: options.map(String) };
  if (type === 'integer') return { kind: 'number', name };
  if (format === 'date') return { kind: 'date', name };
  if (format === 'uuid' && name === 'event') {
    return { kind: 'entry', name, type: path.endsWith('/lift-confidentiality') ? 'ConfidentialityMarked' : null };
  }
  if (name === 'field' && path.endsWith('/correct-fact')) return { kind: 'fact', name, of: 'event' };
  if (pattern.includes('0-9A-Z')) return { kind: 'creditCode', name };
  if (pattern.includes('1,15')) return { kind: 'money', name };
  if (maxLength > longestLine) return { kind: 'longText', name };
  return schema.maxLength === identifierLength ? identifierOf(name, schema, path) : { kind: 'text', name };
}

function identifierOf(name: string, schema: Schema, path: string): FieldSpec {
  if (officeFields.has(name)) return { kind: 'anyOffice', name };
  if (officerFields.has(name)) return { kind: 'officer', name };
  if (name === 'mediator') return { kind: 'mediator', name };
  const use = usesOfGrounds[path.slice(path.lastIndexOf('/') + 1)];
  if (name !== 'ground' || use === undefined) return { kind: 'text', name };
  // The document names the codes of the law in a sentence; they alone are written in camel case.
  return { kind: 'ground', name, use, codes: schema.description?.match(/\b[a-z]+[A-Z]\w*\b/g) ?? [] };
}

function listOf(document: ApiDocument, name: string, schema: Schema, path: string): FieldSpec {
  const item = resolved(document, schema.items ?? {});
  if (!item.properties) return { kind: 'names', name };
  return { kind: 'list', name, fields: fieldsOf(document, item, [], path), least: schema.minItems ? 1 : 0 };
}
