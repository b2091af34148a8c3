import type { StatisticsRow } from '../../api/types.js';
import { Money } from '../../kit/money.js';
import { useName, useText } from '../../text/names.js';
import { Rate } from './rate.js';
import { useOutcomeWords } from './figure-details.js';

interface Props {
  readonly rows: readonly StatisticsRow[];
  readonly by: string;
  readonly title: string;
}

/** The same figures told apart; districts stand in the order of their on-time rate. */
export function FigureTable({ rows, by, title }: Props) {
  const t = useText('analysis');
  const rowName = useRowName(by);
  const counts = ['lodged', 'accepted', 'refused', 'concluded'] as const;
  const ordered = [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.lodged - a.lodged);
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
              <th scope="row">{rowName(row)}</th>
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

function useRowName(by: string): (row: StatisticsRow) => string {
  const t = useText('analysis');
  const name = useName();
  const words = useOutcomeWords();
  return (row) => {
    const key = row.key ?? '';
    if (row.name) return name(row.name);
    if (by === 'kind') return t(`common:kind.${key}`, { defaultValue: key });
    if (by === 'respondentType') return t(`common:unitType.${key}`, { defaultValue: words(key) });
    return key === '' ? t('figure.none') : words(key);
  };
}
