import { showMoney } from '../../money/money-text.js';
import { useText } from '../../text/names.js';

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

/** Fields whose value is one of a list: where the words for it stand, among the common texts unless said. */
export const optionLists: Readonly<Record<string, readonly string[]>> = {
  sizeType: ['size'],
  size: ['size'],
  unitType: ['unitType', 'acts:option'],
  category: ['acts:option'],
  channel: ['acts:option'],
  grade: ['acts:option'],
  listed: ['acts:option'],
  subject: ['subject'],
  kind: ['evidenceKind'],
  to: ['recipient'],
  ground: ['declineGround', 'terminationGround'],
  outcome: ['mediationOutcome', 'outcome', 'acts:option'],
  method: ['method'],
};

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
