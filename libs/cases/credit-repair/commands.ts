import { systemCommands, type ProcedureBodies } from '../shared/procedure/commands.js';
import type { Lodging } from '../shared/procedure/events.js';
import { procedureMoves, type Phases } from '../shared/procedure/moves.js';
import type { EvidenceRef, OfficeRef } from '../shared/reference.js';
import type { ConditionFinding } from './conditions.js';
import type { Corrector, DeclineGround, ObjectionAbout } from './events.js';
import type { AdoptedConsequence } from './false-promise.js';
import type { RepairNotice, RepairRequest } from './record.js';
import { recordCommands, type RecordBodies, type RecordCommandName } from './record-track.js';
import type { Status } from './state.js';

interface OwnBodies {
  lodge: { request: RepairRequest; lodging: Lodging; acceptingOffice: OfficeRef };
  supplyMaterials: { statement: string; evidence: readonly EvidenceRef[]; corrections: string | null };
  /** Null where the office named is none. */
  passToDepartment: { to: OfficeRef | null; ground: string };
  accept: Record<never, never>;
  decline: { ground: DeclineGround; reason: string };
  reviewConditions: { conditions: readonly ConditionFinding[] };
  extendHandling: { days: number; reason: string };
  decideRepair: { repaired: boolean; reason: string };
  endPublicity: { platforms: readonly string[] };
  shareResult: { with: readonly string[] };
  tellResult: { how: string };
  /** The maximum has been reached: corrected, publicity stops; else by which rule of the sector it goes on. */
  reachMaximum: { corrected: boolean; sectorRule: string | null };
  recordRepairNotice: RepairNotice;
  liftSanctions: { measures: readonly string[] };
  /** `adopted`: null unless the operator has adopted the unconfirmed consequence as a rule of its own. */
  findFalsePromise: { what: string; adopted: AdoptedConsequence | null };
  raiseObjection: { about: ObjectionAbout; by: Corrector; ground: string };
  markObjection: Record<never, never>;
  forwardObjection: { to: string };
  receiveObjection: Record<never, never>;
  decideObjection: { upheld: boolean; correction: string | null; reason: string };
  withdraw: { reason: string };
}

export type OwnCommandName = keyof OwnBodies;
interface Bodies extends OwnBodies, RecordBodies, ProcedureBodies {}
export type CommandName = keyof Bodies;
export type CommandBody<C extends CommandName> = Readonly<Bodies[C]>;
export type Command = { [C in CommandName]: { readonly name: C; readonly body: CommandBody<C> } }[CommandName];

const open = [
  'requested',
  'returnedForSupplement',
  'passed',
  'accepted',
  'repaired',
  'refused',
  'declined',
  'stoppedAtMaximum',
] as const satisfies readonly Status[];

export const phases: Phases<Status> = {
  review: ['requested'],
  returned: ['returnedForSupplement'],
  open,
  accepted: ['passed', 'accepted'],
  dispatched: ['passed'],
  handled: ['accepted'],
  ended: ['concluded', 'terminated', 'voided'],
  closed: ['concluded', 'withdrawn', 'terminated', 'handedOver', 'merged', 'voided'],
};

/** While the request stands or has been decided on; an objection may be raised to the result too. */
const onRecord: readonly Status[] = [...open, 'concluded', 'voided'];
const undecided: readonly Status[] = ['requested', 'returnedForSupplement', 'passed', 'accepted'];

const ownMoves: Readonly<Record<OwnCommandName, readonly ('none' | Status)[]>> = {
  lodge: ['none'],
  supplyMaterials: ['returnedForSupplement'],
  passToDepartment: ['requested'],
  accept: ['requested', 'passed'],
  decline: ['requested', 'passed'],
  reviewConditions: ['accepted'],
  extendHandling: ['passed', 'accepted'],
  decideRepair: ['accepted'],
  endPublicity: ['repaired'],
  shareResult: ['repaired'],
  tellResult: ['repaired', 'refused', 'declined', 'stoppedAtMaximum'],
  reachMaximum: undecided,
  recordRepairNotice: open,
  liftSanctions: ['accepted', 'repaired'],
  findFalsePromise: ['accepted', 'repaired', 'concluded'],
  raiseObjection: onRecord,
  markObjection: onRecord,
  forwardObjection: onRecord,
  receiveObjection: onRecord,
  decideObjection: onRecord,
  withdraw: undecided,
};

/**
 * The state machine: each command with the statuses in which it may be given. The API serves it as the actions of a
 * case, the documentation draws it, the decider refuses by it; there is no second copy.
 */
export const moves: Readonly<Record<CommandName, readonly ('none' | Status)[]>> = {
  ...ownMoves,
  ...(Object.fromEntries(recordCommands.map((name) => [name, onRecord])) as Record<
    RecordCommandName,
    readonly Status[]
  >),
  ...procedureMoves(phases),
};

export const commandNames = Object.keys(moves) as readonly CommandName[];

/** Commands a person may give in this status. */
export function allowedCommands(status: Status): readonly CommandName[] {
  return commandNames.filter((name) => !systemCommands.has(name) && moves[name].includes(status));
}
