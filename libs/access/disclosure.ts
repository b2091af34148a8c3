import { isOfCompany, type Account } from './account.js';

/** What stands in place of a value which this reader may not see, though others may. */
export const withheld = { withheld: true } as const;

interface Entry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface File {
  readonly timeline: readonly Entry[];
  readonly rungs?: readonly unknown[];
}

/** Between offices: neither party reads it. */
const betweenOffices: ReadonlySet<string> = new Set(['CoHandlerReported']);

/** Between the complainant and the offices, or the offices' own supervision: not the respondent's to read. */
const notForRespondent: ReadonlySet<string> = new Set([
  ...betweenOffices,
  ...['FirstContactNamed', 'FirstContactMade', 'FollowUpCallMade'],
  ...['SatisfactionRated', 'BadReviewReceived', 'BadReviewChecked'],
  ...['RetaliationReported', 'ProtectionMarked', 'ConfidentialityMarked'],
  ...['RungFired', 'RungAcknowledged', 'RungOverridden', 'EscalatedByHand'],
]);

/** Of the complainant the respondent reads who it is, and not how to reach it (Order 802, Art. 20 and 35: no retaliation). */
const privateToComplainant: ReadonlySet<string> = new Set(['contact', 'address', 'signatory']);

/**
 * The case file as its reader may see it (invariant 16): officials all of it, the complainant what concerns it, the
 * respondent what may be shown to it. Notes that people meant for the offices stay with the offices.
 */
export function shownTo<T extends File>(account: Account, file: T): T {
  if (!isOfCompany(account)) return file;
  const respondent = account.role === 'respondent';
  const hidden = respondent ? notForRespondent : betweenOffices;
  const timeline = file.timeline
    .filter(({ type, data }) => !hidden.has(type) && !(type === 'NoteAdded' && data.visibleTo === 'officials'))
    .map((entry) => (respondent || entry.type !== 'RespondentReplied' ? entry : withoutContact(entry)));
  const shown = { ...file, timeline };
  return respondent ? (withheldFrom({ ...shown, ...(file.rungs && { rungs: [] }) }, null) as T) : shown;
}

/** The person who answered for the respondent gave their number to the office. */
function withoutContact<E extends Entry>(entry: E): E {
  return entry.data.contact === null ? entry : { ...entry, data: { ...entry.data, contact: withheld } };
}

function withheldFrom(value: unknown, within: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => withheldFrom(one, within));
  if (typeof value !== 'object' || value === null) return value;
  const ofComplainant = within === 'complainant' || within === 'promises';
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      name,
      ofComplainant && privateToComplainant.has(name) ? withheld : withheldFrom(of, name),
    ]),
  );
}
