import type { Command, CommandName, OwnBody } from '@redress/cases/ip-fast-track/commands.js';
import type { Matter, Request } from '@redress/cases/ip-fast-track/matter.js';
import type { State } from '@redress/cases/ip-fast-track/state.js';
import {
  command,
  hearingDay,
  lodging,
  matters,
  met,
  request,
  today,
  type Bodies,
} from '@redress/cases/testing/ip-fast-track.js';
import { pudong } from '@redress/cases/testing/procedure.js';
import type { Act } from './told-story.js';

type Told = Act<State, Command>;

const c = <N extends CommandName>(name: N, changes: Partial<Bodies[N]> = {}, day: string = today): Told => [
  day,
  command(name, changes),
];
const lodge = (matter: Matter, changes: Partial<Request> = {}): Told => [today, lodging(matter, changes)];
const step = (of: OwnBody<'recordOfficeStep'>): Told => c('recordOfficeStep', of);

const later = '2026-03-20';
const earlier = { by: '上海知识产权法院', number: '（2025）沪73民初9号', on: '2025-05-01' };
const invalidity = { number: 'W-1', kind: 'patent' } as const;

const adjudication: readonly Told[] = [
  lodge(matters.adjudication),
  c('requireReport'),
  c('supplyReport'),
  c('tellDefects'),
  c('cureDefects'),
  c('extendFiling'),
  c('fileCase'),
  c('addParty'),
  c('changeClaim'),
  c('serveRespondent'),
  c('objectJurisdiction'),
  c('extendDefence'),
  c('decideJurisdiction'),
  c('recordDefence', { timeBar: true }),
  c('passDefenceOn'),
  c('decideTimeBar'),
  step({ step: 'InvalidationRequested', ...invalidity, grounds: 'absolute' }),
  c('declineStay'),
  c('orderStay'),
  c('endStay'),
  c('scheduleHearing'),
  c('serveHearingNotice'),
  c('holdHearing', {}, hearingDay),
  c('extendHandling', {}, later),
  c('extendFurther', {}, later),
  c('recordOfficeStep', { step: 'InvalidationDecided', ...invalidity, by: 'request', outcome: 'refused' }, later),
  c('mediateDamages', {}, later),
  c('issueRuling', { basis: 'repeatInfringement', earlier, wilful: true }, later),
  c('serveRuling', {}, later),
  c('serveRuling', { party: 'respondent' }, later),
  c('publishRuling', {}, later),
  c('requestEnforcement', {}, later),
  c('listSerious', { ground: 'wilfulRepeat' }, later),
  c('conclude', {}, later),
  c('recordSuit', {}, later),
];

const served = [lodge(matters.mediation), c('serveMediationRequest')];
const filedMediation = [...served, c('recordOpinion'), c('fileMediation')];

const priority: readonly Told[] = [
  lodge(matters.priorityExamination),
  c('recommendPriority'),
  c('grantPriority'),
  c('issueFirstAction'),
  c('notifyAction'),
  c('answerAction'),
  step({ step: 'RejectionNotified', number: 'CN-1', kind: 'patent' }),
  step({ step: 'ReExaminationRequested', number: 'CN-1' }),
  step({ step: 'ReExaminationDecided', number: 'CN-1', outcome: 'refused' }),
  c('endPriority'),
];

const mark = { number: 'TM-1' };

const trademark: readonly Told[] = [
  lodge(matters.trademark),
  c('requestSupplement'),
  c('supplyMaterials'),
  c('acceptComplaint'),
  c('stayComplaint'),
  c('endComplaintStay'),
  c('passToPolice'),
  c('recordPoliceAnswer'),
  c('openTrack'),
  c('closeTrack'),
  step({ step: 'ApplicationReceived', ...mark }),
  step({ step: 'ApplicationExamined', ...mark, outcome: 'granted' }),
  step({ step: 'PreliminaryApproved', ...mark, publishedOn: '2026-02-20', governedBy: 'unsettled' }),
  step({ step: 'OppositionFiled', ...mark, publicationEndedOn: '2026-05-20' }),
  step({ step: 'OppositionDecided', ...mark, outcome: 'granted' }),
  step({ step: 'RegistrationDenied', ...mark }),
  step({ step: 'ReviewRequested', ...mark, of: 'tm.denial' }),
  step({ step: 'ReviewDecided', ...mark, of: 'tm.denial', outcome: 'granted' }),
  step({ step: 'MarkRegistered', ...mark, registeredOn: '2016-06-01' }),
  step({ step: 'RegistrationExpiring', ...mark, expiresOn: '2026-06-01' }),
  step({ step: 'RenewalRequested', ...mark }),
  step({ step: 'CancellationRequested', ...mark, grounds: 'threeYearsWithoutUse' }),
  step({ step: 'CancellationDecided', ...mark, outcome: 'refused' }),
  c('recordTermExtension'),
  c('issueResult'),
  c('feedBack'),
];

/** Every act which the kinds share, on a trade-secret complaint taken in by an officer. */
const shared: readonly Told[] = [
  lodge(matters.tradeSecret, { lodging: { by: 'officer', channel: 'counter', receivedOn: today, agent: null } }),
  c('objectToDispatch'),
  c('decideDispatchObjection', { upheld: false }),
  c('acceptComplaint'),
  c('nameFirstContact'),
  c('recordFirstContact'),
  c('assignOfficer'),
  c('handUp'),
  c('arrangeJointHandling'),
  c('recordCoHandlerReport'),
  c('endJointHandling'),
  c('addNote'),
  c('addEvidence'),
  c('issueDocument'),
  c('serveDocument'),
  c('pauseHandling'),
  c('resumeHandling'),
  [later, (state) => command('correctFact', { event: firstEventOf(state), is: '2026-03-01' })],
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
  c('issueResult', { fine: null }, later),
  c('feedBack', {}, later),
  c('rateSatisfaction', {}, later),
  c('checkBadReview', {}, later),
  c('recordFollowUpCall', {}, later),
  c('objectToOutcome', {}, later),
  c('decideOutcomeObjection', {}, later),
  c('reopen', {}, later),
  c('terminate', {}, later),
];

function firstEventOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.events[0]!.id;
}

/** What a rung asks for, and a case raised to a higher level. */
const escalated: readonly Told[] = [
  lodge(matters.tradeSecret),
  c('acceptComplaint'),
  c('fireRung', { act: 'requireReason' }, later),
  c('giveRungReason', {}, later),
  c('fireRung', { rung: 'order', act: 'proposeSupervisoryOrder' }, later),
  c('decideProposal', { rung: 'order' }, later),
  c('escalate', {}, later),
];

/** An agent is given authority and loses it; a mark of confidentiality is set and lifted. */
const marked: readonly Told[] = [
  lodge(matters.tradeSecret),
  c('appointAgent', {}, later),
  c('revokeAgent', {}, later),
  c('markConfidential', {}, later),
  [later, (state) => command('liftConfidentiality', { event: firstMarkOf(state) })],
];

function firstMarkOf(state: State): string {
  return state.status === 'none' ? '' : state.procedure.marks[0]!.event;
}

/** One story a way through the kind; together they hold every type of event it writes. */
export const ipFastTrackStories: Readonly<Record<string, readonly Told[]>> = {
  adjudication,
  filingRefused: [lodge(matters.adjudication), c('requireReport'), c('refuseReport'), c('refuseFiling')],
  cancelled: [lodge(matters.adjudication), c('fileCase'), c('cancelCase')],
  withdrawn: [lodge(matters.adjudication), c('withdraw')],
  mediationAgreed: [...filedMediation, c('holdMediation'), c('agreeMediation'), c('notariseAgreement')],
  mediationRefused: [...served, c('recordOpinion', { agrees: false }), c('refuseMediation'), c('tellMediationRefusal')],
  mediationEnded: [...filedMediation, c('endMediation')],
  priority,
  priorityRefused: [lodge(matters.priorityExamination), c('refusePriority')],
  trademark,
  complaintDeclined: [lodge(matters.copyright), c('declineComplaint')],
  referred: [lodge(matters.copyright), c('referToBody')],
  merged: [lodge(matters.trademark), c('mergeCase')],
  handedOver: [lodge(matters.trademark), c('handToPlatform')],
  reopened: [
    lodge(matters.adjudication),
    c('extendFiling'),
    c('tellDefects'),
    c('refuseFiling', { ground: 'conditionNotMet', conditions: { ...met, noCourtCase: false } }),
    c('objectToOutcome'),
    c('decideOutcomeObjection'),
    c('reopen', { ground: 'objectionUpheld' }),
    [
      today,
      (state) => {
        const title = { field: 'request.matter.patent.title', was: '一种阀门', is: '一种球阀', reason: '笔误' };
        return command('correctFact', { event: firstEventOf(state), ...title });
      },
    ],
    c('extendFiling', {}, later),
    c('fileCase', {}, later),
  ],
  raised: [
    [today, command('lodge', { request: request(matters.trademark), office: pudong })],
    c('escalate', {}, later),
  ],
  shared,
  escalated,
  marked,
};
