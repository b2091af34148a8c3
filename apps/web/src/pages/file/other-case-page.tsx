import { Link } from '@tanstack/react-router';
import type { OtherCaseFile } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { useHolder } from '../../kit/holder.js';
import { Page } from '../../kit/page.js';
import { Day, StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Actions } from '../commands/actions.js';
import { CaseHolders } from './case-holders.js';
import { Clocks } from './clocks.js';
import { Defects } from './defects.js';
import { FactsView, isNothing } from './facts-view.js';
import { LodgedMatter, OtherParties } from './lodged-matter.js';
import { Now } from './now.js';
import { Beside, Documents } from './papers.js';
import { Publicity } from './publicity.js';
import { FileInTime } from './file-in-time.js';
import { NearCases } from './near-cases.js';
import { Rungs } from './rungs.js';
import { Section } from './section.js';
import { Timeline } from './timeline.js';

/** What has a part of the page of its own, or is for the machine alone. */
const saidElsewhere: ReadonlySet<string> = new Set([
  ...[
    'status',
    'caseNumber',
    'procedure',
    'complaint',
    'request',
    'reading',
    'lodgedOn',
    'lodging',
    'channel',
    'route',
  ],
  ...['since', 'sinceEvent', 'statusBy', 'countedFrom', 'lastActOn', 'dayOf', 'fedBackTo'],
]);

const firms: ReadonlySet<string> = new Set(['sme', 'agent', 'respondent']);
const awaitingTheFirm: ReadonlySet<string> = new Set(['returnedForSupplement', 'defectsTold']);
/** The act which answers each. */
const answers: Readonly<Record<string, string>> = {
  returnedForSupplement: 'supplyMaterials',
  defectsTold: 'cureDefects',
};

/** The file of a complaint, a credit-repair request or an IP case, for whoever may read it. */
export function OtherCasePage({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const { role } = useMe();
  const ownCase = firms.has(role);
  const asked = ownCase && role !== 'respondent' && awaitingTheFirm.has(file.status);
  const found = Object.entries(file.facts).filter(([name, value]) => !saidElsewhere.has(name) && !isNothing(value));
  return (
    <Page
      title={t('title', { number: file.caseNumber })}
      lede={[file.complainant.name, file.respondent?.name].filter(Boolean).join(' → ')}
      above={
        <Link className="back" to={ownCase ? '/cases' : '/worklist'} search={(before) => (ownCase ? {} : before)}>
          ‹ {t(ownCase ? 'nav.cases' : 'nav.worklist')}
        </Link>
      }
    >
      <div className="stack">
        {file.parked && (
          <div className="notice" data-tone="late" role="alert">
            <p>{t('parked')}</p>
          </div>
        )}
        <Strip file={file} ownCase={ownCase} />
        <FileInTime file={file} />
        <div className="columns">
          <div className="stack file-side">
            {asked && <Defects file={file} />}
            <Actions
              file={file}
              title={t('actions')}
              nothing={t('nothing')}
              {...(asked ? { opened: answers[file.status]! } : {})}
            />
            <Clocks file={file} />
            <Rungs file={file} />
            <NearCases caseId={file.caseId} />
          </div>
          <div className="stack file-main">
            {ownCase && <Now file={file} title={t(`common:status.${file.status}`, { defaultValue: file.status })} />}
            <LodgedMatter file={file} />
            <Publicity file={file} />
            {found.length > 0 && (
              <Section id="found-title" title={t('found')}>
                <FactsView facts={Object.fromEntries(found)} />
              </Section>
            )}
            <Documents file={file} />
            <Beside file={file} />
            <OtherParties file={file} />
            <CaseHolders caseId={file.caseId} />
            <Timeline file={file} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function Strip({ file, ownCase }: { readonly file: OtherCaseFile; readonly ownCase: boolean }) {
  const t = useText('file');
  const holder = useHolder();
  return (
    <div className="case-strip">
      <StatusTag status={file.status} />
      <span>
        {t(`common:kind.${file.kind}`)}
        {file.category && ` · ${t(`acts:option.${file.category}`, { defaultValue: '' })}`}
      </span>
      <span>
        <span className="quiet">{t('holder.title')}</span> {holder(file)}
      </span>
      {file.firstContact && (
        <span>
          <span className="quiet">{t('firstContact')}</span> {file.firstContact.name}
        </span>
      )}
      <span>
        <span className="quiet">{t('lodgedOn')}</span> <Day date={file.lodgedOn} />
      </span>
      <Link to={ownCase ? '/cases/$caseId/receipt' : '/cases/$caseId/audit'} params={{ caseId: file.caseId }}>
        {t(ownCase ? 'receipt' : 'audit')}
      </Link>
    </div>
  );
}
