import type { Figures } from '../../api/types.js';
import { useText } from '../../text/names.js';

type OnTime = NonNullable<Figures['onTime']>;

export const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`;

/** The on-time rate as a bar; the number stands beside it. */
export function Rate({ onTime }: { readonly onTime: OnTime | null }) {
  const t = useText('analysis');
  if (onTime === null) return <span className="quiet">—</span>;
  if (onTime.rate === null) return <span className="quiet">{t('rate.none')}</span>;
  return (
    <span className="rate">
      <svg className="bar" viewBox="0 0 80 10" width="80" height="10" aria-hidden="true" focusable="false">
        <rect className="bar-ground" width="80" height="10" rx="2" />
        <rect data-status="running" width={onTime.rate * 80} height="10" rx="2" />
      </svg>{' '}
      <span className="number">{percent(onTime.rate)}</span>
    </span>
  );
}

/** The rate with what it is made of, and what is counted beside it and never in it. */
export function RateInFull({ onTime }: { readonly onTime: OnTime }) {
  const t = useText('analysis');
  return (
    <div className="card stack">
      <h2>{t('rate.title')}</h2>
      {onTime.rate === null ? <p>{t('rate.none')}</p> : <p className="total-number number">{percent(onTime.rate)}</p>}
      <p className="quiet small">{t('rate.definition')}</p>
      <dl className="facts counts">
        {(['met', 'metLate', 'late'] as const).map((name) => (
          <Count key={name} label={t(`rate.${name}`)} count={onTime[name]} />
        ))}
      </dl>
      <h3>{t('rate.beside')}</h3>
      <dl className="facts counts">
        {(['open', 'cannotTell', 'provisional'] as const).map((name) => (
          <Count key={name} label={t(`rate.${name}`)} count={onTime[name]} />
        ))}
      </dl>
    </div>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="number">{count}</dd>
    </>
  );
}
