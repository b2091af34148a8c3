import { accept, refuse } from '../shared/decision.js';
import type { OwnBody } from './commands.js';
import type { IpEvent } from './events.js';
import { afterService, asStep, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';
import { defenceEnd, limitationEnd } from './terms.js';

/** The service on the respondent, its defence and what it objects: CNIPA 81, Art. 9, 19 and 22. */
export const defenceRules: Rules<
  | 'serveRespondent'
  | 'recordDefence'
  | 'extendDefence'
  | 'passDefenceOn'
  | 'objectJurisdiction'
  | 'decideJurisdiction'
  | 'decideTimeBar'
> = {
  serveRespondent: { earliest: asStep, decide: (body) => accept({ type: 'RespondentServed', data: body }) },
  recordDefence: {
    earliest: afterService,
    decide: (body, { adjudication: { defence } }) =>
      defence ? refuse({ code: 'defenceAlreadyThere' }) : accept({ type: 'DefenceReceived', data: body }),
  },
  extendDefence: {
    earliest: afterService,
    decide: (body, { adjudication: { defence } }) =>
      defence ? refuse({ code: 'defenceAlreadyThere' }) : accept({ type: 'DefenceExtended', data: body }),
  },
  passDefenceOn: {
    earliest: ({ adjudication, since }) => adjudication.defence?.on ?? since,
    decide: (body, { adjudication: { defence } }) => {
      if (!defence) return refuse({ code: 'noDefence' });
      return defence.passedOn
        ? refuse({ code: 'defenceAlreadyPassedOn' })
        : accept({ type: 'DefencePassedOn', data: body });
    },
  },
  objectJurisdiction: {
    earliest: afterService,
    decide: (body, { adjudication: { objection } }) =>
      objection
        ? refuse({ code: 'jurisdictionAlreadyObjected', params: { on: objection.on } })
        : // Art. 37¶2: the time of the objection is not counted.
          accept(
            { type: 'JurisdictionObjected', data: body },
            { type: 'HandlingPaused', data: { ground: 'jurisdictionObjection', reason: 'CNIPA 81, Art. 37¶2' } },
          ),
  },
  decideJurisdiction: {
    earliest: ({ adjudication, since }) => adjudication.objection?.on ?? since,
    decide: decideJurisdiction,
  },
  decideTimeBar: { earliest: ({ adjudication, since }) => adjudication.defence?.on ?? since, decide: decideTimeBar },
};

function decideJurisdiction(body: OwnBody<'decideJurisdiction'>, state: Existing): Outcome {
  const { objection } = state.adjudication;
  if (!objection || objection.outcome !== null) return refuse({ code: 'noJurisdictionObjection' });
  const until = defenceEnd(state.adjudication);
  const field = 'outcome';
  if (body.outcome === 'outOfTime' && until !== null && objection.on <= until) {
    return refuse({ code: 'objectionInTime', field, params: { until } });
  }
  const somewhere = body.to !== null || body.body !== null;
  if (body.outcome === 'upheld' && !somewhere) return refuse({ code: 'competentOfficeMissing', field: 'to' });
  if (body.outcome !== 'upheld' && somewhere) return refuse({ code: 'competentOfficeNotNeeded', field: 'to' });
  return accept(
    { type: 'JurisdictionDecided', data: { ...body, leavesHere: body.body !== null && body.to === null } },
    { type: 'HandlingResumed', data: { ground: 'jurisdictionObjection', reason: 'CNIPA 81, Art. 9' } },
  );
}

/** A time-bar defence is examined only where it was raised; upheld, the case counts as withdrawn (Art. 19). */
function decideTimeBar(body: OwnBody<'decideTimeBar'>, { adjudication, lodgedOn }: Existing): Outcome {
  if (!adjudication.defence?.timeBar) return refuse({ code: 'noTimeBarDefence' });
  if (adjudication.timeBarDecided) return refuse({ code: 'timeBarAlreadyDecided' });
  const until = limitationEnd(body.knownOn);
  const late = lodgedOn > until;
  if (body.upheld && !late) return refuse({ code: 'notTimeBarred', field: 'knownOn' });
  const decided: IpEvent = { type: 'TimeBarDecided', data: body };
  if (!body.upheld) return accept(decided);
  return accept<IpEvent>(decided, {
    type: 'RequestWithdrawn',
    data: { ground: 'timeBarDefence', reason: body.reason },
  });
}
