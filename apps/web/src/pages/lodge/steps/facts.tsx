import { useEffect } from 'react';
import { CheckField, LongTextField } from '../../../kit/fields.js';
import { useLanguage, useText } from '../../../text/names.js';
import { suggestions, withSuggestions } from '../suggestions.js';
import type { StepProps } from './step.js';

export function Facts({ draft, change }: StepProps) {
  const t = useText('lodge');
  const language = useLanguage();
  const written = suggestions(draft, t, language);
  const stale = written.request !== draft.written.request || written.facts !== draft.written.facts;
  useEffect(() => {
    if (stale) change(withSuggestions(draft, written));
  });
  return (
    <>
      <CheckField name="interest" label={t('label.interest')} hint={t('hint.interest')} />
      <LongTextField name="request" label={t('label.request')} hint={t('hint.request')} rows={4} />
      <LongTextField name="facts" label={t('label.facts')} hint={t('hint.facts')} rows={9} />
    </>
  );
}
