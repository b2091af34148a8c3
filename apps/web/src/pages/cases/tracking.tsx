import { Link } from '@tanstack/react-router';
import type { CaseFile } from '../../api/types.js';
import { Page } from '../../kit/page.js';
import { StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Actions } from '../commands/actions.js';
import { Defects } from '../file/defects.js';
import { Now } from '../file/now.js';
import { ClaimFacts, Lines, Mediations, Parties, Result, Sums } from '../file/sections.js';
import { SettlementAndPayments } from '../file/settlement-and-payments.js';
import { Timeline } from '../file/timeline.js';
import { closed, stepsOf } from './steps-of-case.js';

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
          {!over && <Now file={file} title={t(`now.${file.status}`)} />}
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
