import { accept, refuse } from '../decision.js';
import type { ProcedureBody } from './commands.js';
import { beside, type ProcedureOutcome, type ProcedureView, type Rules } from './rule.js';

/**
 * Order 802, Art. 20 and 25¶5: state secrets, trade secrets and personal information on the file are kept. A mark covers
 * the whole file or one entry of it, and stands until it is lifted; who reads what is marked is `access`'s to say.
 */
export const confidentialityRules: Rules<'markConfidential' | 'liftConfidentiality'> = {
  markConfidential: { earliest: beside, decide: mark },
  liftConfidentiality: {
    earliest: beside,
    decide: ({ by, event, reason }, { procedure: { marks } }) => {
      const standing = marks.find((one) => one.event === event);
      if (!standing) return refuse({ code: 'noSuchMark', field: 'event' });
      const { mark: lifted, part } = standing;
      if (by !== 'office' && part?.by !== by) return refuse({ code: 'notYourPart', field: 'event' });
      return accept({ type: 'ConfidentialityLifted', data: { event, mark: lifted, part, reason } });
    },
  },
};

/** A party marks what it brought itself. What moved the case is everybody's to know, and so is the lodging. */
function mark(
  { by, mark, what, part }: ProcedureBody<'markConfidential'>,
  { procedure: { events, steps, marks } }: ProcedureView,
): ProcedureOutcome {
  const field = 'event';
  if (part === 'nothing') return refuse({ code: 'noSuchEvent', field });
  if (part === null) {
    if (by !== 'office') return refuse({ code: 'notYourPart', field });
  } else {
    if (events[0]?.id === part.event || steps.includes(part.event) || !markable(part.event, events)) {
      return refuse({ code: 'notMarkable', field });
    }
    if (by !== 'office') {
      if (part.by !== by) return refuse({ code: 'notYourPart', field });
      if (awaitsTheOther(part.event, events)) return refuse({ code: 'notMarkable', field });
    }
  }
  if (marks.some((one) => one.mark === mark && (one.part?.event ?? null) === (part?.event ?? null))) {
    return refuse({ code: 'alreadyMarked', field: 'mark' });
  }
  return accept({ type: 'ConfidentialityMarked', data: { mark, what, part } });
}

/** Corrections go with what they correct; the marks themselves say nothing that is marked. */
const neverMarked: ReadonlySet<string> = new Set(['FactCorrected', 'ConfidentialityMarked', 'ConfidentialityLifted']);

function markable(id: string, events: ProcedureView['procedure']['events']): boolean {
  const type = events.find((one) => one.id === id)?.type;
  return type !== undefined && !neverMarked.has(type);
}

/** What a party puts to the other, which cannot answer what it may not read. */
const putToTheOther: ReadonlySet<string> = new Set([
  'InstalmentsOffered',
  'NonCashOffered',
  'ReceivableConfirmationRequested',
]);

function awaitsTheOther(id: string, events: ProcedureView['procedure']['events']): boolean {
  return events.some((one) => one.id === id && putToTheOther.has(one.type));
}
