import type { CaseRef } from '@redress/cases/shared/reference.js';
import { commandTime, derivedId } from '@redress/event-store/identity.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { CommandOutcome } from '../kernel/command-outcome.js';
import { loadCase } from '../kernel/case-stream.js';
import { handleCommand, type KernelParts } from '../kernel/handle-command.js';
import { system } from '../kernel/system.js';
import { caseKinds } from '../kinds.js';

/** A merger whose other case is not there, or whose taking over another writer keeps preventing. */
export class MergerUnfinishedError extends Error {
  override readonly name = 'MergerUnfinishedError';
}

/**
 * The second half of a merger, on the other case: acts on two streams are two commands, the second issued from the first's
 * event. Its command id is a function of that event, so that two workers at once, or one that starts again, write it once.
 *
 * @throws MergerUnfinishedError where it has to be tried again
 */
export async function takeMerged(parts: KernelParts, merged: RecordedEvent): Promise<void> {
  const { into } = merged.data as unknown as { readonly into: CaseRef };
  const kind = caseKinds.find(({ category }) => merged.stream.startsWith(`${category}-`));
  if (!kind) throw new MergerUnfinishedError(`${merged.stream} is of no kind which this release has`);
  const caseId = merged.stream.slice(kind.category.length + 1);
  const { summary } = await loadCase(parts.store, kind, caseId);
  const from: CaseRef = { caseId, caseNumber: summary?.caseNumber ?? '' };
  const request = {
    commandId: derivedId(commandTime(merged.id), ['takeMergedCase', merged.stream, merged.id]),
    actor: system,
    causationId: merged.id,
  };
  const sent = { name: 'takeMergedCase', body: { from } };
  const issued = { caseId: into.caseId, request, sent, account: null, accessOfNew: null };
  const outcome = await handleCommand(parts, kind, issued, () => ({ command: sent }));
  if (!isFinished(outcome)) throw new MergerUnfinishedError(`${merged.id}: ${JSON.stringify(outcome)}`);
}

function isFinished(outcome: CommandOutcome): boolean {
  if (outcome.outcome === 'done') return true;
  return outcome.outcome === 'refused' && outcome.refusals.every(({ code }) => code === 'alreadyTaken');
}
