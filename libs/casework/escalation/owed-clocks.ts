import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import type { ClockFact, Law } from '@redress/deadlines/clock/clock.js';
import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { Ladders } from '@redress/deadlines/ladder/moved-rungs.js';
import { ladderOf } from '@redress/deadlines/ladder/rungs.js';
import { stillOwed } from '@redress/deadlines/ladder/still-owed.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { LoadedCase } from '../kernel/case-stream.js';

type Case = Pick<LoadedCase<unknown>, 'events' | 'summary'>;

/** The clocks of a case whose ladders are still climbed, by its stream and the law the log has now. */
export function owedClocks({ events, summary }: Case, law: Law): readonly ClockFact[] {
  if (summary === null) return [];
  return stillOwed(clockFacts(events.map(asHistory), law), { ended: summary.closed, events });
}

/** Whether a ladder of the case has the rung: to fire on its day, or once it has one. */
export function hasRung(of: Case, { law, policies }: Ladders, key: string): boolean {
  return owedClocks(of, law).some((clock) =>
    policies.some((policy) =>
      ladderOf(clock, policy, law.calendar).some((rung) => rungKey({ ...rung, clock: rung.rule }) === key),
    ),
  );
}

function asHistory({ id, type, data, recordedAt, meta }: RecordedEvent) {
  return { id, type, data, recordedAt, occurredAt: meta.occurredAt };
}
