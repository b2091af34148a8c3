import { accept, refuse } from '../shared/decision.js';
import type { OwnBody } from './commands.js';
import { asStep, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';
import { opinionEnd } from './terms.js';

/** Mediation of patent disputes, CNIPA 81, Art. 65, 66 and 69: nothing goes on without the other side's consent. */
export const mediationRules: Rules<
  | 'serveMediationRequest'
  | 'recordOpinion'
  | 'fileMediation'
  | 'refuseMediation'
  | 'tellMediationRefusal'
  | 'holdMediation'
  | 'agreeMediation'
  | 'endMediation'
  | 'notariseAgreement'
> = {
  serveMediationRequest: {
    earliest: asStep,
    decide: (body, { request }) =>
      request.respondent === null
        ? refuse({ code: 'noRespondent' })
        : accept({ type: 'MediationRequestServed', data: body }),
  },
  recordOpinion: {
    earliest: asStep,
    decide: (body, { opinion }) =>
      opinion ? refuse({ code: 'opinionAlreadyGiven' }) : accept({ type: 'MediationOpinionReceived', data: body }),
  },
  fileMediation: { earliest: asStep, decide: (body) => accept({ type: 'MediationFiled', data: body }) },
  refuseMediation: { earliest: asStep, decide: refuseMediation },
  tellMediationRefusal: { earliest: asStep, decide: (body) => accept({ type: 'MediationRefusalTold', data: body }) },
  holdMediation: { earliest: asStep, decide: (body) => accept({ type: 'MediationHeld', data: body }) },
  agreeMediation: { earliest: asStep, decide: (body) => accept({ type: 'MediationAgreed', data: body }) },
  endMediation: { earliest: asStep, decide: (body) => accept({ type: 'MediationEnded', data: body }) },
  notariseAgreement: {
    earliest: asStep,
    decide: (body, { notarised }) =>
      notarised ? refuse({ code: 'alreadyNotarised' }) : accept({ type: 'AgreementNotarised', data: body }),
  },
};

/** Not filed where the other side refuses, or says nothing in its 15 days. */
function refuseMediation(
  body: OwnBody<'refuseMediation'>,
  { opinion, since }: Existing,
  { on }: { on: string },
): Outcome {
  const field = 'ground';
  if (body.ground === 'disagrees' && !opinion) return refuse({ code: 'noOpinion', field });
  if (body.ground === 'noAnswer') {
    const until = opinionEnd(since);
    if (opinion) return refuse({ code: 'opinionAlreadyGiven', field });
    if (on <= until) return refuse({ code: 'periodStillRuns', field, params: { until } });
  }
  return accept({ type: 'MediationRefused', data: body });
}
