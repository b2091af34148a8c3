import { isOfCompany, isOfficial, type Account } from '../account.js';
import { isOfCircle } from '../confidentiality.js';
import type { CaseAccess } from '../scope.js';
import { lineOf } from './disclosures.js';
import { all, withheld, type Data, type Side, type Telling } from './line.js';

/** An event as a file, a history or a list of changes shows it. */
export interface TellableEvent {
  readonly revision: string;
  readonly type: string;
  readonly data: Data;
}

/** The case which is told of: its kind, and how its readers stand to it. */
export interface ToldCase extends Telling {
  readonly kind: string;
  readonly subject: CaseAccess;
}

export function sideOf(account: Account): Side | null {
  if (!isOfCompany(account)) return null;
  return account.role === 'respondent' ? 'respondent' : 'complainant';
}

/** Whether this entry is known to the reader only to be there. */
export function isWithheld({ data }: Pick<TellableEvent, 'data'>): boolean {
  return data === withheld;
}

/**
 * The events of a case as their reader may see them (invariant 16). A party reads what is on the list of its side, and of
 * what bears a mark of confidentiality only what it brought itself; an official reads all but what is marked and kept
 * from their circle. A correction is read by whoever reads what it corrects.
 */
export function toldTo<E extends TellableEvent>(account: Account, of: ToldCase, events: readonly E[]): readonly E[] {
  const side = sideOf(account);
  const kept = keptFrom(account, side, of.subject);
  if (side === null && kept.size === 0) return events;
  const byRevision = new Map(events.map((event) => [event.revision, event]));
  return events.flatMap((event) => {
    const told = event.type === 'FactCorrected' ? correction(event) : telling(event);
    return told === null ? [] : [told === event.data ? event : { ...event, data: told }];
  });

  function telling({ type, data, revision }: TellableEvent): Data | null {
    const shown = side === null ? data : lineOf(of.kind, type)[side](data, of);
    if (shown === null) return null;
    if (kept.has(revision)) return withheld;
    return side === 'respondent' ? (withoutPrivate(shown, null) as Data) : shown;
  }

  function correction({ data }: TellableEvent): Data | null {
    const { eventType, revision, field } = data as { readonly [name: string]: string };
    if (kept.has(revision!)) return null;
    const corrected = byRevision.get(revision!);
    if (corrected && telling(corrected) === null) return null;
    if (side === null) return data;
    // What it corrects may be no part of these events: then only what is always shown whole tells by itself that it is.
    if (!corrected && lineOf(of.kind, eventType!)[side] !== all) return null;
    const place = firstOf(field!);
    const shown = corrected ? telling(corrected) : null;
    const hidden = shown?.[place] === withheld || (side === 'respondent' && isPrivatePath(field!));
    return hidden ? { ...data, was: withheld, is: withheld, reason: withheld } : data;
  }
}

/** The other cases of which these events speak, by their ids. */
export function casesNamedIn(events: readonly TellableEvent[]): ReadonlySet<string> {
  const named = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('caseId' in value && typeof value.caseId === 'string') named.add(value.caseId);
    Object.values(value).forEach(look);
  };
  events.forEach(({ data }) => look(data));
  return named;
}

/** Revisions of the entries which bear a mark and are kept from this reader. */
function keptFrom(account: Account, side: Side | null, subject: CaseAccess): ReadonlySet<string> {
  const kept = subject.markedParts.filter(({ by, mark }) =>
    side !== null ? by !== side : isOfficial(account) && !isOfCircle(account, subject, [mark]),
  );
  return new Set(kept.map(({ revision }) => revision));
}

/** Of the complainant the respondent reads who it is, and not how to reach it (Order 802, Art. 20 and 35: no retaliation). */
const privateToComplainant: ReadonlySet<string> = new Set(['contact', 'address', 'signatory']);

function ofComplainant(within: string | null): boolean {
  return within === 'complainant' || within === 'promises';
}

function withoutPrivate(value: unknown, within: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPrivate(one, within));
  if (typeof value !== 'object' || value === null || value === withheld) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      name,
      ofComplainant(within) && privateToComplainant.has(name) ? withheld : withoutPrivate(of, name),
    ]),
  );
}

function isPrivatePath(field: string): boolean {
  const names = field.split('.');
  return names.some((name, i) => ofComplainant(names[i - 1] ?? null) && privateToComplainant.has(name));
}

function firstOf(field: string): string {
  return field.split(/[.[]/)[0]!;
}
