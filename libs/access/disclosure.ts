import { isOfCompany, type Account } from './account.js';

/** What stands in place of a value which this reader may not see, though others may. */
export const withheld = { withheld: true } as const;

interface Entry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface File {
  readonly timeline: readonly (Entry & { readonly revision?: string })[];
  readonly rungs?: readonly unknown[];
  /** Of a kind which keeps its state as it is: the shared procedure in it is the offices' own record. */
  readonly facts?: Readonly<Record<string, unknown>>;
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
  // Who reported it stays with the office (市场监督管理投诉举报处理暂行办法).
  ...['LeadReceived', 'ReporterTold'],
]);

/** Shown to some and not to others, by what stands in them: their corrections go with them. */
const shownByContent: ReadonlySet<string> = new Set(['NoteAdded', 'DocumentIssued', 'DocumentServed']);

/** Services on the complainant: where it was reached is in them. */
const servedOnComplainant: ReadonlySet<string> = new Set(['DefencePassedOn', 'MediationRefusalTold', 'RulingServed']);

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
  const itself = file.timeline.filter(
    ({ type, data }) => !hidden.has(type) && (!shownByContent.has(type) || isMeantFor(respondent, data)),
  );
  const timeline = itself
    .filter((entry) => entry.type !== 'FactCorrected' || correctsWhatIsShown(entry.data, hidden, itself))
    .map((entry) => (respondent ? withoutPlace(entry) : withoutContact(entry)));
  const shown = { ...file, timeline, ...(file.facts && { facts: { ...file.facts, procedure: withheld } }) };
  return respondent ? (withheldFrom({ ...shown, ...(file.rungs && { rungs: [] }) }, null) as T) : shown;
}

/** A note by whom it was meant for, a document by whom it goes to. */
function isMeantFor(respondent: boolean, { visibleTo, to }: Entry['data']): boolean {
  return visibleTo !== 'officials' && to !== 'office' && !(respondent && to === 'complainant');
}

function correctsWhatIsShown(
  { eventType, revision }: Entry['data'],
  hidden: ReadonlySet<string>,
  shown: File['timeline'],
): boolean {
  if (hidden.has(String(eventType))) return false;
  return !shownByContent.has(String(eventType)) || shown.some((entry) => entry.revision === revision);
}

/** How to reach the complainant stands in a correction of it, and in the proof that it was served. */
function withoutPlace<E extends Entry>(entry: E): E {
  const { type, data } = entry;
  if (type === 'FactCorrected' && isPrivatePath(String(data.field))) {
    return { ...entry, data: { ...data, was: withheld, is: withheld } };
  }
  if (!servedOnComplainant.has(type) || data.party === 'respondent') return entry;
  return { ...entry, data: { ...data, address: withheld, proof: withheld } };
}

function isPrivatePath(field: string): boolean {
  const names = field.split('.');
  return names.some((name, i) => ofComplainant(names[i - 1] ?? null) && privateToComplainant.has(name));
}

/** The person who answered for the respondent gave their number to the office. */
function withoutContact<E extends Entry>(entry: E): E {
  return entry.type !== 'RespondentReplied' || entry.data.contact === null
    ? entry
    : { ...entry, data: { ...entry.data, contact: withheld } };
}

function withheldFrom(value: unknown, within: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => withheldFrom(one, within));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      name,
      ofComplainant(within) && privateToComplainant.has(name) ? withheld : withheldFrom(of, name),
    ]),
  );
}

function ofComplainant(within: string | null): boolean {
  return within === 'complainant' || within === 'promises';
}
