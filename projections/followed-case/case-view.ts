import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { ClockFact, HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { ViewDb } from '@redress/processing/projection.js';
import { isLawEvent, keepLaw, lawInForce, type LawInForce } from '../law-in-force/law-in-force.js';
import { writeRows } from './rows.js';

/** What a view keeps of a case from one of its events to the next. */
export interface Followed {
  /** An office still owes something. */
  readonly open: boolean;
  /** Every event of the case, in revision order. */
  readonly history: readonly HistoryEvent[];
}

export interface FollowedCase<S extends Followed> {
  readonly caseId: string;
  readonly state: S;
  readonly clocks: readonly ClockFact[];
}

/** A view whose rows of a case are made from the case's state and its clocks. */
export interface CaseView<S extends Followed> {
  /** Table `(case_id, open, state)` in which the states are kept. */
  readonly cases: string;
  /** Table `(stream, hash, content)` in which the law is kept. */
  readonly law: string;
  /** Null while nothing is known of the case. */
  readonly evolve: (state: S | null, event: RecordedEvent) => S | null;
  /** Brings the rows of these cases up to their states and clocks. */
  readonly write: (db: ViewDb, cases: readonly FollowedCase<S>[], law: LawInForce) => Promise<void>;
}

const casesAtOnce = 500;

/**
 * A case's clocks are derived with the law the log has at that point: anew with each event of the case, and for every
 * open case when a calendar, a pack or a policy arrives. So the rows depend on the order of the log and on nothing else
 * (invariant 8), and what a closed case was judged by stays.
 */
export async function applyToView<S extends Followed>(
  view: CaseView<S>,
  event: RecordedEvent,
  db: ViewDb,
): Promise<void> {
  if (isLawEvent(event)) {
    await keepLaw(db, view.law, event);
    await deriveOpenCasesAnew(view, db);
    return;
  }
  const caseId = caseIdOf(event.stream);
  const [before] = await db.query<{ state: string }>(`SELECT state FROM ${view.cases} WHERE case_id = $1`, [caseId]);
  const state = view.evolve(before === undefined ? null : (JSON.parse(before.state) as S), event);
  if (state === null) return;
  await writeRows(db, view.cases, ['case_id'], [{ case_id: caseId, open: state.open, state: JSON.stringify(state) }]);
  const law = await lawInForce(db, view.law);
  await view.write(db, [derived(caseId, state, law)], law);
}

async function deriveOpenCasesAnew<S extends Followed>(view: CaseView<S>, db: ViewDb): Promise<void> {
  const law = await lawInForce(db, view.law);
  let after = '';
  for (;;) {
    const page = await db.query<{ case_id: string; state: string }>(
      `SELECT case_id, state FROM ${view.cases} WHERE open AND case_id > $1 ORDER BY case_id LIMIT $2`,
      [after, casesAtOnce],
    );
    if (page.length > 0) {
      const cases = page.map((row) => derived(row.case_id, JSON.parse(row.state) as S, law));
      await view.write(db, cases, law);
    }
    if (page.length < casesAtOnce) return;
    after = page.at(-1)!.case_id;
  }
}

function derived<S extends Followed>(caseId: string, state: S, { law }: LawInForce): FollowedCase<S> {
  return { caseId, state, clocks: law === null ? [] : clockFacts(state.history, law) };
}

/** The case id of a stream `<category>-<case id>`. */
export function caseIdOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
