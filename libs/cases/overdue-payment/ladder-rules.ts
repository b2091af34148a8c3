import { accept, refuse, type Refusal } from '../shared/decision.js';
import { groundOfOrder, stillRefuses } from './ladder.js';
import { later, sinceReceipt, type Rules } from './rule.js';
import type { Existing } from './state.js';

const article = '25¶3';

/** 督办书 must follow; then 约谈 or 通报 may, with 责令整改: each on its own ground, none before its turn. */
export const ladderRules: Rules<'issueSupervisoryOrder' | 'holdInterview' | 'issueCircular' | 'orderCorrection'> = {
  issueSupervisoryOrder: {
    earliest: (state) => state.ladder.demand?.on ?? sinceReceipt(state),
    decide: (body, state, { on }) => {
      const { demand, order } = state.ladder;
      const faults: Refusal[] = [];
      if (demand === null) faults.push({ code: 'noAnswerDemanded' });
      else if (body.ground !== groundOfOrder(state, on)) {
        const runs = body.ground === 'noAnswer' && on <= demand.dueOn;
        const code = runs ? 'answerTermRuns' : 'notTheGroundOfOrder';
        faults.push({ code, field: 'ground', params: { dueOn: demand.dueOn } });
      }
      if (order && on <= order.dueOn && !stillRefuses(state, on)) {
        faults.push({ code: 'orderTermRuns', params: { dueOn: order.dueOn } });
      }
      if (body.dueOn < on) faults.push({ code: 'dayPassed', field: 'dueOn' });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'SupervisoryOrderIssued', data: { ...body, order: (order?.order ?? 0) + 1, article } });
    },
  },
  holdInterview: {
    earliest: sinceOrder,
    decide: (body, state, { on }) => {
      const faults = faultsOfRefusal(state, on);
      return faults.length > 0
        ? refuse(...faults)
        : accept({ type: 'FormalInterviewHeld', data: { ...body, article } });
    },
  },
  issueCircular: {
    earliest: sinceOrder,
    decide: (body, state, { on }) => {
      const faults = faultsOfRefusal(state, on);
      return faults.length > 0
        ? refuse(...faults)
        : accept({ type: 'PublicCircularIssued', data: { ...body, article } });
    },
  },
  orderCorrection: {
    earliest: ({ ladder: { interviewedOn, circularOn }, since }) => later(interviewedOn ?? since, circularOn ?? ''),
    decide: (body, { ladder: { interviewedOn, circularOn } }, { on }) => {
      const faults: Refusal[] = [];
      if (interviewedOn === null && circularOn === null) faults.push({ code: 'noInterviewOrCircular' });
      if (body.dueOn < on) faults.push({ code: 'dayPassed', field: 'dueOn' });
      if (faults.length > 0) return refuse(...faults);
      const accompanies = (circularOn ?? '') > (interviewedOn ?? '') ? 'publicCircular' : 'formalInterview';
      return accept({ type: 'CorrectionOrdered', data: { ...body, with: accompanies, article } });
    },
  },
};

function sinceOrder(state: Existing): string {
  return state.ladder.order?.on ?? sinceReceipt(state);
}

function faultsOfRefusal(state: Existing, on: string): readonly Refusal[] {
  const { order } = state.ladder;
  if (order === null) return [{ code: 'noSupervisoryOrder' }];
  if (stillRefuses(state, on)) return [];
  return [on <= order.dueOn ? { code: 'orderTermRuns', params: { dueOn: order.dueOn } } : { code: 'answeredSince' }];
}
