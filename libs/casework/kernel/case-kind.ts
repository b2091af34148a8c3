import type { Decision } from '@redress/cases/shared/decision.js';
import type { CaseAccess } from '@redress/access/scope.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** What the kernel must know of the circumstances of a command; the domain takes the time and the ids from here. */
export interface Circumstances {
  readonly caseId: string;
  readonly today: string;
  readonly on: string;
  readonly actor: { readonly id: string; readonly name: string };
}

/** A kind of case as the kernel drives it: a fold, a decider, and what access needs to know of the state. */
export interface CaseKindDefinition<
  State,
  Command extends { readonly name: string },
  Event extends { type: string; data: object },
> {
  readonly streamOf: (caseId: string) => string;
  readonly schemas: Readonly<Record<Event['type'], number>>;
  readonly initial: State;
  readonly evolve: (state: State, event: RecordedEvent) => State;
  readonly decide: (command: Command, state: State, at: Circumstances) => Decision<Event>;
  /** Null while there is no case. */
  readonly accessOf: (state: State) => CaseAccess | null;
  /** Of the case a lodging would make; null where the body lodges none. */
  readonly accessOfNew: (body: object) => CaseAccess | null;
  readonly numberOf: (state: State) => string | null;
}
