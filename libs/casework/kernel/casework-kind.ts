import type { Account } from '@redress/access/account.js';
import type { CaseAccess } from '@redress/access/scope.js';
import type { CaseKind } from '@redress/cases/shared/case-kind.js';
import type { Refusal } from '@redress/cases/shared/decision.js';
import type { LprSeries } from '@redress/deadlines/interest/lpr-series.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Grounds } from '../grounds/grounds.js';
import type { CommandOfAnyKind, EventOfAnyKind, LoadedCase } from './case-stream.js';
import type { LawDirectory } from '../reference/law-directory.js';
import type { OtherCases } from './other-cases.js';

/** What completing a command may look at: the case as loaded, the day, the sender, the organisation, other cases. */
export interface Completing<State> extends LoadedCase<State> {
  readonly caseId: string;
  /** PlainDate on which the act took effect, and today. */
  readonly on: string;
  readonly today: string;
  /** Null for the system's own. */
  readonly account: Account | null;
  readonly offices: OfficeDirectory;
  readonly cases: OtherCases;
  /** The operator's own grounds for cases of this kind. */
  readonly grounds: Grounds;
  /** The calendar and the law packs as the log has them. */
  readonly law: LawDirectory;
  readonly lpr: () => Promise<LprSeries>;
  /** What the case holds sealed, as who may read it reads it. */
  readonly opened: <T>(value: T) => Promise<T>;
}

export type CompletedBody<Body> = { readonly body: Body } | { readonly refusals: readonly Refusal[] };

/** What the sender named cannot be looked up at all, in a way that the decider has no word for. */
export function refused(...refusals: readonly Refusal[]): { readonly refusals: readonly Refusal[] } {
  return { refusals };
}

/** Makes of what the sender wrote what the decider takes: an office or an officer of an id, a number of a line. */
export type Completion<State, Sent extends object, Body extends object> = (
  sent: Sent,
  at: Completing<State>,
) => CompletedBody<Body> | Promise<CompletedBody<Body>>;

type BodyOf<Command extends CommandOfAnyKind, Name> = Extract<Command, { readonly name: Name }>['body'];

/** Of each command which is not decided as it was sent, how it is completed. `Sent` gives the bodies as sent. */
export type Completions<State, Command extends CommandOfAnyKind, Sent extends object> = {
  readonly [Name in keyof Sent & Command['name']]: Completion<State, Sent[Name] & object, BodyOf<Command, Name>>;
};

/** A case kind as the application drives it: the domain's, and what its own commands need beside the shared ones. */
export interface CaseworkKind<State, Command extends CommandOfAnyKind, Event extends EventOfAnyKind> {
  readonly domain: CaseKind<State, Command, Event>;
  /** Of the commands of this kind alone; those of the shared procedure are completed by `procedure/completions.ts`. */
  readonly completions: Readonly<Record<string, Completion<State, never, object>>>;
  /** What access decides by before there is a case; null where the body lodges none. */
  readonly accessOfNew: (body: object) => CaseAccess | null;
}

export type AnyCaseworkKind = CaseworkKind<unknown, CommandOfAnyKind, EventOfAnyKind>;

/** A kind for the registry, where its own types no longer matter: its decider meets its own completions alone. */
export function anyKind<S, C extends CommandOfAnyKind, E extends EventOfAnyKind>(
  kind: CaseworkKind<S, C, E>,
): AnyCaseworkKind {
  return kind as unknown as AnyCaseworkKind;
}
