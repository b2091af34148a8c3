import { Money } from '../../kit/money.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { optionLists } from '../audit/option-lists.js';
import { readable } from '../commands/form-words.js';
import { keysOf } from '../matters/word-keys.js';

type Facts = Readonly<Record<string, unknown>>;

interface FactsProps {
  readonly facts: Facts;
  readonly within?: string;
  /** One of several: what it is not sets it apart, and is said. */
  readonly listed?: boolean;
}

/** Facts for a reader: what is not known yet is left out, an office or a person is a name, a day is a day. */
export function FactsView({ facts, within = '', listed }: FactsProps) {
  const label = useFactLabel();
  const known = Object.entries(facts).filter(([, value]) => !isNothing(value) || (listed && value === false));
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <Fact key={name} label={label(name, within)} name={name} value={value} />
      ))}
    </dl>
  );
}

/** By the object it stands in, as at its lodging; else by its name alone, as everywhere. */
export function useFactLabel(): (name: string, within: string) => string {
  const lodging = useText('lodging');
  const file = useText('file');
  const events = useText('events');
  return (name, within) =>
    file([`fact.${within}/${name}`, `fact.${name}`], {
      defaultValue: lodging(keysOf('label', `${within}.${name}`), {
        defaultValue: events(`field.${name}`, { defaultValue: readable(name) }),
      }),
    });
}

interface FactProps {
  readonly label: string;
  readonly name: string;
  readonly value: unknown;
}

/** What has parts stands over the whole width, under its label. */
function Fact({ label, name, value }: FactProps) {
  const named = useReference();
  const deep = typeof value === 'object' && named(value as Facts) === null && !isPlainList(value);
  return (
    <>
      <dt data-deep={deep}>{label}</dt>
      <dd data-deep={deep}>
        <FactValue name={name} value={value} />
      </dd>
    </>
  );
}

const isPlainList = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one !== 'object');

/** One fact alone, without its label. */
export function FactValue({ name, value, listed = false }: Omit<FactProps, 'label'> & { readonly listed?: boolean }) {
  const named = useReference();
  if (Array.isArray(value)) {
    const known = (value as readonly unknown[]).filter((one) => !isNothing(one));
    if (isPlainList(known))
      return known.map((one, index) => (
        <span className="block" key={index}>
          <Plain name={name} value={one} />
        </span>
      ));
    return (
      <ol className="fact-list">
        {known.map((one, index) => (
          <li key={index}>
            <FactValue name={name} value={one} listed />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return named(value as Facts) ?? <FactsView facts={value as Facts} within={name} listed={listed} />;
  }
  return <Plain name={name} value={value} />;
}

/** The name of an office, a person or a company that is no more than referred to; null for anything else. */
function useReference(): (value: Facts) => string | null {
  const pick = useName();
  return (value) => {
    const { zh, en, name } = value;
    if (typeof zh === 'string' && typeof en === 'string') return pick({ zh, en });
    const rest = Object.keys(value).filter((key) => !['id', 'name', 'district', 'level'].includes(key));
    if (rest.length > 0 || name === undefined) return null;
    return typeof name === 'string' ? name : pick(name as { readonly zh: string; readonly en: string });
  };
}

function Plain({ value, name }: { readonly value: unknown; readonly name: string }) {
  const t = useText('acts');
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return <Day date={text} />;
  if (/^\d+\.\d\d$/.test(text)) return <Money amount={text} />;
  const lists = (optionLists[name] ?? []).map((list) => `${list}.${text}`);
  // The names of options are written in camel case; what people write is not.
  const words = /^[a-z][A-Za-z\d]*$/.test(text) ? t([`option.${text}`, ...lists], { defaultValue: text }) : text;
  return <span className="text">{words}</span>;
}

const nothing: ReadonlySet<unknown> = new Set([null, undefined, '', false, 0, 'none', 'notRequired']);

/** Not known, not done, or empty: nothing to show. */
export function isNothing(value: unknown): boolean {
  if (nothing.has(value)) return true;
  if (Array.isArray(value)) return value.every(isNothing);
  return typeof value === 'object' && Object.values(value as Facts).every(isNothing);
}
