import { useState, type ReactNode, type SubmitEvent } from 'react';
import { readMoment, typedMoment } from '../../calendar/moment.js';
import { Button } from '../../kit/button.js';
import { ChoiceField, TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { useText } from '../../text/names.js';
import { isPast, useMomentWords, usePastWords, type Past } from './past.js';

interface Props {
  readonly past: Past;
  readonly go: (past: Past) => void;
  readonly what: 'board' | 'worklist' | 'file' | 'statistics';
  /** What else leads away from today, beside it. */
  readonly children?: ReactNode;
}

/** Says plainly that this is the past, and of what day; leads there and back. */
export function PastControl({ past, go, what, children }: Props) {
  const t = useText('past');
  const words = usePastWords();
  const shown = isPast(past);
  return (
    <div className="stack">
      {shown && (
        <div className="notice past" data-tone="soon" role="status">
          <h2>{t(`banner.${what}`, { when: words(past) })}</h2>
          <p>
            {t('readOnly')}{' '}
            <Button kind="plain" onClick={() => go({})}>
              {t('backToNow')}
            </Button>
          </p>
        </div>
      )}
      <div className="tools">
        <details className="why" key={`${past.asOf ?? ''}|${past.knownAt ?? ''}`}>
          <summary>{t(shown ? 'other' : 'open')}</summary>
          <div className="why-body">
            <MomentForm past={past} go={go} />
          </div>
        </details>
        {children}
      </div>
    </div>
  );
}

const readings = ['known', 'since', 'other'] as const;

function MomentForm({ past, go }: Pick<Props, 'past' | 'go'>) {
  const t = useText('past');
  const words = useMomentWords();
  const [values, setValues] = useState(() => ({
    day: typedMoment(past.asOf ?? past.knownAt ?? ''),
    reading: past.asOf === undefined ? 'known' : past.knownAt === undefined ? 'since' : 'other',
    known: past.asOf === undefined ? '' : typedMoment(past.knownAt ?? ''),
  }));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [day, known] = [readMoment(values.day), readMoment(values.known)];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = [
      ...(day === null ? ['day'] : []),
      ...(values.reading === 'other' && known === null ? ['known'] : []),
    ].map((field) => ({ field, message: t('common:invalid.date', { label: t(`field.${field}`) }) }));
    setFaults(wrong);
    if (wrong.length > 0 || day === null) return;
    if (values.reading === 'known') go({ knownAt: day });
    else go(values.reading === 'since' ? { asOf: day } : { asOf: day, knownAt: known! });
  };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <FormFields
        values={values}
        set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        faults={faults}
        prefix="past"
      >
        <TextField
          name="day"
          label={t('field.day')}
          hint={t('dayHint')}
          width="date"
          echo={day ? { text: words(day) } : undefined}
        />
        <ChoiceField
          name="reading"
          label={t('field.reading')}
          options={readings.map((value) => ({
            value,
            label: t(`reading.${value}.label`),
            hint: t(`reading.${value}.hint`),
          }))}
        />
        {values.reading === 'other' && (
          <TextField
            name="known"
            label={t('field.known')}
            hint={t('dayHint')}
            width="date"
            echo={known ? { text: words(known) } : undefined}
          />
        )}
      </FormFields>
      <div>
        <Button type="submit" kind="second">
          {t('look')}
        </Button>
      </div>
    </form>
  );
}
