import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { statistics } from '../../api/analysis-queries.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { ExportThis } from '../exports/export-this.js';
import { pastOf, withoutPast } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { FigureDetails, Stages } from './figure-details.js';
import { FigureTable } from './figure-table.js';
import { isPeriod, periodOf } from './period.js';
import { PeriodPicker } from './period-picker.js';
import { usePeriodWords } from './period-words.js';
import { Provenance } from './provenance.js';
import { StatisticsFilters } from './statistics-filters.js';
import { closerTo, groupings, narrowings, type StatisticsSearch } from './statistics-search.js';

const route = getRouteApi('/statistics');

/** 快报: what came in, what was done with it and whether terms were kept, in a month, a quarter or a year. */
export function Statistics() {
  const t = useText('analysis');
  const navigate = useNavigate();
  const search = route.useSearch();
  const words = usePeriodWords();
  const period = isPeriod(search.period ?? '') ? search.period! : periodOf('year', shanghaiDay(Date.now()));
  const by = groupings.find((one) => one === search.by) ?? 'district';
  const narrowed = Object.fromEntries(narrowings.flatMap((one) => (search[one] ? [[one, search[one]]] : [])));
  const asked = { period, ...narrowed, ...pastOf(search) };
  const all = useQuery({ ...statistics(asked), placeholderData: (before) => before });
  const rows = useQuery({ ...statistics({ ...asked, by }), placeholderData: (before) => before });
  const go = (next: StatisticsSearch) => void navigate({ to: '/statistics', search: next });
  return (
    <Page title={t('statistics.title')} lede={t('statistics.lede', { period: words(period) })}>
      <div className="stack">
        <AnalysisTabs at="/statistics" />
        <PeriodPicker period={period} go={(next) => go({ ...search, period: next })} />
        <StatisticsFilters search={search} by={by} go={go} />
        <PastControl past={pastOf(search)} what="statistics" go={(past) => go({ ...withoutPast(search), ...past })} />
        <Answered query={all}>
          {(data) => (
            <>
              {data.rows[0] && <FigureDetails figures={data.rows[0]} />}
              <Answered query={rows}>
                {(told) => (
                  <FigureTable
                    rows={told.rows}
                    by={by}
                    title={t('statistics.table', { period: words(period) })}
                    closer={(row) => closerTo(row, by, search)}
                  />
                )}
              </Answered>
              {data.rows[0] && <Stages stages={data.rows[0].stages} />}
              <Provenance of={data} />
              <ExportThis what={t('statistics.title')} name="statistics" query={{ ...asked, by }} />
            </>
          )}
        </Answered>
      </div>
    </Page>
  );
}
