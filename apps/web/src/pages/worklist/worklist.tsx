import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type SubmitEvent } from 'react';
import { owedAfterEnd, worklist } from '../../api/queries.js';
import type { Role } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { showDate } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Listed, rowsOf } from '../../kit/listed.js';
import { Page } from '../../kit/page.js';
import { ChosenFilters, Pick } from '../../kit/pick.js';
import { useLanguage, useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { isPast, pastOf, withoutPast } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { CaseTable } from './case-table.js';
import { howMany } from './how-many.js';

const route = getRouteApi('/worklist');

const queues: Readonly<Record<Role, readonly string[]>> = {
  sme: [],
  agent: [],
  respondent: [],
  serviceSpecialist: ['mine', 'office', 'afterEnd', 'all'],
  intakeOfficer: ['office', 'unassigned', 'mine', 'afterEnd', 'all'],
  handlingOfficer: ['office', 'unassigned', 'mine', 'afterEnd', 'all'],
  mediator: ['mine', 'office', 'afterEnd', 'all'],
  departmentHead: ['office', 'unassigned', 'afterEnd', 'all'],
  supervisor: ['all', 'afterEnd'],
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
  // What is owed after the end of a case is told of today alone.
  const own = queues[role].filter((one) => one !== 'afterEnd' || !isPast(search));
  const { data: owing } = useQuery({ ...owedAfterEnd, enabled: own.includes('afterEnd') });
  const queue = search.queue && own.includes(search.queue) ? search.queue : (own[0] ?? 'all');
  const query = useInfiniteQuery({
    ...worklist({ queue, status: search.status, q: search.q, ...pastOf(search) }),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => rowsOf({ data: query.data }), [query.data]);
  const first = query.data?.pages[0];
  const isSearch = search.q !== undefined;
  const told = first && howMany({ counted: first, shown: rows.length, goesOn: query.hasNextPage, isSearch });
  const inWords = told && t(`howMany.${told.key}`, { count: told.count });
  return (
    <Page
      title={t('title')}
      lede={
        first
          ? t(isPast(search) ? 'ledeOfPast' : 'lede', { howMany: inWords, today: showDate(first.today, language) })
          : query.isPending && t('state.loading')
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
                    {one === 'afterEnd' && owing ? t('owing', { count: owing.total }) : null}
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
        <Listed
          query={query}
          none={search.status || search.q ? t('noMatch') : t(`none.${queue}`)}
          shown={
            isSearch
              ? t('lookOn', { howMany: inWords })
              : t('shown', { shown: rows.length, total: `${told?.count}${told?.key === 'moreThan' ? '+' : ''}` })
          }
        >
          {() => <CaseTable rows={rows} label={t('title')} past={pastOf(search)} />}
        </Listed>
        <ExportThis
          what={t('title')}
          name="worklist"
          query={{ queue, status: search.status, q: search.q, ...pastOf(search) }}
        />
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
        <Pick
          id="filter-status"
          label={t('status')}
          options={filterable.map((value) => ({ value, label: t(`common:status.${value}`) }))}
          any={t('anyStatus')}
          chosen={status}
          choose={setStatus}
        />
        <Button type="submit" kind="second">
          {t('action.search')}
        </Button>
      </form>
      <ChosenFilters
        filters={[
          ...(search.q
            ? [{ id: 'q', label: search.q, drop: () => filter({ status: search.status ?? '', q: '' }) }]
            : []),
          ...(search.status
            ? [
                {
                  id: 'status',
                  label: t(`common:status.${search.status}`),
                  drop: () => filter({ status: '', q: search.q ?? '' }),
                },
              ]
            : []),
        ]}
      />
    </search>
  );
}
