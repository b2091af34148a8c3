import { useQuery } from '@tanstack/react-query';
import { health } from '../../api/queries.js';
import type { Health } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Page } from '../../kit/page.js';
import { Sheet } from '../../kit/sheet.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';

type View = Health['projections'][number];

export function HealthPage() {
  const t = useText('health');
  const query = useQuery(health);
  const columns: readonly Column<View>[] = [
    {
      id: 'view',
      title: t('view'),
      cell: (view) => (
        <>
          <span className="mono">{view.view}</span>{' '}
          <span className="tag" data-tone={view.healthy ? 'good' : 'late'}>
            {t(view.healthy ? 'healthy' : 'unhealthy')}
          </span>
          {view.error && <span className="sub mono">{view.error}</span>}
        </>
      ),
    },
    ...(['version', 'position', 'head', 'lagEvents'] as const).map((id): Column<View> => ({
      id,
      title: t(id),
      cell: (view) => view[id],
      amount: true,
    })),
    {
      id: 'silentSeconds',
      title: t('silentSeconds'),
      cell: ({ silentSeconds }) => Math.round(silentSeconds),
      amount: true,
    },
    {
      id: 'parked',
      title: t('parked'),
      amount: true,
      cell: ({ parked }) =>
        parked > 0 ? (
          <span className="tag" data-tone="late">
            {parked}
          </span>
        ) : (
          0
        ),
    },
  ];
  return (
    <Page title={t('title')} lede={t('lede')}>
      <Answered query={query}>
        {(data) => (
          <div className="stack">
            <div className="notice" data-tone={data.status === 'ok' ? 'good' : 'late'} role="status">
              <h2>{t(data.status === 'ok' ? 'ok' : 'degraded')}</h2>
              <p>{t(`database.${data.database}`)}</p>
              {data.clock && !data.clock.healthy && <p>{t(`clock.${data.clock.why ?? 'unknown'}`)}</p>}
              {data.due && !data.due.healthy && <p>{t(data.due.stuck > 0 ? 'due.stuck' : 'due.unattended')}</p>}
              {data.projections.some(({ parked }) => parked > 0) && <p>{t('parkedHelp')}</p>}
              {data.notices && data.notices.parked > 0 && <p>{t('unreadHelp')}</p>}
            </div>
            {data.notices && <Notices of={data.notices} />}
            <Sheet title={t('views')} rows={data.projections} keyOf={({ view }) => view} columns={columns} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** What waits to be told, and what could not be. */
function Notices({ of }: { readonly of: NonNullable<Health['notices']> }) {
  const t = useText('health');
  return (
    <section className="card" aria-labelledby="notices-title">
      <h2 id="notices-title">{t('notices.title')}</h2>
      <dl className="facts counts">
        {(['queued', 'oldestSeconds', 'dead', 'refused', 'parked'] as const).map((name) => (
          <Figure key={name} label={t(`notices.${name}`)} figure={of[name]} />
        ))}
      </dl>
    </section>
  );
}

function Figure({ label, figure }: { readonly label: string; readonly figure: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{figure}</dd>
    </>
  );
}
