import { useQuery } from '@tanstack/react-query';
import { health } from '../../api/queries.js';
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
            </div>
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
