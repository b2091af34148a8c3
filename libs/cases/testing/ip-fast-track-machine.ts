import type { Command, CommandName } from '../ip-fast-track/commands.js';
import type { IpEvent } from '../ip-fast-track/events.js';
import { ipFastTrack as kind } from '../ip-fast-track/kind.js';
import { closed, statuses, type Existing, type State, type Status } from '../ip-fast-track/state.js';
import type { Lodging } from '../shared/procedure/events.js';
import { bodies, command, hearingDay, lodging, matters, today, type Bodies } from './ip-fast-track.js';
import { after, applied, circumstances, standing, told, type Machine, type Standing } from './machine.js';
import { procedureTrials } from './procedure.js';

const toFiling = [lodging(matters.adjudication), command('fileCase')];
const toAdjudication = [
  ...toFiling,
  command('serveRespondent'),
  command('scheduleHearing'),
  command('serveHearingNotice'),
];
const toRuling = [...toAdjudication, command('recordDefence'), command('issueRuling')];
const toServedRuling = [
  command('serveRuling'),
  command('serveRuling', { party: 'respondent' }),
  command('publishRuling'),
];
const toOpinion = [lodging(matters.mediation), command('serveMediationRequest')];
const toMediation = [...toOpinion, command('recordOpinion'), command('fileMediation')];
const toRefusal = [...toOpinion, command('recordOpinion', { agrees: false }), command('refuseMediation')];
const toPriority = [lodging(matters.priorityExamination), command('recommendPriority'), command('grantPriority')];
const toHandling = [lodging(matters.trademark), command('acceptComplaint')];

/** An objection is raised before the stay, and decided before it or during it. */
const toObjection = {
  inAdjudication: [...toAdjudication, command('objectJurisdiction')],
  stayed: [...toAdjudication, command('objectJurisdiction'), command('orderStay')],
};

/** A request counts as withdrawn where the time-bar defence holds. */
export const toTimeBar = [
  ...toAdjudication,
  command('recordDefence', { timeBar: true }),
  command('decideTimeBar', { upheld: true, knownOn: '2022-01-01' }),
];

/** A way to each status, by commands alone. */
export const wayTo: Readonly<Record<Status | 'none', readonly Command[]>> = {
  none: [],
  requestFiled: [lodging(matters.adjudication)],
  defectsTold: [lodging(matters.adjudication), command('tellDefects')],
  caseFiled: toFiling,
  inAdjudication: toAdjudication,
  stayed: [...toAdjudication, command('orderStay')],
  ruled: toRuling,
  mediationRequested: [lodging(matters.mediation)],
  awaitingOpinion: toOpinion,
  opinionAgreed: [...toOpinion, command('recordOpinion')],
  inMediation: toMediation,
  mediationRefused: toRefusal,
  priorityRequested: [lodging(matters.priorityExamination)],
  recommended: [lodging(matters.priorityExamination), command('recommendPriority')],
  underPriority: toPriority,
  complaintLodged: [lodging(matters.trademark)],
  returnedForSupplement: [lodging(matters.trademark), command('requestSupplement')],
  inHandling: toHandling,
  complaintStayed: [...toHandling, command('stayComplaint')],
  withPolice: [...toHandling, command('passToPolice')],
  resultIssued: [...toHandling, command('issueResult')],
  concluded: [...toRuling, ...toServedRuling, command('conclude')],
  agreed: [...toMediation, command('agreeMediation')],
  refused: [...toRefusal, command('tellMediationRefusal')],
  withdrawn: [lodging(matters.adjudication), command('withdraw')],
  cancelled: [...toFiling, command('cancelCase')],
  referred: [lodging(matters.copyright), command('referToBody')],
  terminated: [...toHandling, command('terminate')],
  merged: [lodging(matters.adjudication), command('mergeCase')],
  handedOver: [lodging(matters.adjudication), command('handToPlatform')],
};

export const invalidation = command('recordOfficeStep', {
  step: 'InvalidationRequested',
  number: 'W-1',
  kind: 'patent',
  grounds: 'absolute',
});

export const machine: Machine<State, Command, IpEvent> = {
  kind,
  statuses,
  closed,
  wayTo,
  on: today,
  command: (name) => command(name),
  trials: {
    ...(procedureTrials(bodies) as Machine<State, Command, IpEvent>['trials']),
    objectToOutcome: [{ ways: { withdrawn: toTimeBar }, command: command('objectToOutcome') }],
    decideOutcomeObjection: [
      {
        ways: { withdrawn: toTimeBar },
        first: [command('objectToOutcome')],
        command: command('decideOutcomeObjection'),
      },
    ],
    reopen: [{ ways: { withdrawn: toTimeBar }, command: command('reopen') }],
    lodge: Object.values(matters).map((matter) => ({ command: lodging(matter) })),
    refuseReport: [{ early: [command('requireReport')], command: command('refuseReport') }],
    passDefenceOn: [{ first: [command('recordDefence')], command: command('passDefenceOn') }],
    decideJurisdiction: [
      { ways: toObjection, command: command('decideJurisdiction') },
      {
        ways: toObjection,
        command: command('decideJurisdiction', { outcome: 'upheld', body: '江苏省知识产权局' }),
      },
    ],
    decideTimeBar: [
      { first: [command('recordDefence', { timeBar: true })], command: command('decideTimeBar') },
      {
        first: [command('recordDefence', { timeBar: true })],
        command: command('decideTimeBar', { upheld: true, knownOn: '2022-01-01' }),
      },
    ],
    serveHearingNotice: [{ first: [command('scheduleHearing')], command: command('serveHearingNotice') }],
    holdHearing: [
      { command: command('holdHearing'), on: hearingDay },
      { command: command('holdHearing', { absent: 'complainant' }), on: hearingDay },
    ],
    declineStay: [{ first: [invalidation], command: command('declineStay') }],
    extendFurther: [{ first: [command('extendHandling')], command: command('extendFurther') }],
    issueRuling: [{ first: [command('recordDefence')], command: command('issueRuling') }],
    conclude: [{ first: toServedRuling, command: command('conclude') }],
    refuseMediation: [{ first: [command('recordOpinion', { agrees: false })], command: command('refuseMediation') }],
    recordOpinion: [{ command: command('recordOpinion') }, { command: command('recordOpinion', { agrees: false }) }],
    answerAction: [{ first: [command('notifyAction')], command: command('answerAction') }],
    recordPoliceAnswer: [
      { command: command('recordPoliceAnswer') },
      { command: command('recordPoliceAnswer', { outcome: 'caseFiled', number: '沪公立字1号' }) },
    ],
    closeTrack: [{ first: [command('openTrack')], command: command('closeTrack') }],
    recordSuit: [
      { command: command('recordSuit') },
      { command: command('recordSuit', { against: 'trademarkReview' }) },
    ],
  },
};

export type Case = Standing<Existing>;

/** A case after these commands, all of them on one day. */
export function given(commands: readonly Command[], on: string = today, from: Standing<State> = standing(kind)): Case {
  return after(kind, commands, on, from) as Case;
}

export function when<C extends CommandName>(
  { state }: Standing<State>,
  name: C,
  changes: Partial<Bodies[C]> = {},
  on: string = today,
  knownOn: string = on > today ? on : today,
) {
  return kind.decide(command(name, changes), state, circumstances(on, knownOn));
}

/** The case after one more command. @throws Error where it is refused */
export function then<C extends CommandName>(
  from: Standing<State>,
  name: C,
  changes: Partial<Bodies[C]> = {},
  on: string = today,
): Case {
  const decision = when(from, name, changes, on);
  if (decision.outcome === 'refused') throw new Error(`${name}: ${told(decision).join()}`);
  return applied(kind, from, decision.events, on) as Case;
}

export { told };

/** By the complainant itself, on this day. */
export const lodgedOn = (receivedOn: string): Lodging => ({
  by: 'complainant',
  channel: 'online',
  receivedOn,
  agent: null,
});
