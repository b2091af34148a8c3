import { isWithheld } from '@redress/access/disclosure/told.js';
import type { Reach, Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Claim } from '@redress/cases/overdue-payment/claim.js';
import type { OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { FeedbackRecipient } from '@redress/cases/overdue-payment/events.js';
import { outstanding, paid, settlementOf } from '@redress/cases/overdue-payment/owed.js';
import type { Existing, Status } from '@redress/cases/overdue-payment/state.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import { readCaseNumber, type CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockFact, DerivedClock, Law } from '@redress/deadlines/clock/clock.js';
import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { Unit } from '@redress/deadlines/law/law-pack.js';
import type { Actor, EventStore, Position, RecordedEvent, Revision } from '@redress/event-store/port.js';
import { parkedIn } from '../followed-case/case-row.js';
import { holderOf, type Holder } from '../followed-case/told-case.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { clockToday, type Standing } from '../law-in-force/standing.js';
import { seenAt } from '../followed-case/two-times.js';
import { reader, type Database, type ViewDb } from '../reader.js';
import { filedEvents, foldOf, type FiledStream } from './filed-case.js';
import { toldByFile, type FiledActs, type FiledCase, type FiledRung } from './fold.js';
import { instalmentsToday, type InstalmentToday } from './instalments.js';
import { isReopenedWithoutTerm } from './reopened.js';

export type FiledClock = Omit<DerivedClock, 'status'> & { readonly status: Standing; readonly unit: Unit };

export interface TimelineEntry {
  readonly id: string;
  readonly revision: Revision;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly occurredAtReason: string | null;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the file of any case shows. */
interface AnyCaseFile {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly acceptingOffice: OfficeRef;
  readonly handlingOffice: OfficeRef | null;
  readonly firstContact: PersonRef | null;
  readonly holder: Holder;
  readonly clocks: readonly FiledClock[];
  /** It goes on after a reopening, and no office's term has begun since: no text sets one. */
  readonly reopenedWithoutTerm: boolean;
  readonly rungs: readonly FiledRung[];
  /** Newest first. */
  readonly timeline: readonly TimelineEntry[];
  readonly today: PlainDate;
  /** An event of the case could not be applied: what stands here is not the last of it (invariant 9). */
  readonly parked: boolean;
}

export interface OverduePaymentFile
  extends AnyCaseFile, Pick<FiledActs, 'disputed' | 'reply' | 'mediations' | 'payments' | 'extension' | 'result'> {
  readonly kind: 'overduePayment';
  readonly status: Status;
  readonly claim: Claim;
  readonly total: Money;
  readonly paid: Money;
  readonly outstanding: Money;
  readonly mediator: PersonRef | null;
  readonly settlement: {
    readonly on: PlainDate;
    readonly total: Money;
    readonly terms: string;
    readonly instalments: readonly InstalmentToday[];
  } | null;
  readonly fedBackTo: readonly FeedbackRecipient[];
}

export interface OtherCaseFile extends AnyCaseFile {
  readonly kind: Exclude<KindName, 'overduePayment'>;
  readonly status: string;
  readonly category: string | null;
  readonly complainant: CaseSummary['complainant'];
  readonly respondent: CaseSummary['respondent'];
  readonly lodgedOn: string;
  /** The facts of the case as its kind keeps them. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export type CaseFile = OverduePaymentFile | OtherCaseFile;

/** What access decides by, before anything of the case is shown. */
export interface FoundCase extends Reach {
  readonly kind: KindName;
  readonly caseId: string;
  readonly caseNumber: string;
}

const caseIds = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param reference a case id, or a case number as people write it */
export async function findCase(db: Database, reference: string): Promise<FoundCase | null> {
  const number = readCaseNumber(reference);
  if (number === null && !caseIds.test(reference)) return null;
  const [row] = await reader(db).prepared<FoundCase>(
    `SELECT case_id AS "caseId", kind, case_number AS "caseNumber", complainant_code AS "complainantCode",
       agent_code AS "agentCode", told_respondent AS "respondentCode", offices, district
     FROM views.case_file WHERE ${number === null ? 'case_id' : 'case_number'} = $1`,
    [number ?? reference.toLowerCase()],
  );
  return row ?? null;
}

interface StoredFile extends FiledStream {
  readonly parked: boolean;
}

/** What of the events a reader is told, by how it stands to the case. */
export type Tell = (events: readonly RecordedEvent[], summary: CaseSummary) => Promise<readonly RecordedEvent[]>;

/**
 * Null where there is no such case, or the scope does not reach it. The file follows from the events which its reader is
 * told: what is kept from it stands neither in the facts nor in the status, and no clock that it started is shown. Whether
 * it may be read, and up to which event, the view says before anything is read in the log.
 *
 * @param past the moment it is read of; null too where the case had not been lodged by then
 */
export async function caseFileOf(
  store: EventStore,
  db: Database,
  scope: Scope,
  caseId: string,
  today: PlainDate,
  tell: Tell,
  past: { readonly asOf: string; readonly knownAt: string } | null = null,
): Promise<CaseFile | null> {
  const read = reader(db);
  const allowed = scopeSql(scope, 2);
  const [stored] = await read.prepared<StoredFile>(
    `SELECT stream, s.position, ${parkedIn('case-file', 'f.case_id')} AS parked
     FROM views.case_file f JOIN views.case_file_subject s USING (stream) WHERE f.case_id = $1 AND ${allowed.where}`,
    [caseId, ...allowed.parameters],
  );
  if (stored === undefined) return null;
  const filed = await filedEvents(store, stored);
  const now = foldOf(filed);
  const seen = past && seenAt(filed, past.asOf, past.knownAt);
  if (seen !== null && !seen.held.some(({ revision }) => revision === '0')) return null;
  const whole = seen === null ? now : foldOf(seen.held);
  // Access is today's, whatever moment the file is read of.
  const readable = await tell(filed, toldByFile(now));
  const events = seen === null ? readable : readable.filter(({ id }) => seen.held.some((event) => event.id === id));
  const state = events === filed ? whole : foldOf(events.filter((event) => !isWithheld(event)));
  const told = new Set(events.map(({ id }) => id));
  const last = seen === null ? now : foldOf(seen.known);
  const known = await lawInForce(
    read,
    'views.case_file_law',
    last.open ? await lawPosition(read, past?.knownAt) : last.position,
  );
  const calendar = stored.parked ? null : (known.law?.calendar ?? null);
  const summary = toldByFile(state);
  const { caseNumber, acceptingOffice, handlingOffice, firstContact } = summary;
  const clocks = clocksUnder(known.lawFor(whole.kind), whole)
    .map((fact) => ({ ...filedClock(fact), ...clockToday(fact, today, calendar) }))
    .filter(({ explanation }) => told.has(explanation.start.event));
  const shared: AnyCaseFile = {
    caseId,
    caseNumber,
    revision: whole.revision,
    position: whole.position,
    acceptingOffice,
    handlingOffice,
    firstContact,
    holder: holderOf(summary),
    rungs: state.rungs,
    clocks,
    reopenedWithoutTerm: isReopenedWithoutTerm(state, clocks),
    timeline: events.map(timelineEntry).reverse(),
    today,
    parked: stored.parked,
  };
  return { ...shared, ...(state.kind === 'overduePayment' ? claimOf(state, today) : otherOf(state, summary)) };
}

/** The last event of the law known at an instant. */
async function lawPosition(read: ViewDb, knownAt: string | undefined): Promise<Position | 'latest'> {
  if (knownAt === undefined) return 'latest';
  const [row] = await read.prepared<{ position: Position }>(
    'SELECT coalesce(max(position), 0) AS position FROM views.history_law WHERE recorded_at <= $1',
    [knownAt],
  );
  return row!.position;
}

function otherOf({ kind, file }: FiledCase, summary: CaseSummary): Omit<OtherCaseFile, keyof AnyCaseFile> {
  const { status, category, complainant, respondent, lodgedOn } = summary;
  const facts = file as Record<string, unknown>;
  return { kind: kind as OtherCaseFile['kind'], status, category, complainant, respondent, lodgedOn, facts };
}

function claimOf({ file, acts: done }: FiledCase, today: PlainDate): Omit<OverduePaymentFile, keyof AnyCaseFile> {
  const state = file as Existing;
  const acts = done!;
  const { status, claim, total, mediator, fedBackTo } = state;
  const settlement = settlementOf(state);
  const { settlement: agreed, ...otherActs } = acts;
  return {
    kind: 'overduePayment',
    status,
    claim,
    total,
    paid: paid(state),
    outstanding: outstanding(state),
    mediator,
    ...otherActs,
    settlement: agreed &&
      settlement && {
        on: agreed.on,
        total: settlement.total,
        terms: agreed.terms,
        instalments: instalmentsToday(settlement.instalments, paymentsOf(agreed, acts), today),
      },
    fedBackTo,
  };
}

/** What pays the settlement, as the decider counts it: recorded after it, and made on its day or later. */
function paymentsOf({ on, paymentsBefore }: NonNullable<FiledActs['settlement']>, { payments }: FiledActs) {
  return payments.slice(paymentsBefore).filter(({ paidOn }) => paidOn >= on);
}

/** Of the events which had taken effect, whichever these are: the clocks kept for views are those of whole histories. */
function clocksUnder(law: Law | null, { history }: FiledCase): readonly ClockFact[] {
  return law === null ? [] : clockFacts(history, law);
}

function filedClock(fact: ClockFact) {
  const { rule, title, subject, run, startedOn, dueOn, cautiousDueOn, stoppedOn, unit } = fact;
  const { provisional, effect, duty, mark, explanation } = fact;
  return {
    rule,
    title,
    subject,
    run,
    startedOn,
    dueOn,
    cautiousDueOn,
    stoppedOn,
    unit,
    provisional,
    effect,
    duty,
    mark,
    explanation,
  };
}

function timelineEntry({ id, revision, type, recordedAt, meta, data }: RecordedEvent): TimelineEntry {
  const { occurredAt, occurredAtReason = null, actor } = meta;
  return { id, revision, type, occurredAt, recordedAt, occurredAtReason, actor, data };
}
