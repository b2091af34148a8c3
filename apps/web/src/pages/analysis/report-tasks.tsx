import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reportTasks } from '../../api/analysis-queries.js';
import type { ReportTask } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { shanghaiDay } from '../../calendar/plain-date.js';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { Pick } from '../../kit/pick.js';
import { Sheet } from '../../kit/sheet.js';
import { Answered, Empty } from '../../kit/states.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { AnalysisTabs } from './analysis-tabs.js';
import { MarkReportMade } from './mark-report-made.js';

const route = getRouteApi('/statistics/tasks');
const years = 4;

/** What offices disclose and report each year (Order 802, Art. 18 and 22): by when, and whether it was done. */
export function ReportTasks() {
  const t = useText('analysis');
  const { role } = useMe();
  const search = route.useSearch();
  const navigate = useNavigate();
  const thisYear = Number(shanghaiDay(Date.now()).slice(0, 4));
  const options = Array.from({ length: years }, (_, back) => String(thisYear - 1 - back));
  const year = options.find((one) => one === search.year) ?? options[0]!;
  const ofAll = role === 'supervisor' && search.of === 'all';
  const go = (change: typeof search) => void navigate({ to: '/statistics/tasks', search: { ...search, ...change } });
  return (
    <Page title={t('tasks.title')} lede={t('tasks.lede')}>
      <div className="stack">
        <AnalysisTabs at="/statistics/tasks" />
        <div className="filters">
          <Pick
            id="tasks-year"
            label={t('tasks.year')}
            options={options.map((value) => ({ value, label: t('period.words.year', { year: value }) }))}
            chosen={year}
            choose={(next) => go({ year: next })}
          />
          {role === 'supervisor' && (
            <Pick
              id="tasks-of"
              label={t('tasks.of')}
              options={[{ value: 'all', label: t('tasks.all') }]}
              any={t('tasks.own')}
              chosen={ofAll ? 'all' : ''}
              choose={(next) => go({ of: next })}
            />
          )}
        </div>
        <Answered query={useQuery(reportTasks(year, ofAll ? 'all' : undefined))}>
          {(tasks) =>
            tasks.length === 0 ? (
              <Empty>{t('tasks.none')}</Empty>
            ) : ofAll ? (
              <TasksOfAll tasks={tasks} />
            ) : (
              tasks.map((task) => <OwnTask key={task.office.id + task.task} task={task} />)
            )
          }
        </Answered>
      </div>
    </Page>
  );
}

const tones = { open: 'plain', dueSoon: 'soon', late: 'late', done: 'good', doneLate: 'soon' } as const;

function TaskState({ state }: Pick<ReportTask, 'state'>) {
  const t = useText('analysis');
  return (
    <span className="tag" data-tone={tones[state]}>
      {t(`tasks.state.${state}`)}
    </span>
  );
}

function OwnTask({ task }: { readonly task: ReportTask }) {
  const t = useText('analysis');
  const name = useName();
  const [marking, setMarking] = useState(false);
  const id = `task-${task.task}`;
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{name(task.title)}</h2>
        <TaskState state={task.state} />
      </div>
      <dl className="facts">
        <dt>{t('tasks.office')}</dt>
        <dd>{name(task.office.name)}</dd>
        <dt>{t('tasks.dueOn')}</dt>
        <dd>{task.dueOn ? <Day date={task.dueOn} /> : t('tasks.noDay')}</dd>
        <dt>{t('tasks.basis')}</dt>
        <dd>
          {name(task.instrument)} {t('tasks.article', { article: task.article })}{' '}
          {task.mark === 'secondary' && (
            <span className="tag" data-tone="outline">
              {t('tasks.secondary')}
            </span>
          )}
        </dd>
        {task.done && <Done of={task.done} />}
      </dl>
      {marking ? (
        <MarkReportMade task={task} close={() => setMarking(false)} />
      ) : (
        <div className="buttons">
          {task.mayMark && (
            <Button kind="second" onClick={() => setMarking(true)}>
              {t('tasks.mark')}
              <span className="visually-hidden"> {name(task.title)}</span>
            </Button>
          )}
          <Link
            to="/statistics"
            search={{
              period: String(task.year),
              by: 'district',
              ...(task.task === 'disclosure' && { kind: 'overduePayment' }),
            }}
          >
            {t('tasks.figures', { year: task.year })}
          </Link>
        </div>
      )}
    </section>
  );
}

function Done({ of }: { readonly of: NonNullable<ReportTask['done']> }) {
  const t = useText('analysis');
  return (
    <>
      <dt>{t('tasks.madeOn')}</dt>
      <dd>
        <Day date={of.madeOn} />
        <span className="sub">{t('tasks.recorded', { by: of.by, at: showTime(of.recordedAt) })}</span>
      </dd>
      <dt>{t('tasks.document')}</dt>
      <dd>{of.document}</dd>
    </>
  );
}

/** Every office overseen, the late ones first. */
function TasksOfAll({ tasks }: { readonly tasks: readonly ReportTask[] }) {
  const t = useText('analysis');
  const name = useName();
  const order = ['late', 'dueSoon', 'open', 'doneLate', 'done'] as const;
  const rows = [...tasks].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <Sheet
      title={t('tasks.title')}
      rows={rows}
      keyOf={({ office, task }) => `${office.id} ${task}`}
      columns={[
        { id: 'office', title: t('tasks.office'), cell: ({ office }) => name(office.name) },
        { id: 'task', title: t('tasks.task'), cell: ({ title }) => name(title) },
        { id: 'state', title: t('tasks.standing'), cell: ({ state }) => <TaskState state={state} /> },
        {
          id: 'dueOn',
          title: t('tasks.dueOn'),
          cell: ({ dueOn }) => (dueOn ? <Day date={dueOn} /> : <span className="quiet">{t('tasks.noDay')}</span>),
        },
        {
          id: 'done',
          title: t('tasks.document'),
          cell: ({ done }) =>
            done ? (
              <>
                {done.document}
                <span className="sub">
                  <Day date={done.madeOn} />
                </span>
              </>
            ) : (
              <span className="quiet">—</span>
            ),
        },
      ]}
    />
  );
}
