import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type SubmitEvent } from 'react';
import { worklist } from '../../api/queries.js';
import type { Role } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { showDate } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { Loading, ProblemNotice } from '../../kit/states.js';
import { useLanguage, useText } from '../../text/names.js';
import { isPast, pastOf, withoutPast } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { CaseTable } from './case-table.js';

const route = getRouteApi('/worklist');

const queues: Readonly<Record<Role, readonly string[]>> = {
  sme: [],
  agent: [],
  respondent: [],
  serviceSpecialist: ['mine', 'office', 'all'],
  intakeOfficer: ['office', 'unassigned', 'mine', 'all'],
  handlingOfficer: ['office', 'unassigned', 'mine', 'all'],
  mediator: ['mine', 'office', 'all'],
  departmentHead: ['office', 'unassigned', 'all'],
  supervisor: ['all'],
  operator: [],
};

/** Statuses which more than one kind has, or which ask for somebody's act. */
const filterable: readonly string[] = [
  'lodged',
  'returnedForSupplement',
  'accepted',
  'transferred',
  'inHandling',
  'settled',
  'resultIssued',
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
];

/** Today's work in order of due date; what is filtered stands in the address. */
export function Worklist() {
  const t = useText('worklist');
  const language = useLanguage();
  const { role } = useMe();
  const search = route.useSearch();
  const navigate = useNavigate();
  const own = queues[role];
  const queue = search.queue && own.includes(search.queue) ? search.queue : (own[0] ?? 'all');
  const query = useInfiniteQuery({
    ...worklist({ queue, status: search.status, q: search.q, ...pastOf(search) }),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const first = query.data?.pages[0];
  const filtered = Boolean(search.status ?? search.q);
  return (
    <Page
      title={t('title')}
      lede={
        first
          ? t(isPast(search) ? 'ledeOfPast' : first.more ? 'ledeMore' : 'lede', {
              count: first.total,
              today: showDate(first.today, language),
            })
          : t('state.loading')
      }
    >
      <div className="stack">
        {own.length > 1 && (
          <nav className="tabs" aria-label={t('queues')}>
            <ul>
              {own.map((one) => (
                <li key={one}>
                  <Link
                    to="/worklist"
                    search={{ ...search, queue: one }}
                    className="tab"
                    data-on={one === queue}
                    aria-current={one === queue ? 'true' : undefined}
                  >
                    {t(`queue.${one}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <PastControl
          past={pastOf(search)}
          what="worklist"
          go={(past) => void navigate({ to: '/worklist', search: { ...withoutPast(search), ...past } })}
        />
        <Filters key={`${search.status ?? ''}|${search.q ?? ''}`} />
        {query.isPending && <Loading />}
        {query.isError && <ProblemNotice cause={query.error} retry={query.refetch} />}
        {first && rows.length === 0 && (
          <div className="card empty">
            <p>{filtered ? t('noMatch') : t(`none.${queue}`)}</p>
          </div>
        )}
        {rows.length > 0 && <CaseTable rows={rows} label={t('title')} past={pastOf(search)} />}
        {query.hasNextPage && (
          <div className="buttons">
            <Button kind="second" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('action.more')}
            </Button>
            <p className="quiet">
              {t('shown', { shown: rows.length, total: `${first?.total ?? rows.length}${first?.more ? '+' : ''}` })}
            </p>
          </div>
        )}
      </div>
    </Page>
  );
}

function Filters() {
  const t = useText('worklist');
  const search = route.useSearch();
  const navigate = useNavigate();
  const [status, setStatus] = useState(search.status ?? '');
  const [words, setWords] = useState(search.q ?? '');
  const filter = (next: { readonly status: string; readonly q: string }) =>
    void navigate({
      to: '/worklist',
      search: {
        ...pastOf(search),
        ...(search.queue ? { queue: search.queue } : {}),
        ...(next.status ? { status: next.status } : {}),
        ...(next.q.trim() ? { q: next.q.trim() } : {}),
      },
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    filter({ status, q: words });
  };
  return (
    <search>
      <form className="filters" onSubmit={submit}>
        <div className="field">
          <label htmlFor="filter-words">{t('words')}</label>
          <input
            className="input"
            id="filter-words"
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="filter-status">{t('status')}</label>
          <select
            className="input"
            id="filter-status"
            value={status}
            onChange={(event) => setStatus(event.target.value)}
          >
            <option value="">{t('anyStatus')}</option>
            {filterable.map((one) => (
              <option key={one} value={one}>
                {t(`common:status.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" kind="second">
          {t('action.search')}
        </Button>
      </form>
      {(search.status || search.q) && (
        <p className="chosen">
          <span className="quiet">{t('chosen')}</span>
          {search.q && (
            <button type="button" className="chip" onClick={() => filter({ status: search.status ?? '', q: '' })}>
              {search.q} <span aria-hidden="true">×</span>
              <span className="visually-hidden">{t('removeFilter')}</span>
            </button>
          )}
          {search.status && (
            <button type="button" className="chip" onClick={() => filter({ status: '', q: search.q ?? '' })}>
              {t(`common:status.${search.status}`)} <span aria-hidden="true">×</span>
              <span className="visually-hidden">{t('removeFilter')}</span>
            </button>
          )}
        </p>
      )}
    </search>
  );
}
