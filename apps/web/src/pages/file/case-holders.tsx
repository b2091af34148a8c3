import { useQuery } from '@tanstack/react-query';
import { caseHolders } from '../../api/analysis-queries.js';
import { useMe } from '../../app/session.js';
import { showTime } from '../../calendar/show-date.js';
import { useName, useText } from '../../text/names.js';
import { useDuration } from './duration.js';

/** Who held the file while its clocks ran, and for how long; the times sum to what elapsed. */
export function CaseHolders({ caseId }: { readonly caseId: string }) {
  const t = useText('file');
  const option = useText('acts');
  const name = useName();
  const duration = useDuration();
  const { office } = useMe();
  const { data } = useQuery({ ...caseHolders(caseId), enabled: office !== null });
  if (!data || data.holdings.length === 0) return null;
  const columns = ['who', 'stage', 'from', 'to', 'held'] as const;
  return (
    <section className="table-card" aria-labelledby="holders-title">
      <h2 id="holders-title" className="table-title">
        {t('holders.title')}
      </h2>
      <table className="table stacked" role="table" aria-labelledby="holders-title">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" key={column}>
                {t(`holders.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {data.holdings.map((one) => (
            <tr role="row" key={one.from + one.stage}>
              <th role="rowheader" scope="row">
                {[name(one.office), one.person].filter(Boolean).join(' · ')}
              </th>
              <td role="cell" data-label={t('holders.stage')}>
                {t(`common:status.${one.stage}`, { defaultValue: one.stage })}
                {one.paused && (
                  <span className="sub">
                    {t('holders.paused', { ground: option(`option.${one.paused}`, { defaultValue: one.paused }) })}
                  </span>
                )}
              </td>
              <td role="cell" data-label={t('holders.from')} className="number">
                {showTime(one.from)}
              </td>
              <td role="cell" data-label={t('holders.to')} className="number">
                {one.to ? showTime(one.to) : t('holders.now')}
              </td>
              <td role="cell" data-label={t('holders.held')}>
                {duration(one.seconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-foot">{t('holders.elapsed', { time: duration(data.elapsedSeconds) })}</p>
    </section>
  );
}
