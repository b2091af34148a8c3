import type { Command, CommandBody, CommandName } from '@redress/cases/credit-repair/commands.js';
import { recordCommands } from '@redress/cases/credit-repair/record-track.js';
import type { State } from '@redress/cases/credit-repair/state.js';
import { command, market, record, request, ruling, today } from '@redress/cases/testing/credit-repair.js';
import type { Act } from './told-story.js';

type Told = Act<State, Command>;

const c = <N extends CommandName>(name: N, changes: Partial<CommandBody<N>> = {}, day: string = today): Told => [
  day,
  command(name, changes),
];

const accepted = [c('lodge'), c('passToDepartment'), c('accept')];
const later = '2026-09-11';

const repaired: readonly Told[] = [
  c('lodge'),
  c('requestSupplement'),
  c('supplyMaterials'),
  c('recordRepairNotice'),
  c('passToDepartment'),
  c('accept'),
  c('raiseObjection'),
  c('markObjection'),
  c('forwardObjection'),
  c('receiveObjection'),
  c('decideObjection'),
  ...recordCommands.map((name) => c(name)),
  c('extendHandling'),
  c('reviewConditions'),
  c('decideRepair'),
  c('endPublicity'),
  c('shareResult'),
  c('tellResult'),
  c('findFalsePromise', { adopted: { barMonths: 12 } }),
];

const old = { ...request, record: { ...record, foundOn: '2025-09-09', publishedOn: null } };

const shared: readonly Told[] = [
  ...accepted,
  c('nameFirstContact'),
  c('recordFirstContact'),
  c('assignOfficer'),
  c('arrangeJointHandling'),
  c('recordCoHandlerReport'),
  c('endJointHandling'),
  c('handDown'),
  c('addNote'),
  c('addEvidence'),
  c('issueDocument'),
  c('serveDocument'),
  c('pauseHandling'),
  c('resumeHandling'),
  [later, (state) => command('correctFact', { event: firstEventOf(state), is: '2026-09-09' })],
  c('linkCase', {}, later),
  c('unlinkCase', {}, later),
  c('takeMergedCase', {}, later),
  c('reportRetaliation', {}, later),
  c('markProtection', {}, later),
  c('markConfidential', {}, later),
  c('fireRung', {}, later),
  c('acknowledgeRung', {}, later),
  c('overrideRung', { rung: 'red' }, later),
  c('escalate', {}, later),
  c('terminate', {}, later),
  c('rateSatisfaction', {}, later),
  c('checkBadReview', {}, later),
  c('recordFollowUpCall', {}, later),
  c('objectToOutcome', {}, later),
  c('decideOutcomeObjection', {}, later),
  c('reopen', {}, later),
  c('withdraw', {}, later),
];

function firstEventOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.events[0]!.id;
}

/** What a rung asks for, and a case raised to a higher level. */
const escalated: readonly Told[] = [
  ...accepted,
  c('fireRung', { act: 'requireReason' }, later),
  c('giveRungReason', {}, later),
  c('fireRung', { rung: 'order', act: 'proposeSupervisoryOrder' }, later),
  c('decideProposal', { rung: 'order' }, later),
  c('escalate', {}, later),
];

/** An agent is given authority and loses it; a mark of confidentiality is set and lifted. */
const marked: readonly Told[] = [
  c('lodge'),
  c('appointAgent', {}, later),
  c('revokeAgent', {}, later),
  c('markConfidential', {}, later),
  [later, (state) => command('liftConfidentiality', { event: firstMarkOf(state) })],
];

function firstMarkOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.marks[0]!.event;
}

/** Every event of the kind happens in one of them. */
export const creditRepairStories: Readonly<Record<string, readonly Told[]>> = {
  granted: repaired,
  shared: shared,
  escalated,
  marked,
  dispatched: [c('lodge'), c('passToDepartment'), c('objectToDispatch'), c('decideDispatchObjection')],
  declined: [c('lodge', { request: { ...request, record: market } }), c('decline'), c('tellResult')],
  inBankruptcy: [c('lodge', { request: { ...request, ruling } }), c('accept'), c('liftSanctions')],
  atMaximum: [
    c('lodge', { request: old }),
    c('reachMaximum', { corrected: false, sectorRule: '行业规定' }),
    c('reachMaximum'),
    c('tellResult'),
  ],
  merged: [c('lodge'), c('mergeCase')],
  handedOver: [c('lodge'), c('handToPlatform')],
};
