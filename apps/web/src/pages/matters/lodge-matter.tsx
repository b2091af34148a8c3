import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { ApiDocument } from '../../api/api-document.js';
import { send } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { apiDocument, remember } from '../../api/queries.js';
import { NotFound } from '../../app/faults.js';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Button } from '../../kit/button.js';
import { ErrorSummary } from '../../kit/error-summary.js';
import { FormFields, inPageOrder, type Fault } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { valueAt, withValueAt } from '../../kit/paths.js';
import { Answered, useProblemText } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { CommandFields } from '../commands/command-fields.js';
import { bodyOf, emptyValues, faultsOfForm } from '../commands/form-values.js';
import { keepUs, type Draft } from '../lodge/draft.js';
import { Answers } from './answers.js';
import { FaultsElsewhere } from './faults-elsewhere.js';
import { fieldsOfStep, formOfMatter, stepOfField, stepsOf } from './form-of-matter.js';
import { closeLodging, keepLodging, openLodging, type KeptLodging } from './kept-lodging.js';
import { useLodgingWords } from './lodging-words.js';
import { isMatter, matters, type MatterName } from './matters.js';

const route = getRouteApi('/matters/$matter/$step');

/** A case of any kind, lodged over pages of one topic each; the fields are the API's to say. */
export function LodgeMatter() {
  const { matter } = route.useParams();
  const query = useQuery(apiDocument);
  if (!isMatter(matter)) return <NotFound />;
  return (
    <Answered page query={query}>
      {(document) => <Lodging key={matter} matter={matter} document={document} />}
    </Answered>
  );
}

interface Of {
  readonly matter: MatterName;
  readonly document: ApiDocument;
}

/** Stays while the pages change, so that what the server refused is still known on the page where the field lives. */
function Lodging({ matter, document }: Of) {
  const t = useText('lodging');
  const account = useMe();
  const { step: at } = route.useParams();
  const form = formOfMatter(document, matters[matter], account.role);
  const steps = stepsOf(matters[matter], form);
  const [kept, setKept] = useState(() => openLodging(account, matter, emptyValues(form), shanghaiDay(Date.now())));
  const [isKept, setIsKept] = useState(true);
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const change = (next: KeptLodging) => {
    setKept(next);
    setIsKept(keepLodging(account, matter, next));
  };
  if (at !== 'check' && !steps.some(({ name }) => name === at)) return <NotFound />;
  return (
    <>
      {!isKept && (
        <div className="notice narrow" data-tone="soon" role="alert">
          <p>{t('notKept')}</p>
        </div>
      )}
      <StepPage key={at} {...{ matter, form, steps, at, kept, change, refused, setRefused }} />
    </>
  );
}

interface StepPageProps {
  readonly matter: MatterName;
  readonly form: ReturnType<typeof formOfMatter>;
  readonly steps: ReturnType<typeof stepsOf>;
  /** The name of a step, or `check`. */
  readonly at: string;
  readonly kept: KeptLodging;
  readonly change: (next: KeptLodging) => void;
  readonly refused: readonly Fault[];
  readonly setRefused: (faults: readonly Fault[]) => void;
}

function StepPage({ matter, form, steps, at, kept, change, refused, setRefused }: StepPageProps) {
  const t = useText('lodging');
  const account = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const title = t(`matter.${matter}.title`);
  const words = useLodgingWords(title);
  const [found, setFound] = useState<readonly Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // State is too late for the second of two clicks in one frame.
  const sending = useRef(false);
  const step = steps.find(({ name }) => name === at) ?? null;
  const here = (fault: Fault) => stepOfField(steps, fault.field) === step;
  const faults = [...found, ...refused.filter(here)];
  const elsewhere = step === null ? refused.filter((fault) => !here(fault)) : [];

  // Coming from the summary of the check page: the summary of this page says where to look.
  const arrived = faults.length > 0;
  useEffect(() => {
    if (arrived) setAttempt((count) => Math.max(count, 1));
  }, [arrived]);

  const set = (path: string, value: unknown) => {
    setFound(found.filter(({ field }) => field !== path));
    setRefused(refused.filter(({ field }) => field !== path));
    change({ ...kept, values: withValueAt(kept.values, path, value) });
  };
  const fail = (next: readonly Fault[]) => {
    setFound(next);
    setAttempt((count) => count + 1);
  };
  const wrongIn = (fields: typeof form.fields): Fault[] =>
    faultsOfForm({ ...form, fields }, kept.values, shanghaiDay(Date.now())).map(({ field, label, code }) => ({
      field,
      message: t(`common:invalid.${code}`, { label: words.label(label) }),
    }));

  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      const answer = await send(matters[matter].path, bodyOf(form, kept.values), kept.commandId);
      remember(answer.position);
      closeLodging(account, matter);
      if (account.role === 'sme') keepUs(account, valueAt(kept.values, matters[matter].party) as Draft['complainant']);
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

  const goOn = (event: SubmitEvent) => {
    event.preventDefault();
    if (step === null) {
      const wrong = wrongIn(form.fields);
      setFound([]);
      if (wrong.length === 0) return void submit();
      setRefused(wrong);
      return fail([]);
    }
    setRefused(refused.filter((fault) => !here(fault)));
    const wrong = wrongIn(fieldsOfStep(step, form));
    if (wrong.length > 0) return fail(inPageOrder(wrong));
    const next = kept.checked ? undefined : steps[steps.indexOf(step) + 1];
    if (!next) change({ ...kept, checked: true });
    void navigate({ to: '/matters/$matter/$step', params: { matter, step: next?.name ?? 'check' } });
  };

  const before = steps[(step ? steps.indexOf(step) : steps.length) - 1];
  return (
    <Page
      title={t(`step.${at}.title`)}
      windowTitle={`${t(`step.${at}.title`)} · ${title}`}
      lede={t(`step.${at}.lede`, { matter: title })}
      faulty={faults.length + elsewhere.length > 0}
      narrow
      above={
        <>
          <Link
            className="back"
            to={before ? '/matters/$matter/$step' : '/matters'}
            params={before ? { matter, step: before.name } : {}}
          >
            ‹ {t('action.back')}
          </Link>
          <p className="quiet">{title}</p>
        </>
      }
    >
      <form onSubmit={goOn} noValidate className="fields" aria-label={title}>
        {faults.length > 0 && <ErrorSummary faults={faults} attempt={attempt} />}
        {elsewhere.length > 0 && <FaultsElsewhere {...{ faults: elsewhere, matter, steps, attempt }} />}
        {step === null ? (
          <Answers {...{ matter, steps, form, words }} values={kept.values} />
        ) : (
          <FormFields values={kept.values} set={set} faults={faults}>
            <StepFields fields={fieldsOfStep(step, form)} words={words} values={kept.values} set={set} file={null} />
          </FormFields>
        )}
        <div className="buttons">
          <Button type="submit" busy={busy}>
            {busy ? t('state.sending') : t(step === null ? 'lodgeNow' : 'action.continue')}
          </Button>
          <p className="quiet small">{t('keptHere')}</p>
        </div>
      </form>
    </Page>
  );
}

/** A page of one group needs no legend: its heading has said what it is about. */
function StepFields(props: Parameters<typeof CommandFields>[0]) {
  const [only, ...more] = props.fields;
  if (only?.kind !== 'group' || more.length > 0) return <CommandFields {...props} />;
  return <CommandFields {...props} fields={only.fields} prefix={`${only.name}.`} labels={`${only.name}.`} />;
}
