import type { CaseKind, Circumstances, FoldedEvent } from '../shared/case-kind.js';
import type { Decision } from '../shared/decision.js';

type AnyCommand = { readonly name: string; readonly body: object };
type AnyEvent = { readonly type: string; readonly data: object };

export const today = '2025-09-10';
export const officer = { id: 'officer-zhao', name: '赵军' };

/** Today in Shanghai, unless the act is dated back. */
export function at(on: string = today, knownOn: string = on > today ? on : today): Circumstances {
  return { caseId: '0192a000-0000-8000-8000-000000000001', today: knownOn, on, actor: officer };
}

/** `field: code` of every refusal, or the types of the events. */
export function told(decision: Decision<AnyEvent>): readonly string[] {
  if (decision.outcome === 'accepted') return decision.events.map(({ type }) => type);
  return decision.refusals.map(({ field, code }) => (field ? `${field}: ${code}` : code));
}

/** Gives commands to a kind and folds what comes of them, as the kernel does; every event has an id and a revision. */
export function driverOf<S extends { readonly status: string }, C extends AnyCommand, E extends AnyEvent>(
  kind: CaseKind<S, C, E>,
) {
  let made = 0;
  const folded = (event: E, on: string): FoldedEvent => {
    const data = event.data as Readonly<Record<string, unknown>>;
    return { id: `event-${++made}`, revision: String(made), type: event.type, schema: 1, data, on };
  };
  const applied = (state: S, events: readonly E[], on: string = today): S =>
    events.reduce((before, event) => kind.evolve(before, folded(event, on)), state);
  const decide = (state: S, command: C, on?: string, knownOn?: string) => kind.decide(command, state, at(on, knownOn));
  /** The state after these commands. @throws Error where one is refused */
  const after = (commands: readonly C[], from: S = kind.initial, on: string = today): S =>
    commands.reduce((state, command) => {
      const decision = decide(state, command, on);
      if (decision.outcome === 'refused') throw new Error(`${command.name}: ${JSON.stringify(decision.refusals)}`);
      return applied(state, decision.events, on);
    }, from);
  return { folded, applied, decide, after };
}
