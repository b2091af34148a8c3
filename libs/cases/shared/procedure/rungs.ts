import type { Name } from '../reference.js';
import type { EscalationShapes, EventsOf, RungName } from './events.js';

/** A rung which fired and waits for an answer: the holder's reason, or the decision on an act which it proposed. */
export interface AwaitedAnswer extends RungName {
  readonly act: string;
  readonly title: Name;
  /** PlainDate on which it fired. */
  readonly on: string;
}

/** What became of the rungs of a case; keys are `clock|subject|run|rung` (invariant 13). */
export interface Rungs {
  readonly firedRungs: readonly string[];
  readonly acknowledgedRungs: readonly string[];
  readonly overriddenRungs: readonly string[];
  readonly awaited: readonly AwaitedAnswer[];
}

export const noRungs: Rungs = { firedRungs: [], acknowledgedRungs: [], overriddenRungs: [], awaited: [] };

export function rungKey({ clock, subject, run, rung }: RungName): string {
  return [clock, subject, run, rung].join('|');
}

export function rungNamed(key: string): RungName {
  const [clock = '', subject = '', run = '', rung = ''] = key.split('|');
  return { clock, subject, run, rung };
}

type RungEvent = EventsOf<Omit<EscalationShapes, 'EscalatedByHand' | 'LevelRaised'>>;

export function evolveRungs<R extends Rungs>(rungs: R, event: RungEvent, on: string): R {
  const key = rungKey(event.data);
  switch (event.type) {
    case 'RungFired': {
      const { clock, subject, run, rung, act, title } = event.data;
      const asked = awaitsAnswer(act) ? [{ clock, subject, run, rung, act, title, on }] : [];
      return { ...rungs, firedRungs: [...rungs.firedRungs, key], awaited: [...rungs.awaited, ...asked] };
    }
    case 'RungAcknowledged':
      return { ...rungs, acknowledgedRungs: [...rungs.acknowledgedRungs, key] };
    case 'RungOverridden':
      return { ...answered(rungs, key), overriddenRungs: [...rungs.overriddenRungs, key] };
    case 'RungReasonGiven':
    case 'ProposalDecided':
      return answered(rungs, key);
  }
}

function answered<R extends Rungs>(rungs: R, key: string): R {
  return { ...rungs, awaited: rungs.awaited.filter((one) => rungKey(one) !== key) };
}

/** Of other acts nothing is left to do once the rung has been seen. */
export function awaitsAnswer(act: string): boolean {
  return act === 'requireReason' || act.startsWith('propose');
}
