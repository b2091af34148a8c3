import { Link } from '@tanstack/react-router';
import type { OtherCaseFile } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { useHolder } from '../../kit/holder.js';
import { Page } from '../../kit/page.js';
import { Day, StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Actions } from '../commands/actions.js';
import { DataView } from '../audit/data-view.js';
import { Clocks } from './clocks.js';
import { Section } from './section.js';
import { Timeline } from './timeline.js';

/** What the file says elsewhere on its page, or for the machine alone. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'status',
  'caseNumber',
  'procedure',
  'lodgedOn',
  'since',
  'lodging',
  'countedFrom',
  'lastActOn',
  'dayOf',
]);

/** The file of a complaint, a credit-repair request or an IP case, for whoever may read it. */
export function OtherCasePage({ file }: { readonly file: OtherCaseFile }) {
  const t = useText('file');
  const holder = useHolder();
  const { role } = useMe();
  const ownCase = role === 'sme' || role === 'agent' || role === 'respondent';
  const facts = Object.entries(file.facts).filter(([name, value]) => !saidElsewhere.has(name) && !isEmpty(value));
  return (
    <Page
      title={t('title', { number: file.caseNumber })}
      lede={[file.complainant.name, file.respondent?.name].filter(Boolean).join(' → ')}
      above={
        <Link className="back" to={ownCase ? '/cases' : '/worklist'}>
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
        <div className="case-strip">
          <StatusTag status={file.status} />
          <span>{t(`common:kind.${file.kind}`)}</span>
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
          {!ownCase && (
            <Link to="/cases/$caseId/audit" params={{ caseId: file.caseId }}>
              {t('audit')}
            </Link>
          )}
        </div>
        <div className="columns">
          <div className="stack file-side">
            <Actions file={file} title={t('actions')} nothing={t('nothing')} />
            <Clocks clocks={file.clocks} />
          </div>
          <div className="stack file-main">
            <Section id="facts-title" title={t('facts')}>
              <DataView data={Object.fromEntries(facts)} />
            </Section>
            <Timeline file={file} />
          </div>
        </div>
      </div>
    </Page>
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
