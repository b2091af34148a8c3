import type { Circumstances } from '../shared/case-kind.js';
import { accept, refuse, type Refusal } from '../shared/decision.js';
import { decideProcedure, isProcedureCommand } from '../shared/procedure/decide.js';
import type { ProcedureView } from '../shared/procedure/rule.js';
import { corrected, faultOfReading } from './corrections.js';
import { moves, type Command, type CommandBody, type OwnCommandName } from './commands.js';
import { factsOf } from './facts.js';
import { instalmentsFollowing } from './instalments-paid.js';
import { intakeRules, lodge } from './intake-rules.js';
import { ladderRules } from './ladder-rules.js';
import { paymentRules } from './payment-rules.js';
import { respondentRules } from './respondent-rules.js';
import { resultRules } from './result-rules.js';
import type { Outcome, Rule, Rules } from './rule.js';
import { settlementRules } from './settlement-rules.js';
import { sanctionRules, sideRules } from './side-rules.js';
import type { Existing, State } from './state.js';

type CaseCommandName = Exclude<OwnCommandName, 'lodge'>;

const rules: Rules<CaseCommandName> = {
  ...intakeRules,
  ...respondentRules,
  ...ladderRules,
  ...settlementRules,
  ...paymentRules,
  ...sideRules,
  ...sanctionRules,
  ...resultRules,
};

export const documentKinds = [
  'supplementNotice',
  'acceptanceNotice',
  'nonAcceptanceNotice',
  'transferLetter',
  'answerDemand',
  'supervisoryOrder',
  'interviewNotice',
  'publicCircular',
  'correctionOrder',
  'mediationRecord',
  'settlementAgreement',
  'result',
  'terminationNotice',
  'other',
] as const;

/**
 * The rules of the overdue-payment claim: State Council Order 802, Art. 24 and 25; 工信部企业〔2021〕224号 for the review.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  if (!moves[command.name].includes(state.status)) return notAllowed(command, state);
  if (command.name === 'lodge') {
    return at.on > at.today ? refuse({ code: 'dateInFuture', field: 'occurredOn' }) : lodge(command.body, at);
  }
  if (state.status === 'none') return notAllowed(command, state);
  if (isProcedureCommand(command)) {
    if (command.name === 'correctFact' && followsPayments(state, command.body.event)) {
      return refuse({ code: 'notCorrectable', field: 'event' });
    }
    const outcome = decideProcedure(command, viewOf(state), at);
    return command.name === 'correctFact' ? withWhatFollows(outcome, command.body, state) : outcome;
  }
  return decideBy(rules[command.name] as Rule<CaseCommandName>, command.body, state, at);
}

/**
 * In the same append the terms of the lines are counted again from a corrected day, and the instalments follow the payments
 * as they read now.
 */
function withWhatFollows(outcome: Outcome, { due, reason }: CommandBody<'correctFact'>, state: Existing): Outcome {
  if (outcome.outcome === 'refused') return outcome;
  const [correction] = outcome.events;
  const events = [...outcome.events];
  if (due !== undefined) events.push({ type: 'DueDatesRecomputed', data: { due } });
  if (correction?.type === 'FactCorrected' && correction.data.eventType === 'PaymentRecorded') {
    events.push(...instalmentsFollowing({ ...state, ...corrected(state, correction.data) }, reason));
  }
  return accept(...events);
}

/** What an instalment came to follows from the payments: those are corrected, and it with them. */
function followsPayments({ procedure }: Existing, event: string): boolean {
  const type = procedure.events.find(({ id }) => id === event)?.type;
  return type === 'InstalmentPaid' || type === 'InstalmentReopened';
}

function notAllowed(command: Command, state: State): Outcome {
  return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
}

function decideBy<C extends CaseCommandName>(
  rule: Rule<C>,
  body: CommandBody<C>,
  state: Existing,
  at: Circumstances,
): Outcome {
  const day = faultsOfDay(rule.earliest(state, body), at);
  const outcome = rule.decide(body, state, at);
  if (day.length === 0) return outcome;
  return refuse(...day, ...(outcome.outcome === 'refused' ? outcome.refusals : []));
}

/** A fact is never recorded ahead of itself, nor does a step take effect before the one it follows (invariant 15). */
function faultsOfDay(since: string, at: Circumstances): readonly Refusal[] {
  const field = 'occurredOn';
  if (at.on > at.today) return [{ code: 'dateInFuture', field }];
  return at.on < since ? [{ code: 'beforePreviousStep', field, params: { since } }] : [];
}

function viewOf(state: Existing): ProcedureView {
  const { caseNumber, procedure, lodgedOn, since } = state;
  return {
    caseNumber,
    complainantCode: state.claim.complainant.creditCode,
    hasRespondent: true,
    procedure,
    lodgedOn,
    since,
    documentKinds,
    // Order 802 lets no clock pause: on what the handling pauses is the operator's reference data.
    pauseGrounds: [],
    facts: factsOf(state),
    faultOfReading: (event, field, is) => faultOfReading(state, event, field, is),
  };
}
