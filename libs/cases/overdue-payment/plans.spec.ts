import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { bodies, yuan } from '../testing/overdue-payment.js';
import { outstanding, paid } from './owed.js';

const handled = given('inHandling');
const settled = given('settled');

describe('a plan of instalments', () => {
  test('is offered by the respondent, as one that could be agreed', () => {
    expect(told(when(handled, 'offerInstalments', { instalments: [] }))).toEqual(['instalments: noInstalments']);
    const offered = then(handled, 'offerInstalments');
    expect(offered.offers).toEqual([{ offer: 1, on: '2025-09-10', answered: false }]);
    expect(when(offered, 'offerInstalments')).toMatchObject({
      events: [{ data: { offer: 2, instalments: [{ instalment: 1 }, { instalment: 2 }] } }],
    });
  });

  test('is declined once, after it was offered', () => {
    expect(told(when(handled, 'declineInstalments'))).toEqual(['offer: noSuchOffer']);
    const offered = then(handled, 'offerInstalments', {}, '2025-09-12');
    expect(told(when(offered, 'declineInstalments', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    const declined = then(offered, 'declineInstalments', {}, '2025-09-12');
    expect(told(when(declined, 'declineInstalments', {}, '2025-09-12'))).toEqual(['offer: offerAnswered']);
    const another = then(declined, 'offerInstalments', {}, '2025-09-12');
    expect(another.offers.map(({ answered }) => answered)).toEqual([true, false]);
  });

  test('lapses with the settlement', () =>
    expect(then(then(handled, 'offerInstalments'), 'agreeSettlement').offers).toMatchObject([{ answered: true }]));
});

describe('a missed instalment', () => {
  test('is one whose day is over and which is not paid', () => {
    expect(when(settled, 'recordMissedInstalment', {}, '2025-10-01')).toMatchObject({
      refusals: [{ code: 'instalmentNotDue', field: 'instalment', params: { dueOn: '2025-10-01' } }],
    });
    expect(when(settled, 'recordMissedInstalment', {}, '2025-10-02')).toMatchObject({
      events: [{ data: { instalment: 1, dueOn: '2025-10-01', open: '400000.00' } }],
    });
    expect(told(when(settled, 'recordMissedInstalment', { instalment: 3 }, '2025-10-02'))).toEqual([
      'instalment: noSuchInstalment',
    ]);
    expect(told(when(given('concluded'), 'recordMissedInstalment', {}, '2025-10-02'))).toEqual([
      'instalment: noSettlement',
    ]);
    expect(told(when(settled, 'recordMissedInstalment', {}, '2025-09-09'))).toContain('occurredOn: beforePreviousStep');
  });

  test('counts what was paid up to it, whatever it was paid for', () => {
    const partly = then(settled, 'recordPayment', { amount: yuan('399999.99') });
    expect(when(partly, 'recordMissedInstalment', {}, '2025-10-02')).toMatchObject({
      events: [{ data: { open: '0.01' } }],
    });
    const kept = then(settled, 'recordPayment', { amount: yuan('400000.00'), instalment: 2 });
    expect(told(when(kept, 'recordMissedInstalment', {}, '2025-10-02'))).toEqual(['instalment: instalmentPaid']);
    expect(when(kept, 'recordMissedInstalment', { instalment: 2 }, '2025-11-02')).toMatchObject({
      events: [{ data: { open: '500000.00' } }],
    });
  });

  const missed = then(settled, 'recordMissedInstalment', {}, '2025-10-02');

  test('brings the case back into handling, once for each', () => {
    expect(missed).toMatchObject({ status: 'inHandling', settlements: [{ missed: [1] }] });
    const concluded = ['settled', 'settled'].reduce(
      (state, _, i) => then(state, 'feedBack', { to: i === 0 ? 'complainant' : 'acceptingAuthority' }),
      then(settled, 'issueResult', { outcome: 'settled' }),
    );
    expect(concluded.status).toBe('concluded');
    expect(then(concluded, 'recordMissedInstalment', {}, '2025-10-02')).toMatchObject({
      status: 'inHandling',
      fedBackTo: [],
    });
    const again = then(missed, 'issueResult', { outcome: 'notSettled' }, '2025-10-02');
    expect(told(when(again, 'recordMissedInstalment', {}, '2025-10-03'))).toEqual(['instalment: alreadyMissed']);
  });

  test('leaves the settlement owed, and no result which says it was kept', () => {
    expect(outstanding(missed)).toBe('900000.00');
    expect(told(when(missed, 'issueResult', { outcome: 'settled' }, '2025-10-02'))).toEqual([
      'outcome: settlementNotKept',
    ]);
    expect(told(when(missed, 'issueResult', { outcome: 'notSettled' }, '2025-10-02'))).toEqual(['ResultIssued']);
    expect(told(when(missed, 'issueResult', { outcome: 'unfounded' }, '2025-10-02'))).toEqual(['ResultIssued']);
    const late = then(missed, 'recordPayment', { amount: yuan('900000.00') }, '2025-10-03');
    expect(told(when(late, 'issueResult', { outcome: 'settled' }, '2025-10-03'))).toEqual(['ResultIssued']);
    expect(told(when(late, 'issueResult', { outcome: 'notSettled' }, '2025-10-03'))).toEqual([
      'outcome: nothingOutstanding',
    ]);
  });

  test('may be followed by another settlement, which payments of before pay none of', () => {
    const first = then(missed, 'recordPayment', { amount: yuan('100000.00') }, '2025-10-03');
    const total = yuan('850000.00');
    const anew = then(
      first,
      'agreeSettlement',
      { total, instalments: [{ dueOn: '2025-12-01', amount: total }] },
      '2025-10-05',
    );
    expect([outstanding(anew), paid(anew)]).toEqual(['850000.00', '100000.00']);
    const backdated = when(anew, 'recordPayment', { amount: yuan('50000.00') }, '2025-10-04');
    expect(backdated).toMatchObject({ events: [{ data: { outstanding: '850000.00' } }] });
    expect(told(backdated)).toEqual(['PaymentRecorded']);
    expect(told(when(anew, 'recordPayment', { amount: yuan('800000.01') }, '2025-10-04'))).toEqual([
      'amount: exceedsOutstanding',
    ]);
    const kept = then(anew, 'recordPayment', { amount: total, instalment: 1 }, '2025-10-06');
    expect(outstanding(kept)).toBe('0.00');
    expect(kept.payments.map(({ settlement }) => settlement)).toEqual([1, 2]);
  });
});

describe('the proof of a payment', () => {
  const proved = then(handled, 'provePayment');

  test('is of something, paid by now', () => {
    expect(told(when(handled, 'provePayment', { amount: yuan('0.00'), paidOn: '2025-09-11' }))).toEqual([
      'amount: amountNotPositive',
      'paidOn: dateInFuture',
    ]);
    expect(when(proved, 'provePayment', { paidOn: '2025-09-10' })).toMatchObject({ events: [{ data: { proof: 2 } }] });
  });

  test('pays nothing until the office records the payment', () => {
    expect(outstanding(proved)).toBe('1000000.00');
    const recorded = then(proved, 'recordPayment', { proof: 1 });
    expect(outstanding(recorded)).toBe('900000.00');
    expect(recorded.proofs).toMatchObject([{ answered: true }]);
    expect(told(when(recorded, 'recordPayment', { proof: 1 }))).toEqual(['proof: proofAnswered']);
    expect(told(when(handled, 'recordPayment', { proof: 1 }))).toEqual(['proof: noSuchProof']);
  });

  test('is rejected once, after it came', () => {
    expect(told(when(handled, 'rejectPaymentProof'))).toEqual(['proof: noSuchProof']);
    const later = then(handled, 'provePayment', {}, '2025-09-12');
    expect(told(when(later, 'rejectPaymentProof', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    const rejected = then(proved, 'rejectPaymentProof');
    expect(told(when(rejected, 'rejectPaymentProof'))).toEqual(['proof: proofAnswered']);
    expect(then(rejected, 'provePayment').proofs.map(({ answered }) => answered)).toEqual([true, false]);
  });
});

describe('payment otherwise than in cash (Art. 11)', () => {
  const offered = then(handled, 'offerNonCash');
  const bill = { method: 'bill', amount: yuan('100000.00') } as const;

  test('is offered up to what is owed, to mature after today', () => {
    expect(told(when(handled, 'offerNonCash', { amount: yuan('0.00'), maturesOn: '2025-09-09' }))).toEqual([
      'amount: amountNotPositive',
      'maturesOn: dayPassed',
    ]);
    expect(told(when(handled, 'offerNonCash', { amount: yuan('1000000.01') }))).toEqual(['amount: exceedsOutstanding']);
    expect(when(offered, 'offerNonCash', { amount: yuan('1000000.00'), maturesOn: '2025-09-10' })).toMatchObject({
      events: [{ data: { offer: 2 } }],
    });
  });

  test('is answered once, after it was offered', () => {
    expect(told(when(handled, 'answerNonCash'))).toEqual(['offer: noSuchOffer']);
    const later = then(handled, 'offerNonCash', {}, '2025-09-12');
    expect(told(when(later, 'answerNonCash', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(then(offered, 'answerNonCash'), 'answerNonCash'))).toEqual(['offer: offerAnswered']);
  });

  test('is never forced: it pays as far as the complainant took it', () => {
    expect(when(handled, 'recordPayment', bill)).toMatchObject({
      refusals: [{ code: 'nonCashNotAccepted', field: 'method', params: { accepted: '0.00' } }],
    });
    expect(told(when(offered, 'recordPayment', bill))).toEqual(['method: nonCashNotAccepted']);
    const refused = then(offered, 'answerNonCash', { accepted: false });
    expect(told(when(refused, 'recordPayment', bill))).toEqual(['method: nonCashNotAccepted']);
    const accepted = then(offered, 'answerNonCash');
    expect(told(when(accepted, 'recordPayment', bill))).toEqual(['PaymentRecorded']);
    const some = then(accepted, 'recordPayment', {
      ...bill,
      method: 'electronicCertificate',
      amount: yuan('60000.00'),
    });
    expect(when(some, 'recordPayment', { ...bill, amount: yuan('40000.01') })).toMatchObject({
      refusals: [{ code: 'nonCashNotAccepted', params: { accepted: '40000.00' } }],
    });
    expect(told(when(some, 'recordPayment', { amount: yuan('40000.01') }))).toEqual(['PaymentRecorded']);
  });

  test('accepted in one offer is not accepted in another', () => {
    const two = then(then(offered, 'offerNonCash', { amount: yuan('1.00') }), 'answerNonCash', { offer: 2 });
    expect(two.nonCash.map(({ accepted }) => accepted)).toEqual([false, true]);
    expect(told(when(two, 'recordPayment', { ...bill, amount: yuan('1.00') }))).toEqual(['PaymentRecorded']);
  });
});

test('the office may record a plan as it is sent, with its terms', () =>
  expect(when(handled, 'agreeSettlement')).toMatchObject({
    events: [{ data: { terms: bodies.agreeSettlement.terms } }],
  }));
