import { accept, refuse, type Refusal } from '../shared/decision.js';
import type { ExtensionStep } from './adjudication-events.js';
import type { Circumstances } from '../shared/case-kind.js';
import type { OwnBody } from './commands.js';
import { afterFiling, asStep, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';
import { mustStay } from './stay.js';
import { defenceEnd } from './terms.js';

/** The handling period and the ruling: CNIPA 81, Art. 34, 36, 37 and 83; Patent Law, Art. 65. */
export const rulingRules: Rules<
  | 'extendHandling'
  | 'extendFurther'
  | 'issueRuling'
  | 'serveRuling'
  | 'publishRuling'
  | 'requestEnforcement'
  | 'listSerious'
  | 'conclude'
  | 'withdraw'
  | 'cancelCase'
> = {
  extendHandling: { earliest: afterFiling, decide: (body, state, at) => extend('complex', body, state, at) },
  extendFurther: {
    earliest: afterFiling,
    decide: (body, state, at) =>
      extend(state.adjudication.filed?.national ? 'further' : 'veryComplex', body, state, at),
  },
  issueRuling: { earliest: restsOn, decide: issueRuling },
  serveRuling: {
    earliest: ({ adjudication, since }) => adjudication.ruling?.on ?? since,
    decide: (body, { adjudication: { ruling } }) =>
      ruling?.servedOn.some(({ party }) => party === body.party)
        ? refuse({ code: 'rulingAlreadyServed', field: 'party' })
        : accept({ type: 'RulingServed', data: body }),
  },
  publishRuling: {
    earliest: ({ adjudication, since }) => adjudication.ruling?.on ?? since,
    decide: (body, { adjudication: { ruling } }) =>
      ruling?.publishedOn
        ? refuse({ code: 'rulingAlreadyPublished' })
        : accept({ type: 'RulingPublished', data: body }),
  },
  requestEnforcement: { earliest: asStep, decide: requestEnforcement },
  listSerious: { earliest: asStep, decide: listSerious },
  conclude: { earliest: concludes, decide: conclude },
  withdraw: {
    earliest: asStep,
    decide: ({ reason }) => accept({ type: 'RequestWithdrawn', data: { ground: 'byRequester', reason } }),
  },
  cancelCase: {
    earliest: asStep,
    decide: (body, { adjudication }) =>
      body.ground === 'patentInvalid' && adjudication.invalidation !== 'invalid'
        ? refuse({ code: 'patentNotInvalid', field: 'ground' })
        : accept({ type: 'CaseCancelled', data: body }),
  },
};

const latest = (...days: readonly (string | null | undefined)[]): string =>
  days.reduce<string>((last, day) => (day && day > last ? day : last), '');

/** A ruling is not made before what it rests on: the service, the defence, the hearing. */
function restsOn({ adjudication: { hearing, defence }, since }: Existing): string {
  return latest(since, defence?.on, hearing?.held ? hearing.hearingOn : null);
}

function concludes({ adjudication: { ruling }, since }: Existing): string {
  return latest(since, ruling?.publishedOn, ...(ruling?.servedOn ?? []).map(({ on }) => on));
}

/** The greatest length of each step in months; none is set for the further time of a national case. */
const greatest: Readonly<Record<'complex' | 'veryComplex' | 'further', number | null>> = {
  complex: 1,
  veryComplex: 2,
  further: null,
};

/** Three months, one more by the head, up to two more by the next higher department: each step once, in this order. */
function extend(
  step: keyof typeof greatest & ExtensionStep,
  { months, reason, office }: OwnBody<'extendHandling'>,
  { adjudication: { extensions } }: Existing,
  { actor }: Pick<Circumstances, 'actor'>,
): Outcome {
  const longest = greatest[step];
  if (extensions.includes(step)) return refuse({ code: 'stepAlreadyTaken' });
  if (step !== 'complex' && !extensions.includes('complex')) return refuse({ code: 'firstStepMissing' });
  if (longest !== null && months > longest) {
    return refuse({ code: 'stepTooLong', field: 'months', params: { longest } });
  }
  return accept({ type: 'HandlingExtended', data: { step, months, reason, approvedBy: actor, office } });
}

function issueRuling(body: OwnBody<'issueRuling'>, state: Existing, { on }: Pick<Circumstances, 'on'>): Outcome {
  const faults = [...faultsOfGoingOn(state), ...faultsOfBasis(body, state, on)];
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'RulingIssued', data: body });
}

/** What must be out of the way before a ruling. */
function faultsOfGoingOn(state: Existing): Refusal[] {
  const faults: Refusal[] = [];
  const { adjudication } = state;
  const { objection } = adjudication;
  if (mustStay(state)) faults.push({ code: 'mustStay' });
  if (adjudication.invalidation === 'invalid') faults.push({ code: 'patentInvalid' });
  if (objection && objection.outcome === null) faults.push({ code: 'jurisdictionObjectionOpen' });
  return faults;
}

function faultsOfBasis(body: OwnBody<'issueRuling'>, state: Existing, on: string): Refusal[] {
  const { hearing, defence, served } = state.adjudication;
  const { basis, earlier, infringes } = body;
  if (basis === 'repeatInfringement') {
    if (earlier === null) return [{ code: 'earlierFindingMissing', field: 'earlier' }];
    const faults: Refusal[] = [];
    if (!infringes) faults.push({ code: 'repeatMeansInfringes', field: 'infringes' });
    if (earlier.on > on) faults.push({ code: 'dateInFuture', field: 'earlier.on' });
    return faults;
  }
  if (earlier !== null) return [{ code: 'earlierFindingNotNeeded', field: 'earlier' }];
  if (basis === 'hearing') return hearing?.held ? [] : [{ code: 'hearingNotHeld', field: 'basis' }];
  // On the papers: silence does not stop the case, but the term of the defence is the respondent's.
  const until = defenceEnd(state.adjudication);
  return !defence && served && until !== null && on <= until
    ? [{ code: 'defenceStillRuns', field: 'basis', params: { until } }]
    : [];
}

function requestEnforcement(
  body: OwnBody<'requestEnforcement'>,
  { adjudication, suits, procedure: { run } }: Existing,
): Outcome {
  const { ruling, enforcement } = adjudication;
  if (!ruling?.infringes) return refuse({ code: 'nothingToEnforce' });
  if (suits.some((suit) => suit.against === 'ruling' && suit.run === run)) return refuse({ code: 'suitPending' });
  return enforcement
    ? refuse({ code: 'enforcementAlreadyRequested' })
    : accept({ type: 'EnforcementRequested', data: body });
}

/** Art. 34: wilful repeat, or a ruling that is not performed. */
function listSerious(body: OwnBody<'listSerious'>, { adjudication: { ruling, seriousListed } }: Existing): Outcome {
  if (seriousListed) return refuse({ code: 'alreadyOnSeriousList' });
  if (!ruling?.infringes) return refuse({ code: 'nothingToEnforce' });
  return body.ground === 'wilfulRepeat' && !ruling.wilfulRepeat
    ? refuse({ code: 'notWilfulRepeat', field: 'ground' })
    : accept({ type: 'SeriousListEntered', data: body });
}

function conclude(body: OwnBody<'conclude'>, { adjudication: { ruling } }: Existing): Outcome {
  const faults: Refusal[] = [];
  if (ruling?.servedOn.length !== 2) faults.push({ code: 'rulingNotServed' });
  if (!ruling?.publishedOn) faults.push({ code: 'rulingNotPublished' });
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'CaseConcluded', data: body });
}
