import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { board } from '../../api/queries.js';
import type { Board as BoardData, BoardCounts } from '../../api/types.js';
import { showDate } from '../../calendar/show-date.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useLanguage, useName, useText } from '../../text/names.js';
import { BoardBar } from './board-bar.js';
import { boardStatuses } from './board-statuses.js';

const route = getRouteApi('/board');

/** Late → which cases → why and who: three presses. */
export function Board() {
  const t = useText('supervision');
  const language = useLanguage();
  const { clock } = route.useSearch();
  const query = useQuery({ ...board(clock), placeholderData: (before) => before });
  return (
    <Page
      title={t('board.title')}
      lede={query.data ? t('board.lede', { today: showDate(query.data.today, language) }) : t('state.loading')}
    >
      <Answered query={query}>{(data) => <Districts data={data} clock={clock} />}</Answered>
    </Page>
  );
}

interface DistrictsProps {
  readonly data: BoardData;
  readonly clock: string | undefined;
}

function Districts({ data, clock }: DistrictsProps) {
  const t = useText('supervision');
  const name = useName();
  const navigate = useNavigate();
  const rows = data.rows.filter(
    (row) => row.clock === (clock ?? 'all') || data.rows.every((one) => one.clock !== (clock ?? 'all')),
  );
  return (
    <div className="stack">
      <Totals totals={data.totals} clock={clock} />
      <div className="field board-filter">
        <label htmlFor="board-clock">{t('board.clock')}</label>
        <select
          className="input"
          id="board-clock"
          value={clock ?? ''}
          onChange={(event) =>
            void navigate({ to: '/board', search: event.target.value ? { clock: event.target.value } : {} })
          }
        >
          <option value="">{t('board.anyClock')}</option>
          {data.clocks.map((one) => (
            <option key={one.rule} value={one.rule}>
              {name(one.title)}
            </option>
          ))}
        </select>
      </div>
      <div className="table-card scrolls" tabIndex={0} role="region" aria-label={t('board.table')}>
        <table className="table board">
          <caption className="visually-hidden">{t('board.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('board.district')}</th>
              <th scope="col">{t('board.bar')}</th>
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
            {rows.map((row) => (
              <tr key={row.district?.code ?? 'none'}>
                <th scope="row">{row.district ? name(row.district.name) : t('board.noDistrict')}</th>
                <td>
                  <BoardBar counts={row} />
                </td>
                {boardStatuses.map((status) => (
                  <td className="amount" key={status} data-status={status} data-zero={row[status] === 0}>
                    {row[status] === 0 ? (
                      <span className="quiet">0</span>
                    ) : (
                      <Link
                        to="/board/cases"
                        search={{
                          ...(row.district ? { district: row.district.code } : {}),
                          ...(clock ? { clock } : {}),
                          status,
                        }}
                        aria-label={t('board.cell', {
                          district: row.district ? name(row.district.name) : t('board.noDistrict'),
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
              <td />
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
    </div>
  );
}

function Totals({ totals, clock }: { readonly totals: BoardCounts; readonly clock: string | undefined }) {
  const t = useText('supervision');
  return (
    <ul className="totals">
      {(['late', 'dueSoon', 'running', 'paused'] as const).map((status) => (
        <li key={status}>
          <Link
            className="total"
            data-status={status}
            to="/board/cases"
            search={{ ...(clock ? { clock } : {}), status }}
          >
            <span className="total-number number">{totals[status]}</span>
            <span>{t(`status.${status}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
