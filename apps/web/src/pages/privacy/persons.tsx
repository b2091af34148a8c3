import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { request } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { FoundPerson } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { withValueAt } from '../../kit/paths.js';
import { useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { Forget } from './forget.js';

/** Finds a person exactly, by name or number; what is found says in which cases they stand, and nothing of them. */
export function Persons() {
  const t = useText('privacy');
  const text = useProblemText();
  const [values, setValues] = useState({ name: '', phone: '' });
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const search = async (event: SubmitEvent) => {
    event.preventDefault();
    const [name, phone] = [values.name.trim(), values.phone.trim()];
    try {
      const body = { ...(name && { name }), ...(phone && { phone }) };
      setFound(await request<FoundPerson[]>('/api/persons/search', { method: 'POST', body }));
      setFaults([]);
    } catch (cause) {
      setFound(null);
      const errors = cause instanceof Problem ? cause.errors : [];
      setFaults(errors.length > 0 ? errors : [{ field: '', message: text(cause) }]);
      setAttempt((count) => count + 1);
    }
  };
  return (
    <Page title={t('persons.title')} lede={t('persons.lede')} faulty={faults.length > 0} narrow>
      <div className="stack">
        <search>
          <form className="fields" onSubmit={(event) => void search(event)} noValidate>
            <ErrorSummary faults={faults} attempt={attempt} />
            <FormFields
              values={values}
              set={(path, value) => setValues((before) => withValueAt(before, path, value))}
              faults={faults}
            >
              <TextField name="name" label={t('persons.name')} hint={t('persons.nameHint')} />
              <TextField name="phone" label={t('persons.phone')} hint={t('persons.phoneHint')} type="tel" />
            </FormFields>
            <div>
              <Button type="submit">{t('action.search')}</Button>
            </div>
          </form>
        </search>
        {found && (
          <p role="status">{found.length === 0 ? t('persons.none') : t('persons.found', { count: found.length })}</p>
        )}
        {found?.map((one) => (
          <section className="card stack" key={one.person} aria-label={t('persons.one')}>
            <h2>{t('persons.one')}</h2>
            <p className="mono quiet small">{one.person}</p>
            <ul className="plain-list">
              {one.cases.map((caseId) => (
                <li key={caseId}>
                  <Link className="mono" to="/cases/$caseId/personal-data" params={{ caseId }}>
                    {caseId}
                  </Link>
                </li>
              ))}
            </ul>
            <Forget
              path={`/api/persons/${one.person}/forget`}
              body={{}}
              title={t('forget.person')}
              warning={t('forget.personWarning', { count: one.cases.length })}
            />
          </section>
        ))}
      </div>
    </Page>
  );
}
