import type { Command } from '@redress/cases/overdue-payment/commands.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import { rungKey } from '@redress/cases/overdue-payment/state.js';
import { streamOf } from '@redress/cases/overdue-payment/events.js';
import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import { rungsOf } from '@redress/deadlines/ladder/rungs.js';
import { commandTime, derivedId } from '@redress/event-store/identity.js';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import type { CommandOutcome } from '../kernel/command-outcome.js';
import { handleCommand, system, type ServerClock } from '../kernel/handle-command.js';
import { overduePayment } from '../overdue-payment/case-kind.js';
import type { LawDirectory } from '../reference/law-directory.js';

/** A rung the escalations view found due: a hint, since the view may lag behind the case. */
export interface RungToFire {
  readonly caseId: string;
  readonly clock: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
}

interface Parts {
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly law: LawDirectory;
}

/**
 * Fires one rung of the ladder as a command on its case. Whether it is due is derived again from the stream, with the
 * law and the policy the log has now; the decider refuses a second firing (invariant 13), and the command id is a
 * function of the rung, so that two workers at once write one event.
 */
export async function fireRung(parts: Parts, rung: RungToFire): Promise<CommandOutcome> {
  const { caseId, ...key } = rung;
  await parts.law.refresh();
  const request = {
    commandId: derivedId(commandTime(rung.run), ['rung', streamOf(caseId), rungKey(key)]),
    actor: system,
    causationId: rung.run,
  };
  const complete = (_: State, today: string, history: readonly RecordedEvent[]) =>
    decided(parts.law, history, today, key);
  const kernel = { store: parts.store, clock: parts.clock, kind: overduePayment };
  return handleCommand(kernel, caseId, request, { name: 'fireRung', body: key }, complete, null);
}

type RungKey = Omit<RungToFire, 'caseId'>;

const notDue: CommandOutcome = { outcome: 'refused', refusals: [{ code: 'rungNotDue' }] };

function decided(
  { law, policies }: LawDirectory,
  history: readonly RecordedEvent[],
  today: string,
  key: RungKey,
): Command | CommandOutcome {
  const clock = clockFacts(history.map(asHistory), law).find(
    (fact) => fact.rule === key.clock && fact.subject === key.subject && fact.run === key.run,
  );
  if (!clock || clock.cautiousDueOn === null) return notDue;
  for (const policy of policies) {
    const due = rungsOf(clock, policy, law.calendar).find(({ rung }) => rung === key.rung);
    if (!due) continue;
    if (due.dueOn > today) return notDue;
    return {
      name: 'fireRung',
      body: {
        ...key,
        policy: `${policy.id}.${policy.version}`,
        rungDueOn: due.dueOn,
        clockDueOn: clock.cautiousDueOn,
        tells: due.tells,
        act: due.act,
        title: due.title,
        late: due.dueOn < today,
        explanation: clock.explanation,
      },
    };
  }
  return notDue;
}

function asHistory({ id, type, data, recordedAt, meta }: RecordedEvent) {
  return { id, type, data, recordedAt, occurredAt: meta.occurredAt };
}
