import { useQuery } from '@tanstack/react-query';
import { caseHolders } from '../../api/analysis-queries.js';
import { useMe } from '../../app/session.js';
import { showTime } from '../../calendar/show-date.js';
import { StackedTable } from '../../kit/stacked-table.js';
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
  return (
    <section className="table-card" aria-labelledby="holders-title">
      <h2 id="holders-title" className="table-title">
        {t('holders.title')}
      </h2>
      <StackedTable
        labelledBy="holders-title"
        rows={data.holdings}
        keyOf={(one) => one.from + one.stage}
        columns={[
          {
            id: 'who',
            title: t('holders.who'),
            cell: (one) => [name(one.office), one.person].filter(Boolean).join(' · '),
          },
          {
            id: 'stage',
            title: t('holders.stage'),
            cell: ({ stage, paused }) => (
              <>
                {t(`common:status.${stage}`, { defaultValue: stage })}
                {paused && (
                  <span className="sub">
                    {t('holders.paused', { ground: option(`option.${paused}`, { defaultValue: paused }) })}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'from',
            title: t('holders.from'),
            cell: ({ from }) => <span className="number">{showTime(from)}</span>,
          },
          {
            id: 'to',
            title: t('holders.to'),
            cell: ({ to }) => <span className="number">{to ? showTime(to) : t('holders.now')}</span>,
          },
          { id: 'held', title: t('holders.held'), cell: ({ seconds }) => duration(seconds) },
        ]}
      />
      <p className="table-foot">{t('holders.elapsed', { time: duration(data.elapsedSeconds) })}</p>
    </section>
  );
}
