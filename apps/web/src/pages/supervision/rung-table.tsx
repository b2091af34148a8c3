import { Link } from '@tanstack/react-router';
import type { Escalation } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { useHolder } from '../../kit/holder.js';
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
  const column = (id: string) => t(`escalations.column.${id}`);
  const when = state === 'fired' || state === 'awaiting' ? 'firedAt' : 'dueOn';
  return (
    <div className="table-card">
      <table className="table stacked" role="table" aria-label={t('escalations.title')}>
        <thead role="rowgroup">
          <tr role="row">
            {['case', 'rung', when, 'clockDueOn', 'mustAct', 'act'].map((id) => (
              <th role="columnheader" scope="col" key={id}>
                {column(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Rung key={row.caseId + keyOf(row)} row={row} when={when} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const keyOf = ({ clock, subject, run, rung }: Escalation) => [clock.rule, subject, run, rung].join('|');

function Rung({ row, when }: { readonly row: Escalation; readonly when: string }) {
  const t = useText('supervision');
  const name = useName();
  const holder = useHolder();
  const tells = useTells();
  const told = useToldWords();
  const column = (id: string) => t(`escalations.column.${id}`);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.caseNumber}
        </Link>
        <span className="sub">{[row.complainant, row.respondent].filter(Boolean).join(' → ')}</span>
      </th>
      <td role="cell" data-label={column('rung')}>
        <strong>{name(row.title)}</strong>
        <span className="sub">{tells(row)}</span>
        {row.told.length > 0 && <span className="sub">{t('escalations.wasTold', { who: told(row.told) })}</span>}
        {row.parked && <Tag tone="outline">{t('common:clock.parked')}</Tag>}
      </td>
      <td role="cell" data-label={column(when)}>
        {row.firedAt ? <span className="number">{showTime(row.firedAt)}</span> : <DayOf date={row.dueOn} />}
        {row.late && <Tag tone="late">{t('escalations.late')}</Tag>}
        {row.held && <Tag tone="outline">{t(`escalations.held.${row.held}`)}</Tag>}
        {row.movedTo && (
          <span className="sub">
            {t('escalations.movedTo')} <Day date={row.movedTo} />
          </span>
        )}
      </td>
      <td role="cell" data-label={column('clockDueOn')}>
        <DayOf date={row.clockDueOn} /> {row.provisional && <ProvisionalTag />}
        <span className="sub">{name(row.clock.title)}</span>
      </td>
      <td role="cell" data-label={column('mustAct')}>
        {row.mustAct ? holder({ holder: row.mustAct }) : <span className="quiet">—</span>}
        <span className="sub">{t(`escalations.level.${row.level}`)}</span>
      </td>
      <td role="cell" data-label={column('act')}>
        <Act row={row} />
      </td>
    </tr>
  );
}

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
