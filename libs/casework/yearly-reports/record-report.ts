import { actorOf, isOfficial, type Account, type OfficialAccount } from '@redress/access/account.js';
import { deny, type Denial } from '@redress/access/policies/rules.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { commandHash, eventId } from '@redress/event-store/identity.js';
import type { EventStore, NewEvent, Position } from '@redress/event-store/port.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Office } from '@redress/organisation/office.js';
import { officeRef } from '../kernel/references.js';
import { recordingTime, zone, type ServerClock } from '../kernel/time.js';
import {
  decideReport,
  evolveReports,
  yearlyReportSchemas,
  yearlyReportStream,
  type ReportCommand,
  type ReportRefusal,
  type ReportsOfYear,
} from './yearly-report.js';

interface Parts {
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly offices: OfficeDirectory;
}

/** A command as its sender gives it: the office by its id. */
export type ReportSent = OfOfficeNamed<ReportCommand> & { readonly commandId: string };

type OfOfficeNamed<C> = C extends unknown ? Omit<C, 'office'> & { readonly office: string } : never;

export type ReportOutcome =
  | { readonly outcome: 'recorded'; readonly position: Position; readonly recordedAt: string }
  | { readonly outcome: 'refused'; readonly refusal: ReportRefusal }
  | { readonly outcome: 'denied'; readonly denial: Denial }
  | { readonly outcome: 'commandIdReused' };

/** The offices which report: the city's supervision, and that of each district (Order 802, Art. 22). */
export function reportsYearly({ level, functions }: Office): boolean {
  return level === 'district' || functions.includes('supervision');
}

/** Whoever supervises an office which reports, or heads it, marks its own reports, and no other office's. */
export function mayMarkReports(account: Account, office: Office): account is OfficialAccount {
  return supervises(account) && account.office === office.id && reportsYearly(office);
}

function supervises(account: Account): account is OfficialAccount {
  return isOfficial(account) && (account.role === 'supervisor' || account.role === 'departmentHead');
}

/** What an office has reported on a year. */
export async function reportsOf(store: EventStore, office: string, year: number): Promise<ReportsOfYear> {
  const history = await store.readStream(yearlyReportStream(office, year));
  return history.reduce<ReportsOfYear>(evolveReports, {});
}

/** Records that a yearly report was made, or that it was recorded by mistake. */
export async function recordReport(parts: Parts, account: Account, sent: ReportSent): Promise<ReportOutcome> {
  const { store, clock, offices } = parts;
  const { commandId, office: officeId, ...report } = sent;
  await offices.refresh();
  const office = offices.office(officeId);
  if (!supervises(account)) return { outcome: 'denied', denial: deny('wrongRole') };
  if (office === undefined || !mayMarkReports(account, office))
    return { outcome: 'denied', denial: deny('otherOffice') };
  const actor = actorOf(account);
  const stream = yearlyReportStream(officeId, report.year);
  const hash = commandHash({ ...report, office: officeId, actor: actor.id });
  for (;;) {
    const history = await store.readStream(stream);
    const first = history.find(({ meta }) => meta.commandId === commandId);
    if (first !== undefined && first.meta.commandHash !== hash) return { outcome: 'commandIdReused' };
    if (first !== undefined) return { outcome: 'recorded', ...placeOf(first) };
    const now = await recordingTime(clock);
    const reports = history.reduce<ReportsOfYear>(evolveReports, {});
    const decision = decideReport({ ...report, office: officeRef(office) }, reports, dayInZone(now, zone));
    if ('refusal' in decision) return { outcome: 'refused', refusal: decision.refusal };
    const { type, data } = decision.event;
    const event: NewEvent = {
      id: eventId(stream, commandId, 0),
      type,
      schema: yearlyReportSchemas[type],
      data: { ...data },
      meta: { commandId, commandHash: hash, correlationId: commandId, causationId: null, actor, occurredAt: now },
    };
    const head = history.at(-1);
    const expected = head === undefined ? 'none' : { revision: head.revision, hash: head.hash };
    const appended = await store.append(stream, expected, [event]);
    // Somebody else reported meanwhile: what they did is decided on.
    if (appended.outcome === 'appended') return { outcome: 'recorded', ...placeOf(appended.events[0]!) };
  }
}

function placeOf({ position, recordedAt }: { readonly position: Position; readonly recordedAt: string }) {
  return { position, recordedAt };
}
