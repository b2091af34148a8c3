import { useQuery } from '@tanstack/react-query';
import { exportable } from '../../api/queries.js';
import { useMe } from '../../app/session.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { ExportFiles } from './export-files.js';

/** The log for process mining, in the two formats its tools read. */
const mining = [
  { label: 'OCEL 2.0 (JSON)', path: '/api/exports/mining/ocel', name: 'log.json' },
  { label: 'XES', path: '/api/exports/mining/xes', name: 'log.xes' },
];

/** Every view whole, and for the supervision the log itself. */
export function Exports() {
  const t = useText('exports');
  const name = useName();
  const { role } = useMe();
  return (
    <Page title={t('title')} lede={t('lede')}>
      <Answered query={useQuery(exportable)}>
        {(list) => (
          <ul className="matters">
            {list.map((one) => (
              <li className="card export-card" key={one.name}>
                <h2>{name(one.title)}</h2>
                <ExportFiles
                  what={name(one.title)}
                  files={one.formats.map((format) => ({
                    label: format.toUpperCase(),
                    path: `/api/exports/${one.name}?format=${format}`,
                    name: `${one.name}.${format}`,
                  }))}
                />
              </li>
            ))}
            {role === 'supervisor' && (
              <li className="card export-card">
                <div>
                  <h2>{t('mining.title')}</h2>
                  <p className="quiet">{t('mining.about')}</p>
                </div>
                <ExportFiles what={t('mining.title')} files={mining} />
              </li>
            )}
          </ul>
        )}
      </Answered>
    </Page>
  );
}
