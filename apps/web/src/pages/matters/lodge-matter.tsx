import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApiDocument } from '../../api/api-document.js';
import { apiDocument } from '../../api/queries.js';
import { NotFound } from '../../app/faults.js';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { FormFields, inPageOrder, type Fault } from '../../kit/form.js';
import { valueAt, withValueAt } from '../../kit/paths.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { CommandFields } from '../commands/command-fields.js';
import { bodyOf, emptyValues, faultsOfForm } from '../commands/form-values.js';
import { keepUs, type Draft } from '../lodge/draft.js';
import { NotKept } from '../lodge/draft-kept.js';
import { StepForm } from '../lodge/step-form.js';
import { lastStep, useStep } from '../lodge/use-step.js';
import { Answers } from './answers.js';
import { fieldsOfStep, formOfMatter, stepOfField, stepsOf } from './form-of-matter.js';
import { dropLodging, keepLodging, openLodging, type KeptLodging } from './kept-lodging.js';
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
  if (at !== lastStep && !steps.some(({ name }) => name === at)) return <NotFound />;
  return (
    <>
      {!isKept && <NotKept />}
      <StepPage key={at} {...{ matter, form, steps, at, kept, change, refused, setRefused }} />
    </>
  );
}

interface StepPageProps {
  readonly matter: MatterName;
  readonly form: ReturnType<typeof formOfMatter>;
  readonly steps: ReturnType<typeof stepsOf>;
  /** The name of a step, or the last. */
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
  const title = t(`matter.${matter}.title`);
  const words = useLodgingWords(title);
  const step = steps.find(({ name }) => name === at) ?? null;
  const page = useStep({
    step: at,
    placeOf: (field) => ({ step: stepOfField(steps, field)?.name ?? lastStep, path: field }),
    refused,
    setRefused,
  });

  const set = (path: string, value: unknown) => {
    page.forget(path);
    change({ ...kept, values: withValueAt(kept.values, path, value) });
  };
  const drop = () => {
    dropLodging(account, matter);
    void navigate({ to: '/matters' });
  };
  const wrongIn = (fields: typeof form.fields): Fault[] =>
    faultsOfForm({ ...form, fields }, kept.values, shanghaiDay(Date.now())).map(({ field, label, code }) => ({
      field,
      message: t(`common:invalid.${code}`, { label: words.label(label) }),
    }));
  const submit = () =>
    page.lodge({
      path: matters[matter].path,
      body: bodyOf(form, kept.values),
      commandId: kept.commandId,
      done: () => {
        dropLodging(account, matter);
        if (account.role === 'sme')
          keepUs(account, valueAt(kept.values, matters[matter].party) as Draft['complainant']);
      },
    });

  const goOn = () => {
    page.begin();
    const wrong = wrongIn(step ? fieldsOfStep(step, form) : form.fields);
    if (step === null) return wrong.length === 0 ? void submit() : page.failOverall(wrong);
    if (wrong.length > 0) return page.fail(inPageOrder(wrong));
    const next = kept.checked ? undefined : steps[steps.indexOf(step) + 1];
    if (!next) change({ ...kept, checked: true });
    void navigate({ to: '/matters/$matter/$step', params: { matter, step: next?.name ?? lastStep } });
  };

  const before = steps[(step ? steps.indexOf(step) : steps.length) - 1];
  return (
    <StepForm
      title={t(`step.${at}.title`)}
      windowTitle={`${t(`step.${at}.title`)} · ${title}`}
      label={title}
      lede={t(`step.${at}.lede`, { matter: title })}
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
      at={page}
      goOn={goOn}
      dropDraft={drop}
      leadTo={(where, message) => (
        <Link to="/matters/$matter/$step" params={{ matter, step: where }}>
          {message}
        </Link>
      )}
    >
      {step === null ? (
        <Answers {...{ matter, steps, form, words }} values={kept.values} />
      ) : (
        <FormFields values={kept.values} set={set} faults={page.faults}>
          <StepFields fields={fieldsOfStep(step, form)} words={words} values={kept.values} set={set} file={null} />
        </FormFields>
      )}
    </StepForm>
  );
}

/** A page of one group needs no legend: its heading has said what it is about. */
function StepFields(props: Parameters<typeof CommandFields>[0]) {
  const [only, ...more] = props.fields;
  if (only?.kind !== 'group' || more.length > 0) return <CommandFields {...props} />;
  return <CommandFields {...props} fields={only.fields} prefix={`${only.name}.`} labels={`${only.name}.`} />;
}
