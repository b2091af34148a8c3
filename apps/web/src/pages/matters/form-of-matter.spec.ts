import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiDocument } from '../../api/api-document.js';
import type { FieldSpec } from '../commands/definitions.js';
import { bodyOf, emptyValues } from '../commands/form-values.js';
import { optionLists } from '../audit/option-lists.js';
import english from '../../text/en/lodging.js';
import englishActs from '../../text/en/acts.js';
import englishCommon from '../../text/en/common.js';
import englishEvents from '../../text/en/events.js';
import chinese from '../../text/zh-CN/lodging.js';
import { formOfMatter, stepOfField, stepsOf } from './form-of-matter.js';
import { matters, type MatterName } from './matters.js';
import { keysOf } from './word-keys.js';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../docs/openapi.json'), 'utf8'),
) as ApiDocument;
const names = Object.keys(matters) as MatterName[];
const officers = (name: MatterName) => formOfMatter(document, matters[name], 'intakeOfficer');

/** Each field to be typed or chosen, by its path without rows. */
function leaves(fields: readonly FieldSpec[], prefix = ''): { readonly path: string; readonly field: FieldSpec }[] {
  return fields.flatMap((field) =>
    field.kind === 'group' || field.kind === 'list'
      ? leaves(field.fields, `${prefix}${field.name}.`)
      : [{ path: prefix + field.name, field }],
  );
}

const within = (texts: object, key: string) =>
  key.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], texts);
const said = (texts: object, keys: readonly string[]) => keys.some((key) => typeof within(texts, key) === 'string');

describe.each(names)('the lodging of %s', (name) => {
  it('has every way in which the API takes it, every field on one page', () => {
    expect(document.paths[matters[name].path]?.post).toBeDefined();
    const placed = matters[name].steps.flatMap(({ fields }) => fields);
    const asked = officers(name).fields.map((field) => field.name);
    expect(asked.filter((field) => !(placed as readonly string[]).includes(field))).toEqual([]);
    expect(placed).toHaveLength(new Set(placed).size);
  });

  it('helps with every field, and names it and its options, in the language of the page', () => {
    const without = leaves(officers(name).fields).flatMap(({ path, field }) => [
      ...[english, chinese].filter((texts) => !said(texts, keysOf('hint', path))).map(() => `help: ${path}`),
      ...(said(english, keysOf('label', path)) ||
      said(englishActs, [`field.${field.name}`]) ||
      said(englishEvents, [`field.${field.name}`])
        ? []
        : [`label: ${path}`]),
      ...(field.kind === 'choice' ? field.options : []).flatMap((option) =>
        said(englishActs, [`option.${option}`]) ||
        said(
          englishCommon,
          (optionLists[field.name] ?? []).map((list) => `${list}.${option}`),
        )
          ? []
          : [`option: ${path} ${option}`],
      ),
    ]);
    expect(without).toEqual([]);
  });

  it('asks a firm nothing of how it came in, an agent whom it acts for, an officer where it came from', () => {
    const asks = (role: 'sme' | 'agent' | 'handlingOfficer') => {
      const form = formOfMatter(document, matters[name], role);
      return { steps: stepsOf(matters[name], form), body: bodyOf(form, emptyValues(form)) };
    };
    expect(asks('sme').steps[0]!.name).toBe('us');
    expect(asks('sme').body).not.toHaveProperty('lodging');
    expect(asks('agent').body).toMatchObject({ lodging: { agent: { authority: '' } } });
    expect(asks('handlingOfficer').body).toMatchObject({ lodging: { agent: null } });
    const { steps } = asks('handlingOfficer');
    expect(stepOfField(steps, 'lodging.receivedOn')).toBe(steps[0]);
    expect(stepOfField(steps, 'If-Match')).toBeNull();
  });
});
