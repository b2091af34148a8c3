import { Link } from '@tanstack/react-router';
import type { CaseFile } from '../../api/types.js';
import { dayOf } from '../../calendar/show-date.js';
import { useHolder } from '../../kit/holder.js';
import { Page } from '../../kit/page.js';
import { Day, StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Actions } from '../commands/actions.js';
import { CaseHolders } from './case-holders.js';
import { Clocks } from './clocks.js';
import { FileInTime } from './file-in-time.js';
import { NearCases } from './near-cases.js';
import { Rungs } from './rungs.js';
import { ClaimFacts, Lines, Mediations, Parties, Reply, Result, Sums } from './sections.js';
import { SettlementAndPayments } from './settlement-and-payments.js';
import { Timeline } from './timeline.js';

/** For officers: the act and the deadlines beside the file, which reads from the newest fact down. */
export function CasePage({ file }: { readonly file: CaseFile }) {
  const t = useText('file');
  const holder = useHolder();
  return (
    <Page
      title={t('title', { number: file.caseNumber })}
      lede={
        <>
          {file.claim.complainant.name} → {file.claim.respondent.name}
        </>
      }
      above={
        <Link className="back" to="/worklist" search={(before) => before}>
          ‹ {t('nav.worklist')}
        </Link>
      }
    >
      <div className="stack">
        {file.parked && (
          <div className="notice" data-tone="late" role="alert">
            <p>{t('parked')}</p>
          </div>
        )}
        <div className="case-strip">
          <StatusTag status={file.status} />
          <span>
            <span className="quiet">{t('holder.title')}</span> {holder(file)}
          </span>
          <span>
            <span className="quiet">{t('lodgedOn')}</span> <Lodged file={file} />
          </span>
          <Link to="/cases/$caseId/audit" params={{ caseId: file.caseId }}>
            {t('audit')}
          </Link>
        </div>
        <FileInTime file={file} />
        <div className="columns">
          <div className="stack file-side">
            <Actions file={file} title={t('actions')} nothing={t('nothing')} />
            <Clocks file={file} />
            <Rungs file={file} />
            <NearCases caseId={file.caseId} />
          </div>
          <div className="stack file-main">
            <Sums file={file} />
            <Result file={file} />
            <SettlementAndPayments file={file} />
            <Mediations file={file} />
            <Reply file={file} />
            <Lines file={file} />
            <Parties file={file} />
            <ClaimFacts file={file} />
            <CaseHolders caseId={file.caseId} />
            <Timeline file={file} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function Lodged({ file }: { readonly file: CaseFile }) {
  const first = file.timeline.at(-1);
  return first ? <Day date={dayOf(first.occurredAt)} /> : null;
}
