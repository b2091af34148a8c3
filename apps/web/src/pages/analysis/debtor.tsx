import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { debtor } from '../../api/analysis-queries.js';
import type { DebtorDetail } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Sheet } from '../../kit/sheet.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { Section } from '../file/section.js';
import { Warnings } from './debtors.js';

const route = getRouteApi('/debtors/$debtor');
type Part = DebtorDetail['byYear'][number];

/** One who owes, by year and by district. */
export function DebtorPage() {
  const { debtor: id } = route.useParams();
  return (
    <Answered page query={useQuery(debtor(id))}>
      {(found) => <Told of={found} />}
    </Answered>
  );
}

function Told({ of }: { readonly of: DebtorDetail }) {
  const t = useText('analysis');
  const name = useName();
  const sums: readonly Column<Part>[] = [
    { id: 'cases', title: t('debtor.cases'), cell: (row) => row.cases, amount: true },
    ...(['claimed', 'paid', 'outstanding'] as const).map((id): Column<Part> => ({
      id,
      title: t(`debtor.${id}`),
      amount: true,
      cell: (row) => <Money amount={row[id]} />,
    })),
  ];
  return (
    <Page
      title={of.name}
      lede={<span className="mono">{of.code ?? t('debtor.noCode')}</span>}
      above={
        <Link className="back" to="/debtors">
          ‹ {t('debtor.title')}
        </Link>
      }
    >
      <div className="stack">
        <dl className="sums">
          {(['claimed', 'paid', 'outstanding'] as const).map((id) => (
            <div key={id} data-sum={id === 'claimed' ? 'total' : id}>
              <dt>{t(`debtor.${id}`)}</dt>
              <dd>
                <Money amount={of[id]} />
              </dd>
            </div>
          ))}
        </dl>
        <Section id="warnings-title" title={t('debtor.warnings')}>
          <Warnings of={of} />
        </Section>
        <h2>{t('debtor.byYear')}</h2>
        <Sheet
          title={t('debtor.byYear')}
          rows={of.byYear}
          keyOf={(row) => row.of}
          columns={[{ id: 'of', title: t('debtor.year'), cell: (row) => row.of }, ...sums]}
        />
        <h2>{t('debtor.byDistrict')}</h2>
        <Sheet
          title={t('debtor.byDistrict')}
          rows={of.byDistrict}
          keyOf={(row) => row.of}
          columns={[
            { id: 'of', title: t('group.district'), cell: (row) => name(row.district?.name) || t('debtor.city') },
            ...sums,
          ]}
        />
        <p>
          <Link to="/worklist" search={{ queue: 'all', q: of.code ?? of.name }}>
            {t('debtor.itsCases')}
          </Link>
        </p>
      </div>
    </Page>
  );
}
