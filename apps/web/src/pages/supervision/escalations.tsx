import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { escalations } from '../../api/queries.js';
import type { Escalation } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { Loading, ProblemNotice } from '../../kit/states.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';

const route = getRouteApi('/escalations');
const states = ['open', 'fired'] as const;

export function Escalations() {
  const t = useText('supervision');
  const search = route.useSearch();
  const state = search.state === 'fired' ? 'fired' : 'open';
  const query = useInfiniteQuery(escalations(state));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page title={t('escalations.title')} lede={t('escalations.lede')}>
      <div className="stack">
        <nav className="tabs" aria-label={t('escalations.which')}>
          <ul>
            {states.map((one) => (
              <li key={one}>
                <Link
                  to="/escalations"
                  search={{ state: one }}
                  className="tab"
                  data-on={one === state}
                  aria-current={one === state ? 'true' : undefined}
                >
                  {t(`escalations.${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {query.isPending && <Loading />}
        {query.isError && <ProblemNotice cause={query.error} retry={query.refetch} />}
        {query.data && rows.length === 0 && (
          <div className="card empty">
            <p>{t(`escalations.none.${state}`)}</p>
          </div>
        )}
        {rows.length > 0 && <Rungs rows={rows} state={state} />}
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

interface RungsProps {
  readonly rows: readonly Escalation[];
  readonly state: (typeof states)[number];
}

function Rungs({ rows, state }: RungsProps) {
  const t = useText('supervision');
  const name = useName();
  const column = (id: string) => t(`escalations.column.${id}`);
  const when = state === 'fired' ? 'firedAt' : 'dueOn';
  return (
    <div className="table-card">
      <table className="table stacked" role="table" aria-label={t('escalations.title')}>
        <thead role="rowgroup">
          <tr role="row">
            {['case', 'rung', when, 'clockDueOn', 'office'].map((id) => (
              <th role="columnheader" scope="col" key={id}>
                {column(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.caseId + row.clock.rule + row.rung + (row.firedAt ?? row.dueOn)}>
              <th role="rowheader" scope="row">
                <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.caseNumber}
                </Link>
                <span className="sub">
                  {row.complainant} → {row.respondent}
                </span>
              </th>
              <td role="cell" data-label={column('rung')}>
                <strong>{name(row.title)}</strong>
                <span className="sub">
                  {t('escalations.tells', {
                    who: row.tells
                      .map((one) => t(`escalations.receiver.${one}`, { defaultValue: one }))
                      .join(t('escalations.and')),
                    act: t(`escalations.act.${row.act}`, { defaultValue: row.act }),
                  })}
                </span>
              </td>
              <td role="cell" data-label={column(when)}>
                {row.firedAt ? <span className="number">{showTime(row.firedAt)}</span> : <DayOf date={row.dueOn} />}
                {row.late && (
                  <span className="sub">
                    <span className="tag" data-tone="late">
                      {t('escalations.late')}
                    </span>
                  </span>
                )}
              </td>
              <td role="cell" data-label={column('clockDueOn')}>
                <DayOf date={row.clockDueOn} />
                <span className="sub">{name(row.clock.title)}</span>
              </td>
              <td role="cell" data-label={column('office')}>
                {name(row.handlingOffice?.name) || <span className="quiet">{t('escalations.noOffice')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayOf({ date }: { readonly date: string | null }) {
  return date ? <Day date={date} /> : <span className="quiet">—</span>;
}
