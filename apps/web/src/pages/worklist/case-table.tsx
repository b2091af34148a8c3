import { Link } from '@tanstack/react-router';
import type { WorklistRow } from '../../api/types.js';
import { useHolder } from '../../kit/holder.js';
import { Money } from '../../kit/money.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { ClockTag, Day, ProvisionalTag, StatusTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import type { Past } from '../past/past.js';

const now: Past = {};

interface Props {
  readonly rows: readonly WorklistRow[];
  readonly label: string;
  /** The moment of the past at which the list was read; its cases open at the same. */
  readonly past?: Past;
}

/** Few columns, the link in the first; on a phone each row is a card. */
export function CaseTable({ rows, label, past = now }: Props) {
  const t = useText('worklist');
  const column = (id: string) => ({ id, title: t(`column.${id}`) });
  return (
    <div className="table-card">
      <StackedTable
        label={label}
        rows={rows}
        // On a board a case stands once for each of its clocks.
        keyOf={({ caseId }, index) => `${caseId} ${index}`}
        columns={[
          { ...column('case'), cell: (row) => <CaseCell row={row} past={past} /> },
          { ...column('due'), cell: (row) => <DueCell row={row} /> },
          { ...column('status'), cell: ({ status }) => <StatusTag status={status} /> },
          { ...column('outstanding'), amount: true, cell: ({ outstanding }) => <Money amount={outstanding} /> },
          { ...column('holder'), cell: (row) => <HolderCell row={row} /> },
        ]}
      />
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
