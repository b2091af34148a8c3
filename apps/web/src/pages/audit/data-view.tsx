import { showMoney } from '../../money/money-text.js';
import { useText } from '../../text/names.js';
import { optionLists } from './option-lists.js';

/** The data of an event in full, with labels; what has no label keeps the name it is stored under. */
export function DataView({ data, field = '' }: { readonly data: unknown; readonly field?: string }) {
  const t = useText('events');
  if (Array.isArray(data)) {
    return (
      <ol className="data-list">
        {(data as readonly unknown[]).map((one, index) => (
          <li key={index}>
            <DataView data={one} field={field} />
          </li>
        ))}
      </ol>
    );
  }
  if (data !== null && typeof data === 'object') {
    return (
      <dl className="data">
        {Object.entries(data as Readonly<Record<string, unknown>>).map(([name, value]) => (
          <div key={name} data-deep={value !== null && typeof value === 'object'}>
            <dt>{t(`field.${name}`, { defaultValue: name })}</dt>
            <dd>
              <DataView data={value} field={name} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <Plain value={data} field={field} />;
}

function Plain({ value, field }: { readonly value: unknown; readonly field: string }) {
  const t = useText('acts');
  if (value === null || value === undefined) return <span className="quiet">—</span>;
  if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
  if (typeof value === 'string' && /^\d+\.\d\d$/.test(value))
    return <span className="number">¥{showMoney(value)}</span>;
  if (typeof value === 'string' && optionLists[field]) {
    return (
      <span className="text">
        {t([...optionLists[field].map((list) => `${list}.${value}`), 'verbatim'], { value })}
      </span>
    );
  }
  return <span className="text">{typeof value === 'string' || typeof value === 'number' ? String(value) : ''}</span>;
}
