import type { Circumstances } from '../shared/case-kind.js';
import { caseNumber } from '../shared/case-number.js';
import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import { decideProcedure, isProcedureCommand } from '../shared/procedure/decide.js';
import { faultsOfLodging, firstContactOf } from '../shared/procedure/lodging.js';
import { officeOf } from '../shared/procedure/rule.js';
import { moves, type Command, type CommandBody, type OwnCommandName } from './commands.js';
import type { CreditRepairEvent, Repairer } from './events.js';
import { ofFinding } from './corrections.js';
import { consequenceOf } from './false-promise.js';
import * as objections from './objection-rules.js';
import { readingOf } from './publicity.js';
import { isSafety } from './publicity-terms.js';
import { inOrder, isRecordCommand, recordSteps, type RecordCommandName } from './record-track.js';
import { decideRepair, reachMaximum, reviewConditions } from './repair-rules.js';
import { faultsOfRequest } from './request-rules.js';
import type { Existing, State } from './state.js';
import { viewOf } from './view.js';

type Outcome = Decision<CreditRepairEvent>;
type OwnCommand = Extract<Command, { name: OwnCommandName }>;
type RecordCommand = Extract<Command, { name: RecordCommandName }>;

/**
 * The rules of the credit-repair request: NDRC Order 36 (before it Order 58) and 国办发〔2025〕22号 through Credit China, SAMR
 * Order 107 for the records of the market regulators, 上海市社会信用条例 for objections, and the procedure all kinds share.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  if (!moves[command.name].includes(state.status)) return notAllowed(command, state);
  if (command.name === 'lodge') return dated(lodge(command.body, at), at, null);
  if (state.status === 'none') return notAllowed(command, state);
  if (command.name === 'reopen' && isBarred(command.body, state, at)) {
    return refuse({ code: 'repairBarred', params: { until: state.barredUntil ?? '' } });
  }
  if (isProcedureCommand(command)) return withFinding(decideProcedure(command, viewOf(state), at), state);
  const outcome = isRecordCommand(command.name)
    ? takeStep(command as RecordCommand, state)
    : act(command as OwnCommand, state, at);
  return dated(outcome, at, earliestDay(command.name, state));
}

/** While a false promise bars the record its case is taken up again for an objection upheld alone. */
function isBarred({ ground }: CommandBody<'reopen'>, { barredUntil }: Existing, { on }: Circumstances): boolean {
  return ground !== 'objectionUpheld' && barredUntil !== null && on < barredUntil;
}

function notAllowed(command: Command, state: State): Outcome {
  return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
}

/** What is corrected of the record is corrected of its finding too, by which the law packs count. */
function withFinding(outcome: Outcome, { procedure }: Existing): Outcome {
  if (outcome.outcome === 'refused') return outcome;
  const [first] = outcome.events;
  const field = first?.type === 'FactCorrected' ? ofFinding[first.data.field] : undefined;
  const finding = procedure.events.find(({ type }) => type === 'FindingIssued');
  if (first?.type !== 'FactCorrected' || field === undefined || !finding) return outcome;
  const { was, is, reason } = first.data;
  const { id, revision, type } = finding;
  const data = { event: id, revision, eventType: type, field, was, is, reason };
  return accept<CreditRepairEvent>(...outcome.events, { type: 'FactCorrected', data });
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
  if (isRecordCommand(name)) return state.tracks[recordSteps[name].track]?.on ?? state.request.record.foundOn;
  switch (name) {
    case 'markObjection':
    case 'forwardObjection':
    case 'receiveObjection':
    case 'decideObjection':
      return objections.openObjection(state)?.raisedOn ?? state.lodgedOn;
    case 'raiseObjection':
    case 'recordRepairNotice':
    case 'extendHandling':
      return state.lodgedOn;
    default:
      return state.since;
  }
}

function act(command: OwnCommand, state: Existing, at: Circumstances): Outcome {
  switch (command.name) {
    case 'lodge':
      return notAllowed(command, state);
    case 'supplyMaterials':
      return accept({ type: 'Resubmitted', data: command.body });
    case 'passToDepartment':
      return passToDepartment(command.body, state);
    case 'accept':
      return acceptRequest(state);
    case 'decline':
      return accept({ type: 'DepartmentDeclined', data: { office: officeOf(state.procedure), ...command.body } });
    case 'reviewConditions':
      return reviewConditions(command.body, state, at.on);
    case 'extendHandling':
      return extendHandling(command.body, state, at);
    case 'decideRepair':
      return decideRepair(command.body, state);
    case 'endPublicity':
      if (state.publicityEnded) return refuse({ code: 'publicityEnded' });
      return accept({ type: 'PublicityEnded', data: { by: 'repair', ...command.body } });
    case 'shareResult':
      return state.shared ? refuse({ code: 'alreadyShared' }) : accept({ type: 'RepairShared', data: command.body });
    case 'tellResult':
      if (state.told || state.result === null) return refuse({ code: 'alreadyTold' });
      return accept({ type: 'ResultTold', data: { result: state.result, ...command.body } });
    case 'reachMaximum':
      return reachMaximum(command.body, state, at.on);
    case 'recordRepairNotice':
      return recordRepairNotice(command.body, state, at);
    case 'liftSanctions':
      return liftSanctions(command.body, state);
    case 'findFalsePromise':
      return findFalsePromise(command.body, state, at);
    case 'raiseObjection':
      return objections.raiseObjection(command.body, state);
    case 'markObjection':
      return objections.markObjection(state);
    case 'forwardObjection':
      return objections.forwardObjection(command.body, state);
    case 'receiveObjection':
      return objections.receiveObjection(state);
    case 'decideObjection':
      return objections.decideObjection(command.body, state);
    case 'withdraw':
      return accept({ type: 'RequestWithdrawn', data: command.body });
  }
}

function lodge({ request, lodging, acceptingOffice }: CommandBody<'lodge'>, at: Circumstances): Outcome {
  const faults = [...faultsOfRequest(request, at.on), ...faultsOfLodging(lodging, request.applicant.creditCode, at)];
  if (faults.length > 0) return refuse(...faults);
  const { record } = request;
  const reading = readingOf(record, at.on);
  const { track } = reading.choice;
  return accept<CreditRepairEvent>(
    {
      type: 'RepairRequested',
      data: {
        caseNumber: caseNumber('creditRepair', Number(at.on.slice(0, 4)), at.caseId),
        acceptingOffice,
        lodging,
        track,
        request,
        reading,
      },
    },
    {
      type: 'FindingIssued',
      data: {
        class: record.class,
        track,
        place: record.body.place,
        field: isSafety(record) ? 'safety' : 'general',
        foundOn: record.foundOn,
        documentNumber: record.documentNumber,
      },
    },
    ...firstContactOf(lodging, acceptingOffice, at),
  );
}

function passToDepartment({ to, ground }: CommandBody<'passToDepartment'>, { procedure }: Existing): Outcome {
  const faults: Refusal[] = [];
  if (to === null) faults.push({ code: 'notAnOffice', field: 'office' });
  if (to?.id === officeOf(procedure).id) faults.push({ code: 'alreadyThere', field: 'office' });
  if (to === null || faults.length > 0) return refuse(...faults);
  return accept({ type: 'PassedToDepartment', data: { to, ground } });
}

/** 谁认定、谁修复: the department to which it was passed; else Credit China, or the market regulator, itself. */
function acceptRequest(state: Existing): Outcome {
  if (state.procedure.dispatchObjection?.upheld === null) return refuse({ code: 'dispatchObjectionOpen' });
  const { record } = state.request;
  const data = { office: officeOf(state.procedure), by: repairerOf(state), record: record.kind };
  return accept({ type: 'DepartmentAccepted', data });
}

function repairerOf({ status, track, request }: Existing): Repairer {
  if (track === 'marketRegulation') return 'marketRegulation';
  if (status === 'passed') return 'department';
  return request.record.body.place === 'shanghai' ? 'creditChinaShanghai' : 'creditChina';
}

/** D22 knows an extension, and O36 goes by its clocks; of the others none was read. */
function extendHandling(body: CommandBody<'extendHandling'>, state: Existing, at: Circumstances): Outcome {
  const { choice } = readingOf(state.request.record, at.on);
  if (!choice.beside.includes('D22')) return refuse({ code: 'noExtension' });
  if (state.extensions > 0) return refuse({ code: 'extendedBefore' });
  return accept({ type: 'HandlingExtended', data: { ...body, approvedBy: at.actor } });
}

function recordRepairNotice(
  body: CommandBody<'recordRepairNotice'>,
  { request }: Existing,
  at: Circumstances,
): Outcome {
  if (request.notice !== null) return refuse({ code: 'noticeOnFile' });
  if (body.servedOn > at.today) return refuse({ code: 'dateInFuture', field: 'servedOn' });
  return accept({ type: 'RepairNoticeRecorded', data: body });
}

function liftSanctions({ measures }: CommandBody<'liftSanctions'>, { request, sanctionsLifted }: Existing): Outcome {
  if (request.ruling === null) return refuse({ code: 'notBankruptcy' });
  if (sanctionsLifted) return refuse({ code: 'sanctionsLifted' });
  return accept({ type: 'SanctionsLifted', data: { measures, forTheTimeBeing: true } });
}

/** Before the decision it is one condition not proved; after it, there must be a repair that it can void. */
function findFalsePromise(
  { what, adopted }: CommandBody<'findFalsePromise'>,
  state: Existing,
  at: Circumstances,
): Outcome {
  if (state.status === 'concluded' && state.result !== 'repaired') return refuse({ code: 'nothingRepaired' });
  const data = { what, adopted: adopted !== null, consequence: consequenceOf(adopted, at.on) };
  return accept({ type: 'FalsePromiseFound', data });
}

function takeStep({ name, body }: RecordCommand, state: Existing): Outcome {
  if (!inOrder(name, state.tracks)) return refuse({ code: 'recordOutOfOrder', params: { command: name } });
  if (name === 'recordPenalty') {
    const { crossProvince } = state.request.record;
    return accept({ type: 'PenaltyDecided', data: { ...body, crossProvince } });
  }
  return accept({ type: recordSteps[name].event, data: body } as CreditRepairEvent);
}
