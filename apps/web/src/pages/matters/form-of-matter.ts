import type { ApiDocument } from '../../api/api-document.js';
import type { Role } from '../../api/types.js';
import type { CommandForm, FieldSpec } from '../commands/definitions.js';
import { describedForm } from '../commands/described-form.js';
import type { Matter, Step } from './matters.js';

/** What this role is asked: a firm lodges for itself, an agent names itself, an officer says how the case came in. */
export function formOfMatter(document: ApiDocument, matter: Matter, role: Role): CommandForm {
  if (role === 'sme') return describedForm(document, matter.path, ['lodging', 'takenBy']);
  const { fields, backdated } = describedForm(document, matter.path, role === 'agent' ? ['takenBy'] : []);
  const agentsOwn = (of: FieldSpec) => (role === 'agent' && of.name === 'agent' ? asked(of) : of);
  return {
    backdated,
    fields: fields.map((field) =>
      field.name === 'lodging' && field.kind === 'group'
        ? asked({ ...field, fields: field.fields.map(agentsOwn) })
        : field,
    ),
  };
}

function asked(field: FieldSpec): FieldSpec {
  const { empty: _, ...rest } = field;
  return rest;
}

/** The pages of a form, in order, which have something to ask. */
export function stepsOf(matter: Matter, form: CommandForm): readonly Step[] {
  return matter.steps.filter((step) => fieldsOfStep(step, form).length > 0);
}

export function fieldsOfStep({ fields }: Step, form: CommandForm): readonly FieldSpec[] {
  return fields.flatMap((name) => form.fields.filter((field) => field.name === name));
}

/** The page on which a field lives which the server names by its path. */
export function stepOfField(steps: readonly Step[], path: string): Step | null {
  const name = /^[^.[]+/.exec(path)?.[0] ?? '';
  return steps.find(({ fields }) => fields.includes(name)) ?? null;
}
