import type { Scope } from '@redress/access/scope.js';
import { isHigher } from '@redress/cases/shared/procedure/level.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { CaseLevel, OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Database } from '../reader.js';
import { rungsPage, type RungRow } from './queries.js';
import type { Held } from './rungs.js';

/** Why a rung would not do what it is there for: it is held back, its case is parked, or as high already (it still tells). */
export type Skipped = Held | 'parked' | 'atItsLevel';

export interface ForecastRung extends Pick<
  RungRow,
  'caseId' | 'caseNumber' | 'kind' | 'clock' | 'subject' | 'run' | 'rung' | 'title' | 'act' | 'dueOn' | 'provisional'
> {
  readonly fires: boolean;
  readonly told: readonly ToldOfRung[];
  readonly raisesTo: CaseLevel | null;
  readonly skipped: Skipped | null;
}

/** By whom a case is held, as far as it says whom a rung tells. */
export interface HeldBy {
  readonly acceptingOffice: OfficeRef;
  readonly handlingOffice: OfficeRef;
  readonly holder: PersonRef | null;
  readonly firstContact: PersonRef | null;
  readonly firstContactOffice: OfficeRef | null;
}

/** What the organisation says of a rung: who is meant by its receivers, and where it would raise the case to. */
export interface Organisation {
  tell(held: HeldBy, receivers: readonly string[]): readonly ToldOfRung[];
  raise(
    held: HeldBy,
    receivers: readonly string[],
  ): { readonly level: CaseLevel; readonly office: OfficeRef; readonly takesFile: boolean } | null;
}

/**
 * What would fire until a day if nothing else happened, in order, and what would not, with why. Nothing is written. A rung
 * that raises its case is borne in mind: whom the next ones tell follows from it. Those held without a day come last.
 */
export async function* dryRun(
  db: Database,
  scope: Scope,
  { until, today }: { readonly until: PlainDate; readonly today: PlainDate },
  organisation: Organisation,
): AsyncGenerator<ForecastRung> {
  const climbed = new Map<string, { readonly level: CaseLevel; readonly held: HeldBy }>();
  for await (const row of openUntil(db, scope, until, today)) {
    if (row.parked) {
      yield { ...shownOf(row), fires: false, told: [], raisesTo: null, skipped: 'parked' };
      continue;
    }
    const { level, held } = climbed.get(row.caseId) ?? { level: row.level, held: heldBy(row) };
    const told = organisation.tell(held, row.tells);
    const raise = row.act === 'raiseLevel' ? organisation.raise(held, row.tells) : null;
    const rises = raise !== null && isHigher(raise.level, level);
    if (rises) climbed.set(row.caseId, { level: raise.level, held: heldAfter(row, held, raise) });
    const skipped = row.act === 'raiseLevel' && !rises ? 'atItsLevel' : null;
    yield { ...shownOf(row), fires: true, told, raisesTo: rises ? raise.level : null, skipped };
  }
  for await (const row of pages(db, scope, 'held', today)) {
    if (row.dueOn !== null && row.dueOn > until) continue;
    yield { ...shownOf(row), fires: false, told: [], raisesTo: null, skipped: row.held };
  }
}

/** A street gives the file back; whoever had it there has it no more. */
function heldAfter(
  { handlingOffice }: RungRow,
  held: HeldBy,
  { office, takesFile, level }: NonNullable<ReturnType<Organisation['raise']>>,
): HeldBy {
  return takesFile && handlingOffice !== null && level !== 'jointConference'
    ? { ...held, handlingOffice: office, holder: null }
    : held;
}

async function* openUntil(db: Database, scope: Scope, until: PlainDate, today: PlainDate): AsyncGenerator<RungRow> {
  for await (const row of pages(db, scope, 'open', today)) {
    if (row.dueOn! > until) return;
    yield row;
  }
}

const pageSize = 500;

async function* pages(db: Database, scope: Scope, state: 'open' | 'held', today: PlainDate): AsyncGenerator<RungRow> {
  for (let after: string | null | undefined; after !== null;) {
    const wanted = { state, limit: pageSize, ...(after !== undefined && { after }) };
    const page = await rungsPage(db, scope, wanted, today);
    yield* page.rows;
    after = page.next;
  }
}

function heldBy({ mustAct, firstContact }: RungRow): HeldBy {
  const { office, person } = mustAct!;
  return {
    acceptingOffice: office,
    handlingOffice: office,
    holder: person,
    firstContact: firstContact?.person ?? null,
    firstContactOffice: firstContact?.office ?? null,
  };
}

function shownOf({ caseId, caseNumber, kind, clock, subject, run, rung, title, act, dueOn, provisional }: RungRow) {
  return { caseId, caseNumber, kind, clock, subject, run, rung, title, act, dueOn, provisional };
}
