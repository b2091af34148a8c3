import type { CaseKind as KindName } from './case-number.js';
import type { Decision } from './decision.js';
import type { Money } from './money.js';
import type { Confidentiality, MarkedPart } from './procedure/events.js';
import type { AwaitedAnswer } from './procedure/rungs.js';
import type { CaseLevel, OfficeRef, PersonRef } from './reference.js';
import type { Upcasters } from './upcast.js';

/** What the application layer knows and the domain must be told: no clock and no randomness here. */
export interface Circumstances {
  readonly caseId: string;
  /** Today in Shanghai, and the day on which the act takes effect; the same unless backdated (invariant 15). */
  readonly today: string;
  readonly on: string;
  readonly actor: PersonRef;
}

/** An event as a fold takes it: what the decider made, with its id, revision and day of effect in Shanghai. */
export interface FoldedEvent {
  readonly id: string;
  readonly revision: string;
  readonly type: string;
  readonly schema: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** PlainDate. */
  readonly on: string;
}

/** What lists, boards and access need of any case, whatever its kind. Names and codes of companies and offices, no person's. */
export interface CaseSummary {
  readonly caseNumber: string;
  readonly status: string;
  /** What the respondent is told instead, where it may not know how the case stands; left out where it may. */
  readonly statusToRespondent?: string;
  /** Nothing more is owed by any office. */
  readonly closed: boolean;
  readonly category: string | null;
  readonly complainant: { readonly name: string; readonly creditCode: string };
  readonly respondent: { readonly name: string; readonly creditCode: string | null } | null;
  /** Whether the respondent knows of the case: nothing of it is shown before. */
  readonly respondentTold: boolean;
  readonly agentCode: string | null;
  /** The marks of confidentiality that cover the whole file, each once; and the parts that bear one. */
  readonly confidential: readonly Confidentiality[];
  readonly markedParts: readonly (MarkedPart & { readonly mark: Confidentiality })[];
  /** Claimed and still open; null for kinds which claim no money. */
  readonly total: Money | null;
  readonly outstanding: Money | null;
  readonly lodgedOn: string;
  readonly acceptingOffice: OfficeRef;
  readonly handlingOffice: OfficeRef | null;
  readonly coHandlingOffices: readonly OfficeRef[];
  readonly firstContact: PersonRef | null;
  readonly firstContactOffice: OfficeRef | null;
  /** Who has it in hand: the assigned officer, the mediator. */
  readonly holder: PersonRef | null;
  /** Keys of the rungs fired, `clock|subject|run|rung` (invariant 13). */
  readonly firedRungs: readonly string[];
  /** Keys of those which a supervisor has set aside: they do not fire. */
  readonly overriddenRungs: readonly string[];
  readonly acknowledgedRungs: readonly string[];
  /** Rungs which fired and wait for the office's answer. */
  readonly awaited: readonly AwaitedAnswer[];
  /** Of the office that has it, or the one to which it was raised (提级); and the office which watches over it since. */
  readonly level: CaseLevel;
  readonly overseer: OfficeRef | null;
}

/** Personal data of a person, or a text written by people: sealed before it is appended. */
export interface SensitiveField {
  /** Dotted path in the event's data; `[]` for each member of a list: `claim.complainant.contact`, `defects[].what`. */
  readonly path: string;
  readonly of: 'person' | 'text';
}

/** A kind of case as everything above the domain drives it: one registry (`kinds.ts`), no second list of kinds. */
export interface CaseKind<
  State,
  Command extends { readonly name: string },
  Event extends { readonly type: string; readonly data: object },
> {
  readonly kind: KindName;
  /** Streams are `<category>-<case id>`. */
  readonly category: string;
  /** Every event type with the schema version written today (invariant 5). */
  readonly schemas: Readonly<Record<Event['type'], number>>;
  /** The ways from earlier schema versions; folds see today's shapes alone. */
  readonly upcasters?: Upcasters;
  readonly initial: State;
  /** Judges nothing and never throws (invariant 15). */
  readonly evolve: (state: State, event: FoldedEvent) => State;
  readonly decide: (command: Command, state: State, at: Circumstances) => Decision<Event>;
  /** The state machine: each command with the statuses in which it may be given. */
  readonly moves: Readonly<Record<Command['name'], readonly string[]>>;
  /** Null while there is no case. */
  readonly summaryOf: (state: State) => CaseSummary | null;
  readonly sensitive: Readonly<Partial<Record<Event['type'], readonly SensitiveField[]>>>;
}
