import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import { rungsOf } from '@redress/deadlines/ladder/rungs.js';
import { commandTime, derivedId } from '@redress/event-store/identity.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { CommandOutcome } from '../kernel/command-outcome.js';
import { streamOf, type CommandOfAnyKind, type LoadedCase } from '../kernel/case-stream.js';
import type { Completed } from '../kernel/decide-command.js';
import { handleCommand, type KernelParts } from '../kernel/handle-command.js';
import { kindOfCase } from '../kernel/other-cases.js';
import { system } from '../kernel/system.js';
import { caseKinds, caseworkKind } from '../kinds.js';
import type { LawDirectory } from '../reference/law-directory.js';
import { owedClocks } from './owed-clocks.js';
import { raiseOf, toldOf } from './receivers.js';

/** A rung the escalations view found due: a hint, since the view may lag behind the case. */
export interface RungToFire {
  readonly caseId: string;
  readonly clock: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
}

interface Parts extends KernelParts {
  readonly law: LawDirectory;
  readonly offices: OfficeDirectory;
}

/**
 * Fires one rung of the ladder as a command on its case. Whether it is due is derived again from the stream, with the
 * law and the policy the log has now; the decider refuses a second firing (invariant 13), and the command id is a
 * function of the rung, so that two workers at once write one event.
 */
export async function fireRung(parts: Parts, rung: RungToFire): Promise<CommandOutcome> {
  const { caseId, ...key } = rung;
  const name = await kindOfCase(parts.store, caseKinds, caseId);
  if (name === null) return notDue;
  const { domain } = caseworkKind(name);
  await Promise.all([parts.law.refresh(), parts.offices.refresh()]);
  const request = {
    commandId: derivedId(commandTime(rung.run), ['rung', streamOf(domain, caseId), rungKey(key)]),
    actor: system,
    causationId: rung.run,
  };
  const sent = { name: 'fireRung', body: key };
  const issued = { caseId, request, sent, account: null, accessOfNew: null };
  return handleCommand(parts, domain, issued, (loaded, _on, today) => decided(parts, loaded, today, key));
}

type RungKey = Omit<RungToFire, 'caseId'>;

const notDue: Extract<CommandOutcome, { outcome: 'refused' }> = {
  outcome: 'refused',
  refusals: [{ code: 'rungNotDue' }],
};

function decided(
  { law: { law, policies }, offices }: Parts,
  { events, summary }: LoadedCase<unknown>,
  today: string,
  key: RungKey,
): Completed<CommandOfAnyKind> {
  if (summary === null) return notDue;
  const clock = owedClocks({ events, summary }, law).find(
    (fact) => fact.rule === key.clock && fact.subject === key.subject && fact.run === key.run,
  );
  if (!clock || clock.cautiousDueOn === null) return notDue;
  for (const policy of policies) {
    const due = rungsOf(clock, policy, law.calendar).find(({ rung }) => rung === key.rung);
    if (!due) continue;
    if (due.dueOn > today) return notDue;
    const body = {
      ...key,
      policy: `${policy.id}.${policy.version}`,
      rungDueOn: due.dueOn,
      clockDueOn: clock.cautiousDueOn,
      tells: due.tells,
      told: toldOf(offices, summary, due.tells),
      act: due.act,
      title: due.title,
      late: due.dueOn < today,
      explanation: clock.explanation,
      raise: due.act === 'raiseLevel' ? raiseOf(offices, summary, due.tells) : null,
    };
    return { command: { name: 'fireRung', body } };
  }
  return notDue;
}
