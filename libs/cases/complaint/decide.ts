import type { Circumstances } from '../shared/case-kind.js';
import { caseNumber } from '../shared/case-number.js';
import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import { decideProcedure, isProcedureCommand } from '../shared/procedure/decide.js';
import { faultsOfGround } from '../shared/procedure/local-ground.js';
import { faultsOfLodging, firstContactOf } from '../shared/procedure/lodging.js';
import { officeOf } from '../shared/procedure/rule.js';
import { occurredAt } from '../shared/procedure/state.js';
import { moves, type Command, type CommandBody, type OwnCommandName } from './commands.js';
import { faultsOfComplaint, faultsOfRespondent } from './complaint-rules.js';
import type { ComplaintEvent } from './events.js';
import * as findings from './findings-rules.js';
import { issueResult } from './result-rules.js';
import type { Existing, State } from './state.js';
import { inOrder, isTrackCommand, steps, type TrackCommandName } from './tracks.js';
import { viewOf } from './view.js';

type Outcome = Decision<ComplaintEvent>;
type OwnCommand = Extract<Command, { name: OwnCommandName }>;
type TrackCommand = Extract<Command, { name: TrackCommandName }>;

/** 信访工作条例: sixty days, and thirty more with approval. */
const petitionExtension = 30;

/**
 * The rules of the rights complaint: Shanghai Regulation on Optimizing the Business Environment Art. 49 (general, hard;
 * explained if it cannot be done), Administrative Penalty Law Art. 33, and the procedure which all kinds share.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  if (!moves[command.name].includes(state.status)) return notAllowed(command, state);
  if (command.name === 'lodge') return dated(lodge(command.body, at), at, null);
  if (state.status === 'none') return notAllowed(command, state);
  if (isProcedureCommand(command)) return withGradings(decideProcedure(command, viewOf(state), at), state);
  const outcome = isTrackCommand(command.name)
    ? takeStep(command as TrackCommand, state, at)
    : act(command as OwnCommand, state, at);
  return dated(outcome, at, earliestDay(command.name, state));
}

function notAllowed(command: Command, state: State): Outcome {
  return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
}

/** A day of receipt that was wrong was written into the gradings too: they are corrected with it, and no run is opened. */
function withGradings(outcome: Outcome, { countedFrom, dayOf, procedure }: Existing): Outcome {
  if (outcome.outcome === 'refused') return outcome;
  const [first] = outcome.events;
  if (first?.type !== 'FactCorrected' || first.data.field !== occurredAt || first.data.event !== dayOf.countedFrom) {
    return outcome;
  }
  const { is, reason } = first.data;
  const from = procedure.events.findIndex(({ id }) => id === dayOf.countedFrom);
  const gradings = procedure.events.slice(from).filter(({ type }) => type === 'ComplaintGraded');
  const corrected = gradings.map(({ id, revision, type }): ComplaintEvent => {
    const data = { event: id, revision, eventType: type, field: 'receivedOn', was: countedFrom, is, reason };
    return { type: 'FactCorrected', data };
  });
  return accept(...outcome.events, ...corrected);
}

/** A fact is never recorded ahead of itself, nor does a step take effect before the one it follows (invariant 15). */
function dated(outcome: Outcome, at: Circumstances, since: string | null): Outcome {
  const field = 'occurredOn';
  if (at.on > at.today) return refuse({ code: 'dateInFuture', field });
  if (since === null || at.on >= since) return outcome;
  const rest = outcome.outcome === 'refused' ? outcome.refusals : [];
  return refuse({ code: 'beforePreviousStep', field, params: { since } }, ...rest);
}

/** The first day on which an act can have taken effect: what stands beside the steps may be dated back past the last. */
function earliestDay(name: Exclude<Command['name'], 'lodge'>, state: Existing): string {
  if (isTrackCommand(name)) return state.tracks[steps[name].track]?.on ?? state.lodgedOn;
  switch (name) {
    case 'recordRefund':
    case 'answerReferral':
    case 'extendHandling':
      return state.lodgedOn;
    case 'issueResult':
      return state.lastActOn > state.since ? state.lastActOn : state.since;
    default:
      return state.since;
  }
}

function act(command: OwnCommand, state: Existing, at: Circumstances): Outcome {
  switch (command.name) {
    case 'lodge':
      return notAllowed(command, state);
    case 'supplyMaterials':
      return supplyMaterials(command.body, state);
    case 'accept': {
      const { channel, procedure } = state;
      return accept({ type: 'ComplaintAccepted', data: { office: procedure.acceptingOffice, channel } });
    }
    case 'decline':
      return decline(command.body, at);
    case 'grade':
      return state.grade === null ? graded(command.body, state, at) : refuse({ code: 'alreadyGraded' });
    case 'regrade':
      if (state.grade === null) return refuse({ code: 'notGraded' });
      if (state.grade === command.body.grade) return refuse({ code: 'sameGrade', field: 'grade' });
      return graded(command.body, state, at);
    case 'transfer':
      return transfer(command.body, state);
    case 'beginHandling':
      return beginHandling(state);
    case 'checkPolicy':
      return findings.checkPolicy(command.body, state, at.on);
    case 'checkCharge':
      return findings.checkCharge(command.body, state, at.on);
    case 'recordRefund':
      return findings.recordRefund(command.body, state);
    case 'checkIntermediary':
      return findings.checkIntermediary(command.body, state);
    case 'reviewExemption':
      return findings.reviewExemption(command.body);
    case 'referCompetition':
      return findings.referCompetition(command.body, state);
    case 'answerReferral':
      return findings.answerReferral(command.body, state);
    case 'findCluster':
      return findings.findCluster(command.body, state);
    case 'extendHandling':
      return extendHandling(command.body, state, at);
    case 'issueResult':
      return issueResult(command.body, state);
    case 'feedBack':
      return state.fedBackTo.includes(command.body.to)
        ? refuse({ code: 'alreadyFedBack', field: 'to' })
        : accept({ type: 'ResultFedBack', data: command.body });
    case 'conclude':
      return conclude(state);
    case 'withdraw':
      return accept({ type: 'ComplaintWithdrawn', data: command.body });
  }
}

function lodge({ complaint, lodging, acceptingOffice, takenBy }: CommandBody<'lodge'>, at: Circumstances): Outcome {
  const faults = [
    ...faultsOfComplaint(complaint, at.today),
    ...faultsOfLodging(lodging, complaint.complainant.creditCode, at),
  ];
  if (faults.length > 0) return refuse(...faults);
  const charges = complaint.charges.map((charge, index) => ({ charge: index + 1, ...charge }));
  return accept<ComplaintEvent>(
    {
      type: 'ComplaintLodged',
      data: {
        caseNumber: caseNumber('complaint', Number(at.on.slice(0, 4)), at.caseId),
        acceptingOffice,
        lodging,
        channel: lodging.channel === 'hotline12345' ? 'hotline12345' : takenBy,
        receivedOn: lodging.receivedOn,
        complaint: { ...complaint, charges },
      },
    },
    ...firstContactOf(lodging, acceptingOffice, at),
  );
}

function supplyMaterials(body: CommandBody<'supplyMaterials'>, { complaint }: Existing): Outcome {
  const faults = body.respondent ? faultsOfRespondent(body.respondent, complaint.complainant.creditCode) : [];
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'Resubmitted', data: body });
}

function decline({ ground, reason, advice }: CommandBody<'decline'>, { on }: Circumstances): Outcome {
  if (typeof ground === 'string') return accept({ type: 'ComplaintDeclined', data: { ground, reason, advice } });
  const faults = faultsOfGround(ground, [], on);
  if (ground === null || faults.length > 0) return refuse(...faults);
  return accept({ type: 'ComplaintDeclined', data: { ground: ground.code, reason, advice } });
}

function graded({ grade, reason }: CommandBody<'grade'>, state: Existing, { actor }: Circumstances): Outcome {
  const { grade: previous, channel, countedFrom } = state;
  return accept({
    type: 'ComplaintGraded',
    data: { grade, previous, reason, channel, receivedOn: countedFrom, gradedBy: actor },
  });
}

function transfer({ to, ground }: CommandBody<'transfer'>, { procedure, tracks }: Existing): Outcome {
  const from = officeOf(procedure);
  const faults: Refusal[] = [];
  if (to === null) faults.push({ code: 'notAnOffice', field: 'office' });
  if (to?.id === from.id) faults.push({ code: 'alreadyThere', field: 'office' });
  if (procedure.joint) faults.push({ code: 'jointHandlingStands' });
  if (to === null || faults.length > 0) return refuse(...faults);
  return accept({ type: 'Transferred', data: { to, from, ground, petition: tracks.petition !== undefined } });
}

function beginHandling({ procedure }: Existing): Outcome {
  return procedure.dispatchObjection?.upheld === null
    ? refuse({ code: 'dispatchObjectionOpen' })
    : accept({ type: 'HandlingBegun', data: { office: officeOf(procedure) } });
}

function extendHandling({ days, reason }: CommandBody<'extendHandling'>, state: Existing, at: Circumstances): Outcome {
  if (state.tracks.petition?.stage !== 'sorted' || !state.petitionAccepted) return refuse({ code: 'noPetition' });
  if (state.extendedBy !== null) return refuse({ code: 'extendedOnce', params: { days: state.extendedBy } });
  if (days > petitionExtension) {
    return refuse({ code: 'petitionExtension', field: 'days', params: { longest: petitionExtension } });
  }
  return accept({ type: 'HandlingExtended', data: { days, reason, approvedBy: at.actor } });
}

/** 办结: the complainant has the answer, or has been told why there is none. */
function conclude({ fedBackTo, outcome }: Existing): Outcome {
  if (outcome === null || !fedBackTo.includes('complainant')) return refuse({ code: 'notFedBack' });
  return accept({ type: 'ComplaintConcluded', data: { outcome } });
}

function takeStep({ name, body }: TrackCommand, state: Existing, { actor }: Circumstances): Outcome {
  if (!inOrder(name, state.tracks)) return refuse({ code: 'trackOutOfOrder', params: { command: name } });
  if (name === 'finishPetition' && !state.petitionAccepted) return refuse({ code: 'petitionNotAccepted' });
  const { event } = steps[name];
  if (name === 'extendLeadCheck') return accept({ type: 'LeadCheckExtended', data: { ...body, approvedBy: actor } });
  if (name === 'endMediation') return accept({ type: 'MediationEnded', data: { ...body, channel: state.channel } });
  return accept({ type: event, data: body } as ComplaintEvent);
}
