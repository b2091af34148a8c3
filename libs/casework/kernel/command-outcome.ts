import type { Denial } from '@redress/access/policies/rules.js';
import type { Refusal } from '@redress/cases/shared/decision.js';
import type { Actor, Position, Revision } from '@redress/event-store/port.js';

/** One command as it comes from its sender, whatever it commands. */
export interface CommandRequest {
  /** UUID chosen by the sender (invariant 4). */
  readonly commandId: string;
  readonly actor: Actor;
  /** PlainDate in Shanghai on which the act took effect; absent: now (invariant 15). */
  readonly occurredOn?: string | undefined;
  readonly occurredOnReason?: string | undefined;
  /** The revision the sender decided on, `If-Match` (invariant 2). */
  readonly ifMatch?: Revision | undefined;
  /** The event which made the system issue this command. */
  readonly causationId?: string | undefined;
}

export interface Done {
  readonly outcome: 'done';
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export interface Change {
  readonly revision: Revision;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything that can become of a command; only `done` has written anything. */
export type CommandOutcome =
  | Done
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'denied'; readonly denial: Denial }
  | { readonly outcome: 'notFound' }
  /** The same command id was used for another command (422). */
  | { readonly outcome: 'commandIdReused' }
  /** The case has moved since the revision named (412), with what changed. */
  | { readonly outcome: 'changed'; readonly revision: Revision; readonly changes: readonly Change[] }
  /** Five times another writer was first (409). */
  | { readonly outcome: 'contended' };
