import { categoryOf } from '@redress/event-store/envelope.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { dropIn, type DroppedEvent } from './dropped-events.js';
import type { LogPage } from './log-feed.js';
import type { ProjectionDefinition } from './projection.js';
import { slotOf } from './slots.js';

/** What a processor does next with a page: it takes events of subjects, or works on what concerns all of them. */
export type Stretch =
  | { readonly kind: 'events'; readonly events: readonly RecordedEvent[]; readonly to: Position }
  /** Events of the law, with none of the view's own between them. */
  | { readonly kind: 'reference'; readonly events: readonly RecordedEvent[]; readonly to: Position }
  | { readonly kind: 'drop'; readonly drop: DroppedEvent; readonly to: Position };

/**
 * The first stretch of a page that can be worked on as one: an event of the law, and one by which an operator drops
 * another, come between what was before and what is after.
 *
 * @param upTo where the work must stop at the latest
 */
export function firstStretch(
  definition: ProjectionDefinition,
  slots: ReadonlySet<number>,
  { events, to, after }: LogPage,
  upTo: Position | null,
): Stretch {
  const end = upTo !== null && BigInt(upTo) < BigInt(to) ? upTo : to;
  const last = BigInt(end);
  const own: RecordedEvent[] = [];
  const law: RecordedEvent[] = [];
  let before = after;
  for (const event of events) {
    if (BigInt(event.position) > last) break;
    const category = categoryOf(event.stream);
    const drop = dropIn(event, definition.name);
    if (definition.reference.categories.includes(category)) {
      if (own.length > 0) return { kind: 'events', events: own, to: before };
      law.push(event);
    } else if (drop !== null || definition.categories.includes(category)) {
      if (law.length > 0) break;
      if (drop === null) {
        if (slots.has(slotOf(event.stream))) own.push(event);
      } else if (own.length > 0) return { kind: 'events', events: own, to: before };
      else return { kind: 'drop', drop, to: event.position };
    }
    before = event.position;
  }
  if (law.length > 0) return { kind: 'reference', events: law, to: law.at(-1)!.position };
  return { kind: 'events', events: own, to: end };
}
