import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { newCommandId, request } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { ForgettingAnswer } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { LongTextField } from '../../kit/fields.js';
import { FormFields } from '../../kit/form.js';
import { useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';

interface Props {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly warning: string;
}

/** What cannot be taken back: opened, given a reason, and then done. */
export function Forget({ path, body, title, warning }: Props) {
  const t = useText('privacy');
  const id = useId();
  const text = useProblemText();
  const queries = useQueryClient();
  const [commandId] = useState(newCommandId);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [answer, setAnswer] = useState<ForgettingAnswer | null>(null);
  const sending = useRef(false);
  const forget = async (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setFault(t('forget.reasonMissing'));
    if (sending.current) return;
    sending.current = true;
    try {
      const headers = { 'Idempotency-Key': commandId };
      setAnswer(
        await request<ForgettingAnswer>(path, { method: 'POST', headers, body: { ...body, reason: reason.trim() } }),
      );
      await queries.invalidateQueries({ queryKey: ['cases'] });
    } catch (cause) {
      setFault((cause instanceof Problem && cause.errors[0]?.message) || text(cause));
    } finally {
      sending.current = false;
    }
  };
  if (answer) {
    return (
      <p role="status" className="done">
        {t(answer.before ? 'forget.before' : answer.erased ? 'forget.erased' : 'forget.ordered')}
      </p>
    );
  }
  return (
    <details className="why">
      <summary>{title}</summary>
      <form className="why-body fields" onSubmit={(event) => void forget(event)} noValidate>
        <p className="notice" data-tone="late">
          {warning}
        </p>
        <FormFields
          values={{ reason }}
          set={(_, value) => {
            setFault('');
            setReason(String(value));
          }}
          faults={fault ? [{ field: 'reason', message: fault }] : []}
          prefix={id}
        >
          <LongTextField name="reason" label={t('forget.reason')} hint={t('forget.reasonHint')} rows={2} />
        </FormFields>
        <div>
          <Button type="submit">{title}</Button>
        </div>
      </form>
    </details>
  );
}
