import { Money } from '../../kit/money.js';
import { Day } from '../../kit/tags.js';
import { useText } from '../../text/names.js';
import { Section, type OfFile } from './section.js';

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
          <table className="table stacked" role="table" aria-label={t('settlement.instalments')}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {t('settlement.instalment')}
                </th>
                <th role="columnheader" scope="col">
                  {t('settlement.due')}
                </th>
                <th role="columnheader" scope="col" className="amount">
                  {t('settlement.amount')}
                </th>
                <th role="columnheader" scope="col" className="amount">
                  {t('settlement.paid')}
                </th>
                <th role="columnheader" scope="col">
                  {t('settlement.status')}
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {settlement.instalments.map((one) => (
                <tr role="row" key={one.instalment}>
                  <th role="rowheader" scope="row">
                    {t('settlement.number', { number: one.instalment })}
                  </th>
                  <td role="cell" data-label={t('settlement.due')}>
                    <Day date={one.dueOn} />
                  </td>
                  <td role="cell" className="amount" data-label={t('settlement.amount')}>
                    <Money amount={one.amount} />
                  </td>
                  <td role="cell" className="amount" data-label={t('settlement.paid')}>
                    <Money amount={one.paid} />
                  </td>
                  <td role="cell" data-label={t('settlement.status')}>
                    <span className="tag" data-tone={instalmentTones[one.status]}>
                      {t(`instalment.${one.status}`)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
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
