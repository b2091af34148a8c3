import { accept, refuse } from '../shared/decision.js';
import type { OwnBody } from './commands.js';
import type { Matter, PriorityMatter } from './matter.js';
import { asStep, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** Priority examination, CNIPA 85: recommended by the province (Art. 13), counted from the notice (Art. 15). */
export const priorityRules: Rules<
  | 'recommendPriority'
  | 'grantPriority'
  | 'refusePriority'
  | 'issueFirstAction'
  | 'notifyAction'
  | 'answerAction'
  | 'endPriority'
> = {
  recommendPriority: {
    earliest: asStep,
    decide: ({ by, opinion }) => {
      if (by === null) return refuse({ code: 'notAHandlingAuthority', field: 'office' });
      // A municipality is a province: only an office of the whole city stands at its level.
      if (by.district !== null) return refuse({ code: 'notProvincial', field: 'office' });
      return accept({ type: 'PriorityRecommended', data: { by, opinion } });
    },
  },
  grantPriority: { earliest: asStep, decide: grantPriority },
  refusePriority: { earliest: asStep, decide: refusePriority },
  issueFirstAction: {
    earliest: asStep,
    decide: (body, { request, firstAction }) => {
      if (whatOf(request.matter) !== 'invention') return refuse({ code: 'firstActionOfInvention' });
      return firstAction ? refuse({ code: 'firstActionIssued' }) : accept({ type: 'FirstActionIssued', data: body });
    },
  },
  notifyAction: { earliest: asStep, decide: notifyAction },
  answerAction: {
    earliest: asStep,
    decide: (body, { unanswered }) =>
      unanswered ? accept({ type: 'ActionAnswered', data: body }) : refuse({ code: 'nothingToAnswer' }),
  },
  endPriority: { earliest: asStep, decide: (body) => accept({ type: 'PriorityEnded', data: body }) },
};

const barred = ['divisionalOfAccelerated', 'sameDayFiling', 'alreadyAccelerated'] as const;
type Barred = (typeof barred)[number];

/** The cases of Art. 8 which the request itself states. */
function barredBy(matter: Matter): readonly Barred[] {
  return matter.route === 'priorityExamination' ? barred.filter((one) => matter[one]) : [];
}

function whatOf(matter: Matter): PriorityMatter['what'] {
  return (matter as PriorityMatter).what;
}

function grantPriority(body: OwnBody<'grantPriority'>, { request: { matter } }: Existing): Outcome {
  const grounds = barredBy(matter);
  if (grounds.length > 0) {
    return refuse(...grounds.map((one) => ({ code: 'priorityNotGiven', field: `matter.${one}` }) as const));
  }
  return accept({ type: 'PriorityGranted', data: { what: whatOf(matter), ...body } });
}

function refusePriority(body: OwnBody<'refusePriority'>, { status, request }: Existing): Outcome {
  const field = 'ground';
  const { ground } = body;
  if (ground === 'notRecommended' && status === 'recommended') return refuse({ code: 'isRecommended', field });
  const stated: readonly string[] = barredBy(request.matter);
  const ofArticle8 = (barred as readonly string[]).includes(ground);
  return ofArticle8 && !stated.includes(ground)
    ? refuse({ code: 'conditionAgainstFile', field })
    : accept({ type: 'PriorityRefused', data: body });
}

function notifyAction(body: OwnBody<'notifyAction'>, state: Existing, { on }: { on: string }): Outcome {
  const field = 'notifiedOn';
  if (state.unanswered) return refuse({ code: 'actionUnanswered' });
  if (body.notifiedOn > on) return refuse({ code: 'dateInFuture', field });
  if (body.notifiedOn < state.since)
    return refuse({ code: 'beforePreviousStep', field, params: { since: state.since } });
  return accept({ type: 'ActionNotified', data: { what: whatOf(state.request.matter), ...body } });
}
