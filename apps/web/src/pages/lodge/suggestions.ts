import type { TFunction } from 'i18next';
import { readDate } from '../../calendar/plain-date.js';
import { showDate, type Language } from '../../calendar/show-date.js';
import { addUp, readMoney, showMoney } from '../../money/money-text.js';
import type { Draft } from './draft.js';

/** The request and the facts, written from the answers given so far; the complainant changes them as they like. */
export function suggestions(draft: Draft, t: TFunction, language: Language): Draft['written'] {
  const amounts = draft.lines.map((line) => readMoney(line.amount));
  const total = showMoney(addUp(amounts.map((reading) => (reading.outcome === 'read' ? reading.amount : '0.00'))));
  const respondent = draft.respondent.name.trim();
  const day = (typed: string) => {
    const date = readDate(typed);
    return date ? showDate(date, language) : typed.trim();
  };
  const request = t(draft.interest === 'yes' ? 'written.requestWithInterest' : 'written.request', {
    respondent,
    total,
  });
  const lines = draft.lines.map((line, index) => {
    const amount = amounts[index];
    return t(line.agreedDueOn.trim() === '' ? 'written.lineWithoutTerm' : 'written.line', {
      delivered: day(line.deliveredOn),
      what: line.description.trim(),
      amount: amount?.outcome === 'read' ? showMoney(amount.amount) : line.amount.trim(),
      due: day(line.agreedDueOn),
    });
  });
  const contract = t('written.contract', {
    date: day(draft.contract.concludedOn),
    respondent,
    title: draft.contract.title.trim(),
  });
  return { request, facts: [contract, ...lines, t('written.owed', { total })].join(t('written.between')) };
}

/** Texts which the complainant has not touched follow the answers. */
export function withSuggestions(draft: Draft, written: Draft['written']): Draft {
  const follow = (name: 'request' | 'facts') =>
    draft[name].trim() === '' || draft[name] === draft.written[name] ? written[name] : draft[name];
  return { ...draft, request: follow('request'), facts: follow('facts'), written };
}
