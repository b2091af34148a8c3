import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import { commandTime, derivedId } from '@redress/event-store/identity.js';
import type { CommandOutcome } from '../kernel/command-outcome.js';
import { streamOf } from '../kernel/case-stream.js';
import { handleCommand, type KernelParts } from '../kernel/handle-command.js';
import { system } from '../kernel/system.js';

/** An instalment of a settlement, `plan` being the event by which that was agreed. */
export interface InstalmentOfPlan {
  readonly caseId: string;
  readonly plan: string;
  readonly instalment: number;
}

/**
 * Declares an instalment missed whose day is over, as the platform's own act: the case is handled again. Whether it was
 * missed is the decider's to say, and the command id is a function of the plan and the instalment, so that it is declared
 * once, by however many workers and whatever an officer does at the same moment.
 */
export async function missInstalment(
  parts: KernelParts,
  { caseId, plan, instalment }: InstalmentOfPlan,
): Promise<CommandOutcome> {
  const stream = streamOf(overduePayment, caseId);
  const request = {
    commandId: derivedId(commandTime(plan), ['missInstalment', stream, plan, String(instalment)]),
    actor: system,
    causationId: plan,
  };
  const command = { name: 'recordMissedInstalment', body: { instalment } } as const;
  const issued = { caseId, request, sent: command, account: null, accessOfNew: null };
  return handleCommand(parts, overduePayment, issued, ({ history }) => {
    const stands = history.findLast(({ type }) => type === 'SettlementAgreed')?.id === plan;
    return stands ? { command } : { outcome: 'refused', refusals: [{ code: 'noSettlement' }] };
  });
}
