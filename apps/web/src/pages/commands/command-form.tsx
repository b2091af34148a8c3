import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { newCommandId, send } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { caseFile, remember } from '../../api/queries.js';
import type { AllowedAction, AnyCaseFile, CommandAnswer, TimelineEntry } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { DateField, TextField } from '../../kit/fields.js';
import { FormFields, inPageOrder, type Fault } from '../../kit/form.js';
import { withValueAt } from '../../kit/paths.js';
import { useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { useEventWords } from '../file/event-words.js';
import { CommandFields } from './command-fields.js';
import type { CommandForm as Definition } from './definitions.js';
import { bodyOf, emptyValues, faultsOfForm, type FormValues } from './form-values.js';
import type { FormWords } from './form-words.js';

interface Props {
  readonly action: Pick<AllowedAction, 'command' | 'path'>;
  readonly form: Definition;
  readonly words: FormWords;
  /** Null before there is a case: at its lodging. */
  readonly file: AnyCaseFile | null;
  /** PlainDate in Shanghai. */
  readonly today: string;
  readonly start?: FormValues;
  /** What the body says beside the form. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly onDone: (answer: CommandAnswer) => void;
  readonly onCancel: () => void;
}

/** One command, its fields, and what was wrong with them at the last try. */
export function CommandForm({ action, form, words, file, today, start, fixed, onDone, onCancel }: Props) {
  const t = useText('commands');
  const text = useProblemText();
  const queries = useQueryClient();
  const [values, setValues] = useState<FormValues>(() => ({ ...emptyValues(form), ...start }));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [changes, setChanges] = useState<readonly TimelineEntry[]>([]);
  // The revision this person read; after a conflict, the one whose changes they have been shown.
  const [revision, setRevision] = useState(file?.revision);
  const [commandId] = useState(newCommandId);
  const sending = useRef(false);
  const prefix = action.command;

  const fail = (found: readonly Fault[]) => {
    setFaults(found);
    setAttempt((count) => count + 1);
  };

  const conflict = async (of: AnyCaseFile) => {
    const now = await queries.fetchQuery({ ...caseFile(of.caseId), staleTime: 0 });
    setChanges(now.timeline.filter((entry) => BigInt(entry.revision) > BigInt(revision ?? of.revision)));
    setRevision(now.revision);
    fail([{ field: '', message: t('conflict.message') }]);
  };

  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      const answer = await send(action.path, { ...bodyOf(form, values), ...fixed }, commandId, revision);
      remember(answer.position);
      await queries.invalidateQueries({ queryKey: ['cases'] });
      onDone(answer);
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 412 && file) await conflict(file);
      else if (cause instanceof Problem && cause.errors.length > 0) fail(cause.errors);
      else fail([{ field: '', message: text(cause) }]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const go = (event: SubmitEvent) => {
    event.preventDefault();
    setChanges([]);
    const wrong = faultsOfForm(form, values, today).map(({ field, label, code }) => ({
      field,
      message: t(`common:invalid.${code}`, {
        label: label.startsWith('occurredOn') ? t(label) : words.label(label),
      }),
    }));
    if (wrong.length > 0) return fail(inPageOrder(wrong, prefix));
    setFaults([]);
    void submit();
  };

  const set = (path: string, value: unknown) => {
    setFaults(faults.filter(({ field }) => field !== path));
    setValues((before) => withValueAt(before, path, value));
  };

  return (
    <form className="fields" onSubmit={go} noValidate aria-label={words.title}>
      {words.does && (
        <p className={form.ends ? 'notice' : 'quiet'} data-tone={form.ends ? 'late' : undefined}>
          {words.does}
        </p>
      )}
      <ErrorSummary faults={faults} attempt={attempt} prefix={prefix} />
      {changes.length > 0 && <Changes entries={changes} />}
      <FormFields values={values} set={set} faults={faults} prefix={prefix}>
        <CommandFields words={words} fields={form.fields} values={values} set={set} file={file} />
        {form.backdated && (
          <details className="why">
            <summary>{t('backdate')}</summary>
            <div className="why-body fields">
              <DateField name="occurredOn" label={t('occurredOn')} optional />
              <TextField
                name="occurredOnReason"
                label={t('occurredOnReason')}
                hint={t('occurredOnReasonHint')}
                optional
              />
            </div>
          </details>
        )}
      </FormFields>
      <div className="buttons">
        <Button type="submit" busy={busy}>
          {busy ? t('state.sending') : changes.length > 0 ? t('action.sendAgain') : words.button}
        </Button>
        <Button kind="second" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What others did to the case while this form was being filled in. */
function Changes({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = useText('commands');
  const words = useEventWords();
  return (
    <div className="notice" data-tone="soon">
      <h3>{t('conflict.changed')}</h3>
      <ul className="ways">
        {entries.map((entry) => {
          const { title, detail } = words(entry);
          return (
            <li key={entry.revision}>
              {entry.actor.name}：{title}
              {detail && <span className="sub">{detail}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
