import { accept, refuse, type Decision } from '../shared/decision.js';
import type { CorrectionShapes } from '../shared/procedure/events.js';
import type { EventOnFile } from '../shared/procedure/on-file.js';
import { occurredAt, type Procedure } from '../shared/procedure/state.js';
import { boundsOf } from '../shared/procedure/steps.js';
import type { IpEvent, IpEventType } from './events.js';
import type { Existing } from './state.js';

type Correction = Readonly<CorrectionShapes['FactCorrected']>;

/** What an act records beside itself, for the clocks: it is of the act's own day. */
const besideIt: Readonly<Partial<Record<string, IpEventType>>> = {
  RequestFiled: 'LimitationInterrupted',
  JurisdictionObjected: 'HandlingPaused',
  JurisdictionDecided: 'HandlingResumed',
  StayOrdered: 'HandlingPaused',
  StayEnded: 'HandlingResumed',
};

/** A correction, with those of the events which repeat the fact for the clocks: the same append keeps them one. */
export function correctedTogether(outcome: Decision<IpEvent>, state: Existing): Decision<IpEvent> {
  if (outcome.outcome === 'refused') return outcome;
  const [first] = outcome.events;
  if (first?.type !== 'FactCorrected') return outcome;
  return first.data.field === occurredAt
    ? withItsDay(outcome.events, first.data, state)
    : withKnowledge(outcome.events, first.data, state);
}

function withItsDay(events: readonly IpEvent[], data: Correction, state: Existing): Decision<IpEvent> {
  const { procedure, lodgedOn } = state;
  const companion = companionOf(procedure, data);
  if (!companion || companion.on === data.is) return accept(...events);
  const { since, until } = boundsOf(procedure, companion, lodgedOn);
  const { is } = data;
  if (companion.type === 'HandlingResumed' && since !== null && is < since) {
    return refuse({ code: 'beforePreviousStep', field: 'is', params: { since } });
  }
  if (until !== null && is > until) return refuse({ code: 'afterNextStep', field: 'is', params: { until } });
  return accept(...events, { type: 'FactCorrected', data: { ...data, ...named(companion), was: companion.on } });
}

/** Recorded in the same append: the limitation with the request, a pause with the objection or the stay. */
function companionOf({ events }: Procedure, { event, eventType }: Correction): EventOnFile | undefined {
  const type = besideIt[eventType];
  const at = events.findIndex(({ id }) => id === event);
  return type && events.slice(at + 1, at + 3).find((one) => one.type === type);
}

/** The day on which the act became known stands in an event of its own, by which the limitation counts. */
function withKnowledge(events: readonly IpEvent[], data: Correction, { procedure }: Existing): Decision<IpEvent> {
  const known = procedure.events.find(({ type }) => type === 'InfringementKnown');
  if (data.field !== 'request.matter.knownOn' || !known) return accept(...events);
  return accept(...events, { type: 'FactCorrected', data: { ...data, ...named(known), field: 'knownOn' } });
}

function named({ id, revision, type }: EventOnFile) {
  return { event: id, revision, eventType: type };
}
