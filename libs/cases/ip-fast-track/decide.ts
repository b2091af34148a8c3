import { caseNumber } from '../shared/case-number.js';
import type { Circumstances } from '../shared/case-kind.js';
import { accept, refuse, type Refusal } from '../shared/decision.js';
import { decideProcedure, isProcedureCommand } from '../shared/procedure/decide.js';
import { firstContactOf } from '../shared/procedure/lodging.js';
import { besideRules } from './beside.js';
import type { Command, OwnBody, OwnCommand, OwnCommandName } from './commands.js';
import { complaintRules } from './complaint.js';
import { correctedTogether } from './corrected-together.js';
import { defenceRules } from './defence.js';
import type { IpEvent, Lodged } from './events.js';
import { filingRules } from './filing.js';
import { hearingRules } from './hearing.js';
import type { AdjudicationMatter, ComplaintMatter, Matter, MediationMatter, PriorityMatter } from './matter.js';
import { mediationRules } from './mediation.js';
import { moves } from './moves.js';
import { priorityRules } from './priority.js';
import { faultsOfRequest } from './request-rules.js';
import type { Outcome, Rule, Rules } from './rule.js';
import { rulingRules } from './ruling.js';
import type { Existing, State } from './state.js';
import { stayRules } from './stay.js';
import { viewOf } from './view.js';

type Step = Exclude<OwnCommandName, 'lodge'>;

const rules: Rules<Step> = {
  ...filingRules,
  ...defenceRules,
  ...hearingRules,
  ...stayRules,
  ...rulingRules,
  ...mediationRules,
  ...priorityRules,
  ...complaintRules,
  ...besideRules,
};

/**
 * The rules of the IP fast track: CNIPA Orders 81 and 85, the Patent Law Art. 41, 46 and 65, the Trademark Law, and what
 * every kind of case shares.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  if (!moves[command.name].includes(state.status)) return notAllowed(command, state);
  if (command.name === 'lodge') return lodge(command.body, at);
  if (state.status === 'none') return notAllowed(command, state);
  if (isProcedureCommand(command)) {
    return contestsOwnWithdrawal(command, state)
      ? refuse({ code: 'withdrawnByRequester' })
      : correctedTogether(decideProcedure(command, viewOf(state), at), state);
  }
  return decideStep(command, state, at);
}

/** Who withdrew (CNIPA 81, Art. 36) has no outcome to object to, and asks anew; a request that counts as withdrawn has one. */
function contestsOwnWithdrawal({ name }: Command, { status, withdrawal }: Existing): boolean {
  return status === 'withdrawn' && withdrawal === 'byRequester' && (name === 'objectToOutcome' || name === 'reopen');
}

function notAllowed(command: Command, state: State): Outcome {
  return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
}

function decideStep(command: Exclude<OwnCommand, { name: 'lodge' }>, state: Existing, at: Circumstances): Outcome {
  const rule = rules[command.name] as Rule<Step>;
  const early = faultsOfDay(rule.earliest(state), at);
  const outcome = rule.decide(command.body, state, at);
  if (early.length === 0) return outcome;
  return refuse(...early, ...(outcome.outcome === 'refused' ? outcome.refusals : []));
}

/** A fact is never recorded ahead of itself, nor does a step take effect before the one it follows (invariant 15). */
function faultsOfDay(since: string, { on, today }: Circumstances): Refusal[] {
  if (on > today) return [{ code: 'dateInFuture', field: 'occurredOn' }];
  return on < since ? [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since } }] : [];
}

function lodge({ request, acceptingOffice, office }: OwnBody<'lodge'>, at: Circumstances): Outcome {
  const faults = faultsOfRequest(request, at);
  if (at.on > at.today) faults.unshift({ code: 'dateInFuture', field: 'occurredOn' });
  if (office === null) faults.push({ code: 'notAHandlingAuthority', field: 'office' });
  if (office === null || faults.length > 0) return refuse(...faults);
  const number = caseNumber('ipFastTrack', Number(at.on.slice(0, 4)), at.caseId);
  const opening = openingOf({ caseNumber: number, acceptingOffice, office, request });
  return accept(...opening, ...firstContactOf(request.lodging, acceptingOffice, at));
}

/** One opening event a route; the limitation of an adjudication runs from knowing the act, and the request interrupts it. */
function openingOf(lodged: Lodged<Matter>): readonly IpEvent[] {
  const { matter } = lodged.request;
  switch (matter.route) {
    case 'adjudication': {
      const filed: IpEvent = { type: 'RequestFiled', data: lodged as Lodged<AdjudicationMatter> };
      if (matter.knownOn === null) return [filed];
      return [
        filed,
        { type: 'InfringementKnown', data: { knownOn: matter.knownOn } },
        { type: 'LimitationInterrupted', data: { by: 'request' } },
      ];
    }
    case 'mediation':
      return [{ type: 'MediationRequested', data: lodged as Lodged<MediationMatter> }];
    case 'priorityExamination':
      return [{ type: 'PriorityRequested', data: lodged as Lodged<PriorityMatter> }];
    case 'trademark':
    case 'copyright':
    case 'tradeSecret':
      return [{ type: 'IpComplaintLodged', data: lodged as Lodged<ComplaintMatter> }];
  }
}
