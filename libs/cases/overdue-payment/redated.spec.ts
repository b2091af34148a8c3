import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { yuan } from '../testing/overdue-payment.js';
import { groundOfOrder, owesOrder } from './ladder.js';
import { outstanding } from './owed.js';
import type { Existing } from './state.js';

const handled = given('inHandling');
const redated = (state: Existing, type: string, is: string, nth = -1) => {
  const { id } = state.procedure.events.filter((event) => event.type === type).at(nth)!;
  return then(state, 'correctFact', { event: id, field: 'occurredAt', was: null, is }, '2025-12-01');
};

describe('a corrected day of the answer and the ladder (Order 802, Art. 25¶3)', () => {
  const demanded = then(handled, 'demandAnswer', { dueOn: '2025-09-20' });
  const ordered = then(demanded, 'issueSupervisoryOrder', { ground: 'noAnswer', dueOn: '2025-09-30' }, '2025-09-25');

  test('of an answer that came in time ends the duty to issue the order', () => {
    const late = then(demanded, 'recordReply', {}, '2025-09-25');
    expect([groundOfOrder(late, '2025-09-26'), owesOrder(late, '2025-09-26')]).toEqual(['noAnswer', true]);
    const inTime = redated(late, 'RespondentReplied', '2025-09-18');
    expect([groundOfOrder(inTime, '2025-09-26'), owesOrder(inTime, '2025-09-26')]).toEqual([null, false]);
  });

  test('of one answer leaves the others', () => {
    const two = then(then(demanded, 'recordReply', {}, '2025-09-12'), 'recordReply', {}, '2025-09-15');
    const days = (state: Existing) => state.replies.map(({ on }) => on);
    expect(days(redated(two, 'RespondentReplied', '2025-09-11', 0))).toEqual(['2025-09-11', '2025-09-15']);
    expect(days(redated(two, 'RespondentReplied', '2025-09-14'))).toEqual(['2025-09-12', '2025-09-14']);
  });

  test('of an act is the ladder’s', () => {
    const acted = then(then(ordered, 'holdInterview', {}, '2025-10-08'), 'issueCircular', {}, '2025-10-09');
    expect(redated(acted, 'RespondentAnswerDemanded', '2025-09-11').ladder.demand?.on).toBe('2025-09-11');
    expect(redated(acted, 'SupervisoryOrderIssued', '2025-09-22').ladder.order?.on).toBe('2025-09-22');
    expect(redated(acted, 'FormalInterviewHeld', '2025-10-05').ladder.interviewedOn).toBe('2025-10-05');
    expect(redated(acted, 'PublicCircularIssued', '2025-10-06').ladder.circularOn).toBe('2025-10-06');
  });

  test('of an act which a later one followed leaves the later', () => {
    const again = then(demanded, 'demandAnswer', { dueOn: '2025-10-10' }, '2025-09-21');
    expect(redated(again, 'RespondentAnswerDemanded', '2025-09-12', 0).ladder.demand?.on).toBe('2025-09-21');
  });
});

test('a corrected day of what was put forward is its day', () => {
  const offered = redated(then(handled, 'offerInstalments', {}, '2025-09-15'), 'InstalmentsOffered', '2025-09-12');
  expect(offered.offers).toMatchObject([{ on: '2025-09-12' }]);
  expect(told(when(offered, 'declineInstalments', {}, '2025-09-13'))).toEqual(['InstalmentsDeclined']);
});

test('a corrected day of an extension is the one in this run of the case', () => {
  const first = then(handled, 'extendHandling', { totalDays: 60 }, '2025-09-11');
  const again = then(first, 'extendHandling', { totalDays: 90 }, '2025-09-20');
  expect(redated(again, 'HandlingExtended', '2025-09-15').extensions.map(({ on }) => on)).toEqual([
    '2025-09-11',
    '2025-09-15',
  ]);
});

test('a result may follow the true day of the last act', () => {
  const heard = then(handled, 'holdMediation', {}, '2025-09-25');
  expect(told(when(heard, 'issueResult', { outcome: 'unfounded' }, '2025-09-20'))).toEqual([
    'occurredOn: beforePreviousStep',
  ]);
  const earlier = redated(heard, 'MediationHeld', '2025-09-15');
  expect(earlier.lastActOn).toBe('2025-09-15');
  expect(told(when(earlier, 'issueResult', { outcome: 'unfounded' }, '2025-09-20'))).toEqual(['ResultIssued']);
});

describe('a corrected day of a payment beside a settlement', () => {
  const settled = then(handled, 'agreeSettlement', {}, '2025-09-15');
  const paid = then(settled, 'recordPayment', { amount: yuan('100000.00') }, '2025-09-16');

  test('before it: pays the claim, and nothing of the settlement', () => {
    expect(outstanding(paid)).toBe('800000.00');
    expect(outstanding(redated(paid, 'PaymentRecorded', '2025-09-12'))).toBe('900000.00');
    expect(outstanding(redated(paid, 'PaymentRecorded', '2025-09-15'))).toBe('800000.00');
  });

  test('recorded before it was agreed: pays none of it, on its day neither', () => {
    const before = then(handled, 'recordPayment', { amount: yuan('100000.00') }, '2025-09-11');
    const then15 = then(before, 'agreeSettlement', {}, '2025-09-15');
    expect(outstanding(redated(then15, 'PaymentRecorded', '2025-09-15'))).toBe('900000.00');
    expect(outstanding(redated(then15, 'PaymentRecorded', '2025-09-16'))).toBe('800000.00');
  });

  test('of the settlement is the settlement’s', () =>
    expect(redated(settled, 'SettlementAgreed', '2025-09-12').settlements).toMatchObject([{ on: '2025-09-12' }]));
});
