import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { debtors } from '../../api/analysis-queries.js';
import type { Debtor } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Sheet } from '../../kit/sheet.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { Pick } from '../../kit/pick.js';
import { Answered, Empty } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { AnalysisTabs } from './analysis-tabs.js';

const route = getRouteApi('/debtors');
const orders = ['outstanding', 'claimed', 'open', 'cases'] as const;
const levels = ['red', 'amber'] as const;
const counts = [
  'cases',
  'open',
  'complainants',
  'districts',
  'repeated',
  'broken',
  'beyondLaw',
  'supervisoryActs',
] as const;

/** 预防: who owes, across complainants, districts and years, with the platform's early warnings. */
export function Debtors() {
  const t = useText('analysis');
  const name = useName();
  const navigate = useNavigate();
  const search = route.useSearch();
  const by = orders.find((one) => one === search.by) ?? 'outstanding';
  const query = useQuery({ ...debtors(by, search.warning), placeholderData: (before) => before });
  const columns: Column<Debtor>[] = [
    {
      id: 'name',
      title: t('debtor.name'),
      cell: (row) => (
        <>
          <Link to="/debtors/$debtor" params={{ debtor: row.id }}>
            {row.name}
          </Link>
          <span className="sub mono">{row.code ?? t('debtor.noCode')}</span>
          <span className="sub">{t(`common:unitType.${row.unitType}`)}</span>
        </>
      ),
    },
    { id: 'warnings', title: t('debtor.warnings'), cell: (row) => <Warnings of={row} /> },
    ...(['outstanding', 'claimed', 'undisputed', 'paid'] as const).map((id): Column<Debtor> => ({
      id,
      title: t(`debtor.${id}`),
      amount: true,
      cell: (row) => <Money amount={row[id]} />,
    })),
    ...counts.map((id): Column<Debtor> => ({ id, title: t(`debtor.${id}`), amount: true, cell: (row) => row[id] })),
  ];
  return (
    <Page title={t('debtor.title')} lede={query.data && t('debtor.lede', { policy: name(query.data.policy) })}>
      <div className="stack">
        <AnalysisTabs at="/debtors" />
        <div className="filters">
          <Pick
            id="debtors-by"
            label={t('debtor.choice.by')}
            options={orders.map((value) => ({ value, label: t(`debtor.${value}`) }))}
            chosen={by}
            choose={(next) => void navigate({ to: '/debtors', search: { ...search, by: next } })}
          />
          <Pick
            id="debtors-warning"
            label={t('debtor.choice.warning')}
            options={levels.map((value) => ({ value, label: t(`debtor.level.${value}`) }))}
            any={t('debtor.level.any')}
            chosen={search.warning ?? ''}
            choose={(next) => void navigate({ to: '/debtors', search: { ...search, warning: next } })}
          />
        </div>
        <Answered query={query}>
          {({ rows, more }) =>
            rows.length === 0 ? (
              <Empty>{t('nothing')}</Empty>
            ) : (
              <>
                <Sheet title={t('debtor.title')} rows={rows} keyOf={({ id }) => id} columns={columns} />
                {more && <p className="quiet">{t('debtor.more', { count: rows.length })}</p>}
              </>
            )
          }
        </Answered>
      </div>
    </Page>
  );
}

export function Warnings({ of }: { readonly of: Debtor }) {
  const t = useText('analysis');
  const name = useName();
  if (of.warnings.length === 0) return <span className="quiet">{t('debtor.noWarning')}</span>;
  return of.warnings.map((warning) => (
    <span className="block" key={warning.id}>
      <span className="tag" data-tone={warning.level === 'red' ? 'late' : 'soon'}>
        {t(`debtor.level.${warning.level}`)}
      </span>{' '}
      <span className="small">{name(warning.title)}</span>
    </span>
  ));
}
