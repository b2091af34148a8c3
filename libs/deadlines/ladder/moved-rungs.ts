import { type PlainDate } from '../calendar/plain-date.js';
import { type HistoryEvent, type Law } from '../clock/clock.js';
import { clockFacts } from '../clock/derive-clocks.js';
import { type Text } from '../text.js';
import { type EscalationPolicy } from './escalation-policy.js';
import { rungsOf } from './rungs.js';

/** What the days of rungs follow from. */
export interface Ladders {
  readonly law: Law;
  readonly policies: readonly EscalationPolicy[];
}

/** A rung whose day is another under new law, a new calendar or a new policy; null where it has none. */
export interface MovedRung {
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
  readonly title: Text;
  readonly dueBefore: PlainDate | null;
  readonly dueAfter: PlainDate | null;
  /** It fired already: it stays fired, and does not fire again on its new day (invariant 13). */
  readonly fired: boolean;
}

/** The rungs of one case which move when `after` replaces `before`. */
export function movedRungs(history: readonly HistoryEvent[], before: Ladders, after: Ladders): readonly MovedRung[] {
  const [old, young] = [before, after].map((ladders) => daysOf(history, ladders));
  const fired = new Set(history.flatMap(({ type, data }) => (type === 'RungFired' ? [firedKey(data)] : [])));
  const keys = new Set([...old!.keys(), ...young!.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [old!.get(key), young!.get(key)];
    if (was?.dueOn === is?.dueOn) return [];
    const { rule, subject, run, rung, title } = (is ?? was)!;
    const days = { dueBefore: was?.dueOn ?? null, dueAfter: is?.dueOn ?? null };
    return [{ rule, subject, run, rung, title, ...days, fired: fired.has(key) }];
  });
}

type Day = Pick<MovedRung, 'rule' | 'subject' | 'run' | 'rung' | 'title'> & { readonly dueOn: PlainDate };

function daysOf(history: readonly HistoryEvent[], { law, policies }: Ladders): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const fact of clockFacts(history, law)) {
    for (const policy of policies) {
      for (const rung of rungsOf(fact, policy, law.calendar)) {
        const key = keyOf(rung.rule, rung.subject, rung.run, rung.rung);
        // Two policies may name one rung; it fires once, by the first.
        if (!days.has(key)) days.set(key, rung);
      }
    }
  }
  return days;
}

function firedKey({ clock, subject, run, rung }: HistoryEvent['data']): string {
  return keyOf(clock, subject, run, rung);
}

function keyOf(...parts: readonly unknown[]): string {
  return parts.join('|');
}
