import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import type { ApiDocument, Schema } from '../../api/api-document.js';
import { request } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { apiDocument, noticePreferences } from '../../api/queries.js';
import type { NoticePreferences } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { CheckField, ChoiceField, TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { withValueAt } from '../../kit/paths.js';
import { Answered, useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { CalendarLink } from './calendar-link.js';

/** How one is told beside the inbox, of what, and in which language. */
export function NoticePreferencesPage() {
  const t = useText('notices');
  const { office } = useMe();
  const document = useQuery(apiDocument);
  return (
    <Page
      title={t('preferences.title')}
      lede={t('preferences.lede')}
      above={
        <Link className="back" to="/inbox">
          ‹ {t('title')}
        </Link>
      }
      narrow
    >
      <div className="stack">
        <Answered query={useQuery(noticePreferences)}>
          {(kept) => <Answered query={document}>{(api) => <Form kept={kept} topics={topicsOf(api)} />}</Answered>}
        </Answered>
        {office && <CalendarLink />}
      </div>
    </Page>
  );
}

/** What there is to be told of, as the API has it. */
function topicsOf({ components }: ApiDocument): readonly string[] {
  const muted: Schema | undefined = components.schemas['PreferencesDto']?.properties?.['muted'];
  return (muted?.items?.enum ?? []).map(String);
}

interface FormProps {
  readonly kept: NoticePreferences;
  readonly topics: readonly string[];
}

function Form({ kept, topics }: FormProps) {
  const t = useText('notices');
  const text = useProblemText();
  const queries = useQueryClient();
  const [values, setValues] = useState(() => ({
    language: kept.language,
    mail: kept.mail,
    mailAddress: kept.mailAddress ?? '',
    sms: kept.sms ? 'yes' : '',
    phone: kept.phone ?? '',
    told: Object.fromEntries(topics.map((topic) => [topic, (kept.muted as string[]).includes(topic) ? '' : 'yes'])),
  }));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setDone(false);
    const { told, mailAddress, phone, sms, ...rest } = values;
    const muted = topics.filter((topic) => told[topic] !== 'yes');
    const body = {
      ...rest,
      mailAddress: mailAddress.trim() || null,
      phone: phone.trim() || null,
      sms: sms === 'yes',
      muted,
    };
    try {
      await request('/api/notices/preferences', { method: 'PUT', body });
      await queries.invalidateQueries({ queryKey: ['inbox', 'preferences'] });
      setFaults([]);
      setDone(true);
    } catch (cause) {
      const found = cause instanceof Problem ? cause.errors : [];
      setFaults(found.length > 0 ? found : [{ field: '', message: text(cause) }]);
      setAttempt((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };
  const option = (of: string) => (value: string) => ({ value, label: t(`preferences.${of}.${value}`) });
  return (
    <form className="fields" onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <p role="status" className={done ? 'done' : 'visually-hidden'}>
        {done && t('preferences.saved')}
      </p>
      <FormFields
        values={values}
        set={(path, value) => setValues((before) => withValueAt(before, path, value))}
        faults={faults}
      >
        <ChoiceField
          name="language"
          label={t('preferences.language')}
          options={['zh-CN', 'en'].map(option('languages'))}
          row
        />
        <ChoiceField
          name="mail"
          label={t('preferences.mail')}
          options={['each', 'daily', 'off'].map(option('mails'))}
        />
        <TextField
          name="mailAddress"
          label={t('preferences.mailAddress')}
          hint={t(kept.mailRefused ? 'preferences.refused' : 'preferences.mailHint')}
          autoComplete="email"
          optional
        />
        <CheckField name="sms" label={t('preferences.sms')} />
        <TextField
          name="phone"
          label={t('preferences.phone')}
          hint={t(kept.phoneRefused ? 'preferences.refused' : 'preferences.phoneHint')}
          type="tel"
          autoComplete="tel"
          optional
        />
        <details className="why">
          <summary>{t('preferences.topics')}</summary>
          <div className="why-body fields">
            <p className="hint">{t('preferences.topicsHint')}</p>
            {topics.map((topic) => (
              <CheckField
                key={topic}
                name={`told.${topic}`}
                label={t(`preferences.topic.${topic}`, { defaultValue: topic })}
              />
            ))}
          </div>
        </details>
      </FormFields>
      <div className="buttons">
        <Button type="submit" busy={busy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
