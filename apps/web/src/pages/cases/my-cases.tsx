import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { worklist } from '../../api/queries.js';
import type { WorklistRow } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { useHolder } from '../../kit/holder.js';
import { Listed } from '../../kit/listed.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { ClockTag, Day, ProvisionalTag, StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { BegunDraft } from '../lodge/begun-draft.js';
import { closed } from './steps-of-case.js';

export function MyCases() {
  const t = useText('cases');
  const account = useMe();
  const query = useInfiniteQuery(worklist({}));
  return (
    <Page title={t('title')} lede={account.company?.name} above={null}>
      <div className="stack">
        <BegunDraft />
        {account.role !== 'respondent' && (
          <>
            <div>
              <Link to={account.role === 'sme' ? '/lodge' : '/matters'} className="button">
                {t('lodge')}
              </Link>
            </div>
            <p>
              <Link to="/matters">{t('otherMatters')}</Link>
            </p>
          </>
        )}
        <Listed query={query} none={t('none')}>
          {(rows) => (
            <ul className="case-cards">
              {rows.map((row) => (
                <CaseCard key={row.caseId} row={row} />
              ))}
            </ul>
          )}
        </Listed>
      </div>
    </Page>
  );
}

function CaseCard({ row }: { readonly row: WorklistRow }) {
  const t = useText('cases');
  const { role } = useMe();
  const holder = useHolder();
  return (
    <li className="card case-card">
      <div className="case-card-head">
        <h2>
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
            {(role === 'respondent' ? row.complainant : row.respondent) ?? t(`kind.${row.kind}`)}
          </Link>
        </h2>
        <StatusTag status={row.status} />
      </div>
      <p className="quiet small">
        <span className="mono">{row.caseNumber}</span> · {t(`kind.${row.kind}`)} · {t('lodgedOn')}{' '}
        <Day date={row.lodgedOn} />
        {role === 'agent' && <span className="sub">{row.complainant}</span>}
      </p>
      <dl className="case-card-facts">
        {row.outstanding !== null && (
          <div>
            <dt>{t('outstanding')}</dt>
            <dd>
              <Money amount={row.outstanding} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t(closed.has(row.status) ? 'lastHolder' : 'holder')}</dt>
          <dd>{holder(row)}</dd>
        </div>
        {!closed.has(row.status) && (
          <div>
            <dt>{t('by')}</dt>
            <dd>
              {row.clock?.dueOn ? <Day date={row.clock.dueOn} /> : t('noDate')}{' '}
              {row.clock?.provisional && <ProvisionalTag />}{' '}
              {(row.clock?.status === 'late' || row.clock?.status === 'dueSoon') && <ClockTag clock={row.clock} />}
            </dd>
          </div>
        )}
      </dl>
      {row.status === 'returnedForSupplement' && <p className="must">{t('mustSupply')}</p>}
    </li>
  );
}
