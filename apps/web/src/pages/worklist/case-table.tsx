import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { WorklistRow } from '../../api/types.js';
import { useHolder } from '../../kit/holder.js';
import { Money } from '../../kit/money.js';
import { ClockTag, Day, ProvisionalTag, StatusTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import type { Past } from '../past/past.js';

const now: Past = {};
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, WorklistRow>();

interface Props {
  readonly rows: readonly WorklistRow[];
  readonly label: string;
  /** The moment of the past at which the list was read; its cases open at the same. */
  readonly past?: Past;
}

/** Few columns, the link in the first; on a phone each row is a card. */
export function CaseTable({ rows, label, past = now }: Props) {
  const t = useText('worklist');
  const columns = useMemo(
    () =>
      helper.columns([
        helper.display({
          id: 'case',
          header: t('column.case'),
          cell: ({ row }) => <CaseCell row={row.original} past={past} />,
        }),
        helper.display({ id: 'due', header: t('column.due'), cell: ({ row }) => <DueCell row={row.original} /> }),
        helper.display({
          id: 'status',
          header: t('column.status'),
          cell: ({ row }) => <StatusTag status={row.original.status} />,
        }),
        helper.display({
          id: 'outstanding',
          header: t('column.outstanding'),
          cell: ({ row }) => <Money amount={row.original.outstanding} />,
        }),
        helper.display({
          id: 'holder',
          header: t('column.holder'),
          cell: ({ row }) => <HolderCell row={row.original} />,
        }),
      ]),
    [t, past],
  );
  const table = useTable({ features, columns, data: rows, getRowId: (row, index) => `${row.caseId} ${index}` });
  return (
    <div className="table-card">
      <table className="table stacked" role="table" aria-label={label}>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr role="row" key={group.id}>
              {group.headers.map((header) => (
                <th
                  role="columnheader"
                  scope="col"
                  key={header.id}
                  className={header.id === 'outstanding' ? 'amount' : undefined}
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr role="row" key={row.id}>
              {row.getAllCells().map((cell) =>
                cell.column.id === 'case' ? (
                  <th role="rowheader" scope="row" key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </th>
                ) : (
                  <td
                    role="cell"
                    key={cell.id}
                    data-label={t(`column.${cell.column.id}`)}
                    className={cell.column.id === 'outstanding' ? 'amount' : undefined}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseCell({ row, past }: { readonly row: WorklistRow; readonly past: Past }) {
  const t = useText('worklist');
  return (
    <>
      <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }} search={past}>
        {row.caseNumber}
      </Link>
      <span className="sub">{[row.complainant, row.respondent].filter(Boolean).join(' → ')}</span>
      <span className="sub quiet">{t(`common:kind.${row.kind}`)}</span>
    </>
  );
}

function DueCell({ row }: { readonly row: WorklistRow }) {
  const t = useText('worklist');
  const name = useName();
  if (row.parked) {
    return (
      <span className="tag" data-tone="outline">
        {t('common:clock.parked')}
      </span>
    );
  }
  if (!row.clock) return <span className="quiet">{t('noClock')}</span>;
  return (
    <>
      <ClockTag clock={row.clock} />
      <span className="sub">
        {row.clock.dueOn && <Day date={row.clock.dueOn} />} {row.clock.provisional && <ProvisionalTag />}
      </span>
      <span className="sub">{name(row.clock.title)}</span>
    </>
  );
}

function HolderCell({ row }: { readonly row: WorklistRow }) {
  const holder = useHolder();
  return <span className="small">{holder(row)}</span>;
}
