import { useQuery } from '@tanstack/react-query';
import { handlingAuthorities, mediators, proposedOffices } from '../../api/queries.js';
import type { CaseFile } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { ChoiceField, DateField, LongTextField, MoneyField, SelectField, TextField } from '../../kit/fields.js';
import { valueAt } from '../../kit/paths.js';
import { showMoney } from '../../money/money-text.js';
import { useName, useText } from '../../text/names.js';
import type { FieldSpec } from './definitions.js';
import { rowOf, type FormValues } from './form-values.js';

interface FieldsProps {
  readonly command: string;
  readonly fields: readonly FieldSpec[];
  readonly values: FormValues;
  readonly set: (path: string, value: unknown) => void;
  readonly file: CaseFile;
}

interface PlacedProps extends Omit<FieldsProps, 'fields'> {
  /** Path of the row the fields stand in, with its dot; '' at the top. */
  readonly prefix?: string;
  readonly labels?: string;
}

export function CommandFields({ fields, ...props }: FieldsProps & PlacedProps) {
  return fields.map((spec) => <OneField key={spec.name} spec={spec} {...props} />);
}

function OneField({ spec, prefix = '', labels = '', ...props }: PlacedProps & { readonly spec: FieldSpec }) {
  const t = useText('commands');
  const name = prefix + spec.name;
  const label = spec.kind === 'list' ? t(`${props.command}.list`) : t(`${props.command}.field.${labels}${spec.name}`);
  switch (spec.kind) {
    case 'leftAsIs':
      return null;
    case 'text':
      return <TextField name={name} label={label} optional={spec.optional ?? false} />;
    case 'longText':
      return <LongTextField name={name} label={label} rows={4} />;
    case 'names':
      return <LongTextField name={name} label={label} hint={t('oneALine')} rows={3} />;
    case 'number':
      return <TextField name={name} label={label} width="number" inputMode="numeric" />;
    case 'date':
      return <DateField name={name} label={label} />;
    case 'money':
      return <MoneyField name={name} label={label} />;
    case 'choice': {
      const options = spec.options.map((value) => ({ value, label: t(`common:${spec.texts}.${value}`) }));
      return options.length > 5 ? (
        <SelectField name={name} label={label} options={options} />
      ) : (
        <ChoiceField name={name} label={label} options={options} />
      );
    }
    case 'contact':
      return (
        <>
          <TextField name={`${name}.name`} label={t(`${props.command}.field.${spec.name}.name`)} optional />
          <TextField
            name={`${name}.phone`}
            label={t(`${props.command}.field.${spec.name}.phone`)}
            type="tel"
            optional
          />
        </>
      );
    case 'office':
      return <OfficeField name={name} label={label} file={props.file} />;
    case 'mediator':
      return <MediatorField name={name} label={label} file={props.file} />;
    case 'instalment':
      return <InstalmentField name={name} label={label} file={props.file} />;
    case 'list':
      return <Rows spec={spec} name={name} label={label} {...props} />;
  }
}

interface ChosenProps {
  readonly name: string;
  readonly label: string;
}

/** The office that is competent is named with its ground; the person still chooses. */
function OfficeField({ name, label, file }: ChosenProps & { readonly file: CaseFile }) {
  const pick = useName();
  const t = useText('commands');
  const { data = [] } = useQuery(handlingAuthorities);
  const { data: proposed = [] } = useQuery(proposedOffices(file.caseId));
  const hint = proposed
    .map(({ office, platform, ground }) =>
      t('proposed', { where: pick((office?.name ?? platform)!), why: pick(ground) }),
    )
    .join(' ');
  return (
    <SelectField
      name={name}
      label={label}
      {...(hint && { hint })}
      options={data.map(({ id, name: office }) => ({ value: id, label: pick(office) }))}
    />
  );
}

function MediatorField({ name, label, file }: ChosenProps & { readonly file: CaseFile }) {
  const pick = useName();
  const { data = [] } = useQuery({
    ...mediators(file.handlingOffice?.id ?? ''),
    enabled: file.handlingOffice !== null,
  });
  return (
    <SelectField
      name={name}
      label={label}
      options={data.map((one) => ({ value: one.id, label: `${pick(one.name)}（${pick(one.title)}）` }))}
    />
  );
}

function InstalmentField({ name, label, file }: ChosenProps & { readonly file: CaseFile }) {
  const t = useText('commands');
  if (!file.settlement) return null;
  const options = file.settlement.instalments.map(({ instalment, dueOn, amount, paid }) => ({
    value: String(instalment),
    label: t('instalmentOption', { number: instalment, dueOn, amount: showMoney(amount), paid: showMoney(paid) }),
  }));
  return <SelectField name={name} label={label} options={options} optional />;
}

interface RowsProps extends PlacedProps, ChosenProps {
  readonly spec: Extract<FieldSpec, { kind: 'list' }>;
}

function Rows({ spec, name, label, ...props }: RowsProps) {
  const t = useText('commands');
  const rows = (valueAt(props.values, name) as readonly FormValues[] | undefined) ?? [];
  return (
    <fieldset className="group">
      <legend>{label}</legend>
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
            <CommandFields {...props} fields={spec.fields} prefix={`${name}[${index}].`} labels={`${spec.name}.`} />
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
