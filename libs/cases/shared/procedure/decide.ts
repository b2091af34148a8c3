import type { Circumstances } from '../case-kind.js';
import { refuse } from '../decision.js';
import { outcomeRules, protectionRules, satisfactionRules } from './aftercare.js';
import { agencyRules } from './agency.js';
import type { ProcedureBody, ProcedureCommand, ProcedureCommandName } from './commands.js';
import { confidentialityRules } from './confidentiality.js';
import { correctionRules } from './correction.js';
import { custodyRules, dispatchRules } from './custody.js';
import { closingRules, escalationRules } from './escalation.js';
import { jointHandlingRules } from './joint-handling.js';
import { linkRules } from './links.js';
import { papersRules, supplementRules } from './papers.js';
import type { ProcedureOutcome, ProcedureView, Rule, Rules } from './rule.js';
import { timeRules } from './time.js';

const rules: Rules<ProcedureCommandName> = {
  ...custodyRules,
  ...dispatchRules,
  ...jointHandlingRules,
  ...papersRules,
  ...supplementRules,
  ...timeRules,
  ...correctionRules,
  ...linkRules,
  ...satisfactionRules,
  ...outcomeRules,
  ...protectionRules,
  ...confidentialityRules,
  ...agencyRules,
  ...escalationRules,
  ...closingRules,
};

export const procedureCommandNames = Object.keys(rules) as readonly ProcedureCommandName[];

export function isProcedureCommand(command: { readonly name: string }): command is ProcedureCommand {
  return command.name in rules;
}

/**
 * The rules which every kind of case shares, in a status that allows the command (`procedureMoves`). Pure; every rule
 * broken is named, that of the day beside the others.
 */
export function decideProcedure(command: ProcedureCommand, view: ProcedureView, at: Circumstances): ProcedureOutcome {
  return decideBy(rules[command.name] as Rule<ProcedureCommandName>, command.body, view, at);
}

function decideBy<C extends ProcedureCommandName>(
  rule: Rule<C>,
  body: ProcedureBody<C>,
  view: ProcedureView,
  at: Circumstances,
): ProcedureOutcome {
  const field = 'occurredOn';
  if (at.on > at.today) return refuse({ code: 'dateInFuture', field });
  const since = rule.earliest(view, body);
  const outcome = rule.decide(body, view, at);
  if (at.on >= since) return outcome;
  const rest = outcome.outcome === 'refused' ? outcome.refusals : [];
  return refuse({ code: 'beforePreviousStep', field, params: { since } }, ...rest);
}
