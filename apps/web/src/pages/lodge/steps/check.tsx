import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CheckField, TextField } from '../../../kit/fields.js';
import { Money } from '../../../kit/money.js';
import { Day } from '../../../kit/tags.js';
import { addUp } from '../../../money/money-text.js';
import { capitalMoney } from '../../../money/capital-money.js';
import { useText } from '../../../text/names.js';
import { claimOf } from '../claim.js';
import type { Step } from '../draft.js';
import type { StepProps } from './step.js';

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const isMoney = (text: string) => /^\d+\.\d\d$/.test(text);

export function Check({ draft }: StepProps) {
  const t = useText('lodge');
  const claim = claimOf(draft, {
    evidenceTitle: (kind) => t(`evidenceKind.${kind}`),
    toFollow: t('evidence.toFollow'),
  });
  const { complainant, respondent, contract } = claim;
  const total = addUp(claim.lines.map(({ amount }) => (isMoney(amount) ? amount : '0.00')));
  const none = <span className="quiet">{t('notGiven')}</span>;
  const day = (date: string | null) => (date === null ? none : isDate(date) ? <Day date={date} /> : date || none);
  return (
    <>
      <Answers step="us">
        <Row label={t('label.complainant.name')}>{complainant.name || none}</Row>
        <Row label={t('label.complainant.creditCode')}>
          <span className="mono">{complainant.creditCode}</span>
        </Row>
        <Row label={t('label.complainant.sizeType')}>
          {complainant.sizeType ? t(`size.${complainant.sizeType}`) : none}
        </Row>
        <Row label={t('label.complainant.address')}>{complainant.address || none}</Row>
        <Row label={t('label.complainant.contact.name')}>
          {complainant.contact.name} {complainant.contact.phone}
        </Row>
      </Answers>
      <Answers step="them">
        <Row label={t('label.respondent.name')}>{respondent.name || none}</Row>
        <Row label={t('label.respondent.creditCode')}>
          {respondent.creditCode ? <span className="mono">{respondent.creditCode}</span> : none}
        </Row>
        <Row label={t('label.respondent.unitType')}>
          {respondent.unitType ? t(`unitType.${respondent.unitType}`) : none}
          {respondent.sizeType && respondent.sizeType !== 'notApplicable' && `（${t(`size.${respondent.sizeType}`)}）`}
        </Row>
        <Row label={t('label.respondent.address')}>{respondent.address || none}</Row>
        <Row label={t('label.respondent.contact.name')}>
          {respondent.contact ? `${respondent.contact.name} ${respondent.contact.phone}` : none}
        </Row>
      </Answers>
      <Answers step="money">
        <Row label={t('label.contract.title')}>
          {contract.title || none} {contract.number && <span className="quiet">{contract.number}</span>}
        </Row>
        <Row label={t('label.contract.subject')}>{contract.subject ? t(`subject.${contract.subject}`) : none}</Row>
        <Row label={t('label.contract.concludedOn')}>{day(contract.concludedOn)}</Row>
        <Row label={t('label.contract.payWhenPaid')}>
          {draft.contract.payWhenPaid === '' ? none : t(contract.payWhenPaid ? 'form.yes' : 'form.no')}
        </Row>
        {claim.lines.map((line, index) => (
          <Row key={index} label={claim.lines.length === 1 ? t('line.only') : t('line.number', { number: index + 1 })}>
            {line.description}
            <span className="sub">
              {t('label.lines.deliveredOn')} {day(line.deliveredOn)}
            </span>
            <span className="sub">
              {t('label.lines.agreedDueOn')} {line.agreedDueOn ? day(line.agreedDueOn) : t('noTerm')}
            </span>
            <span className="sub">
              {t('label.lines.amount')} {isMoney(line.amount) ? <Money amount={line.amount} /> : line.amount}
              {line.disputed !== '0.00' && (
                <>
                  {' · '}
                  {t('label.lines.disputed')}{' '}
                  {isMoney(line.disputed) ? <Money amount={line.disputed} /> : line.disputed}
                </>
              )}
            </span>
          </Row>
        ))}
        <Row label={t('total')}>
          <strong>
            <Money amount={total} />
          </strong>
          <span className="sub">{capitalMoney(total)}</span>
        </Row>
      </Answers>
      <Answers step="facts">
        <Row label={t('label.request')}>
          <span className="text">{claim.request || none}</span>
        </Row>
        <Row label={t('label.facts')}>
          <span className="text">{claim.facts || none}</span>
        </Row>
      </Answers>
      <Answers step="evidence">
        <Row label={t('evidence.legend')}>
          {claim.evidence.length === 0
            ? none
            : claim.evidence.map((one) => (
                <span className="block" key={one.kind}>
                  {one.title} <span className="quiet">{one.reference}</span>
                </span>
              ))}
        </Row>
      </Answers>
      <section className="card fields" aria-labelledby="promises">
        <h2 id="promises">{t('promises.title')}</h2>
        <CheckField name="promises.noOtherForum" label={t('label.promises.noOtherForum')} />
        <CheckField name="promises.truth" label={t('label.promises.truth')} />
        <TextField name="promises.signatory" label={t('label.promises.signatory')} hint={t('hint.signatory')} />
      </section>
    </>
  );
}

function Answers({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
  const t = useText('lodge');
  const name = t(`step.${step}.title`);
  return (
    <section className="card" aria-labelledby={`answers-${step}`}>
      <div className="card-head">
        <h2 id={`answers-${step}`}>{name}</h2>
        <Link to="/lodge/$step" params={{ step }}>
          {t('action.change')}
          <span className="visually-hidden"> {name}</span>
        </Link>
      </div>
      <dl className="facts">{children}</dl>
    </section>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
