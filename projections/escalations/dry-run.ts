import type { Scope } from '@redress/access/scope.js';
import { isHigher } from '@redress/cases/shared/procedure/level.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { CaseLevel, OfficeRef, PersonRef } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { levelTold } from '@redress/deadlines/ladder/escalation-policy.js';
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

/**
 * What would fire until a day if nothing else happened, in order, and what would not, with why. Nothing is written. Those
 * held without a day come last.
 *
 * @param tell who is meant by the receivers of a rung: the organisation's to say
 */
export async function* dryRun(
  db: Database,
  scope: Scope,
  { until, today }: { readonly until: PlainDate; readonly today: PlainDate },
  tell: (held: HeldBy, receivers: readonly string[]) => readonly ToldOfRung[],
): AsyncGenerator<ForecastRung> {
  const levels = new Map<string, CaseLevel>();
  for await (const row of openUntil(db, scope, until, today)) {
    const level = levels.get(row.caseId) ?? row.level;
    const to = row.act === 'raiseLevel' ? levelTold(row.tells) : null;
    const raisesTo = to !== null && isHigher(to, level) ? to : null;
    if (raisesTo !== null && !row.parked) levels.set(row.caseId, raisesTo);
    const skipped = row.parked ? 'parked' : to !== null && raisesTo === null ? 'atItsLevel' : null;
    const told = row.parked ? [] : tell(heldBy(row), row.tells);
    yield { ...shownOf(row), fires: !row.parked, told, raisesTo: row.parked ? null : raisesTo, skipped };
  }
  for await (const row of pages(db, scope, 'held', today)) {
    if (row.dueOn !== null && row.dueOn > until) continue;
    yield { ...shownOf(row), fires: false, told: [], raisesTo: null, skipped: row.held };
  }
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
