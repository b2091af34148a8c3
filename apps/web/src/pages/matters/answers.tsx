import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { offices } from '../../api/queries.js';
import { readDate } from '../../calendar/plain-date.js';
import { Money } from '../../kit/money.js';
import { valueAt } from '../../kit/paths.js';
import { Day } from '../../kit/tags.js';
import { readMoney } from '../../money/money-text.js';
import { useName, useText } from '../../text/names.js';
import type { CommandForm, FieldSpec } from '../commands/definitions.js';
import { blank, type FormValues } from '../commands/form-values.js';
import type { FormWords } from '../commands/form-words.js';
import { fieldsOfStep } from './form-of-matter.js';
import type { MatterName, Step } from './matters.js';

interface Props {
  readonly matter: MatterName;
  readonly steps: readonly Step[];
  readonly form: CommandForm;
  readonly values: FormValues;
  readonly words: FormWords;
}

/** Everything answered, page by page, as it will be sent. */
export function Answers({ matter, steps, form, values, words }: Props) {
  const t = useText('lodging');
  return steps.map((step) => {
    const name = t(`step.${step.name}.title`);
    return (
      <section className="card" key={step.name} aria-labelledby={`answers-${step.name}`}>
        <div className="card-head">
          <h2 id={`answers-${step.name}`}>{name}</h2>
          <Link to="/matters/$matter/$step" params={{ matter, step: step.name }}>
            {t('action.change')}
            <span className="visually-hidden"> {name}</span>
          </Link>
        </div>
        <dl className="facts">
          {fieldsOfStep(step, form).map((field) => (
            <Answer key={field.name} field={field} values={values} words={words} prefix="" labels="" />
          ))}
        </dl>
      </section>
    );
  });
}

interface AnswerProps extends Pick<Props, 'values' | 'words'> {
  readonly field: FieldSpec;
  readonly prefix: string;
  readonly labels: string;
}

function Answer({ field, values, words, prefix, labels }: AnswerProps) {
  const t = useText('lodging');
  const path = prefix + field.name;
  const label = labels + field.name;
  const value = valueAt(values, path);
  const inner = (fields: readonly FieldSpec[], at: string) =>
    fields.map((one) => (
      <Answer key={at + one.name} field={one} values={values} words={words} prefix={`${at}.`} labels={`${label}.`} />
    ));
  if (field.kind === 'group') {
    if (!field.empty || !blank(value)) return inner(field.fields, path);
  } else if (field.kind === 'list' && Array.isArray(value) && value.length > 0) {
    return value.map((_, index) => inner(field.fields, `${path}[${index}]`));
  }
  return (
    <>
      <dt>{words.label(label)}</dt>
      <dd>
        {blank(value) ? (
          <span className="quiet">{t('notGiven')}</span>
        ) : (
          <Value field={field} words={words} text={String(value)} />
        )}
      </dd>
    </>
  );
}

function Value({ field, words, text }: Pick<AnswerProps, 'field' | 'words'> & { readonly text: string }) {
  const t = useText('lodging');
  const name = useName();
  const { data = [] } = useQuery({ ...offices, enabled: field.kind === 'anyOffice' });
  switch (field.kind) {
    case 'choice':
      return words.option(field, text);
    case 'yesNo':
      return t(text === 'yes' ? 'form.yes' : 'form.no');
    case 'promise':
      return t('form.yes');
    case 'date': {
      const date = readDate(text);
      return date ? <Day date={date} /> : text;
    }
    case 'money': {
      const reading = readMoney(text);
      return reading.outcome === 'read' ? <Money amount={reading.amount} /> : text;
    }
    case 'creditCode':
      return <span className="mono">{text}</span>;
    case 'anyOffice':
      return name(data.find(({ id }) => id === text)?.name) || text;
    default:
      return <span className="text">{text}</span>;
  }
}
