import { useState, type SubmitEvent } from 'react';
import { readMoment, typedMoment } from '../../calendar/moment.js';
import { Button } from '../../kit/button.js';
import { TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { useText } from '../../text/names.js';
import { useMomentWords } from './past.js';

/** Two moments as they stand in the address: each as it was known then; no later one is now. */
export interface TwoDays {
  readonly from?: string;
  readonly to?: string;
}

interface Props {
  readonly days: TwoDays;
  readonly go: (days: TwoDays) => void;
}

export function TwoDaysForm({ days, go }: Props) {
  const t = useText('past');
  const words = useMomentWords();
  const [values, setValues] = useState({ from: typedMoment(days.from ?? ''), to: typedMoment(days.to ?? '') });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [from, to] = [readMoment(values.from), readMoment(values.to)];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = [...(from === null ? ['from'] : []), ...(values.to.trim() !== '' && to === null ? ['to'] : [])].map(
      (field) => ({ field, message: t('common:invalid.date', { label: t(`difference.${field}`) }) }),
    );
    setFaults(wrong);
    if (wrong.length === 0 && from !== null) go({ from, ...(to && { to }) });
  };
  return (
    <form className="filters" onSubmit={submit} noValidate>
      <FormFields
        values={values}
        set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        faults={faults}
        prefix="days"
      >
        {(['from', 'to'] as const).map((name) => {
          const moment = readMoment(values[name]);
          return (
            <TextField
              key={name}
              name={name}
              label={t(`difference.${name}`)}
              width="date"
              echo={moment ? { text: words(moment) } : undefined}
            />
          );
        })}
      </FormFields>
      <Button type="submit" kind="second">
        {t('difference.show')}
      </Button>
    </form>
  );
}
