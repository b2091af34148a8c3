import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ComponentType, type SubmitEvent } from 'react';
import { send } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { remember } from '../../api/queries.js';
import { NotFound } from '../../app/faults.js';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { FormFields, inPageOrder, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { withValueAt } from '../../kit/paths.js';
import { useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { claimOf, whereIs } from './claim.js';
import { faultsOfStep } from './check-draft.js';
import { closeDraft, keepDraft, readDraft, steps, type Draft, type Step } from './draft.js';
import { useFaultWords } from './fault-words.js';
import { Check } from './steps/check.js';
import { EvidenceStep } from './steps/evidence.js';
import { Facts } from './steps/facts.js';
import { MoneyStep } from './steps/money.js';
import type { StepProps } from './steps/step.js';
import { Them } from './steps/them.js';
import { Us } from './steps/us.js';

const pages: Readonly<Record<Step, ComponentType<StepProps>>> = {
  us: Us,
  them: Them,
  money: MoneyStep,
  facts: Facts,
  evidence: EvidenceStep,
  check: Check,
};

const route = getRouteApi('/lodge/$step');

export function Lodge() {
  const { step } = route.useParams();
  return steps.includes(step as Step) ? <Steps step={step as Step} /> : <NotFound />;
}

/** Stays while the pages change, so that what the server refused is still known on the page where the field lives. */
function Steps({ step }: { readonly step: Step }) {
  const account = useMe();
  const t = useText('lodge');
  const [draft, setDraft] = useState(() => readDraft(account));
  const [kept, setKept] = useState(true);
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const change = (next: Draft) => {
    setDraft(next);
    setKept(keepDraft(account, next));
  };
  return (
    <>
      {!kept && (
        <div className="notice narrow" data-tone="soon" role="alert">
          <p>{t('notKept')}</p>
        </div>
      )}
      <StepPage key={step} step={step} draft={draft} change={change} refused={refused} setRefused={setRefused} />
    </>
  );
}

interface StepPageProps extends StepProps {
  readonly step: Step;
  readonly refused: readonly Fault[];
  readonly setRefused: (faults: readonly Fault[]) => void;
}

function StepPage({ step, draft, change, refused, setRefused }: StepPageProps) {
  const t = useText('lodge');
  const account = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const words = useFaultWords();
  const problemText = useProblemText();
  const [found, setFound] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // State is too late for the second of two clicks in one frame.
  const sending = useRef(false);
  const faults = [...found, ...refused.filter(({ field }) => whereIs(field, draft).step === step)].map((fault) => ({
    ...fault,
    field: whereIs(fault.field, draft).path,
  }));
  const elsewhere = step === 'check' ? refused.filter(({ field }) => whereIs(field, draft).step !== 'check') : [];
  const Fields = pages[step];

  // Coming from the summary of the check page: the summary of this page says where to look.
  const arrived = faults.length > 0;
  useEffect(() => {
    if (arrived) setAttempt((count) => Math.max(count, 1));
  }, [arrived]);

  const set = (path: string, value: unknown) => {
    setFound(found.filter(({ field }) => field !== path));
    setRefused(refused.filter(({ field }) => whereIs(field, draft).path !== path));
    change(withValueAt(draft, path, value));
  };

  const fail = (next: readonly Fault[]) => {
    setFound(next);
    setAttempt((count) => count + 1);
  };

  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      const claim = claimOf(draft, {
        evidenceTitle: (kind) => t(`evidenceKind.${kind}`),
        toFollow: t('evidence.toFollow'),
      });
      const answer = await send('/api/overdue-payment-claims', claim, draft.commandId);
      remember(answer.position);
      closeDraft(account, draft);
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$caseId/receipt', params: { caseId: answer.caseId } });
    } catch (cause) {
      if (cause instanceof Problem && cause.errors.length > 0) {
        setRefused(cause.errors);
        fail([]);
      } else fail([{ field: '', message: problemText(cause) }]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const today = shanghaiDay(Date.now());
    setRefused(refused.filter(({ field }) => whereIs(field, draft).step !== step));
    const wrong = faultsOfStep(step, draft, today).map(words);
    if (wrong.length > 0) return fail(inPageOrder(wrong));
    setFound([]);
    if (step !== 'check') {
      const next = draft.checked ? 'check' : steps[steps.indexOf(step) + 1]!;
      if (next === 'check' && !draft.checked) change({ ...draft, checked: true });
      return void navigate({ to: '/lodge/$step', params: { step: next } });
    }
    const earlier = steps
      .slice(0, -1)
      .flatMap((one) => faultsOfStep(one, draft, today))
      .map(words);
    if (earlier.length === 0) return void submit();
    setRefused(earlier);
    fail([]);
  };

  return (
    <Page
      title={t(`step.${step}.title`)}
      lede={t(`step.${step}.lede`)}
      faulty={faults.length + elsewhere.length > 0}
      narrow
      above={<BackLink step={step} />}
    >
      <form onSubmit={go} noValidate className="fields">
        {faults.length > 0 && <ErrorSummary faults={faults} attempt={attempt} />}
        {elsewhere.length > 0 && <ElsewhereSummary faults={elsewhere} draft={draft} attempt={attempt} />}
        <FormFields values={draft} set={set} faults={faults}>
          <Fields draft={draft} change={change} />
        </FormFields>
        <div className="buttons">
          <Button type="submit" busy={busy}>
            {busy ? t('state.sending') : step === 'check' ? t('lodgeNow') : t('action.continue')}
          </Button>
          <p className="quiet small">{t('keptHere')}</p>
        </div>
      </form>
    </Page>
  );
}

/** Faults of other pages: each leads to the page where its field lives. */
function ElsewhereSummary({ faults, draft, attempt }: { faults: readonly Fault[]; draft: Draft; attempt: number }) {
  const t = useText('lodge');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="elsewhere-summary">
      <h2 id="elsewhere-summary">{t('fault.summary')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message}>
            <Link to="/lodge/$step" params={{ step: whereIs(field, draft).step }}>
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BackLink({ step }: { readonly step: Step }) {
  const t = useText('lodge');
  const previous = steps[steps.indexOf(step) - 1];
  return previous ? (
    <Link className="back" to="/lodge/$step" params={{ step: previous }}>
      ‹ {t('action.back')}
    </Link>
  ) : (
    <Link className="back" to="/lodge">
      ‹ {t('action.back')}
    </Link>
  );
}
