import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { get } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { History } from '../../api/types.js';
import { narrow } from '../../calendar/plain-date.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { TextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';

export function AuditSearch() {
  const t = useText('audit');
  const navigate = useNavigate();
  const text = useProblemText();
  const [number, setNumber] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const fail = (message: string) => {
    setFaults([{ field: 'number', message }]);
    setAttempt((count) => count + 1);
  };
  const find = async () => {
    const asked = narrow(number).trim();
    if (asked === '') return fail(t('common:invalid.required', { label: t('number') }));
    setBusy(true);
    try {
      await get<History>(`/api/cases/${encodeURIComponent(asked)}/history`);
      await navigate({ to: '/cases/$caseId/audit', params: { caseId: asked } });
    } catch (cause) {
      fail(cause instanceof Problem && cause.status === 404 ? t('none', { number: asked }) : text(cause));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void find();
  };
  return (
    <Page title={t('search')} lede={t('searchLede')} faulty={faults.length > 0} narrow>
      <form className="card fields" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} attempt={attempt} />
        <FormFields values={{ number }} set={(_, value) => setNumber(String(value))} faults={faults}>
          <TextField name="number" label={t('number')} hint={t('numberHint')} />
        </FormFields>
        <div>
          <Button type="submit" busy={busy}>
            {t('action.search')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
