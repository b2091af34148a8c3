import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { history } from '../../api/queries.js';
import type { History, HistoryEvent, Name } from '../../api/types.js';
import { dayOf, showTime } from '../../calendar/show-date.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { useEventWords } from '../file/event-words.js';
import { DataView } from './data-view.js';
import { changesOf, type Change } from './fold.js';
import { organisationsIn } from './organisations.js';

const route = getRouteApi('/cases/$caseId/audit');

/** Every event as it is stored: who, when in both times, what it changed, and its place in the chain. */
export function Audit() {
  const { caseId } = route.useParams();
  return (
    <Answered page query={useQuery(history(caseId))}>
      {(data) => <Events data={data} caseId={caseId} />}
    </Answered>
  );
}

function Events({ data, caseId }: { readonly data: History; readonly caseId: string }) {
  const t = useText('audit');
  const name = useName();
  const changes = changesOf(data.events);
  const organisations = organisationsIn(data.events);
  return (
    <Page
      title={t('title')}
      windowTitle={`${t('title')} ${data.caseNumber}`}
      lede={<span className="mono">{data.caseNumber}</span>}
      above={
        <Link className="back" to="/cases/$caseId" params={{ caseId }}>
          ‹ {t('toCase')}
        </Link>
      }
    >
      <div className="stack">
        <div
          className="notice"
          data-tone={data.verified.ok ? 'good' : 'late'}
          role={data.verified.ok ? undefined : 'alert'}
        >
          <h2>
            {data.verified.ok
              ? `✓ ${t('verified', { count: data.events.length })}`
              : t('broken', { revision: data.verified.firstFault ?? '?' })}
          </h2>
          <p className="quiet small">{t('chain')}</p>
        </div>
        <ol className="audit">
          {data.events
            .map((event, index) => ({ event, changed: changes[index] ?? [] }))
            .reverse()
            .map(({ event, changed }) => (
              <AuditEvent
                key={event.revision}
                event={event}
                changed={changed}
                fault={data.verified.firstFault === event.revision}
                organisation={
                  name(organisations.get(event.actor.organisation ?? '')) || (event.actor.organisation ?? '')
                }
              />
            ))}
        </ol>
      </div>
    </Page>
  );
}

interface AuditEventProps {
  readonly event: HistoryEvent;
  readonly changed: readonly Change[];
  readonly fault: boolean;
  readonly organisation: string;
}

function AuditEvent({ event, changed, fault, organisation }: AuditEventProps) {
  const t = useText('audit');
  const words = useEventWords();
  const { title, detail } = words(event);
  const later = dayOf(event.occurredAt) !== dayOf(event.recordedAt);
  return (
    <li className="card audit-event">
      <div className="card-head">
        <h2>
          <span className="revision number">{event.revision}</span> {title}
        </h2>
        {later && (
          <span className="tag" data-tone="soon">
            {t('later')}
          </span>
        )}
        {fault && (
          <span className="tag" data-tone="late">
            {t('fault')}
          </span>
        )}
      </div>
      {detail && <p>{detail}</p>}
      <dl className="audit-facts">
        <div>
          <dt>{t('who')}</dt>
          <dd>
            {event.actor.name}
            <span className="sub">
              {t(`common:role.${event.actor.role}`, { defaultValue: event.actor.role })}
              {organisation && ` · ${organisation}`}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('occurred')}</dt>
          <dd>
            <time className="number" dateTime={event.occurredAt}>
              {showTime(event.occurredAt, true)}
            </time>
            {event.occurredAtReason && <span className="sub">{t('because', { reason: event.occurredAtReason })}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('recorded')}</dt>
          <dd>
            <time className="number" dateTime={event.recordedAt}>
              {showTime(event.recordedAt, true)}
            </time>
          </dd>
        </div>
        <div>
          <dt>{t('changed')}</dt>
          <dd>
            {changed.length === 0 ? (
              <span className="quiet">{t('nothing')}</span>
            ) : (
              changed.map((change) => <ChangeLine key={change.fact} change={change} />)
            )}
          </dd>
        </div>
      </dl>
      <details className="why">
        <summary>
          {t('data')}
          <span className="visually-hidden">
            {' '}
            {event.revision} {title}
          </span>
        </summary>
        <div className="why-body">
          <DataView data={event.data} />
        </div>
      </details>
      <details className="why">
        <summary>
          {t('proof')}
          <span className="visually-hidden">
            {' '}
            {event.revision} {title}
          </span>
        </summary>
        <dl className="why-body data">
          {(
            [
              ['position', event.position],
              ['id', event.id],
              ['commandId', event.commandId],
              ['schema', `${event.type} ${event.schema}`],
              ['previousHash', event.previousHash],
              ['hash', event.hash],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

/** The old value above the new one. */
function ChangeLine({ change }: { readonly change: Change }) {
  const t = useText('audit');
  return (
    <span className="change">
      <span className="quiet">{t(`fact.${change.fact}`)}</span>{' '}
      {change.before !== null && (
        <>
          <del>
            <Value change={change} value={change.before} />
          </del>{' '}
        </>
      )}
      <ins>
        <Value change={change} value={change.after} />
      </ins>
    </span>
  );
}

function Value({ change, value }: { readonly change: Change; readonly value: Change['after'] }) {
  const t = useText('audit');
  const name = useName();
  if (value === null) return '—';
  if (change.fact === 'status') return t(`common:status.${value as string}`);
  if (change.fact === 'office') return name(value as Name);
  if (change.fact === 'mediator' || change.fact === 'handlingDays') return value as string | number;
  return <Money amount={value as string} />;
}
