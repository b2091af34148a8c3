import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { board } from '../../api/queries.js';
import type { Board as BoardData, BoardCounts } from '../../api/types.js';
import { showDate } from '../../calendar/show-date.js';
import { Page } from '../../kit/page.js';
import { Pick } from '../../kit/pick.js';
import { Answered } from '../../kit/states.js';
import { useLanguage, useName, useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { isPast, pastOf, withoutPast, type Past } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { BoardBar } from './board-bar.js';
import { boardStatuses } from './board-statuses.js';

const route = getRouteApi('/board');

/** Late → which cases → why and who: three presses. */
export function Board() {
  const t = useText('supervision');
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery({ ...board(search), placeholderData: (before) => before });
  return (
    <Page
      title={t('board.title')}
      lede={
        query.data
          ? t(isPast(search) ? 'board.ledeOfPast' : 'board.lede', { today: showDate(query.data.today, language) })
          : query.isPending && t('state.loading')
      }
    >
      <div className="stack">
        <PastControl
          past={pastOf(search)}
          what="board"
          go={(past) => void navigate({ to: '/board', search: { ...withoutPast(search), ...past } })}
        >
          <Link to="/board/difference" search={search.knownAt ? { from: search.knownAt } : {}}>
            {t('board.difference')}
          </Link>
        </PastControl>
        <Answered query={query}>{(data) => <Rows data={data} />}</Answered>
      </div>
    </Page>
  );
}

interface Search extends Past {
  readonly clock?: string;
  readonly by?: string;
}

const groupings = ['district', 'office', 'kind', 'clock'] as const;

function Rows({ data }: { readonly data: BoardData }) {
  const t = useText('supervision');
  const name = useName();
  const rowName = useRowName(data);
  const navigate = useNavigate();
  const search = route.useSearch();
  const { clock } = search;
  const go = (change: Search) => void navigate({ to: '/board', search: { ...search, ...change } });
  return (
    <div className="stack">
      <Totals totals={data.totals} />
      <div className="filters">
        <Pick
          id="board-clock"
          label={t('board.clock')}
          options={data.clocks.map(({ rule, title }) => ({ value: rule, label: name(title) }))}
          any={t('board.anyClock')}
          chosen={clock ?? ''}
          choose={(next) => go({ clock: next })}
        />
        <Pick
          id="board-by"
          label={t('board.by')}
          options={groupings.map((value) => ({ value, label: t(`board.group.${value}`) }))}
          chosen={search.by ?? 'district'}
          choose={(next) => go({ by: next })}
        />
      </div>
      <div className="table-card scrolls" tabIndex={0} role="region" aria-label={t('board.table')}>
        <table className="table board">
          <caption className="visually-hidden">{t('board.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`board.group.${search.by ?? 'district'}`)}</th>
              <th scope="col" className="wide-only">
                {t('board.bar')}
              </th>
              {boardStatuses.map((status) => (
                <th scope="col" className="amount" key={status}>
                  {t(`status.${status}`)}
                </th>
              ))}
              <th scope="col" className="amount">
                {t('status.provisional')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={`${row.district?.code ?? ''} ${row.office?.id ?? ''} ${row.kind ?? ''} ${row.clock}`}>
                <th scope="row">{rowName(row)}</th>
                <td className="wide-only">
                  <BoardBar counts={row} />
                </td>
                {boardStatuses.map((status) => (
                  <td className="amount" key={status} data-status={status} data-zero={row[status] === 0}>
                    {row[status] === 0 ? (
                      <span className="quiet">0</span>
                    ) : (
                      <Link
                        to="/board/cases"
                        search={{ ...pastOf(search), ...cellOf(row, search), status }}
                        aria-label={t('board.cell', {
                          district: rowName(row),
                          status: t(`status.${status}`),
                          count: row[status],
                        })}
                      >
                        {row[status]}
                      </Link>
                    )}
                  </td>
                ))}
                <td className="amount">{row.provisional}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('board.total')}</th>
              <td className="wide-only" />
              {boardStatuses.map((status) => (
                <td className="amount" key={status}>
                  {data.totals[status]}
                </td>
              ))}
              <td className="amount">{data.totals.provisional}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="quiet small">{t('board.note')}</p>
      <ExportThis what={t('board.title')} name="sla-board" query={{ clock, ...pastOf(search) }} />
    </div>
  );
}

type BoardRow = BoardData['rows'][number];

/** What the cases behind a figure of this row have in common. */
function cellOf(row: BoardRow, { by = 'district', clock }: Search) {
  const ofClock = by === 'clock' ? { clock: row.clock } : clock ? { clock } : {};
  if (row.office) return { ...ofClock, office: row.office.id };
  if (row.kind) return { ...ofClock, kind: row.kind };
  return row.district
    ? { ...ofClock, district: row.district.code }
    : by === 'district'
      ? { ...ofClock, district: 'city' }
      : ofClock;
}

function useRowName({ clocks }: BoardData): (row: BoardRow) => string {
  const t = useText('supervision');
  const name = useName();
  const { by = 'district' } = route.useSearch();
  return (row) => {
    if (by === 'office') return name(row.office?.name) || t('board.noOffice');
    if (by === 'kind') return row.kind ? t(`common:kind.${row.kind}`) : '—';
    if (by === 'clock') return name(clocks.find(({ rule }) => rule === row.clock)?.title) || row.clock;
    return name(row.district?.name) || t('board.noDistrict');
  };
}

function Totals({ totals }: { readonly totals: BoardCounts }) {
  const t = useText('supervision');
  const search = route.useSearch();
  return (
    <ul className="totals">
      {(['late', 'dueSoon', 'running', 'paused'] as const).map((status) => (
        <li key={status}>
          <Link
            className="total"
            data-status={status}
            to="/board/cases"
            search={{ ...pastOf(search), ...(search.clock ? { clock: search.clock } : {}), status }}
          >
            <span className="total-number number">{totals[status]}</span>
            <span>{t(`status.${status}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
