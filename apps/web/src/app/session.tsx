import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { onSignedOut, request } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { me } from '../api/queries.js';
import type { Me, SignedIn } from '../api/types.js';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { useProblemText } from '../kit/states.js';
import { useText } from '../text/names.js';

export function signIn(account: string, password: string): Promise<SignedIn> {
  return request('/api/sessions', { method: 'POST', body: { account, password }, anonymous: true });
}

export function signOut(): Promise<void> {
  return request('/api/sessions/current', { method: 'DELETE', anonymous: true });
}

/** Pages below the shell are shown to someone signed in only. */
export function useMe(): Me {
  const { data } = useQuery(me);
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** A session which ended is opened again over the page, which keeps everything typed in it. */
export function SignInAgain() {
  const [ended, setEnded] = useState(false);
  const { data } = useQuery(me);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  return ended && data ? <Again was={data} onDone={() => setEnded(false)} /> : null;
}

function Again({ was, onDone }: { readonly was: Me; readonly onDone: () => void }) {
  const t = useText();
  const id = useId();
  const text = useProblemText();
  const queries = useQueryClient();
  const [account, setAccount] = useState(was.account);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { account: now } = await signIn(account, password);
      if (now.id !== was.id) {
        window.location.assign('/');
        return;
      }
      onDone();
      await queries.invalidateQueries();
    } catch (cause) {
      setFault(cause instanceof Problem ? text(cause) : t('fault.unknown'));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('session.again')}>
      <form className="fields" onSubmit={(event) => void submit(event)}>
        <p>{t('session.againHelp')}</p>
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <div className="field">
          <label htmlFor={`${id}-account`}>{t('session.account')}</label>
          <input
            className="input"
            id={`${id}-account`}
            autoComplete="username"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-password`}>{t('session.password')}</label>
          <input
            className="input"
            id={`${id}-password`}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <Button type="submit" busy={busy}>
          {t('session.goOn')}
        </Button>
      </form>
    </Dialog>
  );
}
