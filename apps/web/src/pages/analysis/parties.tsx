import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { companies } from '../../api/analysis-queries.js';
import type { Company } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Sheet } from '../../kit/sheet.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { Answered, Empty } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { AnalysisTabs } from './analysis-tabs.js';

const route = getRouteApi('/parties');

/** A company by its name, a former name or its code, and a case by its number: one box for all. */
export function Parties() {
  const t = useText('analysis');
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const [words, setWords] = useState(q);
  const query = useQuery({ ...companies(q), enabled: q !== '' });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = words.trim();
    if (caseNumber.test(asked)) void navigate({ to: '/cases/$caseId', params: { caseId: asked } });
    else void navigate({ to: '/parties', search: { q: asked } });
  };
  const columns: Column<Company>[] = [
    {
      id: 'name',
      title: t('party.name'),
      cell: (row) => (
        <>
          <Link to="/worklist" search={{ queue: 'all', q: row.code ?? row.name }}>
            {row.name}
          </Link>
          <span className="sub mono">{row.code ?? t('debtor.noCode')}</span>
          {row.formerNames.length > 0 && (
            <span className="sub">{t('party.formerly', { names: row.formerNames.join('、') })}</span>
          )}
        </>
      ),
    },
    ...(['asComplainant', 'asRespondent', 'open'] as const).map((id): Column<Company> => ({
      id,
      title: t(`party.${id}`),
      amount: true,
      cell: (row) => row[id],
    })),
  ];
  return (
    <Page title={t('party.title')} lede={t('party.lede')}>
      <div className="stack">
        <AnalysisTabs at="/parties" />
        <search>
          <form className="filters" onSubmit={submit}>
            <div className="field">
              <label htmlFor="parties-q">{t('party.words')}</label>
              <input
                className="input"
                id="parties-q"
                type="search"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            </div>
            <Button type="submit" kind="second">
              {t('action.search')}
            </Button>
          </form>
        </search>
        {q !== '' && (
          <Answered query={query}>
            {({ rows, more }) =>
              rows.length === 0 ? (
                <Empty>{t('party.none')}</Empty>
              ) : (
                <>
                  <Sheet title={t('party.title')} rows={rows} keyOf={(row) => row.code ?? row.name} columns={columns} />
                  {more && <p className="quiet">{t('debtor.more', { count: rows.length })}</p>}
                </>
              )
            }
          </Answered>
        )}
      </div>
    </Page>
  );
}

/** Two letters of the kind and a year, however the rest is written; the server reads the number itself. */
const caseNumber = /^[a-z]{2}[-\s]?20\d\d[-\s]?[0-9a-z-\s]{6,}$/i;
