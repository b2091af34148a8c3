import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockState, Law } from '@redress/deadlines/clock/clock.js';
import type { ClockRule, Duty, Unit } from '@redress/deadlines/law/law-pack.js';
import { caseRow, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';

/** A case at a moment, joined with one of its clocks. */
export interface StoredPastRow extends Omit<StoredCaseRow, 'clock'> {
  /** The due date by which the list is ordered. */
  readonly list_due: string;
  /** Null where it has no clock that goes on. */
  readonly rule: string | null;
  readonly run: string | null;
  readonly state: string | null;
  readonly due_on: PlainDate | null;
  readonly cautious_due_on: PlainDate | null;
  readonly provisional: boolean | null;
  readonly remaining: number | null;
  readonly unit: Unit | null;
  readonly duty: Duty | null;
}

/** @param law as it was known then: it names the clocks and counts their days */
export function pastRow(row: StoredPastRow, today: PlainDate, law: Law | null): CaseRow {
  const clock = row.rule === null ? null : JSON.stringify(clockOf(row, law));
  return caseRow({ ...row, clock }, today, law?.calendar ?? null);
}

function clockOf(row: StoredPastRow, law: Law | null) {
  const { due_on: dueOn, cautious_due_on: cautiousDueOn, provisional, remaining, unit, duty } = row;
  const title = titleOf(row, law);
  return { rule: row.rule, title, dueOn, cautiousDueOn, provisional, remaining, unit, duty, ...stateOf(row.state!) };
}

/** The counted state of a clock, as the facts had it. */
export function stateOf(state: string): { state: ClockState; stoppedLate?: boolean; endedLate?: boolean } {
  switch (state) {
    case 'met':
    case 'metLate':
      return { state: 'stopped', stoppedLate: state === 'metLate' };
    case 'ended':
    case 'endedLate':
      return { state: 'ended', endedLate: state === 'endedLate' };
    default:
      return { state: state as ClockState };
  }
}

/** What a clock was called by the law known then. */
export function titleOf(
  { rule, unit, kind }: Pick<StoredPastRow, 'rule' | 'unit' | 'kind'>,
  law: Law | null,
): ClockRule['title'] {
  const versions = (law?.packs ?? [])
    .flatMap(({ rules }) => rules)
    .filter(({ id, caseKind }) => id === rule && caseKind === kind);
  const version = versions.find((one) => one.unit === unit) ?? versions[0];
  return version?.title ?? { zh: rule!, en: rule! };
}
