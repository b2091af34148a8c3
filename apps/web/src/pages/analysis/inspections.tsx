import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { inspections } from '../../api/analysis-queries.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { pastOf, withoutPast } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { FigureDetails, Stages } from './figure-details.js';
import { isPeriod, periodOf } from './period.js';
import { PeriodPicker } from './period-picker.js';
import { usePeriodWords } from './period-words.js';
import { Provenance } from './provenance.js';

const route = getRouteApi('/statistics/inspections');

/** 专项督查: charges, intermediaries, arrears, the last mile of policy. */
export function Inspections() {
  const t = useText('analysis');
  const navigate = useNavigate();
  const search = route.useSearch();
  const words = usePeriodWords();
  const period = isPeriod(search.period ?? '') ? search.period! : periodOf('year', shanghaiDay(Date.now()));
  return (
    <Page title={t('inspections.title')} lede={t('inspections.lede', { period: words(period) })}>
      <div className="stack">
        <AnalysisTabs at="/statistics/inspections" />
        <PeriodPicker
          period={period}
          go={(next) => void navigate({ to: '/statistics/inspections', search: { ...search, period: next } })}
        />
        <PastControl
          past={pastOf(search)}
          what="statistics"
          go={(past) => void navigate({ to: '/statistics/inspections', search: { ...withoutPast(search), ...past } })}
        />
        <Answered query={useQuery(inspections({ period, ...pastOf(search) }))}>
          {(data) => (
            <>
              {data.rows.map((row) => (
                <details className="card" key={row.inspection}>
                  <summary>
                    <strong>{t(`inspection.${row.inspection}`)}</strong>{' '}
                    <span className="quiet">
                      {t('inspections.line', { lodged: row.lodged, concluded: row.concluded })}
                    </span>
                  </summary>
                  <div className="stack">
                    <FigureDetails figures={row} />
                    <Stages stages={row.stages} about={t(`inspection.${row.inspection}`)} />
                  </div>
                </details>
              ))}
              <Provenance of={data} />
            </>
          )}
        </Answered>
      </div>
    </Page>
  );
}
