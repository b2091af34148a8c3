import { readDate } from '../../calendar/plain-date.js';
import { cents, readMoney } from '../../money/money-text.js';
import { isCreditCode, tidyCreditCode } from '../../parties/credit-code.js';
import { valueAt } from '../../kit/paths.js';
import { sizeFollows } from './claim.js';
import type { Draft, Step } from './draft.js';

/** What is wrong in a draft: a code of `invalid` or of `lodge:rule`, for the page to put into words. */
export interface DraftFault {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * Faults of one page, told on Continue and never before. The server judges again; these are the ones a page can see.
 *
 * @param today PlainDate in Shanghai
 */
export function faultsOfStep(step: Step, draft: Draft, today: string): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  const typed = (path: string) => ((valueAt(draft, path) as string | undefined) ?? '').trim();
  const add = (field: string, code: string, params?: DraftFault['params']) =>
    faults.push(params ? { field, code, params } : { field, code });
  const require = (...paths: string[]) => paths.forEach((path) => typed(path) === '' && add(path, 'required'));
  const choose = (...paths: string[]) => paths.forEach((path) => typed(path) === '' && add(path, 'choose'));

  const code = (path: string, optional: boolean) => {
    const value = tidyCreditCode(typed(path));
    if (value === '') return optional ? undefined : add(path, 'required');
    if (value.length !== 18) return add(path, 'creditCodeLength', { count: value.length });
    return isCreditCode(value) ? undefined : add(path, 'creditCode');
  };

  const date = (path: string, optional: boolean, notAfterToday: boolean): string | null => {
    if (typed(path) === '') {
      if (!optional) add(path, 'required');
      return null;
    }
    const value = readDate(typed(path));
    if (value === null) add(path, 'date');
    else if (notAfterToday && value > today) add(path, 'dateInFuture');
    return value;
  };

  const money = (path: string, optional: boolean): bigint | null => {
    if (typed(path) === '') {
      if (!optional) add(path, 'required');
      return null;
    }
    const reading = readMoney(typed(path));
    if (reading.outcome === 'refused') {
      add(path, reading.why);
      return null;
    }
    const sum = cents(reading.amount);
    if (!optional && sum === 0n) add(path, 'amountNotPositive');
    return sum;
  };

  switch (step) {
    case 'us':
      require('complainant.name');
      code('complainant.creditCode', false);
      choose('complainant.sizeType');
      require('complainant.address', 'complainant.contact.name', 'complainant.contact.phone');
      break;
    case 'them': {
      require('respondent.name');
      code('respondent.creditCode', true);
      const theirs = tidyCreditCode(typed('respondent.creditCode'));
      if (theirs !== '' && theirs === tidyCreditCode(typed('complainant.creditCode')))
        add('respondent.creditCode', 'sameParty');
      choose('respondent.unitType');
      if (typed('respondent.unitType') !== '' && sizeFollows(typed('respondent.unitType')) === null)
        choose('respondent.sizeType');
      require('respondent.address');
      const contact = ['respondent.contact.name', 'respondent.contact.phone'];
      if (contact.some((path) => typed(path) !== '')) require(...contact);
      break;
    }
    case 'money': {
      require('contract.title');
      choose('contract.subject');
      const concludedOn = date('contract.concludedOn', false, true);
      choose('contract.payWhenPaid');
      draft.lines.forEach((_, index) => {
        const at = (name: string) => `lines[${index}].${name}`;
        require(at('description'));
        const deliveredOn = date(at('deliveredOn'), false, true);
        const acceptedOn = date(at('workAcceptedOn'), true, true);
        const works = typed('contract.subject') === 'works';
        if (!works && deliveredOn !== null && acceptedOn !== null && acceptedOn < deliveredOn)
          add(at('workAcceptedOn'), 'acceptedBeforeDelivery');
        const dueOn = date(at('agreedDueOn'), true, false);
        if (dueOn !== null && dueOn >= today) add(at('agreedDueOn'), 'notYetOverdue');
        if (dueOn !== null && concludedOn !== null && dueOn < concludedOn) add(at('agreedDueOn'), 'dueBeforeContract');
        const owed = money(at('amount'), false);
        const disputed = money(at('disputed'), true);
        if (owed !== null && disputed !== null && disputed > owed) add(at('disputed'), 'disputedExceedsAmount');
      });
      break;
    }
    case 'facts':
      require('request', 'facts');
      break;
    case 'evidence':
      break;
    case 'check':
      if (typed('promises.noOtherForum') !== 'yes') add('promises.noOtherForum', 'promise');
      if (typed('promises.truth') !== 'yes') add('promises.truth', 'promise');
      require('promises.signatory');
      break;
  }
  return faults;
}
