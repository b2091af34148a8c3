import { Link } from '@tanstack/react-router';
import type { CaseFile, Clock } from '../../api/types.js';
import { useHolder } from '../../kit/holder.js';
import { Page } from '../../kit/page.js';
import { ClockTag, Day, ProvisionalTag, StatusTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { Actions } from '../commands/actions.js';
import { ClaimFacts, Lines, Mediations, Parties, Result, Sums } from '../file/sections.js';
import { SettlementAndPayments } from '../file/settlement-and-payments.js';
import { Timeline } from '../file/timeline.js';
import { Why } from '../file/why.js';
import { closed, stepsOf } from './steps-of-case.js';

const open: ReadonlySet<Clock['status']> = new Set(['running', 'dueSoon', 'late', 'paused', 'cannotTell']);

/** For the complainant: where the case is, who has it, by when and why, and what they must do. */
export function Tracking({ file }: { readonly file: CaseFile }) {
  const t = useText('cases');
  const returned = file.status === 'returnedForSupplement';
  const over = closed.has(file.status);
  return (
    <Page
      title={file.claim.respondent.name}
      windowTitle={`${file.caseNumber} ${file.claim.respondent.name}`}
      lede={
        <>
          <span className="mono">{file.caseNumber}</span> <StatusTag status={file.status} />
        </>
      }
      above={
        <Link className="back" to="/cases">
          ‹ {t('title')}
        </Link>
      }
    >
      <div className="columns">
        <div className="stack">
          <Steps file={file} />
          {!over && <Now file={file} />}
          <Sums file={file} />
          <Result file={file} />
          <SettlementAndPayments file={file} />
          <Mediations file={file} />
          <details className="why submitted">
            <summary>{t('whatISaid')}</summary>
            <div className="stack">
              <ClaimFacts file={file} />
              <Lines file={file} />
              <p>
                <Link to="/cases/$caseId/receipt" params={{ caseId: file.caseId }}>
                  {t('receipt')}
                </Link>
              </p>
            </div>
          </details>
          <Timeline file={file} />
        </div>
        <div className={returned ? 'stack act-first' : 'stack'}>
          {!over && (
            <div>
              {returned && <Defects file={file} />}
              <Actions
                file={file}
                title={t('mine')}
                nothing={t('nothingToDo')}
                {...(returned ? { opened: 'supplyMaterials' } : {})}
              />
            </div>
          )}
          <Parties file={file} />
        </div>
      </div>
    </Page>
  );
}

function Steps({ file }: { readonly file: CaseFile }) {
  const t = useText('cases');
  const steps = stepsOf(
    file.status,
    file.timeline.map(({ type }) => type),
  );
  return (
    <ol className="steps" aria-label={t('steps.title')}>
      {steps.map(({ step, state }) => (
        <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span>{t(`steps.${step}`)}</span>
          <span className="sub">{t(`steps.state.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Who has it, and by when. */
function Now({ file }: { readonly file: CaseFile }) {
  const t = useText('cases');
  const name = useName();
  const holder = useHolder();
  const clock = file.clocks
    .filter(({ status }) => open.has(status))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0];
  return (
    <section className="card" aria-labelledby="now-title">
      <h2 id="now-title">{t(`now.${file.status}`)}</h2>
      <dl className="facts">
        <dt>{t('holder')}</dt>
        <dd>{holder(file)}</dd>
        {clock && (
          <>
            <dt>{t('by')}</dt>
            <dd>
              {clock.dueOn ? (
                <strong>
                  <Day date={clock.dueOn} />
                </strong>
              ) : (
                t('noDate')
              )}{' '}
              {clock.provisional && <ProvisionalTag />} <ClockTag clock={clock} />
              <span className="sub">{name(clock.title)}</span>
              <Why clock={clock} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** Everything that is lacking, as it was told at once. */
function Defects({ file }: { readonly file: CaseFile }) {
  const t = useText('cases');
  const request = file.timeline.find(({ type }) => type === 'SupplementRequested');
  const defects = (request?.data['defects'] ?? []) as readonly { readonly item: string; readonly what: string }[];
  if (defects.length === 0) return null;
  return (
    <div className="notice defects" data-tone="soon">
      <h2>{t('defects')}</h2>
      <ol className="ways">
        {defects.map((defect, index) => (
          <li key={index}>
            <strong>{defect.item}</strong>
            <span className="sub">{defect.what}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
