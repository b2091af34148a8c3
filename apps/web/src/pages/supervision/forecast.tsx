import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { forecast } from '../../api/queries.js';
import type { ForecastRung } from '../../api/types.js';
import { addDays, readDate, shanghaiDay } from '../../calendar/plain-date.js';
import { showDate } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { DateField } from '../../kit/fields.js';
import { FormFields } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Answered } from '../../kit/states.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { useLanguage, useName, useText } from '../../text/names.js';
import { useToldWords } from './told-words.js';

const route = getRouteApi('/escalations/forecast');

/** What the ladder would do until a day, and what it would leave undone, with why: nothing is done by looking. */
export function Forecast() {
  const t = useText('supervision');
  const language = useLanguage();
  const search = route.useSearch();
  const until = readDate(search.until ?? '') ?? addDays(shanghaiDay(Date.now()), 7);
  return (
    <Page
      title={t('forecast.title')}
      lede={t('forecast.lede')}
      above={
        <Link className="back" to="/escalations">
          ‹ {t('escalations.title')}
        </Link>
      }
    >
      <div className="stack">
        <Until key={until} until={until} />
        <Answered query={useQuery(forecast(until))}>
          {({ rows, complete }) => {
            const fires = rows.filter((row) => row.fires);
            const skipped = rows.filter((row) => row.skipped !== null);
            return (
              <>
                <p role="status">
                  {t('forecast.count', {
                    fires: fires.length,
                    skipped: skipped.length,
                    until: showDate(until, language),
                  })}{' '}
                  {!complete && t('forecast.more')}
                </p>
                <Rungs title={t('forecast.fires')} rows={fires} />
                <Rungs title={t('forecast.skipped')} rows={skipped} />
              </>
            );
          }}
        </Answered>
      </div>
    </Page>
  );
}

function Until({ until }: { readonly until: string }) {
  const t = useText('supervision');
  const navigate = useNavigate();
  const [values, setValues] = useState({ until });
  const day = readDate(values.until);
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(day === null);
    if (day !== null) void navigate({ to: '/escalations/forecast', search: { until: day } });
  };
  const faults = wrong ? [{ field: 'until', message: t('common:invalid.date', { label: t('forecast.until') }) }] : [];
  return (
    <form className="filters" onSubmit={submit} noValidate>
      <FormFields values={values} set={(_, value) => setValues({ until: String(value) })} faults={faults}>
        <DateField name="until" label={t('forecast.until')} />
      </FormFields>
      <Button type="submit" kind="second">
        {t('forecast.show')}
      </Button>
    </form>
  );
}

function Rungs({ title, rows }: { readonly title: string; readonly rows: readonly ForecastRung[] }) {
  const t = useText('supervision');
  const name = useName();
  const told = useToldWords();
  if (rows.length === 0) return null;
  const column = (id: string) => ({ id, title: t(`forecast.column.${id}`) });
  return (
    <div className="table-card">
      <StackedTable
        caption={title}
        rows={rows}
        keyOf={(row) => [row.caseId, row.clock.rule, row.subject, row.run, row.rung].join('|')}
        columns={[
          {
            ...column('case'),
            cell: (row) => (
              <>
                <Link className="row-link mono" to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.caseNumber}
                </Link>
                <span className="sub">{name(row.clock.title)}</span>
              </>
            ),
          },
          {
            ...column('rung'),
            cell: (row) => (
              <>
                <strong>{name(row.title)}</strong>
                <span className="sub">{t(`escalations.act.${row.act}`, { defaultValue: row.act })}</span>
                {row.raisesTo && (
                  <span className="sub">
                    {t('forecast.raisesTo', { level: t(`escalations.level.${row.raisesTo}`) })}
                  </span>
                )}
              </>
            ),
          },
          {
            ...column('dueOn'),
            cell: (row) => (
              <>
                {row.dueOn ? <Day date={row.dueOn} /> : <span className="quiet">—</span>}{' '}
                {row.provisional && <ProvisionalTag />}
              </>
            ),
          },
          {
            ...column('told'),
            cell: (row) => (
              <>
                {row.skipped ? t(`forecast.why.${row.skipped}`) : told(row.told) || <span className="quiet">—</span>}
                {row.skipped && row.told.length > 0 && <span className="sub">{told(row.told)}</span>}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
