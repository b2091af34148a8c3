import { Link } from '@tanstack/react-router';
import type { Escalation } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import type { Column } from '../../kit/column.js';
import { useHolder } from '../../kit/holder.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { titleOfAct } from '../commands/form-words.js';
import type { RungState } from './rung-states.js';
import { useTells, useToldWords } from './told-words.js';

interface Props {
  readonly rows: readonly Escalation[];
  readonly state: RungState;
}

/** What answers a rung which waits, and what keeps one from firing: both are the API's commands. */
const answering = { reason: 'giveRungReason', decision: 'decideProposal', acknowledgement: 'acknowledgeRung' } as const;

export function RungTable({ rows, state }: Props) {
  const t = useText('supervision');
  const name = useName();
  const holder = useHolder();
  const tells = useTells();
  const told = useToldWords();
  const column = (id: string) => ({ id, title: t(`escalations.column.${id}`) });
  const columns: readonly Column<Escalation>[] = [
    {
      ...column('case'),
      cell: (row) => (
        <>
          <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }}>
            {row.caseNumber}
          </Link>
          <span className="sub">{[row.complainant, row.respondent].filter(Boolean).join(' → ')}</span>
        </>
      ),
    },
    {
      ...column('rung'),
      cell: (row) => (
        <>
          <strong>{name(row.title)}</strong>
          <span className="sub">{tells(row)}</span>
          {row.told.length > 0 && <span className="sub">{t('escalations.wasTold', { who: told(row.told) })}</span>}
          {row.parked && <Tag tone="outline">{t('common:clock.parked')}</Tag>}
        </>
      ),
    },
    {
      ...column(state === 'fired' || state === 'awaiting' ? 'firedAt' : 'dueOn'),
      cell: (row) => (
        <>
          {row.firedAt ? <span className="number">{showTime(row.firedAt)}</span> : <DayOf date={row.dueOn} />}
          {row.late && <Tag tone="late">{t('escalations.late')}</Tag>}
          {row.held && <Tag tone="outline">{t(`escalations.held.${row.held}`)}</Tag>}
          {row.movedTo && (
            <span className="sub">
              {t('escalations.movedTo')} <Day date={row.movedTo} />
            </span>
          )}
        </>
      ),
    },
    {
      ...column('clockDueOn'),
      cell: (row) => (
        <>
          <DayOf date={row.clockDueOn} /> {row.provisional && <ProvisionalTag />}
          <span className="sub">{name(row.clock.title)}</span>
        </>
      ),
    },
    {
      ...column('mustAct'),
      cell: (row) => (
        <>
          {row.mustAct ? holder({ holder: row.mustAct }) : <span className="quiet">—</span>}
          <span className="sub">{t(`escalations.level.${row.level}`)}</span>
        </>
      ),
    },
    { ...column('act'), cell: (row) => <Act row={row} /> },
  ];
  return (
    <div className="table-card">
      <StackedTable
        label={t('escalations.title')}
        rows={rows}
        keyOf={(row) => `${row.caseId}|${keyOf(row)}`}
        columns={columns}
      />
    </div>
  );
}

const keyOf = ({ clock, subject, run, rung }: Escalation) => [clock.rule, subject, run, rung].join('|');

/** Leads to the form, on the case's own page; whether this person may give the command is asked there. */
function Act({ row }: { readonly row: Escalation }) {
  const acts = useText('acts');
  const act = row.awaits ? answering[row.awaits] : row.firedAt === null && row.held === null ? 'overrideRung' : null;
  if (act === null) return <span className="quiet">—</span>;
  return (
    <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{ act, rung: keyOf(row) }}>
      {titleOfAct(acts, act)}
      <span className="visually-hidden"> {row.caseNumber}</span>
    </Link>
  );
}

function DayOf({ date }: { readonly date: string | null }) {
  return date ? <Day date={date} /> : <span className="quiet">—</span>;
}

function Tag({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span className="sub">
      <span className="tag" data-tone={tone}>
        {children}
      </span>
    </span>
  );
}
