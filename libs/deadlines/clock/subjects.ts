import { type ClockRule } from '../law/law-pack.js';
import { type SubjectPath, subjectPath } from '../law/subject-path.js';
import { type DatedEvent, matchesAny } from './dated-history.js';

/** The subject of a clock which runs for the case as a whole. */
export const WHOLE_CASE = 'case';

/** The events of one subject, in order. */
export interface SubjectEvents {
  readonly subject: string;
  readonly events: readonly DatedEvent[];
}

/**
 * The history by the subjects of a clock: a line, an instalment, a request. An event which names a subject is that one's
 * alone; what names none is everyone's, but an opening event, which is then the whole case's. An event with a list goes to
 * each of its members with the member's data, and to the others as one which replaces them.
 */
export function bySubject(
  versions: readonly { readonly rule: ClockRule }[],
  events: readonly DatedEvent[],
): readonly SubjectEvents[] {
  const path = subjectPath(versions.find(({ rule }) => rule.subjectFrom !== null)?.rule.subjectFrom ?? '');
  if (path === null) return [{ subject: WHOLE_CASE, events }];
  const opens = ({ event }: DatedEvent) => versions.some(({ rule }) => matchesAny(rule.start, event));
  const parts = events.map((event) => partOf(event, path, opens(event)));
  const subjects = new Set(parts.flatMap(({ opening, named }) => (opening ? [...named.keys()] : [])));
  return [...subjects].map((subject) => ({
    subject,
    events: parts.flatMap(({ event, opening, named, replaces }) => {
      const own = named.get(subject);
      if (own !== undefined) return [own];
      if (replaces) return [{ ...event, replaces }];
      return named.size === 0 && !opening ? [event] : [];
    }),
  }));
}

interface Part {
  readonly event: DatedEvent;
  readonly opening: boolean;
  /** The subjects it names, each with the event as it concerns that one. */
  readonly named: ReadonlyMap<string, DatedEvent>;
  /** Whether it carries a list, which those not named in it are no longer part of. */
  readonly replaces: boolean;
}

function partOf(event: DatedEvent, { list, field }: SubjectPath, opening: boolean): Part {
  const { data } = event.event;
  const members = list === null ? null : data[list];
  if (Array.isArray(members)) {
    const named = members.flatMap((member: Record<string, unknown>) => {
      const subject = subjectIn(member[field]);
      const ofMember = { ...event, event: { ...event.event, data: { ...data, ...member } } };
      return subject === null ? [] : [[subject, ofMember] as const];
    });
    return { event, opening, named: new Map(named), replaces: true };
  }
  // Without its list an opening event has nothing to say of any member, and none is the whole case.
  const subject = subjectIn(data[field]) ?? (opening && list === null ? WHOLE_CASE : null);
  return { event, opening, named: new Map(subject === null ? [] : [[subject, event]]), replaces: false };
}

function subjectIn(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
