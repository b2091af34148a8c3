import type { Circumstances } from '../case-kind.js';
import type { Decision, Refusal } from '../decision.js';
import type { OfficeRef } from '../reference.js';
import type { ProcedureBody, ProcedureCommandName } from './commands.js';
import type { ProcedureEvent } from './events.js';
import type { EventOnFile } from './on-file.js';
import type { Procedure } from './state.js';

/** What the shared rules must know of a case of any kind. */
export interface ProcedureView {
  readonly caseNumber: string;
  readonly complainantCode: string;
  /** Whether there is somebody on the other side. */
  readonly hasRespondent: boolean;
  readonly procedure: Procedure;
  /** PlainDate of the lodging: nothing on the file took effect before it. */
  readonly lodgedOn: string;
  /** PlainDate on which the status was reached: no step that moves it took effect before. */
  readonly since: string;
  /** Kinds of document which this kind of case issues, by the words its law packs use. */
  readonly documentKinds: readonly string[];
  /** Grounds on which the law of this kind lets the handling pause. */
  readonly pauseGrounds: readonly string[];
  /** Facts on the file which a local ground may need (`LocalGround.needs`). */
  readonly facts: readonly string[];
  /** Why a text of an event cannot be corrected to this reading; null where it can. */
  readonly faultOfReading: (event: EventOnFile, field: string, is: string) => Refusal | null;
}

export type ProcedureOutcome = Decision<ProcedureEvent>;

/** The first day on which an act can have taken effect, and what comes of it. */
export interface Rule<C extends ProcedureCommandName> {
  readonly earliest: (view: ProcedureView, body: ProcedureBody<C>) => string;
  readonly decide: (body: ProcedureBody<C>, view: ProcedureView, at: Circumstances) => ProcedureOutcome;
}

export type Rules<C extends ProcedureCommandName> = { readonly [N in C]: Rule<N> };

/** What stands beside the steps may be dated back past the last of them. */
export const beside = ({ lodgedOn }: ProcedureView): string => lodgedOn;
export const asStep = ({ since }: ProcedureView): string => since;

/** The office the file lies with. */
export function officeOf({ handlingOffice, acceptingOffice }: Procedure): OfficeRef {
  return handlingOffice ?? acceptingOffice;
}
