import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { worklist } from '../../api/queries.js';
import type { WorklistRow } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../kit/button.js';
import { useHolder } from '../../kit/holder.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { Loading, ProblemNotice } from '../../kit/states.js';
import { Day, ProvisionalTag, StatusTag } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { hasDraft } from '../lodge/draft.js';
import { closed } from './steps-of-case.js';

export function MyCases() {
  const t = useText('cases');
  const account = useMe();
  const query = useInfiniteQuery(worklist({}));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page title={t('title')} lede={account.company?.name} above={null}>
      <div className="stack">
        {hasDraft(account) && (
          <div className="notice" data-tone="accent">
            <h2>{t('draft')}</h2>
            <p>
              <Link to="/lodge">{t('goOn')}</Link>
            </p>
          </div>
        )}
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
        {query.isPending && <Loading />}
        {query.isError && <ProblemNotice cause={query.error} retry={query.refetch} />}
        {query.data && rows.length === 0 && (
          <div className="card empty">
            <p>{t('none')}</p>
          </div>
        )}
        {rows.length > 0 && (
          <ul className="case-cards">
            {rows.map((row) => (
              <CaseCard key={row.caseId} row={row} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <div>
            <Button kind="second" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function CaseCard({ row }: { readonly row: WorklistRow }) {
  const t = useText('cases');
  const holder = useHolder();
  return (
    <li className="card case-card">
      <div className="case-card-head">
        <h2>
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
            {row.respondent ?? t(`kind.${row.kind}`)}
          </Link>
        </h2>
        <StatusTag status={row.status} />
      </div>
      <p className="quiet small">
        <span className="mono">{row.caseNumber}</span> · {t(`kind.${row.kind}`)} · {t('lodgedOn')}{' '}
        <Day date={row.lodgedOn} />
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
              {row.clock?.provisional && <ProvisionalTag />}
            </dd>
          </div>
        )}
      </dl>
      {row.status === 'returnedForSupplement' && <p className="must">{t('mustSupply')}</p>}
    </li>
  );
}
