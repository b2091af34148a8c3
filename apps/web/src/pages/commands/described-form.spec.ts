import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiDocument } from '../../api/api-document.js';
import acts from '../../text/zh-CN/acts.js';
import { askedOf, type FieldSpec } from './definitions.js';
import { describedForm } from './described-form.js';
import { bodyOf, emptyValues, faultsOfForm } from './form-values.js';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../docs/openapi.json'), 'utf8'),
) as ApiDocument;
const commands = Object.keys(document.paths).filter(
  (path) => document.paths[path]!.post !== undefined && /\/\{case\}\/[\w-]+$/.test(path),
);
const nameOf = (path: string) =>
  path
    .split('/')
    .at(-1)!
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const formAt = (path: string) => describedForm(document, path.replace('{case}', '01890a5d'));
const today = '2026-11-22';

describe('the form made from the API’s document', () => {
  it('has the fields of the body by their kinds, for an office, a text and a day that may be left empty', () => {
    expect(formAt('/api/cases/{case}/arrange-joint-handling')).toEqual({
      backdated: true,
      fields: [
        {
          kind: 'list',
          name: 'coHandlers',
          least: 1,
          fields: [
            { kind: 'anyOffice', name: 'office' },
            { kind: 'longText', name: 'task' },
            { kind: 'date', name: 'reportBy', empty: 'null' },
          ],
        },
        { kind: 'longText', name: 'ground' },
      ],
    });
  });

  it('has no field where the command says nothing but when', () => {
    expect(formAt('/api/complaints/{case}/accept')).toEqual({ backdated: true, fields: [] });
    expect(formAt('/api/complaints/{case}/no-such-command')).toEqual({ backdated: false, fields: [] });
  });

  it('names the grounds of the law which the document names, and leaves room for the operator’s own', () => {
    const [ground] = formAt('/api/complaints/{case}/decline').fields;
    expect(ground).toMatchObject({ kind: 'ground', use: 'nonAcceptance' });
    expect(ground).toMatchObject({ codes: expect.arrayContaining(['notAFirmsMatter', 'otherByLaw']) as string[] });
    expect(formAt('/api/cases/{case}/terminate').fields[0]).toMatchObject({ use: 'termination', codes: [] });
  });

  it('asks a party neither when it acts nor whose act it is, and an office both', () => {
    const objection = formAt('/api/cases/{case}/object-to-outcome');
    const by = { kind: 'choice', name: 'by', options: ['complainant', 'respondent'], empty: 'leftOut' };
    const ground = { kind: 'longText', name: 'ground' };
    expect(askedOf({ dated: true }, objection)).toEqual({ backdated: true, fields: [by, ground] });
    expect(askedOf({ dated: false }, objection)).toEqual({ backdated: false, fields: [ground] });
    const jurisdiction = formAt('/api/ip-fast-track-cases/{case}/object-jurisdiction');
    expect(askedOf({ dated: false }, jurisdiction).fields).toEqual(jurisdiction.fields);
  });

  it('offers the grounds on which a case may pause, and the entries of its timeline, instead of a code to be typed', () => {
    const pause = { kind: 'ground', name: 'ground', use: 'pause', codes: [] };
    expect(formAt('/api/cases/{case}/pause-handling').fields[0]).toEqual(pause);
    expect(formAt('/api/cases/{case}/resume-handling').fields[0]).toEqual(pause);
    const marked = formAt('/api/cases/{case}/mark-confidential').fields.find(({ name }) => name === 'event');
    expect(marked).toEqual({ kind: 'entry', name: 'event', type: null, empty: 'null' });
    const [lifted] = formAt('/api/cases/{case}/lift-confidentiality').fields;
    expect(lifted).toEqual({ kind: 'entry', name: 'event', type: 'ConfidentialityMarked' });
    const correction = formAt('/api/cases/{case}/correct-fact');
    expect(correction.fields[0]).toEqual({ kind: 'entry', name: 'event', type: null });
    expect(correction.fields[1]).toEqual({ kind: 'fact', name: 'field', of: 'event' });
    expect(faultsOfForm(correction, { ...emptyValues(correction), field: 'f', is: 'i', reason: 'r' }, today)).toEqual([
      { field: 'event', label: 'event', code: 'choose' },
    ]);
  });

  it('sends what was left empty as null, or not at all, and a group left empty as one', () => {
    const form = formAt('/api/complaints/{case}/check-charge');
    const refund = form.fields.find(({ name }) => name === 'refund')!;
    expect(refund).toMatchObject({ kind: 'group', empty: 'null' });
    const values = { ...emptyValues(form), charge: '1', listed: 'notListed', list: '清单', reason: '无依据' };
    expect(faultsOfForm(form, values, today)).toEqual([]);
    expect(bodyOf(form, values)).toMatchObject({ charge: 1, allowed: null, refund: null });
    const begun = { ...values, refund: { amount: '3千', by: '' } };
    expect(faultsOfForm(form, begun, today).map(({ field }) => field)).toEqual(['refund.amount', 'refund.by']);
  });

  it('asks yes or no where the API takes no third answer, and a promise only given', () => {
    const objection = formAt('/api/cases/{case}/decide-dispatch-objection');
    const values = { ...emptyValues(objection), reason: '属实' };
    expect(faultsOfForm(objection, values, today)).toEqual([{ field: 'upheld', label: 'upheld', code: 'choose' }]);
    expect(bodyOf(objection, { ...values, upheld: 'no' })).toMatchObject({ upheld: false, office: null });
    const complaint = describedForm(document, '/api/complaints', ['lodging', 'takenBy']);
    expect(complaint.fields.map(({ name }) => name)).not.toContain('lodging');
    const faults = faultsOfForm(complaint, emptyValues(complaint), today);
    expect(faults).toContainEqual({ field: 'promises.truth', label: 'promises.truth', code: 'promise' });
    expect(faults).toContainEqual({
      field: 'complainant.creditCode',
      label: 'complainant.creditCode',
      code: 'required',
    });
  });

  it('is made for every command, each field of a name, and each command has a title', () => {
    const nameless = (fields: readonly FieldSpec[]): boolean =>
      fields.some((field) => !field.name || ('fields' in field && nameless(field.fields)));
    expect(commands.length).toBeGreaterThan(200);
    expect(commands.filter((path) => nameless(formAt(path).fields))).toEqual([]);
    expect(commands.map(nameOf).filter((name) => !(name in acts.title))).toEqual([]);
  });
});
