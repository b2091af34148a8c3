import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ComponentType } from 'react';
import { NotFound } from '../../app/faults.js';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { FormFields, inPageOrder, type Fault } from '../../kit/form.js';
import { withValueAt } from '../../kit/paths.js';
import { useText } from '../../text/names.js';
import { claimOf, whereIs } from './claim.js';
import { faultsOfStep } from './check-draft.js';
import { dropDraft, keepDraft, keepUs, readDraft, steps, type Draft, type Step } from './draft.js';
import { NotKept } from './draft-kept.js';
import { useFaultWords } from './fault-words.js';
import { StepForm } from './step-form.js';
import { Check } from './steps/check.js';
import { EvidenceStep } from './steps/evidence.js';
import { Facts } from './steps/facts.js';
import { MoneyStep } from './steps/money.js';
import type { StepProps } from './steps/step.js';
import { Them } from './steps/them.js';
import { Us } from './steps/us.js';
import { lastStep, useStep } from './use-step.js';

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
  const [draft, setDraft] = useState(() => readDraft(account));
  const [kept, setKept] = useState(true);
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const change = (next: Draft) => {
    setDraft(next);
    setKept(keepDraft(account, next));
  };
  return (
    <>
      {!kept && <NotKept />}
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
  const words = useFaultWords();
  const at = useStep({ step, placeOf: (field) => whereIs(field, draft), refused, setRefused });
  const Fields = pages[step];

  const set = (path: string, value: unknown) => {
    at.forget(path);
    change(withValueAt(draft, path, value));
  };
  const drop = () => {
    dropDraft(account);
    void navigate({ to: '/cases' });
  };
  const submit = () =>
    at.lodge({
      path: '/api/overdue-payment-claims',
      body: claimOf(draft, {
        evidenceTitle: (kind) => t(`evidenceKind.${kind}`),
        toFollow: t('evidence.toFollow'),
      }),
      commandId: draft.commandId,
      done: () => {
        dropDraft(account);
        keepUs(account, draft.complainant);
      },
    });

  const goOn = () => {
    const today = shanghaiDay(Date.now());
    at.begin();
    const wrong = faultsOfStep(step, draft, today).map(words);
    if (wrong.length > 0) return at.fail(inPageOrder(wrong));
    if (step !== lastStep) {
      const next = draft.checked ? lastStep : steps[steps.indexOf(step) + 1]!;
      if (next === lastStep && !draft.checked) change({ ...draft, checked: true });
      return void navigate({ to: '/lodge/$step', params: { step: next } });
    }
    const earlier = steps
      .slice(0, -1)
      .flatMap((one) => faultsOfStep(one, draft, today))
      .map(words);
    if (earlier.length === 0) return void submit();
    at.failOverall(earlier);
  };

  return (
    <StepForm
      title={t(`step.${step}.title`)}
      lede={t(`step.${step}.lede`)}
      above={<BackLink step={step} />}
      at={at}
      goOn={goOn}
      dropDraft={drop}
      leadTo={(where, message) => (
        <Link to="/lodge/$step" params={{ step: where }}>
          {message}
        </Link>
      )}
    >
      <FormFields values={draft} set={set} faults={at.faults}>
        <Fields draft={draft} change={change} />
      </FormFields>
    </StepForm>
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
