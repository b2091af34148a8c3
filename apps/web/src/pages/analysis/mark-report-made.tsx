import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { newCommandId, send } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { ReportTask } from '../../api/types.js';
import { readDate } from '../../calendar/plain-date.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { DateField, LongTextField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { useProblemText } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';

interface Props {
  readonly task: ReportTask;
  readonly close: () => void;
}

/** Records that an office disclosed or reported, on which day, and where that can be read; once. */
export function MarkReportMade({ task, close }: Props) {
  const t = useText('analysis');
  const name = useName();
  const text = useProblemText();
  const queries = useQueryClient();
  const [commandId] = useState(newCommandId);
  const [values, setValues] = useState({ madeOn: '', document: '' });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const fail = (found: readonly Fault[]) => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };
  const missing = (field: 'madeOn' | 'document', kind: 'date' | 'required'): Fault => ({
    field,
    message: t(`common:invalid.${kind}`, { label: t(`tasks.${field}`) }),
  });
  const madeOn = readDate(values.madeOn);
  const record = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      const body = { office: task.office.id, madeOn, document: values.document.trim() };
      await send(`/api/statistics/tasks/${task.task}/${task.year}/done`, body, commandId);
      await queries.invalidateQueries({ queryKey: ['statistics', 'tasks'] });
      close();
    } catch (cause) {
      if (cause instanceof Problem && cause.errors.length > 0) fail(cause.errors);
      else fail([{ field: '', message: text(cause) }]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = [
      ...(madeOn === null ? [missing('madeOn', values.madeOn.trim() === '' ? 'required' : 'date')] : []),
      ...(values.document.trim() === '' ? [missing('document', 'required')] : []),
    ];
    if (wrong.length > 0) return fail(wrong);
    setFaults([]);
    void record();
  };
  return (
    <form className="fields" onSubmit={submit} noValidate aria-label={`${t('tasks.mark')} ${name(task.title)}`}>
      <ErrorSummary faults={faults} attempt={attempt} prefix={task.task} />
      <FormFields
        values={values}
        set={(field, value) => {
          setFaults(faults.filter((fault) => fault.field !== field));
          setValues((before) => ({ ...before, [field]: value }));
        }}
        faults={faults}
        prefix={task.task}
      >
        <DateField name="madeOn" label={t('tasks.madeOn')} />
        <LongTextField name="document" label={t('tasks.document')} hint={t('tasks.documentHint')} rows={2} />
      </FormFields>
      <div className="buttons">
        <Button type="submit" busy={busy}>
          {busy ? t('state.sending') : t('tasks.mark')}
        </Button>
        <Button kind="second" onClick={close}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
