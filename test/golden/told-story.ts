import { handleCommand, type KernelParts } from '@redress/casework/kernel/handle-command.js';
import { streamOf, type CommandOfAnyKind, type EventOfAnyKind } from '@redress/casework/kernel/case-stream.js';
import { system } from '@redress/casework/kernel/system.js';
import type { CaseKind } from '@redress/cases/shared/case-kind.js';
import { caseId, eventId } from '@redress/event-store/identity.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { Vault } from '@redress/privacy/vault.js';

/** A command on its day, or one which follows from the case as it then is. */
export type Act<S, C> = readonly [day: string, command: C | ((state: S) => C)];

/**
 * The stream of a case to which these commands happened, through the kernel: chained and sealed as any other.
 *
 * @param name of the story, from which its case and its events have their ids
 * @throws Error where a command is refused
 */
export async function toldStory<S, C extends CommandOfAnyKind, E extends EventOfAnyKind>(
  kind: CaseKind<S, C, E>,
  name: string,
  acts: readonly Act<S, C>[],
): Promise<readonly RecordedEvent[]> {
  let now = '';
  const store = new MemoryEventStore(() => Date.parse(now));
  const parts: KernelParts = {
    store,
    clock: { now: () => Promise.resolve(now) },
    privacy: { vault: new Vault(new MemoryKeys()) },
  };
  const id = caseId(name, eventId(streamOf(kind, name), name, 0));
  for (const [i, [day, command]] of acts.entries()) {
    now = `${day}T10:00:00+08:00`;
    const request = { commandId: eventId(streamOf(kind, id), name, i), actor: system };
    const sent = { name: typeof command === 'function' ? 'told' : command.name, body: { act: i } };
    const outcome = await handleCommand(
      parts,
      kind,
      { caseId: id, request, sent, account: null, accessOfNew: null },
      ({ state }) => ({ command: typeof command === 'function' ? command(state) : command }),
    );
    if (outcome.outcome !== 'done') throw new Error(`${name} ${i} ${sent.name}: ${JSON.stringify(outcome)}`);
  }
  return store.readStream(streamOf(kind, id));
}
