import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { demonstrationAccounts, me } from '../../api/queries.js';
import { signIn } from '../../app/session.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { useProblemText } from '../../kit/states.js';
import { withValueAt } from '../../kit/paths.js';
import { useName, useText } from '../../text/names.js';

/** Stands in the place of the page asked for, which follows as soon as someone is signed in. */
export function SignIn() {
  const t = useText('sign-in');
  const text = useProblemText();
  const queries = useQueryClient();
  const [values, setValues] = useState({ account: '', password: '' });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState('');

  const enter = async (account: string, password: string) => {
    setBusy(account);
    try {
      const session = await signIn(account, password);
      queries.setQueryData(me.queryKey, session.account);
      queries.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'demonstration-accounts',
      });
    } catch (cause) {
      setFaults([{ field: 'account', message: text(cause) }]);
      setAttempt((count) => count + 1);
      setBusy('');
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = (['account', 'password'] as const).filter((name) => values[name].trim() === '');
    if (missing.length === 0) return void enter(values.account.trim(), values.password);
    setFaults(missing.map((field) => ({ field, message: t('invalid.required', { label: t(`session.${field}`) }) })));
    setAttempt((count) => count + 1);
  };

  return (
    <Page title={t('title')} lede={t('lede')} faulty={faults.length > 0}>
      <div className="sign-in">
        <form className="card fields" onSubmit={submit} noValidate>
          <ErrorSummary faults={faults} attempt={attempt} />
          <FormFields
            values={values}
            set={(path, value) => setValues((before) => withValueAt(before, path, value))}
            faults={faults}
          >
            <TextField name="account" label={t('session.account')} autoComplete="username" />
            <TextField name="password" label={t('session.password')} type="password" autoComplete="current-password" />
          </FormFields>
          <div>
            <Button type="submit" busy={busy !== ''}>
              {t('enter')}
            </Button>
          </div>
        </form>
        <DemonstrationCards enter={(account, password) => void enter(account, password)} busy={busy} />
      </div>
    </Page>
  );
}

interface CardsProps {
  readonly enter: (account: string, password: string) => void;
  readonly busy: string;
}

function DemonstrationCards({ enter, busy }: CardsProps) {
  const t = useText('sign-in');
  const name = useName();
  const { data = [] } = useQuery(demonstrationAccounts);
  if (data.length === 0) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demonstration.title')}</h2>
      <p className="quiet">{t('demonstration.lede')}</p>
      <ul className="demo-cards">
        {data.map((one) => (
          <li key={one.account}>
            <button
              type="button"
              className="demo-card"
              aria-disabled={busy !== ''}
              onClick={() => busy === '' && enter(one.account, one.password)}
            >
              <span className="demo-role">{name(one.roleTitle)}</span>
              <span>{name(one.name)}</span>
              <span className="sub">
                {one.organisation ? name(one.organisation) : t(`demonstration.does.${one.role}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
