import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { type ClockFact, type HistoryEvent, type Law } from './clock.js';
import { clockFacts } from './derive-clocks.js';

/** An open clock whose date is another under new law or a new calendar; a date is null where it cannot be told. */
export interface MovedClock {
  readonly rule: string;
  readonly title: Text;
  readonly subject: string;
  readonly run: string;
  readonly dueBefore: PlainDate | null;
  readonly dueAfter: PlainDate | null;
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
}

/** The clocks of one case, not stopped or ended, which move when `after` replaces `before`; a clock not there has no date. */
export function movedClocks(history: readonly HistoryEvent[], before: Law, after: Law): readonly MovedClock[] {
  const [old, young] = [before, after].map((law) => clockFacts(history, law).filter(isOpen));
  const pairs = new Map<string, { before?: ClockFact; after?: ClockFact }>();
  for (const fact of old ?? []) pairs.set(keyOf(fact), { before: fact });
  for (const fact of young ?? []) pairs.set(keyOf(fact), { ...pairs.get(keyOf(fact)), after: fact });
  return [...pairs.values()].filter(hasMoved).map(({ before: was, after: is }) => {
    const fact = (is ?? was) as ClockFact;
    return {
      rule: fact.rule,
      title: fact.title,
      subject: fact.subject,
      run: fact.run,
      dueBefore: was?.dueOn ?? null,
      dueAfter: is?.dueOn ?? null,
      provisionalBefore: was?.provisional ?? false,
      provisionalAfter: is?.provisional ?? false,
    };
  });
}

function isOpen({ state }: ClockFact): boolean {
  return state === 'open' || state === 'paused' || state === 'cannotTell';
}

/** A new calendar opens no run, so the same clock has the same run before and after. */
function keyOf({ rule, subject, run }: ClockFact): string {
  return `${rule} ${subject} ${run}`;
}

function hasMoved({ before, after }: { before?: ClockFact; after?: ClockFact }): boolean {
  return (
    before === undefined ||
    after === undefined ||
    before.dueOn !== after.dueOn ||
    before.cautiousDueOn !== after.cautiousDueOn ||
    before.provisional !== after.provisional
  );
}
