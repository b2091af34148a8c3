import { type Place } from '../checking/place.js';
import { type EventCondition, type EventMatcher } from './law-pack.js';

/** The events which the case kind of a rule knows; null when the kind itself is unknown, which is a fault already noted. */
export interface MatcherScope {
  readonly caseKind: string;
  readonly events: readonly string[] | null;
}

/** `{ "event": "ResultFedBack", "where": { "to": "complainant" } }` */
export function readMatcher(place: Place, scope: MatcherScope): EventMatcher {
  place.onlyFields('event', 'where');
  const event = place.field('event').string();
  if (scope.events !== null && event !== '' && !scope.events.includes(event))
    place.field('event').fault(`a case of the kind ${scope.caseKind} has no event ${event}`);
  const where = place.optional('where', readWhere);
  return where === null ? { event } : { event, where };
}

/** One matcher, or a list of them of which any will do. */
export function readMatchers(place: Place, scope: MatcherScope): readonly EventMatcher[] {
  const matchers = Array.isArray(place.value)
    ? place.items().map((item) => readMatcher(item, scope))
    : [readMatcher(place, scope)];
  if (matchers.length === 0) place.fault('at least one event is expected');
  return matchers;
}

/** A matcher, a list of which any will do, or `{ "allOf": [...] }`. */
export function readCondition(place: Place, scope: MatcherScope): EventCondition {
  if (!place.has('allOf')) return { anyOf: readMatchers(place, scope) };
  place.onlyFields('allOf');
  return { allOf: readMatchers(place.field('allOf'), scope) };
}

function readWhere(place: Place): Readonly<Record<string, string | number | boolean>> {
  const where: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(Object(place.value) as Record<string, unknown>)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') where[name] = value;
    else place.field(name).fault('a text, a number, true or false is expected');
  }
  if (Object.keys(where).length === 0) place.fault('at least one field is expected');
  return where;
}
