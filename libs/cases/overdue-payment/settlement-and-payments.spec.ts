import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { after, bodies, command, wayTo, yuan } from '../testing/overdue-payment.js';
import { outstanding, paid } from './owed.js';
import type { Existing } from './state.js';

describe('the settlement', () => {
  const state = given('inHandling');
  const [first, second] = bodies.agreeSettlement.instalments as [
    { dueOn: string; amount: never },
    { dueOn: string; amount: never },
  ];

  test('needs a mediator', () => {
    const bare = after([command('transfer'), command('receiveMaterials')], after(wayTo.accepted));
    expect(told(when(bare, 'agreeSettlement'))).toEqual(['noMediator']);
  });

  test('numbers its instalments', () =>
    expect(when(state, 'agreeSettlement')).toMatchObject({
      events: [{ data: { instalments: [{ instalment: 1 }, { instalment: 2 }] } }],
    }));

  test('has instalments that add up, none of nothing, none before it, in order', () => {
    expect(told(when(state, 'agreeSettlement', { instalments: [] }))).toEqual(['instalments: noInstalments']);
    expect(told(when(state, 'agreeSettlement', { total: yuan('900000.01') }))).toEqual([
      'total: instalmentsDoNotAddUp',
    ]);
    expect(told(when(state, 'agreeSettlement', { instalments: [second, first] }))).toEqual([
      'instalments[1].dueOn: instalmentsOutOfOrder',
    ]);
    const wrong = [
      { dueOn: '2025-09-09', amount: yuan('0.00') },
      { dueOn: '2025-09-10', amount: yuan('0.00') },
    ];
    expect(told(when(state, 'agreeSettlement', { total: yuan('0.00'), instalments: wrong }))).toEqual([
      'total: amountNotPositive',
      'instalments[0].amount: amountNotPositive',
      'instalments[0].dueOn: dueBeforeSettlement',
      'instalments[1].amount: amountNotPositive',
    ]);
  });

  test('two instalments may fall due on one day', () => {
    const instalments = [first, { ...second, dueOn: first.dueOn }];
    expect(told(when(state, 'agreeSettlement', { instalments }))).toEqual(['SettlementAgreed']);
  });

  test('may lie above the claim, with the interest in it', () => {
    const total = yuan('1100000.00');
    const settled = then(state, 'agreeSettlement', { total, instalments: [{ dueOn: '2025-10-01', amount: total }] });
    expect(outstanding(settled)).toBe(total);
    expect(outstanding(then(settled, 'recordPayment', { amount: total }))).toBe('0.00');
  });

  test('covers what was open: payments before it pay none of it', () => {
    const settled = then(then(state, 'recordPayment'), 'agreeSettlement');
    expect([paid(settled), outstanding(settled)]).toEqual(['100000.00', '900000.00']);
  });
});

describe('payments', () => {
  const state = given('inHandling');
  const settled = after([command('agreeSettlement')], after(wayTo.inHandling), '2025-09-10') as Existing;

  test('are numbered, and say what is left', () => {
    const once = then(state, 'recordPayment');
    expect(when(once, 'recordPayment', { amount: yuan('0.01') })).toMatchObject({
      events: [{ data: { payment: 2, outstanding: '899999.99' } }],
    });
  });

  test('of nothing, or of more than is owed, are refused', () => {
    expect(told(when(state, 'recordPayment', { amount: yuan('0.00') }))).toEqual(['amount: amountNotPositive']);
    expect(told(when(state, 'recordPayment', { amount: yuan('1000000.00') }))).toEqual(['PaymentRecorded']);
    expect(told(when(state, 'recordPayment', { amount: yuan('1000000.01') }))).toEqual(['amount: exceedsOutstanding']);
    expect(told(when(settled, 'recordPayment', { amount: yuan('900000.01') }))).toEqual(['amount: exceedsOutstanding']);
  });

  test('name an instalment there is', () => {
    expect(told(when(state, 'recordPayment', { instalment: 1 }))).toEqual(['instalment: noSuchInstalment']);
    expect(told(when(settled, 'recordPayment', { instalment: 2 }))).toEqual(['PaymentRecorded']);
    expect(told(when(settled, 'recordPayment', { instalment: 3 }))).toEqual(['instalment: noSuchInstalment']);
  });

  test('may pay more than the instalment named: the rest pays the others', () => {
    expect(told(when(settled, 'recordPayment', { instalment: 1, amount: yuan('900000.00') }))).toEqual([
      'PaymentRecorded',
      'InstalmentPaid',
      'InstalmentPaid',
    ]);
    const nearly = then(settled, 'recordPayment', { amount: yuan('899999.99') });
    expect(when(nearly, 'recordPayment', { amount: yuan('0.01') })).toMatchObject({
      events: [{}, { type: 'InstalmentPaid', data: { instalment: 2, dueOn: '2025-11-01' } }],
    });
  });

  test('go on after the result and after the conclusion', () => {
    const issued = after([command('issueResult', { outcome: 'settled' })], settled);
    expect(told(when(issued, 'recordPayment', { instalment: 1 }))).toEqual(['PaymentRecorded']);
    const concluded = after([command('feedBack'), command('feedBack', { to: 'acceptingAuthority' })], issued);
    expect(outstanding(then(concluded, 'recordPayment', { amount: yuan('900000.00') }))).toBe('0.00');
  });

  test('made before the settlement and learned of after it pay the claim as it stood, and no instalment', () => {
    const decision = when(settled, 'recordPayment', {}, '2025-09-09');
    expect(decision).toMatchObject({ events: [{ data: { outstanding: '900000.00' } }] });
    const known = then(settled, 'recordPayment', {}, '2025-09-09');
    expect([paid(known), outstanding(known)]).toEqual(['100000.00', '900000.00']);
    expect(told(when(settled, 'recordPayment', { instalment: 1 }, '2025-09-09'))).toEqual([
      'instalment: paidBeforeSettlement',
    ]);
    expect(told(when(known, 'recordPayment', { amount: yuan('900000.01') }, '2025-09-09'))).toEqual([
      'amount: exceedsOutstanding',
    ]);
  });

  test('made on the day of the settlement and recorded after it pay it', () =>
    expect(outstanding(then(settled, 'recordPayment', { instalment: 1 }))).toBe('800000.00'));
});
