import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { reportTasks, statistics } from '../../api/analysis-queries.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { pastOf } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { withoutPast } from '../past/past.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { FigureDetails } from './figure-details.js';
import { FigureTable } from './figure-table.js';
import { isPeriod, periodOf } from './period.js';
import { PeriodPicker, usePeriodWords } from './period-picker.js';
import { Provenance } from './provenance.js';

const route = getRouteApi('/statistics');
export const groupings = ['district', 'office', 'kind', 'category', 'respondentType'] as const;
const kinds = ['overduePayment', 'complaint', 'creditRepair', 'ipFastTrack'] as const;

/** 快报: what came in, what was done with it and whether terms were kept, in a month, a quarter or a year. */
export function Statistics() {
  const t = useText('analysis');
  const navigate = useNavigate();
  const search = route.useSearch();
  const words = usePeriodWords();
  const period = isPeriod(search.period ?? '') ? search.period! : periodOf('year', shanghaiDay(Date.now()));
  const by = groupings.find((one) => one === search.by) ?? 'district';
  const asked = { period, ...(search.kind && { kind: search.kind }), ...pastOf(search) };
  const all = useQuery(statistics(asked));
  const rows = useQuery({ ...statistics({ ...asked, by }), placeholderData: (before) => before });
  const go = (change: Partial<typeof search>) => void navigate({ to: '/statistics', search: { ...search, ...change } });
  return (
    <Page title={t('statistics.title')} lede={t('statistics.lede', { period: words(period) })}>
      <div className="stack">
        <AnalysisTabs at="/statistics" />
        <ReportTasks />
        <PeriodPicker period={period} go={(next) => go({ period: next })} />
        <div className="filters">
          <Choice id="by" options={groupings} chosen={by} choose={(next) => go({ by: next })} of="group" />
          <Choice
            id="kind"
            options={kinds}
            chosen={search.kind ?? ''}
            choose={(next) => go({ kind: next })}
            of="kind"
            any
          />
        </div>
        <PastControl
          past={pastOf(search)}
          what="statistics"
          go={(past) => void navigate({ to: '/statistics', search: { ...withoutPast(search), ...past } })}
        />
        <Answered query={all}>
          {(data) => (
            <>
              {data.rows[0] && <FigureDetails figures={data.rows[0]} />}
              <Answered query={rows}>
                {(told) => (
                  <FigureTable rows={told.rows} by={by} title={t('statistics.table', { period: words(period) })} />
                )}
              </Answered>
              <Provenance of={data} />
            </>
          )}
        </Answered>
      </div>
    </Page>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly options: readonly string[];
  readonly chosen: string;
  readonly choose: (option: string) => void;
  readonly of: 'group' | 'kind';
  readonly any?: boolean;
}

function Choice({ id, options, chosen, choose, of, any }: ChoiceProps) {
  const t = useText('analysis');
  return (
    <div className="field">
      <label htmlFor={`statistics-${id}`}>{t(`choice.${id}`)}</label>
      <select className="input" id={`statistics-${id}`} value={chosen} onChange={({ target }) => choose(target.value)}>
        {any && <option value="">{t('choice.any')}</option>}
        {options.map((one) => (
          <option key={one} value={one}>
            {t(of === 'kind' ? `common:kind.${one}` : `group.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What has to be reported on the year before, while it is not past. */
function ReportTasks() {
  const t = useText('analysis');
  const name = useName();
  const { data = [] } = useQuery(reportTasks);
  return (
    <details className="why">
      <summary>{t('tasks.title')}</summary>
      <ul className="why-body plain-list">
        {data.map((task) => (
          <li key={task.task}>
            <Link
              to="/statistics"
              search={{
                period: String(task.year),
                by: 'district',
                ...(task.task === 'disclosure' && { kind: 'overduePayment' }),
              }}
            >
              {name(task.title)} · {task.year}
            </Link>
            <span className="sub">
              {task.dueOn ? (
                <>
                  {t('tasks.dueOn')} <Day date={task.dueOn} />
                </>
              ) : (
                t('tasks.noDay')
              )}
              {' · '}
              {name(task.instrument)} {t('tasks.article', { article: task.article })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
