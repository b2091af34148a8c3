import { circumstances, commandNamesOf, testedCase, type Machine, type Trial } from '@redress/cases/testing/machine.js';
import { machine as complaint } from '@redress/cases/testing/complaint.js';
import { machine as creditRepair } from '@redress/cases/testing/credit-repair.js';
import { machine as ipFastTrack } from '@redress/cases/testing/ip-fast-track-machine.js';
import { machine as overduePayment } from '@redress/cases/testing/overdue-payment.js';
import type { FoldedEvent } from '@redress/cases/shared/case-kind.js';
import { sampleEvent } from '@redress/event-store/contract/samples.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { Vault } from '@redress/privacy/vault.js';
import type { CommandOfAnyKind, EventOfAnyKind } from './case-stream.js';
import { sensitivePaths } from './sensitive-paths.js';

type AnyMachine = Machine<unknown, CommandOfAnyKind, EventOfAnyKind>;

const machines = [complaint, creditRepair, ipFastTrack, overduePayment].map(
  (machine) => [(machine as unknown as AnyMachine).kind.kind, machine as unknown as AnyMachine] as const,
);

/** A case as it is when its personal data lies open, and as it is when it is sealed. */
interface Twice {
  readonly plain: unknown;
  readonly sealed: unknown;
  readonly events: number;
}

describe.each(machines)('%s: no decider judges what is sealed', (_, machine) => {
  const { kind, on } = machine;
  const stream = `${kind.category}-${testedCase}`;
  const vault = new Vault(new MemoryKeys());
  const opened = <T>(value: T) => vault.opened(stream, value);
  const decided = (command: CommandOfAnyKind, { plain, sealed }: Twice, day: string) => ({
    plain: kind.decide(command, plain, circumstances(day)),
    sealed: kind.decide(command, sealed, circumstances(day)),
  });

  /** The case after this command, in both; the same case where it is refused. */
  async function after(command: CommandOfAnyKind, before: Twice, day: string): Promise<Twice> {
    const decisions = decided(command, before, day);
    expect(await opened(decisions.sealed)).toEqual(decisions.plain);
    if (decisions.plain.outcome === 'refused' || decisions.sealed.outcome === 'refused') return before;
    const asFolded = (events: readonly EventOfAnyKind[]) =>
      events.map(({ type, data }, i): FoldedEvent => {
        const number = String(before.events + i);
        return {
          id: `e${number}`,
          revision: number,
          type,
          schema: kind.schemas[type]!,
          data: data as Record<string, unknown>,
          on: day,
        };
      });
    const events = asFolded(decisions.sealed.events).map((event) => ({ ...sampleEvent(), ...event }));
    const sealed = await vault.sealed(stream, events, (event) => sensitivePaths(kind.sensitive, event), {});
    return {
      plain: asFolded(decisions.plain.events).reduce(kind.evolve, before.plain),
      sealed: asFolded(sealed).reduce(kind.evolve, before.sealed),
      events: before.events + sealed.length,
    };
  }

  const afterThese = async (commands: readonly CommandOfAnyKind[], day: string) => {
    let at: Twice = { plain: kind.initial, sealed: kind.initial, events: 0 };
    for (const command of commands) at = await after(command, at, day);
    return at;
  };

  const wayTo = (status: string, { early = [], ways = {}, first = [] }: Omit<Trial<CommandOfAnyKind>, 'command'>) => {
    const [lodging, ...rest] = ways[status] ?? machine.wayTo[status]!;
    return lodging === undefined ? first : [lodging, ...early, ...rest, ...first];
  };

  test.each(['none', ...machine.statuses])('in status %s', async (status) => {
    for (const name of commandNamesOf(machine).filter((one) => kind.moves[one]!.includes(status)))
      for (const trial of machine.trials[name] ?? [{ command: machine.command(name) }]) {
        const before = await afterThese(wayTo(status, trial), on);
        const { plain, sealed } = await after(trial.command, before, trial.on ?? on);
        // 66: the fold is what it was without seals, but for the sealed fields.
        expect(await opened(sealed)).toEqual(plain);
      }
  });
});
