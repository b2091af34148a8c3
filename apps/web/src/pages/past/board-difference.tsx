import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { boardDifference } from '../../api/queries.js';
import type { BoardCounts, BoardDifference as Difference } from '../../api/types.js';
import { Page } from '../../kit/page.js';
import { Answered, Empty } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { boardStatuses } from '../supervision/board-statuses.js';
import { TwoDaysForm } from './two-days.js';

const route = getRouteApi('/board/difference');

/** The board of one day beside that of another: what rose, what fell, by district. */
export function BoardDifference() {
  const t = useText('past');
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery({ ...boardDifference(search.from ?? '', search.to), enabled: search.from !== undefined });
  return (
    <Page
      title={t('difference.title')}
      lede={t('difference.lede')}
      above={
        <Link className="back" to="/board">
          ‹ {t('nav.board')}
        </Link>
      }
    >
      <div className="stack">
        <TwoDaysForm
          key={`${search.from ?? ''}|${search.to ?? ''}`}
          days={search}
          go={(days) => void navigate({ to: '/board/difference', search: days })}
        />
        {search.from !== undefined && <Answered query={query}>{(data) => <Rows data={data} />}</Answered>}
      </div>
    </Page>
  );
}

interface Row {
  readonly before: BoardCounts;
  readonly after: BoardCounts;
  readonly change: BoardCounts;
}

function Rows({ data }: { readonly data: Difference }) {
  const t = useText('past');
  const supervision = useText('supervision');
  const name = useName();
  const changed = data.rows.filter(({ change }) => boardStatuses.some((status) => change[status] !== 0));
  if (changed.length === 0) return <Empty>{t('difference.none')}</Empty>;
  const cells = (row: Row) =>
    boardStatuses.map((status) => (
      <td className="amount" key={status} data-zero={row.change[status] === 0}>
        {row.change[status] === 0 ? (
          <span className="quiet">{row.after[status]}</span>
        ) : (
          <>
            <del className="quiet">{row.before[status]}</del> {row.after[status]}
            <span className="sub number">{signed(row.change[status])}</span>
          </>
        )}
      </td>
    ));
  return (
    <div className="table-card scrolls" tabIndex={0} role="region" aria-label={t('difference.title')}>
      <table className="table board">
        <caption className="visually-hidden">{t('difference.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{supervision('board.group.district')}</th>
            {boardStatuses.map((status) => (
              <th scope="col" className="amount" key={status}>
                {supervision(`status.${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map((row) => (
            <tr key={row.district?.code ?? 'none'}>
              <th scope="row">{row.district ? name(row.district.name) : supervision('board.noDistrict')}</th>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{supervision('board.total')}</th>
            {cells(data.totals)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const signed = (count: number) => (count > 0 ? `+${count}` : `−${-count}`);
