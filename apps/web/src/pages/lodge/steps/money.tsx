import { useEffect, useRef } from 'react';
import { Button } from '../../../kit/button.js';
import { ChoiceField, DateField, MoneyField, TextField } from '../../../kit/fields.js';
import { addUp, readMoney, showMoney } from '../../../money/money-text.js';
import { capitalMoney } from '../../../money/capital-money.js';
import { useText } from '../../../text/names.js';
import { emptyLine } from '../draft.js';
import type { StepProps } from './step.js';

const subjects = ['goods', 'works', 'services'] as const;

export function MoneyStep({ draft, change }: StepProps) {
  const t = useText('lodge');
  const yesNo = [
    { value: 'no', label: t('form.no') },
    { value: 'yes', label: t('form.yes') },
  ];
  return (
    <>
      <TextField name="contract.title" label={t('label.contract.title')} hint={t('hint.contractTitle')} />
      <TextField name="contract.number" label={t('label.contract.number')} optional />
      <ChoiceField
        name="contract.subject"
        label={t('label.contract.subject')}
        options={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        row
      />
      <DateField name="contract.concludedOn" label={t('label.contract.concludedOn')} />
      <ChoiceField
        name="contract.payWhenPaid"
        label={t('label.contract.payWhenPaid')}
        hint={t('hint.payWhenPaid')}
        options={yesNo}
        row
      />
      {draft.contract.payWhenPaid === 'yes' && (
        <div className="notice" data-tone="accent">
          <p>{t('payWhenPaidVoid')}</p>
        </div>
      )}
      <Lines draft={draft} change={change} />
    </>
  );
}

function Lines({ draft, change }: StepProps) {
  const t = useText('lodge');
  const { lines } = draft;
  const count = useRef(lines.length);
  useEffect(() => {
    if (lines.length > count.current) document.getElementById(`line-${lines.length - 1}`)?.focus();
    count.current = lines.length;
  }, [lines.length]);
  const amounts = lines.map(({ amount }) => readMoney(amount));
  const total = addUp(amounts.map((reading) => (reading.outcome === 'read' ? reading.amount : '0.00')));
  return (
    <>
      {lines.map((_, index) => (
        <fieldset
          className="card fields"
          key={index}
          id={`line-${index}`}
          tabIndex={-1}
          aria-labelledby={`line-${index}-name`}
        >
          <div className="card-head">
            <h2 id={`line-${index}-name`}>
              {lines.length === 1 ? t('line.only') : t('line.number', { number: index + 1 })}
            </h2>
            {lines.length > 1 && (
              <Button
                kind="plain"
                onClick={() => change({ ...draft, lines: lines.filter((__, other) => other !== index) })}
              >
                {t('action.remove')}
                <span className="visually-hidden"> {t('line.number', { number: index + 1 })}</span>
              </Button>
            )}
          </div>
          <TextField
            name={`lines[${index}].description`}
            label={t('label.lines.description')}
            hint={t('hint.description')}
          />
          <DateField name={`lines[${index}].deliveredOn`} label={t('label.lines.deliveredOn')} />
          <DateField
            name={`lines[${index}].workAcceptedOn`}
            label={t('label.lines.workAcceptedOn')}
            hint={t('hint.workAcceptedOn')}
            optional
          />
          <DateField
            name={`lines[${index}].agreedDueOn`}
            label={t('label.lines.agreedDueOn')}
            hint={t('hint.agreedDueOn')}
            optional
          />
          <MoneyField name={`lines[${index}].amount`} label={t('label.lines.amount')} />
          <MoneyField
            name={`lines[${index}].disputed`}
            label={t('label.lines.disputed')}
            hint={t('hint.disputed')}
            optional
          />
        </fieldset>
      ))}
      <div className="buttons">
        <Button kind="second" onClick={() => change({ ...draft, lines: [...lines, emptyLine] })}>
          <span aria-hidden="true">+</span> {t('line.add')}
        </Button>
        {lines.length > 1 && (
          <p role="status">
            {t('line.total', { count: lines.length })} <strong className="number">¥{showMoney(total)}</strong>
            <span className="sub">{capitalMoney(total)}</span>
          </p>
        )}
      </div>
    </>
  );
}
