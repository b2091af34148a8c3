import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMe } from '../../app/session.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { ChoiceField } from '../../kit/fields.js';
import { FormFields, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { withValueAt } from '../../kit/paths.js';
import { useText } from '../../text/names.js';
import { BegunDraft } from './begun-draft.js';
import { hasDraft, keepDraft, passedGate, questions, readDraft } from './draft.js';

/** Five questions before any typing, from the grounds on which a claim is not accepted. */
export function Gate() {
  const t = useText('lodge');
  const account = useMe();
  const navigate = useNavigate();
  const [going] = useState(() => hasDraft(account) && passedGate(readDraft(account)));
  const [draft, setDraft] = useState(() => readDraft(account));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const set = (path: string, value: unknown) => {
    const next = withValueAt(draft, path, value);
    setDraft(next);
    keepDraft(account, next);
    setFaults(faults.filter(({ field }) => field !== path));
  };
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const unanswered = questions.filter((one) => draft.gate[one] === '');
    if (unanswered.length > 0) {
      setFaults(
        unanswered.map((one) => ({
          field: `gate.${one}`,
          message: t('gate.unanswered', { question: t(`gate.${one}`) }),
        })),
      );
      return setAttempt((count) => count + 1);
    }
    const no = questions.find((one) => draft.gate[one] === 'no');
    return void (no
      ? navigate({ to: '/lodge/elsewhere/$question', params: { question: no } })
      : navigate({ to: '/lodge/$step', params: { step: 'us' } }));
  };
  const yesNo = [
    { value: 'yes', label: t('form.yes') },
    { value: 'no', label: t('form.no') },
  ];
  return (
    <Page title={t('gate.title')} lede={t('gate.lede')} faulty={faults.length > 0} narrow>
      <form className="fields" onSubmit={go} noValidate>
        {going && <BegunDraft dropped={() => setDraft(readDraft(account))} />}
        <ErrorSummary faults={faults} attempt={attempt} />
        <FormFields values={draft} set={set} faults={faults}>
          {questions.map((one) => (
            <ChoiceField
              key={one}
              name={`gate.${one}`}
              label={t(`gate.${one}`)}
              hint={t(`gate.hint.${one}`)}
              options={yesNo}
              row
            />
          ))}
        </FormFields>
        <div className="buttons">
          <Button type="submit">{t('action.continue')}</Button>
        </div>
        <p>
          <Link to="/matters">{t('otherMatters')}</Link>
        </p>
      </form>
    </Page>
  );
}
