import type { ReactNode } from 'react';
import type { AnyCaseFile } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import {
  CheckField,
  ChoiceField,
  CreditCodeField,
  DateField,
  LongTextField,
  MoneyField,
  SelectField,
  TextField,
} from '../../kit/fields.js';
import { valueAt } from '../../kit/paths.js';
import { useText } from '../../text/names.js';
import type { FieldSpec } from './definitions.js';
import { rowOf, type FormValues } from './form-values.js';
import type { FormWords } from './form-words.js';
import { EntryField } from './entry-field.js';
import { FactField } from './fact-field.js';
import { GroundField, InstalmentField, MediatorField, OfficeField, OfficerField } from './pickers.js';

interface FieldsProps {
  readonly words: FormWords;
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  readonly set: (path: string, value: unknown) => void;
  /** Null before there is a case: at its lodging. */
  readonly file: AnyCaseFile | null;
}

interface PlacedProps extends Omit<FieldsProps, 'fields'> {
  /** Path of the row or group the fields stand in, with its dot; '' at the top. */
  readonly prefix?: string;
  readonly labels?: string;
}

/** The path of a label is that of its field without the rows. */
export function CommandFields({ fields, ...props }: FieldsProps & PlacedProps) {
  return fields.map((spec) => <OneField key={spec.name} spec={spec} {...props} />);
}

function OneField({ spec, prefix = '', labels = '', ...props }: PlacedProps & { readonly spec: FieldSpec }) {
  const t = useText();
  const { words, file } = props;
  const name = prefix + spec.name;
  const optional = spec.empty !== undefined;
  const label = spec.kind === 'list' ? words.list(labels + spec.name) : words.label(labels + spec.name);
  const help = words.hint(labels + spec.name);
  const field = { name, label, optional, hint: help };
  switch (spec.kind) {
    case 'leftAsIs':
      return null;
    case 'text':
      return <TextField {...field} />;
    case 'longText':
      return <LongTextField {...field} rows={4} />;
    case 'names':
      return <LongTextField {...field} hint={[help, words.oneALine].filter(Boolean).join(' ')} rows={3} />;
    case 'number':
      return <TextField {...field} width="number" inputMode="numeric" />;
    case 'date':
      return <DateField {...field} hint={[help, t('form.dateHint')].filter(Boolean).join(' ')} />;
    case 'money':
      return <MoneyField {...field} hint={[help, t('form.moneyHint')].filter(Boolean).join(' ')} />;
    case 'creditCode':
      return <CreditCodeField {...field} />;
    case 'promise':
      return <CheckField name={name} label={label} hint={help} />;
    case 'yesNo': {
      const options = (['yes', 'no'] as const).map((value) => ({ value, label: t(`form.${value}`) }));
      return <ChoiceField {...field} options={options} row />;
    }
    case 'choice': {
      const options = spec.options.map((value) => ({ value, label: words.option(spec, value) }));
      // A choice once made among buttons cannot be taken back.
      return options.length > 5 || optional ? (
        <SelectField {...field} options={options} />
      ) : (
        <ChoiceField {...field} options={options} />
      );
    }
    case 'contact':
      return (
        <>
          <TextField name={`${name}.name`} label={words.label(`${spec.name}.name`)} optional />
          <TextField name={`${name}.phone`} label={words.label(`${spec.name}.phone`)} type="tel" optional />
        </>
      );
    case 'office':
    case 'anyOffice':
      return <OfficeField {...field} file={file} any={spec.kind === 'anyOffice'} />;
    case 'officer':
      return <OfficerField {...field} />;
    case 'mediator':
      return file && <MediatorField {...field} file={file} />;
    case 'instalment':
      return file && <InstalmentField {...field} file={file} />;
    case 'ground':
      return (
        file && (
          <GroundField
            {...field}
            file={file}
            use={spec.use}
            codes={spec.codes}
            wordOf={(code) => words.option(spec, code)}
          />
        )
      );
    case 'entry':
      return file && <EntryField {...field} file={file} type={spec.type} />;
    case 'fact':
      return file && <FactField {...field} file={file} event={valueAt(props.values, spec.of)} />;
    case 'group':
      return (
        <Group label={label} help={help} optional={optional}>
          <CommandFields {...props} fields={spec.fields} prefix={`${name}.`} labels={`${labels}${spec.name}.`} />
        </Group>
      );
    case 'list':
      return <Rows spec={spec} name={name} label={label} labels={labels} {...props} />;
  }
}

interface GroupProps {
  readonly label: string;
  readonly help: string | null;
  readonly optional: boolean;
  readonly children: ReactNode;
}

/** What may be left out as a whole is folded away until it is asked for. */
function Group({ label, help, optional, children }: GroupProps) {
  const t = useText();
  if (optional) {
    return (
      <details className="why">
        <summary>
          {label}
          <span className="quiet">{t('form.optional')}</span>
        </summary>
        <div className="why-body fields" role="group" aria-label={label}>
          {help && <p className="hint">{help}</p>}
          {children}
        </div>
      </details>
    );
  }
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {help && <p className="hint">{help}</p>}
      <div className="row-card fields">{children}</div>
    </fieldset>
  );
}

interface RowsProps extends PlacedProps {
  readonly spec: Extract<FieldSpec, { kind: 'list' }>;
  readonly name: string;
  readonly label: string;
}

function Rows({ spec, name, label, labels = '', ...props }: RowsProps) {
  const t = useText('commands');
  const help = props.words.hint(labels + spec.name);
  const rows = (valueAt(props.values, name) as readonly FormValues[] | undefined) ?? [];
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {help && <p className="hint">{help}</p>}
      <div className="stack">
        {rows.map((_, index) => (
          <div className="row-card fields" key={index} role="group" aria-label={t('row', { label, number: index + 1 })}>
            <div className="card-head">
              <h3>{t('row', { label, number: index + 1 })}</h3>
              {rows.length > spec.least && (
                <Button
                  kind="plain"
                  onClick={() =>
                    props.set(
                      name,
                      rows.filter((__, other) => other !== index),
                    )
                  }
                >
                  {t('action.remove')}
                  <span className="visually-hidden"> {t('row', { label, number: index + 1 })}</span>
                </Button>
              )}
            </div>
            <CommandFields
              {...props}
              fields={spec.fields}
              prefix={`${name}[${index}].`}
              labels={`${labels}${spec.name}.`}
            />
          </div>
        ))}
        <div>
          <Button kind="second" onClick={() => props.set(name, [...rows, rowOf(spec.fields)])}>
            <span aria-hidden="true">+</span> {rows.length === 0 ? label : t('action.add')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
