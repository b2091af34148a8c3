import type { CaseFile } from '../../api/types.js';
import { Money } from '../../kit/money.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Day } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Section, type OfFile } from './section.js';

type Instalment = NonNullable<CaseFile['settlement']>['instalments'][number];

const instalmentTones = { open: 'plain', paid: 'good', partly: 'soon', overdue: 'late' } as const;

export function SettlementAndPayments({ file }: OfFile) {
  const t = useText('file');
  const { settlement, payments } = file;
  return (
    <>
      {settlement && (
        <Section id="settlement-title" title={t('settlement.title')}>
          <p>
            <Day date={settlement.on} /> · {t('settlement.total')}{' '}
            <strong>
              <Money amount={settlement.total} />
            </strong>
          </p>
          <p className="text">{settlement.terms}</p>
          <StackedTable
            label={t('settlement.instalments')}
            rows={settlement.instalments}
            keyOf={({ instalment }) => String(instalment)}
            columns={[
              {
                id: 'instalment',
                title: t('settlement.instalment'),
                cell: ({ instalment }) => t('settlement.number', { number: instalment }),
              },
              { id: 'due', title: t('settlement.due'), cell: ({ dueOn }) => <Day date={dueOn} /> },
              ...(['amount', 'paid'] as const).map((id) => ({
                id,
                title: t(`settlement.${id}`),
                cell: (one: Instalment) => <Money amount={one[id]} />,
                amount: true,
              })),
              {
                id: 'status',
                title: t('settlement.status'),
                cell: ({ status }) => (
                  <span className="tag" data-tone={instalmentTones[status]}>
                    {t(`instalment.${status}`)}
                  </span>
                ),
              },
            ]}
          />
        </Section>
      )}
      {payments.length > 0 && (
        <Section id="payments-title" title={t('payments.title')}>
          <ul className="plain-list">
            {payments.map((one) => (
              <li key={one.payment} className="payment">
                <span>
                  <Day date={one.paidOn} />
                </span>
                <strong>
                  <Money amount={one.amount} />
                </strong>
                <span className="quiet">
                  {t(`method.${one.method}`)}
                  {one.reference && ` · ${one.reference}`}
                  {one.instalment !== null && ` · ${t('settlement.number', { number: one.instalment })}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
