import fc from 'fast-check';
import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { applied, command, yuan } from '../testing/overdue-payment.js';
import { isBroken, openInstalments, paidUpOn } from './owed.js';
import { initial, type Existing, type State } from './state.js';

/** Due: 400,000 on 2025-10-01, 500,000 on 2025-11-01. */
const settled = given('inHandling', command('agreeSettlement'));
const today = '2025-11-10';

const pays = (state: State, on: string, amount: string) => then(state, 'recordPayment', { amount: yuan(amount) }, on);
const eventOf = (state: Existing, payment: number) => state.payments[payment - 1]!.event;
const sum = (state: Existing, payment: number, is: string) => {
  return { event: eventOf(state, payment), field: 'amount', was: state.payments[payment - 1]!.amount, is };
};
const day = (state: Existing, payment: number, is: string) => {
  return { event: eventOf(state, payment), field: 'occurredAt', is };
};
const follows = (state: Existing, correction: ReturnType<typeof sum> | ReturnType<typeof day>) =>
  when(state, 'correctFact', correction, today);
const corrected = (state: Existing, correction: ReturnType<typeof sum> | ReturnType<typeof day>) =>
  then(state, 'correctFact', correction, today);
/** The instalments recorded as paid, with their days. */
const paid = (state: Existing) => state.settlements.at(-1)!.paid.map(({ instalment, on }) => [instalment, on]);

test('an instalment is paid on the day of the payment which reaches it', () => {
  const state = pays(pays(settled, '2025-09-20', '300000.00'), '2025-09-25', '100000.00');
  expect(paid(state)).toEqual([[1, '2025-09-25']]);
  const late = pays(settled, '2025-10-05', '300000.00');
  const decision = when(late, 'recordPayment', { amount: yuan('100000.00') }, '2025-09-20');
  expect(decision).toMatchObject({ events: [{}, { type: 'InstalmentPaid', on: '2025-10-05' }] });
  expect(paid(pays(late, '2025-09-20', '100000.00'))).toEqual([[1, '2025-10-05']]);
});

test('a payment learned of later which was made sooner gives the instalment its true day', () => {
  const state = pays(pays(settled, '2025-10-05', '400000.00'), '2025-09-28', '400000.00');
  expect(paid(state)).toEqual([[1, '2025-09-28']]);
});

describe('a payment corrected downwards', () => {
  const first = pays(settled, '2025-09-20', '400000.00');

  test('takes back that the instalment was paid, and says what is open', () => {
    const [instalmentPaid] = first.settlements[0]!.paid;
    const decision = follows(first, sum(first, 1, '399999.99'));
    expect(decision).toMatchObject({
      events: [
        { type: 'FactCorrected' },
        {
          type: 'InstalmentReopened',
          on: '2025-09-20',
          data: { instalment: 1, dueOn: '2025-10-01', open: '0.01', takesBack: instalmentPaid!.event },
        },
      ],
    });
    const open = corrected(first, sum(first, 1, '399999.99'));
    expect(paid(open)).toEqual([]);
    expect(openInstalments(open).map(({ instalment }) => instalment)).toEqual([1, 2]);
    expect(told(when(open, 'recordMissedInstalment', {}, today))).toEqual(['InstalmentMissed']);
  });

  test('takes back every instalment that it no longer covers, and none that it still does', () => {
    const both = pays(settled, '2025-09-20', '900000.00');
    expect(told(follows(both, sum(both, 1, '899999.99')))).toEqual(['FactCorrected', 'InstalmentReopened']);
    expect(told(follows(both, sum(both, 1, '1.00')))).toEqual([
      'FactCorrected',
      'InstalmentReopened',
      'InstalmentReopened',
    ]);
    expect(paid(corrected(both, sum(both, 1, '400000.00')))).toEqual([[1, '2025-09-20']]);
    const two = pays(first, '2025-10-20', '500000.00');
    expect(paid(corrected(two, sum(two, 1, '100.00')))).toEqual([[1, '2025-10-20']]);
  });

  test('leaves the instalment to be paid again, on the day that it then is', () => {
    const open = corrected(first, sum(first, 1, '300000.00'));
    expect(paid(pays(open, '2025-10-08', '100000.00'))).toEqual([[1, '2025-10-08']]);
    expect(paid(corrected(open, sum(open, 1, '400000.00')))).toEqual([[1, '2025-09-20']]);
  });

  test('after the case ended, where no payment is recorded any more, says nothing of instalments', () => {
    const ended = then(first, 'withdraw');
    expect(told(follows(ended, sum(ended, 1, '1.00')))).toEqual(['FactCorrected']);
    const concluded = [command('feedBack'), command('feedBack', { to: 'acceptingAuthority' })].reduce(
      (state, { name, body }) => then(state, name, body, today),
      then(first, 'issueResult', { outcome: 'settled' }, today),
    );
    expect(told(follows(concluded, sum(concluded, 1, '1.00')))).toEqual(['FactCorrected', 'InstalmentReopened']);
  });

  test('whose sum is no instalment’s changes none', () => {
    const state = then(given('inHandling'), 'recordPayment');
    expect(told(follows(state, sum(state, 1, '1.00')))).toEqual(['FactCorrected']);
  });
});

describe('a payment corrected upwards', () => {
  const short = pays(settled, '2025-09-20', '40000.00');

  test('pays the instalment on the day of the payment, not on that of the correction', () => {
    expect(follows(short, sum(short, 1, '400000.00'))).toMatchObject({
      events: [{ type: 'FactCorrected' }, { type: 'InstalmentPaid', on: '2025-09-20', data: { instalment: 1 } }],
    });
    expect(paid(corrected(short, sum(short, 1, '900000.00')))).toEqual([
      [1, '2025-09-20'],
      [2, '2025-09-20'],
    ]);
  });

  test('makes good an instalment that was declared missed for want of it', () => {
    const missed = then(short, 'recordMissedInstalment', {}, '2025-10-02');
    expect([isBroken(missed), isBroken(corrected(missed, sum(missed, 1, '400000.00')))]).toEqual([true, false]);
    const paidOn = (on: string) => isBroken(pays(missed, on, '360000.00'));
    expect([paidOn('2025-10-01'), paidOn('2025-10-02')]).toEqual([false, true]);
  });

  test('is still to be paid where it is, and no more where it was declared missed or is paid', () => {
    const open = (state: Existing) => openInstalments(state).map(({ instalment }) => instalment);
    expect([open(given('inHandling')), open(short)]).toEqual([[], [1, 2]]);
    expect(open(then(short, 'recordMissedInstalment', {}, '2025-10-02'))).toEqual([2]);
    expect(open(corrected(short, sum(short, 1, '400000.00')))).toEqual([2]);
  });
});

describe('a corrected day of a payment', () => {
  const late = pays(settled, '2025-10-05', '400000.00');

  test('is that of the instalments it paid', () => {
    const [instalmentPaid] = late.settlements[0]!.paid;
    expect(follows(late, day(late, 1, '2025-10-01'))).toMatchObject({
      events: [
        { data: { event: eventOf(late, 1) } },
        {
          type: 'FactCorrected',
          data: {
            event: instalmentPaid!.event,
            eventType: 'InstalmentPaid',
            field: 'occurredAt',
            was: '2025-10-05',
            is: '2025-10-01',
            occurredAt: '2025-10-01T00:00:00+08:00',
          },
        },
      ],
    });
    expect(paid(corrected(late, day(late, 1, '2025-10-01')))).toEqual([[1, '2025-10-01']]);
    expect(paid(corrected(late, day(late, 1, '2025-10-20')))).toEqual([[1, '2025-10-20']]);
  });

  test('before the settlement takes back what it paid of it', () => {
    expect(told(follows(late, day(late, 1, '2025-09-09')))).toEqual(['is: beforePreviousStep']);
    const lodged = then(initial, 'lodge', {}, '2025-09-01');
    const way = ['accept', 'transfer', 'receiveMaterials', 'assignMediator', 'agreeSettlement'] as const;
    const earlier = way.reduce<Existing>((state, name) => then(state, name), lodged);
    const payment = pays(earlier, '2025-10-05', '400000.00');
    expect(told(follows(payment, day(payment, 1, '2025-09-02')))).toEqual(['FactCorrected', 'InstalmentReopened']);
  });

  test('moves no instalment which another payment reached', () => {
    const two = pays(late, '2025-10-30', '500000.00');
    expect(paid(corrected(two, day(two, 2, '2025-11-02')))).toEqual([
      [1, '2025-10-05'],
      [2, '2025-11-02'],
    ]);
  });
});

test('what an instalment came to is corrected by its payments alone', () => {
  const state = pays(settled, '2025-09-20', '400000.00');
  const { event } = state.settlements[0]!.paid[0]!;
  expect(told(when(state, 'correctFact', { event, is: '2025-09-19' }, today))).toEqual(['event: notCorrectable']);
  const open = corrected(state, sum(state, 1, '1.00'));
  const reopened = open.procedure.events.find(({ type }) => type === 'InstalmentReopened')!.id;
  expect(told(when(open, 'correctFact', { event: reopened, is: '2025-09-19' }, today))).toEqual([
    'event: notCorrectable',
  ]);
});

test('a second settlement begins with nothing paid of it, and a correction of what the first took changes none', () => {
  const again = then(
    then(pays(settled, '2025-09-20', '400000.00'), 'recordMissedInstalment', { instalment: 2 }, '2025-11-02'),
    'agreeSettlement',
    { total: yuan('500000.00'), instalments: [{ dueOn: '2025-12-01', amount: yuan('500000.00') }] },
    '2025-11-05',
  );
  expect(paid(again)).toEqual([]);
  expect(told(follows(again, sum(again, 1, '1.00')))).toEqual(['FactCorrected']);
});

test('whatever is paid and corrected, those recorded as paid are the instalments which the payments reach, on their days', () => {
  const amount = fc.integer({ min: 1, max: 9 }).map((lots) => `${lots}00000.00`);
  const on = fc.integer({ min: 10, max: 30 }).map((date) => `2025-09-${date}`);
  const act = fc.record({ pays: fc.boolean(), which: fc.nat({ max: 5 }), amount, on, ofDay: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const state = acts.reduce<Existing>((before, { pays: isPayment, which, amount: is, on: paidOn, ofDay }) => {
        const { length } = before.payments;
        const decided = () => {
          if (isPayment || length === 0) return when(before, 'recordPayment', { amount: yuan(is) }, paidOn);
          const payment = (which % length) + 1;
          return follows(before, ofDay ? day(before, payment, paidOn) : sum(before, payment, is));
        };
        const decision = decided();
        return decision.outcome === 'refused' ? before : (applied(before, decision.events, paidOn) as Existing);
      }, settled);
      const settlement = state.settlements[0]!;
      const reached = settlement.instalments.flatMap(({ instalment }) => {
        const paidOn = paidUpOn(state, settlement, instalment);
        return paidOn === null ? [] : [[instalment, paidOn]];
      });
      expect([...paid(state)].sort()).toEqual(reached);
    }),
    { numRuns: 50 },
  );
});
