import { accept, refuse, type Refusal } from '../decision.js';
import { isCreditCode } from '../party.js';
import { beside, type Rules } from './rule.js';

/** The complainant acts through one agent at a time, under a paper; it may take the authority back (Civil Code, Art. 173). */
export const agencyRules: Rules<'appointAgent' | 'revokeAgent'> = {
  appointAgent: {
    earliest: beside,
    decide: ({ agent }, { complainantCode, procedure }) => {
      const field = 'agent.creditCode';
      const faults: Refusal[] = [];
      if (procedure.agent) faults.push({ code: 'agentStands' });
      if (!isCreditCode(agent.creditCode)) faults.push({ code: 'creditCode', field });
      if (agent.creditCode === complainantCode) faults.push({ code: 'agentIsComplainant', field });
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'AgentAppointed', data: { agent } });
    },
  },
  revokeAgent: {
    earliest: beside,
    decide: ({ from: said, reason }, { procedure: { agent }, lodgedOn }, { on }) => {
      const from = said ?? on;
      if (!agent) return refuse({ code: 'noAgent' });
      // Who may act is judged when they act: an end still to come is told on its day.
      if (from > on) return refuse({ code: 'dateInFuture', field: 'from' });
      if (from < lodgedOn) return refuse({ code: 'beforePreviousStep', field: 'from', params: { since: lodgedOn } });
      return accept({ type: 'AgentRevoked', data: { agent, from, reason } });
    },
  },
};
