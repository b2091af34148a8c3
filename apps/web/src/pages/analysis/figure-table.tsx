import { Link } from '@tanstack/react-router';
import type { StatisticsRow } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Money } from '../../kit/money.js';
import { Sheet } from '../../kit/sheet.js';
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
  const columns: Column<StatisticsRow>[] = [
    {
      id: 'name',
      title: t(`group.${by}`),
      cell: (row) => <RowName search={closer(row)}>{row.name ? name(row.name) : words(by, row.key ?? '')}</RowName>,
    },
    ...(placed
      ? [{ id: 'rank', title: t('figure.rank'), cell: (row: StatisticsRow) => row.rank ?? '—', amount: true }]
      : []),
    { id: 'rate', title: t('rate.title'), cell: (row) => <Rate onTime={row.onTime} /> },
    ...counts.map((id): Column<StatisticsRow> => ({
      id,
      title: t(`figure.${id}`),
      cell: (row) => row[id],
      amount: true,
    })),
    ...(['claimed', 'recovered'] as const).map((id): Column<StatisticsRow> => ({
      id,
      title: t(`figure.${id}`),
      cell: (row) => <Money amount={row[id]} />,
      amount: true,
    })),
  ];
  return <Sheet title={title} titled rows={ordered} keyOf={({ key }) => key ?? ''} columns={columns} />;
}

function RowName({ search, children }: { readonly search: StatisticsSearch | null; readonly children: string }) {
  if (search === null) return children;
  return (
    <Link to="/statistics" search={search}>
      {children}
    </Link>
  );
}
