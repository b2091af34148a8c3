import { accept, refuse, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, minus, sum } from '../shared/money.js';
import type { CommandBody } from './commands.js';
import { groundOfOrder } from './ladder.js';
import { undisputedOpen } from './owed.js';
import { sinceLodging, sinceReceipt, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** The answer: pressed for by the handling authority, given by the respondent or taken down, assessed. */
export const respondentRules: Rules<
  'demandAnswer' | 'pressUndisputed' | 'recordReply' | 'answer' | 'assessReply' | 'disputeParts'
> = {
  demandAnswer: {
    earliest: sinceReceipt,
    decide: (body, state, { on }) => {
      if (body.dueOn < on) return refuse({ code: 'dayPassed', field: 'dueOn' });
      const { demand } = state.ladder;
      if (demand && on <= demand.dueOn && groundOfOrder(state, on) !== 'improperAnswer') {
        return refuse({ code: 'answerTermRuns', params: { dueOn: demand.dueOn } });
      }
      const data = { demand: demandsOf(state) + 1, ...body, undisputed: undisputedOpen(state) };
      return accept({ type: 'RespondentAnswerDemanded', data });
    },
  },
  pressUndisputed: {
    earliest: sinceReceipt,
    decide: (body, state, { on }) => {
      const amount = undisputedOpen(state);
      if (body.dueOn < on) return refuse({ code: 'dayPassed', field: 'dueOn' });
      return isZero(amount)
        ? refuse({ code: 'nothingUndisputed' })
        : accept({ type: 'UndisputedPartPressed', data: { ...body, amount } });
    },
  },
  recordReply: { earliest: sinceLodging, decide: (body, state) => reply('office', body, state) },
  answer: { earliest: sinceLodging, decide: (body, state) => reply('respondent', body, state) },
  assessReply: {
    earliest: (state) => state.replies.at(-1)?.on ?? sinceReceipt(state),
    decide: (body, { replies }) =>
      replies.length === 0 ? refuse({ code: 'noReply' }) : accept({ type: 'ReplyAssessed', data: body }),
  },
  disputeParts: {
    earliest: sinceReceipt,
    decide: disputeParts,
  },
};

function demandsOf({ procedure }: Existing): number {
  return procedure.events.filter(({ type }) => type === 'RespondentAnswerDemanded').length;
}

function reply(by: 'respondent' | 'office', body: CommandBody<'answer'>, { total }: Existing): Outcome {
  return exceeds(body.admitted, total)
    ? refuse({ code: 'admittedExceedsClaim', field: 'admitted', params: { claimed: total } })
    : accept({ type: 'RespondentReplied', data: { by, ...body } });
}

function disputeParts({ by, lines }: CommandBody<'disputeParts'>, { claim }: Existing): Outcome {
  const faults: Refusal[] = [];
  if (lines.length === 0) faults.push({ code: 'noLines', field: 'lines' });
  lines.forEach(({ line, disputed }, i) => {
    const of = claim.lines.find((one) => one.line === line);
    if (!of) faults.push({ code: 'noSuchLine', field: `lines[${i}].line` });
    else if (exceeds(disputed, of.amount)) {
      faults.push({ code: 'disputedExceedsAmount', field: `lines[${i}].disputed` });
    }
    if (lines.findIndex((one) => one.line === line) < i) faults.push({ code: 'namedTwice', field: `lines[${i}].line` });
  });
  if (faults.length > 0) return refuse(...faults);
  const now = claim.lines.map(({ line, disputed }) => lines.find((one) => one.line === line)?.disputed ?? disputed);
  const disputed = sum(now);
  const undisputed = minus(sum(claim.lines.map(({ amount }) => amount)), disputed);
  return accept({ type: 'PartsDisputed', data: { by, lines, disputed, undisputed } });
}
