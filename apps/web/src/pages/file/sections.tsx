import type { CaseFile } from '../../api/types.js';
import { Money } from '../../kit/money.js';
import { StackedTable } from '../../kit/stacked-table.js';
import { Day } from '../../kit/tags.js';
import { capitalMoney } from '../../money/capital-money.js';
import { useText } from '../../text/names.js';
import { Section, type OfFile } from './section.js';

export function Sums({ file }: OfFile) {
  const t = useText('file');
  const sums = [
    ['total', file.total],
    ['paid', file.paid],
    ['outstanding', file.outstanding],
  ] as const;
  return (
    <dl className="sums">
      {sums.map(([name, amount]) => (
        <div key={name} data-sum={name}>
          <dt>{t(`sums.${name}`)}</dt>
          <dd>
            <Money amount={amount} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Parties({ file }: OfFile) {
  const t = useText('file');
  const { complainant, respondent } = file.claim;
  return (
    <Section id="parties-title" title={t('parties.title')}>
      <div className="parties">
        <div>
          <h3>{t('parties.complainant')}</h3>
          <p className="party-name">{complainant.name}</p>
          <p className="mono">{complainant.creditCode}</p>
          <p className="quiet small">
            {t(`size.${complainant.sizeType}`)} · {complainant.address}
          </p>
          <p className="small">
            {complainant.contact.name} {complainant.contact.phone}
          </p>
        </div>
        <div>
          <h3>{t('parties.respondent')}</h3>
          <p className="party-name">{respondent.name}</p>
          <p className="mono">{respondent.creditCode ?? t('parties.unknownCode')}</p>
          <p className="quiet small">
            {t(`unitType.${respondent.unitType}`)}
            {!['notApplicable', respondent.unitType === 'largeFirm' ? 'large' : ''].includes(respondent.sizeType) &&
              ` · ${t(`size.${respondent.sizeType}`)}`}{' '}
            · {respondent.address}
          </p>
          <p className="small">
            {respondent.contact
              ? `${respondent.contact.name} ${respondent.contact.phone}`
              : t('parties.unknownContact')}
          </p>
        </div>
      </div>
    </Section>
  );
}

export function ClaimFacts({ file }: OfFile) {
  const t = useText('file');
  const { claim } = file;
  return (
    <Section id="claim-title" title={t('claim.title')}>
      <dl className="facts">
        <dt>{t('claim.contract')}</dt>
        <dd>
          {claim.contract.title} {claim.contract.number && <span className="quiet">{claim.contract.number}</span>}
          <span className="sub">
            {t(`subject.${claim.contract.subject}`)} · <Day date={claim.contract.concludedOn} />
          </span>
          {claim.contract.payWhenPaid && <span className="sub">{t('claim.payWhenPaid')}</span>}
        </dd>
        <dt>{t('claim.request')}</dt>
        <dd className="text">{claim.request}</dd>
        <dt>{t('claim.facts')}</dt>
        <dd className="text">{claim.facts}</dd>
        <dt>{t('claim.evidence')}</dt>
        <dd>
          {claim.evidence.length === 0 ? (
            <span className="quiet">{t('claim.noEvidence')}</span>
          ) : (
            claim.evidence.map((one, index) => (
              <span className="block" key={index}>
                {one.title} <span className="quiet">{one.reference}</span>
              </span>
            ))
          )}
        </dd>
        <dt>{t('claim.promises')}</dt>
        <dd>{t('claim.signed', { signatory: claim.promises.signatory })}</dd>
      </dl>
    </Section>
  );
}

export function Lines({ file }: OfFile) {
  const t = useText('file');
  return (
    <section className="table-card" aria-labelledby="lines-title">
      <h2 id="lines-title" className="table-title">
        {t('lines.title')}
      </h2>
      <StackedTable
        labelledBy="lines-title"
        rows={file.claim.lines}
        keyOf={({ line }) => String(line)}
        columns={[
          { id: 'what', title: t('lines.what'), cell: ({ description }) => description },
          {
            id: 'delivered',
            title: t('lines.delivered'),
            cell: ({ deliveredOn, workAcceptedOn }) => (
              <>
                <Day date={deliveredOn} />
                {workAcceptedOn && (
                  <span className="sub">
                    {t('lines.accepted')} <Day date={workAcceptedOn} />
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'due',
            title: t('lines.due'),
            cell: ({ agreedDueOn }) =>
              agreedDueOn ? <Day date={agreedDueOn} /> : <span className="quiet">{t('lines.noTerm')}</span>,
          },
          ...(['amount', 'disputed'] as const).map((id) => ({
            id,
            title: t(`lines.${id}`),
            cell: (line: CaseFile['claim']['lines'][number]) => <Money amount={line[id]} />,
            amount: true,
          })),
        ]}
      />
      <p className="table-foot">
        {t('lines.total')}{' '}
        <strong>
          <Money amount={file.total} />
        </strong>{' '}
        <span className="quiet">{capitalMoney(file.total)}</span>
      </p>
    </section>
  );
}

export function Reply({ file }: OfFile) {
  const t = useText('file');
  if (!file.reply) return null;
  return (
    <Section id="reply-title" title={t('reply.title')}>
      <dl className="facts">
        <dt>{t('reply.on')}</dt>
        <dd>
          <Day date={file.reply.on} />
        </dd>
        <dt>{t('reply.statement')}</dt>
        <dd className="text">{file.reply.statement}</dd>
        <dt>{t('reply.admitted')}</dt>
        <dd>
          <Money amount={file.reply.admitted} />
        </dd>
      </dl>
    </Section>
  );
}

export function Mediations({ file }: OfFile) {
  const t = useText('file');
  if (file.mediations.length === 0) return null;
  return (
    <Section id="mediations-title" title={t('mediations.title')}>
      <ul className="plain-list">
        {file.mediations.map((one, index) => (
          <li key={index}>
            <p>
              <strong>
                <Day date={one.on} />
              </strong>{' '}
              <span className="tag">{t(`mediationOutcome.${one.outcome}`)}</span>
            </p>
            <p className="quiet small">
              {one.place} · {one.attendees.join('、')}
            </p>
            <p className="text">{one.minutes}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Result({ file }: OfFile) {
  const t = useText('file');
  if (!file.result) return null;
  return (
    <Section id="result-title" title={t('result.title')}>
      <p>
        <strong>{t(`outcome.${file.result.outcome}`)}</strong> · <Day date={file.result.on} />
      </p>
      <p className="text">{file.result.summary}</p>
      <p className="quiet small">
        {t('result.fedBack')}{' '}
        {file.fedBackTo.length === 0 ? t('result.nobody') : file.fedBackTo.map((to) => t(`recipient.${to}`)).join('、')}
      </p>
    </Section>
  );
}
