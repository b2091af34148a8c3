import type { Circumstances } from '../shared/case-kind.js';
import { accept, refuse, type RefusalCode } from '../shared/decision.js';
import { isZero } from '../shared/money.js';
import type { CommandBody } from './commands.js';
import { owesOrder } from './ladder.js';
import { isBroken, outstanding, paid, settlementOf } from './owed.js';
import { asStep, later, sinceReceipt, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** Order 802, Art. 25¶2: 30 days, longer with the approval of the head of the department, 90 in all. */
export const handlingDays = { regular: 30, longest: 90 } as const;

export const resultRules: Rules<'extendHandling' | 'issueResult' | 'feedBack'> = {
  extendHandling: { earliest: sinceReceipt, decide: extendHandling },
  issueResult: { earliest: ({ lastActOn, since }) => later(lastActOn, since), decide: issueResult },
  feedBack: {
    earliest: asStep,
    decide: (body, { fedBackTo }) =>
      fedBackTo.includes(body.to)
        ? refuse({ code: 'alreadyFedBack', field: 'to' })
        : accept({ type: 'ResultFedBack', data: body }),
  },
};

/**
 * An extension may be raised again, up to the 90 days. It is held against those approved up to its own day alone: one
 * approved after the due date moves no clock, and must not bar one that was approved in time and is recorded late.
 */
function extendHandling(body: CommandBody<'extendHandling'>, state: Existing, at: Circumstances): Outcome {
  const { regular, longest } = handlingDays;
  if (body.totalDays <= regular || body.totalDays > longest) {
    return refuse({ code: 'extensionBeyondLaw', field: 'totalDays', params: { regular, longest } });
  }
  const before = state.extensions.find(({ totalDays, on }) => on <= at.on && totalDays >= body.totalDays);
  if (before) return refuse({ code: 'alreadyExtended', field: 'totalDays', params: { totalDays: before.totalDays } });
  return accept({ type: 'HandlingExtended', data: { ...body, approvedBy: at.actor } });
}

function issueResult(body: CommandBody<'issueResult'>, state: Existing, { on }: Circumstances): Outcome {
  const open = outstanding(state);
  const code = faultOfOutcome(body.outcome, state, on);
  if (code) return refuse({ code, field: 'outcome', params: { outstanding: open } });
  return accept({ type: 'ResultIssued', data: { ...body, paid: paid(state), outstanding: open } });
}

/** The result must say what the file says: the accepting authority and the complainant read it as the outcome. */
function faultOfOutcome(
  outcome: CommandBody<'issueResult'>['outcome'],
  state: Existing,
  on: string,
): RefusalCode | null {
  const settlement = settlementOf(state);
  const nothingOpen = isZero(outstanding(state));
  switch (outcome) {
    case 'paidInFull':
      return nothingOpen ? null : 'notPaidInFull';
    case 'settled':
      if (!settlement) return 'noSettlement';
      return isBroken(state) && !nothingOpen ? 'settlementNotKept' : null;
    case 'partlyPaid':
      if (state.payments.length === 0) return 'nothingPaid';
      return nothingOpen ? 'nothingOutstanding' : null;
    case 'notSettled':
    case 'unfounded':
      if (settlement && !isBroken(state)) return 'settlementStands';
      if (nothingOpen) return 'nothingOutstanding';
      // Art. 25¶3 says must: without the order the handling is not at its end.
      return outcome === 'notSettled' && owesOrder(state, on) ? 'supervisoryOrderOwed' : null;
  }
}
