import type { ReactNode } from 'react';
import { useText } from '../text/names.js';
import type { Option } from './fields.js';

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly options: readonly (Option | OptionGroup)[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
  /** Names the choice of none; without it one of the options is always chosen. */
  readonly any?: string;
}

/** A drop-down that takes effect when it is changed: a filter or an order, never a field of a form. */
export function Pick({ id, label, options, chosen, choose, any }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(choice)}
            </optgroup>
          ) : (
            choice(one)
          ),
        )}
      </select>
    </div>
  );
}

const choice = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

export interface Chosen {
  readonly id: string;
  readonly label: string;
  readonly drop: () => void;
}

/** What a list is narrowed by, each removable. */
export function ChosenFilters({ filters }: { readonly filters: readonly Chosen[] }) {
  const t = useText();
  if (filters.length === 0) return null;
  return (
    <p className="chosen">
      <span className="quiet">{t('filter.chosen')}</span>
      {filters.map(({ id, label, drop }) => (
        <button type="button" className="chip" key={id} onClick={drop}>
          {label} <span aria-hidden="true">×</span>
          <span className="visually-hidden">{t('filter.remove')}</span>
        </button>
      ))}
    </p>
  );
}
