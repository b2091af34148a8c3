import { Link } from '@tanstack/react-router';
import type { StatisticsRow } from '../../api/types.js';
import { Money } from '../../kit/money.js';
import { useName, useText } from '../../text/names.js';
import { useFigureWords } from './figure-words.js';
import { Rate } from './rate.js';
import type { Grouping, StatisticsSearch } from './statistics-search.js';

interface Props {
  readonly rows: readonly StatisticsRow[];
  readonly by: Grouping;
  readonly title: string;
  /** Where a row's figures are looked at more closely; null where they are not told apart further. */
  readonly closer: (row: StatisticsRow) => StatisticsSearch | null;
}

/** The same figures told apart; districts stand in the order of their on-time rate. */
export function FigureTable({ rows, by, title, closer }: Props) {
  const t = useText('analysis');
  const words = useFigureWords();
  const name = useName();
  const counts = ['lodged', 'accepted', 'refused', 'concluded'] as const;
  const inTime = (a: StatisticsRow, b: StatisticsRow) => (a.key ?? '').localeCompare(b.key ?? '');
  const byRank = (a: StatisticsRow, b: StatisticsRow) =>
    (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.lodged - a.lodged;
  const ordered = [...rows].sort(by === 'month' || by === 'quarter' ? inTime : byRank);
  const placed = rows.some(({ rank }) => rank !== null);
  return (
    <div className="table-card scrolls" tabIndex={0} role="region" aria-label={title}>
      <table className="table">
        <caption className="table-title">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`group.${by}`)}</th>
            {placed && (
              <th scope="col" className="amount">
                {t('figure.rank')}
              </th>
            )}
            <th scope="col">{t('rate.title')}</th>
            {counts.map((name) => (
              <th scope="col" className="amount" key={name}>
                {t(`figure.${name}`)}
              </th>
            ))}
            <th scope="col" className="amount">
              {t('figure.claimed')}
            </th>
            <th scope="col" className="amount">
              {t('figure.recovered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={row.key ?? ''}>
              <th scope="row">
                <RowName search={closer(row)}>{row.name ? name(row.name) : words(by, row.key ?? '')}</RowName>
              </th>
              {placed && <td className="amount">{row.rank ?? '—'}</td>}
              <td>
                <Rate onTime={row.onTime} />
              </td>
              {counts.map((name) => (
                <td className="amount" key={name}>
                  {row[name]}
                </td>
              ))}
              <td className="amount">
                <Money amount={row.claimed} />
              </td>
              <td className="amount">
                <Money amount={row.recovered} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowName({ search, children }: { readonly search: StatisticsSearch | null; readonly children: string }) {
  if (search === null) return children;
  return (
    <Link to="/statistics" search={search}>
      {children}
    </Link>
  );
}
