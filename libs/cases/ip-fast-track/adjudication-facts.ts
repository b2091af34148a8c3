import type {
  Absence,
  Conditions,
  ExtensionStep,
  ObjectionOutcome,
  Panel,
  Side,
  StayGround,
} from './adjudication-events.js';
import type { IpEvent } from './events.js';

interface Invalidation {
  readonly number: string;
  readonly outcome: 'pending' | 'invalid' | 'upheld';
}

interface Hearing {
  readonly hearing: number;
  readonly hearingOn: string;
  readonly noticed: boolean;
  readonly held: boolean;
}

/** What the file of an adjudication holds, as far as it has come; days are PlainDates. */
export interface Adjudication {
  readonly report: 'notRequired' | 'required' | 'received' | 'refusedWithReason' | 'refused';
  readonly cleanReport: boolean;
  readonly defectsTold: { readonly on: string; readonly days: number } | null;
  readonly filingExtended: boolean;
  readonly filed: {
    readonly on: string;
    readonly national: boolean;
    readonly panel: Panel;
    readonly conditions: Conditions;
  } | null;
  readonly served: { readonly on: string; readonly noHomeInChina: boolean } | null;
  readonly defence: { readonly on: string; readonly timeBar: boolean; readonly passedOn: boolean } | null;
  readonly defenceDaysAdded: number;
  readonly objection: { readonly on: string; readonly outcome: ObjectionOutcome | null } | null;
  readonly timeBarDecided: boolean;
  readonly hearing: Hearing | null;
  /** Hearings scheduled so far, in earlier runs too: each has a number of its own. */
  readonly hearings: number;
  readonly absent: Absence;
  readonly extensions: readonly ExtensionStep[];
  /** The invalidation requests against the patent which the national office accepted, and what became of each. */
  readonly invalidations: readonly Invalidation[];
  /** Of them together: invalid by one of them, else pending while one is. */
  readonly invalidation: 'none' | Invalidation['outcome'];
  readonly stay: StayGround | null;
  /** Decided under Art. 29 not to stay for the invalidation that is pending. */
  readonly goesOn: boolean;
  readonly ruling: {
    readonly on: string;
    readonly wilfulRepeat: boolean;
    readonly infringes: boolean;
    readonly servedOn: readonly { readonly party: Side; readonly on: string }[];
    readonly publishedOn: string | null;
  } | null;
  readonly enforcement: boolean;
  readonly seriousListed: boolean;
}

export const noAdjudication: Adjudication = {
  report: 'notRequired',
  cleanReport: false,
  defectsTold: null,
  filingExtended: false,
  filed: null,
  served: null,
  defence: null,
  defenceDaysAdded: 0,
  objection: null,
  timeBarDecided: false,
  hearing: null,
  hearings: 0,
  absent: 'none',
  extensions: [],
  invalidations: [],
  invalidation: 'none',
  stay: null,
  goesOn: false,
  ruling: null,
  enforcement: false,
  seriousListed: false,
};

/** The facts of the adjudication after one more event; every event finds whatever there is (invariant 15). */
export function evolveAdjudication(facts: Adjudication, event: IpEvent, on: string): Adjudication {
  switch (event.type) {
    case 'EvaluationReportRequired':
      return { ...facts, report: 'required' };
    case 'EvaluationReportReceived':
      return { ...facts, report: 'received', cleanReport: event.data.clean };
    case 'EvaluationReportRefused':
      return { ...facts, report: event.data.reason === null ? 'refused' : 'refusedWithReason' };
    case 'DefectsTold':
      return { ...facts, defectsTold: { on, days: event.data.days } };
    case 'FilingExtended':
      return { ...facts, filingExtended: true };
    case 'CaseFiled': {
      const { national, panel, conditions } = event.data;
      return { ...facts, filed: { on, national, panel, conditions } };
    }
    case 'RespondentServed':
      return { ...facts, served: { on, noHomeInChina: event.data.noHomeInChina } };
    case 'DefenceReceived':
      return { ...facts, defence: { on, timeBar: event.data.timeBar, passedOn: false } };
    case 'DefenceExtended':
      return { ...facts, defenceDaysAdded: facts.defenceDaysAdded + event.data.days };
    case 'DefencePassedOn':
      return { ...facts, defence: facts.defence && { ...facts.defence, passedOn: true } };
    case 'JurisdictionObjected':
      return { ...facts, objection: { on, outcome: null } };
    case 'JurisdictionDecided':
      return { ...facts, objection: facts.objection && { ...facts.objection, outcome: event.data.outcome } };
    case 'TimeBarDecided':
      return { ...facts, timeBarDecided: true };
    case 'HearingScheduled': {
      const { hearing, hearingOn } = event.data;
      return { ...facts, hearings: hearing, hearing: { hearing, hearingOn, noticed: false, held: false } };
    }
    case 'HearingNoticeServed':
      return { ...facts, hearing: facts.hearing && { ...facts.hearing, noticed: true } };
    case 'HearingHeld':
      return { ...facts, absent: event.data.absent, hearing: facts.hearing && { ...facts.hearing, held: true } };
    default:
      return evolveOutcome(facts, event, on);
  }
}

/** Each request by its own number: the decision on one decides no other. */
function invalidated(facts: Adjudication, latest: Invalidation): Adjudication {
  const others = facts.invalidations.filter(({ number }) => number !== latest.number);
  const invalidations = [...others, latest];
  const come = (outcome: Invalidation['outcome']) => invalidations.some((one) => one.outcome === outcome);
  const invalidation = come('invalid') ? 'invalid' : come('pending') ? 'pending' : 'upheld';
  return { ...facts, invalidations, invalidation };
}

/**
 * A reopened case is handled in a run of its own: steps of extension, hearing and ruling are taken anew. What the parties
 * put forward and what happened outside stays on the file.
 */
function anew(facts: Adjudication): Adjudication {
  return {
    ...facts,
    defectsTold: null,
    filingExtended: false,
    timeBarDecided: false,
    hearing: null,
    absent: 'none',
    extensions: [],
    stay: null,
    ruling: null,
    enforcement: false,
  };
}

/** The facts which rest on the day of one event, by its type. */
const datedBy: Readonly<Record<string, keyof Adjudication>> = {
  DefectsTold: 'defectsTold',
  CaseFiled: 'filed',
  RespondentServed: 'served',
  DefenceReceived: 'defence',
  JurisdictionObjected: 'objection',
  RulingIssued: 'ruling',
};

/**
 * The day of an event was corrected: what was counted from it is counted from the true day. What came by an earlier event
 * of its type, in an earlier run say, has given way to the later one.
 *
 * @param later how many events of its type came after it
 */
export function redated(facts: Adjudication, eventType: string, on: string, later: number): Adjudication {
  const { ruling } = facts;
  if (eventType === 'RulingServed' && ruling) {
    const at = ruling.servedOn.length - 1 - later;
    return {
      ...facts,
      ruling: { ...ruling, servedOn: ruling.servedOn.map((one, i) => (i === at ? { ...one, on } : one)) },
    };
  }
  if (later > 0) return facts;
  if (eventType === 'RulingPublished' && ruling?.publishedOn)
    return { ...facts, ruling: { ...ruling, publishedOn: on } };
  const key = datedBy[eventType];
  const dated = key && facts[key];
  return dated && typeof dated === 'object' ? { ...facts, [key]: { ...dated, on } } : facts;
}

function evolveOutcome(facts: Adjudication, event: IpEvent, on: string): Adjudication {
  switch (event.type) {
    case 'CaseReopened':
      return anew(facts);
    case 'HandlingExtended':
      return { ...facts, extensions: [...facts.extensions, event.data.step] };
    case 'InvalidationRequested': {
      const { kind, number } = event.data;
      return kind === 'patent' ? { ...invalidated(facts, { number, outcome: 'pending' }), goesOn: false } : facts;
    }
    case 'InvalidationDecided': {
      const { kind, number, outcome } = event.data;
      return kind === 'patent'
        ? invalidated(facts, { number, outcome: outcome === 'granted' ? 'invalid' : 'upheld' })
        : facts;
    }
    case 'StayOrdered':
      return { ...facts, stay: event.data.ground };
    case 'StayDeclined':
      return { ...facts, goesOn: true };
    case 'StayEnded':
      return { ...facts, stay: null };
    case 'RulingIssued': {
      const { infringes, wilful, basis } = event.data;
      const wilfulRepeat = wilful && basis === 'repeatInfringement';
      return { ...facts, ruling: { on, infringes, wilfulRepeat, servedOn: [], publishedOn: null } };
    }
    case 'RulingServed': {
      const { ruling } = facts;
      return ruling
        ? { ...facts, ruling: { ...ruling, servedOn: [...ruling.servedOn, { party: event.data.party, on }] } }
        : facts;
    }
    case 'RulingPublished':
      return { ...facts, ruling: facts.ruling && { ...facts.ruling, publishedOn: on } };
    case 'EnforcementRequested':
      return { ...facts, enforcement: true };
    case 'SeriousListEntered':
      return { ...facts, seriousListed: true };
    default:
      return facts;
  }
}
