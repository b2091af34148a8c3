import { useQuery } from '@tanstack/react-query';
import { health } from '../../api/queries.js';
import type { Health } from '../../api/types.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';

export function HealthPage() {
  const t = useText('health');
  const query = useQuery(health);
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
            </div>
            {data.notices && <Notices of={data.notices} />}
            <div className="table-card scrolls" tabIndex={0} role="region" aria-label={t('views')}>
              <table className="table">
                <caption className="visually-hidden">{t('views')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('view')}</th>
                    <th scope="col" className="amount">
                      {t('version')}
                    </th>
                    <th scope="col" className="amount">
                      {t('position')}
                    </th>
                    <th scope="col" className="amount">
                      {t('head')}
                    </th>
                    <th scope="col" className="amount">
                      {t('lagEvents')}
                    </th>
                    <th scope="col" className="amount">
                      {t('silentSeconds')}
                    </th>
                    <th scope="col" className="amount">
                      {t('parked')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.projections.map((view) => (
                    <tr key={view.view}>
                      <th scope="row">
                        <span className="mono">{view.view}</span>{' '}
                        <span className="tag" data-tone={view.healthy ? 'good' : 'late'}>
                          {t(view.healthy ? 'healthy' : 'unhealthy')}
                        </span>
                        {view.error && <span className="sub mono">{view.error}</span>}
                      </th>
                      <td className="amount">{view.version}</td>
                      <td className="amount">{view.position}</td>
                      <td className="amount">{view.head}</td>
                      <td className="amount">{view.lagEvents}</td>
                      <td className="amount">{view.silentSeconds}</td>
                      <td className="amount">
                        {view.parked > 0 ? (
                          <span className="tag" data-tone="late">
                            {view.parked}
                          </span>
                        ) : (
                          0
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
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
