import type { Command, CommandBody, CommandName } from '@redress/cases/complaint/commands.js';
import type { State } from '@redress/cases/complaint/state.js';
import { trackCommands, type TrackCommandName } from '@redress/cases/complaint/tracks.js';
import { byHotline, command, lodged, policy, today, yuan } from '@redress/cases/testing/complaint.js';
import type { Act } from './told-story.js';

type Told = Act<State, Command>;

const c = <N extends CommandName>(name: N, changes: Partial<CommandBody<N>> = {}, day: string = today): Told => [
  day,
  command(name, changes),
];

const received = [c('lodge', { lodging: byHotline }), c('accept')];
const handled = [...received, c('grade'), c('transfer'), c('beginHandling')];

/** Every step of every track; a mediation is ended in one story and settled in another. */
const settling: ReadonlySet<TrackCommandName> = new Set(['agreeSettlement']);
const again: ReadonlySet<TrackCommandName> = new Set(['objectToPetition']);
const tracks = trackCommands.flatMap((name) => {
  if (settling.has(name)) return [];
  return again.has(name) ? [c(name), c('sortPetition'), c('extendHandling')] : [c(name)];
});

const concluded: readonly Told[] = [
  c('lodge', { complaint: { ...lodged, category: 'policyLastMile', policy } }),
  c('requestSupplement'),
  c('supplyMaterials'),
  c('accept'),
  c('grade'),
  c('regrade'),
  c('transfer'),
  c('beginHandling'),
  c('checkPolicy'),
  c('checkCharge'),
  c('recordRefund', { amount: yuan('3000.00') }),
  c('checkIntermediary'),
  c('reviewExemption'),
  c('referCompetition'),
  c('answerReferral'),
  c('linkCase', { relation: 'cluster' }),
  c('findCluster'),
  ...tracks,
  c('issueResult'),
  c('feedBack'),
  c('feedBack', { to: 'acceptingAuthority' }),
  c('conclude'),
];

const shared: readonly Told[] = [
  ...handled,
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
  ['2025-09-11', (state) => command('correctFact', { event: firstEventOf(state), is: '2025-09-09' })],
  c('linkCase', {}, '2025-09-11'),
  c('unlinkCase', {}, '2025-09-11'),
  c('takeMergedCase', {}, '2025-09-11'),
  c('reportRetaliation', {}, '2025-09-11'),
  c('markProtection', {}, '2025-09-11'),
  c('markConfidential', {}, '2025-09-11'),
  c('fireRung', {}, '2025-09-11'),
  c('acknowledgeRung', {}, '2025-09-11'),
  c('overrideRung', { rung: 'red' }, '2025-09-11'),
  c('escalate', {}, '2025-09-11'),
  c('agreeSettlement', {}, '2025-09-11'),
  c('terminate', {}, '2025-09-11'),
  c('rateSatisfaction', {}, '2025-09-11'),
  c('checkBadReview', {}, '2025-09-11'),
  c('recordFollowUpCall', {}, '2025-09-11'),
  c('objectToOutcome', {}, '2025-09-11'),
  c('decideOutcomeObjection', {}, '2025-09-11'),
  c('reopen', {}, '2025-09-11'),
  c('withdraw', {}, '2025-09-11'),
];

function firstEventOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.events[0]!.id;
}

/** What a rung asks for, and a case raised to a higher level. */
const escalated: readonly Told[] = [
  ...handled,
  c('fireRung', { act: 'requireReason' }, '2025-09-11'),
  c('giveRungReason', {}, '2025-09-11'),
  c('fireRung', { rung: 'order', act: 'proposeSupervisoryOrder' }, '2025-09-11'),
  c('decideProposal', { rung: 'order' }, '2025-09-11'),
  c('escalate', {}, '2025-09-11'),
];

/** An agent is given authority and loses it; a mark of confidentiality is set and lifted. */
const marked: readonly Told[] = [
  c('lodge'),
  c('appointAgent', {}, '2025-09-11'),
  c('revokeAgent', {}, '2025-09-11'),
  c('markConfidential', {}, '2025-09-11'),
  ['2025-09-11', (state) => command('liftConfidentiality', { event: firstMarkOf(state) })],
];

function firstMarkOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.marks[0]!.event;
}

/** Every event of the kind happens in one of them. */
export const complaintStories: Readonly<Record<string, readonly Told[]>> = {
  concluded: concluded,
  shared: shared,
  escalated,
  marked,
  dispatched: [...received, c('transfer'), c('objectToDispatch'), c('decideDispatchObjection')],
  declined: [c('lodge'), c('decline')],
  merged: [c('lodge'), c('mergeCase')],
  handedOver: [c('lodge'), c('accept'), c('handToPlatform')],
};
