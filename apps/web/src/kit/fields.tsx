import type { ReactNode } from 'react';
import { useText, useLanguage } from '../text/names.js';
import { readDate } from '../calendar/plain-date.js';
import { showDateWithWeekday } from '../calendar/show-date.js';
import { readMoney, showMoney } from '../money/money-text.js';
import { capitalMoney } from '../money/capital-money.js';
import { isCreditCode, tidyCreditCode } from '../parties/credit-code.js';
import { useField } from './form.js';

interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

interface WrapperProps extends FieldProps {
  readonly id: string;
  readonly fault: string | undefined;
  readonly children: ReactNode;
  /** What the page read in the text typed: a weekday, a sum in words. */
  readonly echo?: { readonly text: string; readonly tone?: 'late' } | undefined;
}

function Wrapper({ id, label, hint, optional, fault, echo, children }: WrapperProps) {
  const t = useText();
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet">{t('form.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children}
      <p className="echo" data-tone={echo?.tone} aria-live="polite" id={`${id}-echo`}>
        {echo?.text}
      </p>
    </div>
  );
}

function described(id: string, hint: unknown, fault: unknown): string | undefined {
  return [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined;
}

interface TextProps extends FieldProps {
  readonly width?: 'date' | 'money' | 'code' | 'number';
  readonly type?: 'text' | 'tel' | 'password' | 'search';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'text';
  readonly autoComplete?: string;
  readonly echo?: WrapperProps['echo'];
  readonly onLeave?: (value: string) => string;
}

export function TextField({
  width,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  echo,
  onLeave,
  ...field
}: TextProps) {
  const { id, value, set, fault } = useField(field.name);
  return (
    <Wrapper {...field} id={id} fault={fault} echo={echo}>
      <input
        className="input"
        id={id}
        name={field.name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        data-width={width}
        value={value}
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(id, field.hint, fault)}
        onChange={(event) => set(event.target.value)}
        onBlur={onLeave && (() => onLeave(value) !== value && set(onLeave(value)))}
      />
    </Wrapper>
  );
}

export function LongTextField({ rows = 5, ...field }: FieldProps & { readonly rows?: number }) {
  const { id, value, set, fault } = useField(field.name);
  return (
    <Wrapper {...field} id={id} fault={fault}>
      <textarea
        className="input"
        id={id}
        name={field.name}
        rows={rows}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(id, field.hint, fault)}
        onChange={(event) => set(event.target.value)}
      />
    </Wrapper>
  );
}

/** A text field, not a calendar: it takes a date in every way it is written, and shows back the day it read. */
export function DateField({ hint, ...field }: FieldProps) {
  const t = useText();
  const language = useLanguage();
  const { value } = useField(field.name);
  const date = readDate(value);
  return (
    <TextField
      {...field}
      hint={hint ?? t('form.dateHint')}
      width="date"
      echo={date ? { text: showDateWithWeekday(date, language) } : undefined}
    />
  );
}

export function MoneyField({ hint, ...field }: FieldProps) {
  const t = useText();
  const { value } = useField(field.name);
  const reading = readMoney(value);
  return (
    <TextField
      {...field}
      hint={hint ?? t('form.moneyHint')}
      width="money"
      inputMode="text"
      echo={
        reading.outcome === 'read'
          ? { text: `¥${showMoney(reading.amount)}　${capitalMoney(reading.amount)}` }
          : undefined
      }
    />
  );
}

/** The one field judged while typing: a slip of the pen is found once eighteen characters are in. */
export function CreditCodeField(field: FieldProps) {
  const t = useText();
  const { value } = useField(field.name);
  const code = tidyCreditCode(value);
  const echo = isCreditCode(code)
    ? { text: t('creditCode.fits') }
    : { text: t('creditCode.wrong'), tone: 'late' as const };
  return <TextField {...field} width="code" onLeave={tidyCreditCode} echo={code.length === 18 ? echo : undefined} />;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export function SelectField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const t = useText();
  const { id, value, set, fault } = useField(field.name);
  return (
    <Wrapper {...field} id={id} fault={fault}>
      <select
        className="input"
        id={id}
        name={field.name}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(id, field.hint, fault)}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Wrapper>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly row?: boolean;
}

/** The id stands on the first choice, so that the error summary has somewhere to lead. */
export function ChoiceField({ name, label, hint, optional, options, row }: ChoiceProps) {
  const t = useText();
  const { id, value, set, fault } = useField(name);
  return (
    <fieldset className={fault ? 'group faulty' : 'group'} aria-describedby={described(id, hint, fault)}>
      <legend>
        {label}
        {optional && <span className="quiet">{t('form.optional')}</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className="choices" data-row={row}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => set(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Holds 'yes' or ''. */
export function CheckField({ name, label, hint }: FieldProps) {
  const { id, value, set, fault } = useField(name);
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          checked={value === 'yes'}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described(id, hint, fault)}
          onChange={(event) => set(event.target.checked ? 'yes' : '')}
        />
        <span>
          {label}
          {hint && <small id={`${id}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  );
}
