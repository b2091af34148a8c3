import type { CaseDifference } from '../../api/types.js';
import type { Language } from '../../calendar/show-date.js';

/** A fact that changed, by the names of its path which a reader knows it by. */
export interface ChangedFact {
  readonly names: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Kept for the machine: what they hold stands in the file under another name. */
const machines: ReadonlySet<string> = new Set([
  ...['id', 'event', 'events', 'steps', 'revision', 'position', 'district', 'level', 'endedBy', 'servedBy'],
  ...['since', 'sinceEvent', 'statusBy', 'dayOf', 'countedFrom', 'lastActOn', 'contactedBy'],
]);
/** Steps of a path which lead somewhere and say nothing. */
const passages: ReadonlySet<string> = new Set(['facts', 'procedure', 'name']);

/** What a reader is told of the fields that changed: a name in the page's language, each fact once, nothing of the machine's. */
export function toldFacts(facts: CaseDifference['facts'], language: Language): readonly ChangedFact[] {
  const told = new Map<string, ChangedFact>();
  for (const { field, before, after } of facts) {
    const path = field.split('.').filter((name) => !/^\d+$/.test(name));
    const last = path.at(-1);
    if (path.some((name) => machines.has(name)) || last === (language === 'en' ? 'zh' : 'en')) continue;
    const names = path.filter((name) => !passages.has(name) && name !== 'zh' && name !== 'en');
    const key = `${field.replace(/^facts\.(procedure\.)?/, '')}`;
    if (names.length > 0 && !told.has(key)) told.set(key, { names, before, after });
  }
  return [...told.values()];
}
