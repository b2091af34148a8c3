import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { holders } from '../../api/analysis-queries.js';
import type { HeldTime } from '../../api/types.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Page } from '../../kit/page.js';
import { Pick } from '../../kit/pick.js';
import { Sheet } from '../../kit/sheet.js';
import { Answered } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { useDuration } from '../file/duration.js';
import { useOutcomeWords } from './figure-words.js';
import { isPeriod, periodOf } from './period.js';
import { PeriodPicker } from './period-picker.js';
import { usePeriodWords } from './period-words.js';

const route = getRouteApi('/holders');
const groupings = ['office', 'person', 'stage', 'kind'] as const;

/** Who had files in hand in a period, and for how long; what was paused stands beside. */
export function Holders() {
  const t = useText('analysis');
  const name = useName();
  const words = usePeriodWords();
  const outcome = useOutcomeWords();
  const duration = useDuration();
  const navigate = useNavigate();
  const search = route.useSearch();
  const period = isPeriod(search.period ?? '') ? search.period! : periodOf('year', shanghaiDay(Date.now()));
  const by = groupings.find((one) => one === search.by) ?? 'office';
  const go = (change: Partial<typeof search>) => void navigate({ to: '/holders', search: { ...search, ...change } });
  const rowName = (row: HeldTime) => {
    if (row.key === '') return t('holders.nobody');
    if (row.name) return name(row.name);
    return by === 'kind' ? t(`common:kind.${row.key}`, { defaultValue: row.key }) : outcome(row.key);
  };
  return (
    <Page title={t('holders.title')} lede={t('holders.lede', { period: words(period) })}>
      <div className="stack">
        <AnalysisTabs at="/holders" />
        <PeriodPicker period={period} go={(next) => go({ period: next })} />
        <div className="filters">
          <Pick
            id="holders-by"
            label={t('choice.by')}
            options={groupings.map((value) => ({ value, label: t(`group.${value}`) }))}
            chosen={by}
            choose={(next) => go({ by: next })}
          />
        </div>
        <Answered query={useQuery(holders(period, by))}>
          {({ rows }) => (
            <>
              <Sheet
                title={t('holders.title')}
                rows={rows}
                keyOf={({ key }) => key}
                columns={[
                  { id: 'name', title: t(`group.${by}`), cell: rowName },
                  { id: 'cases', title: t('holders.cases'), cell: (row) => row.cases, amount: true },
                  { id: 'held', title: t('holders.held'), cell: (row) => duration(row.seconds), amount: true },
                  {
                    id: 'paused',
                    title: t('holders.paused'),
                    cell: (row) => duration(row.pausedSeconds),
                    amount: true,
                  },
                ]}
              />
              <ExportThis what={t('holders.title')} name="holders" query={{ period, by }} />
            </>
          )}
        </Answered>
      </div>
    </Page>
  );
}
