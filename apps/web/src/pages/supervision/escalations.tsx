import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { escalations } from '../../api/queries.js';
import { useMe } from '../../app/session.js';
import { Listed } from '../../kit/listed.js';
import { Page } from '../../kit/page.js';
import { useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { rungStates } from './rung-states.js';
import { RungTable } from './rung-table.js';

const route = getRouteApi('/escalations');

/** Rungs of the ladder: what waits for somebody first; who must act; what comes, what is held back, what fired. */
export function Escalations() {
  const t = useText('supervision');
  const { role } = useMe();
  const search = route.useSearch();
  const state = rungStates.find((one) => one === search.state) ?? 'awaiting';
  const query = useInfiniteQuery(escalations(state, undefined));
  return (
    <Page title={t('escalations.title')} lede={t('escalations.lede')}>
      <div className="stack">
        <nav className="tabs" aria-label={t('escalations.which')}>
          <ul>
            {rungStates.map((one) => (
              <li key={one}>
                <Link
                  to="/escalations"
                  search={{ state: one }}
                  className="tab"
                  data-on={one === state}
                  aria-current={one === state ? 'true' : undefined}
                >
                  {t(`escalations.${one === 'held' ? 'isHeld' : one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {(role === 'supervisor' || role === 'departmentHead') && (
          <p className="tools">
            <Link to="/escalations/forecast">{t('forecast.link')}</Link>
            <Link to="/law-moves">{t('moves.link')}</Link>
          </p>
        )}
        <Listed query={query} none={t(`escalations.none.${state}`)}>
          {(rows) => <RungTable rows={rows} state={state} />}
        </Listed>
        <ExportThis what={t('escalations.title')} name="escalations" query={{ state }} />
      </div>
    </Page>
  );
}
