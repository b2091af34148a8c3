import type { Statistics } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { useText } from '../../text/names.js';

/** What the figures rest on, so that they can be had again. */
export function Provenance({ of }: { readonly of: Pick<Statistics, 'position' | 'asOf' | 'knownAt' | 'law'> }) {
  const t = useText('analysis');
  return (
    <details className="why">
      <summary>{t('provenance.title')}</summary>
      <dl className="why-body facts">
        <dt>{t('provenance.position')}</dt>
        <dd className="mono">{of.position}</dd>
        <dt>{t('provenance.asOf')}</dt>
        <dd>{showTime(of.asOf, true)}</dd>
        <dt>{t('provenance.knownAt')}</dt>
        <dd>{showTime(of.knownAt, true)}</dd>
        <dt>{t('provenance.law')}</dt>
        <dd>
          {of.law.map((one) => (
            <span className="block mono small" key={one.stream}>
              {one.stream} {one.version !== null && `v${one.version}`}
            </span>
          ))}
        </dd>
      </dl>
    </details>
  );
}
