import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { correctable } from '../../api/queries.js';
import type { AnyCaseFile } from '../../api/types.js';
import { SelectField } from '../../kit/fields.js';
import { useField } from '../../kit/form.js';
import { useText } from '../../text/names.js';
import { readable } from './form-words.js';
import { dayField, readingOf, stepsOf } from './readings.js';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
  readonly file: AnyCaseFile;
  /** Id of the entry that was chosen. */
  readonly event: unknown;
}

/** What of the chosen entry can be corrected, each with how it reads now. */
export function FactField({ file, event, ...field }: Props) {
  const t = useText('acts');
  const label = useFieldWords();
  const entry = file.timeline.find(({ id }) => id === event);
  const { data } = useQuery({ ...correctable(file.caseId, entry?.id ?? ''), enabled: entry !== undefined });
  const { value, set } = useField(field.name);
  const isOfAnother = value !== '' && data !== undefined && !data.fields.includes(value);
  useEffect(() => {
    if (isOfAnother) set('');
  }, [isOfAnother, set]);
  const options = (entry && data ? data.fields : []).map((path) => {
    const reads = readingOf(file.timeline, entry!, path);
    return {
      value: path,
      label: reads === null ? label(path) : t('readsNow', { what: label(path), reads: cut(reads) }),
    };
  });
  const hint = entry === undefined ? t('chooseEntryFirst') : data?.fields.length === 0 ? t('nothingCorrectable') : null;
  return <SelectField {...field} {...(hint && { hint })} options={options} />;
}

/** As much of a reading as tells it from another. */
const longestReading = 30;

function cut(reads: string): string {
  return reads.length > longestReading ? `${reads.slice(0, longestReading)}…` : reads;
}

function useFieldWords(): (path: string) => string {
  const acts = useText('acts');
  const events = useText('events');
  return (path) =>
    path === dayField
      ? acts('dayOfEntry')
      : stepsOf(path)
          .map((step) =>
            typeof step === 'number' ? String(step) : events(`field.${step}`, { defaultValue: readable(step) }),
          )
          .join(' ');
}
