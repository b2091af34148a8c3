import { readDate } from '../../calendar/plain-date.js';
import { readMoney } from '../../money/money-text.js';
import { valueAt } from '../../kit/paths.js';
import { isCreditCode, tidyCreditCode } from '../../parties/credit-code.js';
import type { CommandForm, FieldSpec } from './definitions.js';

/** What is typed in a form: text, or a list of rows of text. */
export type FormValues = Readonly<Record<string, unknown>>;

export interface FormFault {
  readonly field: string;
  /** The field's path without its row, by which its label is found. */
  readonly label: string;
  readonly code: string;
}

export function emptyValues(form: CommandForm): FormValues {
  return rowOf(form.fields);
}

export function rowOf(fields: readonly FieldSpec[]): FormValues {
  return Object.fromEntries(
    fields.filter(({ kind }) => kind !== 'leftAsIs').map((field) => [field.name, emptyValue(field)]),
  );
}

function emptyValue(field: FieldSpec): unknown {
  if (field.kind === 'group') return rowOf(field.fields);
  if (field.kind === 'list') return field.least === 1 ? [rowOf(field.fields)] : [];
  return '';
}

/** Nothing was typed here, nor anywhere within. */
export function blank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || Object.values(value).every(blank);
}

const typed = (values: unknown, path: string) => {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value.trim() : '';
};
const rows = (values: unknown, path: string) => (valueAt(values, path) as readonly FormValues[] | undefined) ?? [];

/** @param today PlainDate in Shanghai */
export function faultsOfForm(form: CommandForm, values: FormValues, today: string): readonly FormFault[] {
  const faults = form.fields.flatMap((field) => faultsOfField(field, values, '', ''));
  if (!form.backdated) return faults;
  const given = typed(values, 'occurredOn');
  if (given === '') return faults;
  const day = readDate(given);
  const at = (field: string, code: string) => faults.push({ field, label: field, code });
  if (day === null) at('occurredOn', 'date');
  else if (day > today) at('occurredOn', 'dateInFuture');
  else if (day < today && typed(values, 'occurredOnReason') === '') at('occurredOnReason', 'required');
  return faults;
}

function faultsOfField(field: FieldSpec, values: FormValues, prefix: string, labels: string): FormFault[] {
  const path = prefix + field.name;
  const label = labels + field.name;
  const fault = (code: string, at = path, named = label): FormFault[] => [{ field: at, label: named, code }];
  const text = typed(values, path);
  if (field.empty && blank(valueAt(values, path))) return [];
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((inner) => faultsOfField(inner, values, `${path}.`, `${label}.`));
    case 'list':
      return rows(values, path).flatMap((_, index) =>
        field.fields.flatMap((inner) => faultsOfField(inner, values, `${path}[${index}].`, `${label}.`)),
      );
    case 'contact': {
      const [name, phone] = [typed(values, `${path}.name`), typed(values, `${path}.phone`)];
      if (name === '' && phone === '') return [];
      return [
        ...(name === '' ? fault('required', `${path}.name`, `${label}.name`) : []),
        ...(phone === '' ? fault('required', `${path}.phone`, `${label}.phone`) : []),
      ];
    }
    case 'instalment':
    case 'leftAsIs':
      return [];
    case 'office':
    case 'anyOffice':
    case 'officer':
    case 'mediator':
    case 'choice':
    case 'ground':
    case 'entry':
    case 'fact':
    case 'yesNo':
      return text === '' ? fault('choose') : [];
    case 'promise':
      return text === '' ? fault('promise') : [];
    case 'text':
    case 'longText':
    case 'names':
      return text === '' ? fault('required') : [];
    case 'creditCode':
      if (text === '') return fault('required');
      return isCreditCode(tidyCreditCode(text)) ? [] : fault('creditCode');
    case 'number':
      if (text === '') return fault('required');
      return /^\d+$/.test(text) ? [] : fault('wholeNumber');
    case 'date':
      if (text === '') return fault('required');
      return readDate(text) === null ? fault('date') : [];
    case 'money': {
      if (text === '') return fault('required');
      const reading = readMoney(text);
      return reading.outcome === 'refused' ? fault(reading.why) : [];
    }
  }
}

/** The body of the command: exactly the fields its form has. */
export function bodyOf(form: CommandForm, values: FormValues): Record<string, unknown> {
  const body = Object.fromEntries(form.fields.map((field) => [field.name, valueOf(field, values, '')]));
  const on = form.backdated ? typed(values, 'occurredOn') : '';
  if (on === '') return body;
  const why = typed(values, 'occurredOnReason');
  return { ...body, occurredOn: readDate(on) ?? on, ...(why === '' ? {} : { occurredOnReason: why }) };
}

function valueOf(field: FieldSpec, values: FormValues, prefix: string): unknown {
  const path = prefix + field.name;
  const text = typed(values, path);
  if (field.empty && blank(valueAt(values, path))) return field.empty === 'null' ? null : undefined;
  switch (field.kind) {
    case 'group':
      return Object.fromEntries(field.fields.map((inner) => [inner.name, valueOf(inner, values, `${path}.`)]));
    case 'list':
      return rows(values, path).map((_, index) =>
        Object.fromEntries(field.fields.map((inner) => [inner.name, valueOf(inner, values, `${path}[${index}].`)])),
      );
    case 'names':
      return text
        .split(/[\n、,，;；]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    case 'contact': {
      const contact = { name: typed(values, `${path}.name`), phone: typed(values, `${path}.phone`) };
      return contact.name === '' && contact.phone === '' ? null : contact;
    }
    case 'leftAsIs':
      return null;
    case 'number':
      return Number(text);
    case 'yesNo':
    case 'promise':
      return text === 'yes';
    case 'creditCode':
      return tidyCreditCode(text);
    case 'instalment':
      return text === '' ? null : Number(text);
    case 'date':
      return readDate(text) ?? text;
    case 'money': {
      const reading = readMoney(text);
      return reading.outcome === 'read' ? reading.amount : text;
    }
    default:
      return text;
  }
}
