import { given, then, when } from '../testing/given-when-then.js';
import { interestInput, interestSheet } from '../testing/interest-sheet.js';
import { told } from '../testing/machine.js';
import { yuan } from '../testing/overdue-payment.js';
import { interestOpen, outstanding, undisputedOpen } from './owed.js';
import type { Existing } from './state.js';

const handled = given('inHandling');
const sheeted = then(handled, 'attachSheet');
const agreed = (costs: string, interest: string) =>
  ({ order: 'agreed', costs: yuan(costs), interest: yuan(interest) }) as const;
const pays = (state: Existing, amount: string, allocation: object = { order: 'interestFirst' }) => {
  const decision = when(state, 'recordPayment', { amount: yuan(amount), allocation: allocation as never });
  return decision.outcome === 'accepted' ? decision.events[0]?.data : told(decision);
};

describe('an interest sheet', () => {
  test('is attached with its inputs and its result, and numbered', () => {
    expect(when(sheeted, 'attachSheet')).toMatchObject({
      events: [{ data: { sheet: 2, interest: '31000.00', input: interestInput, result: interestSheet } }],
    });
    expect(interestOpen(sheeted)).toBe('31000.00');
    expect(interestOpen(handled)).toBe('0.00');
  });

  test('is of the claim, or part of it', () => {
    expect(told(when(handled, 'attachSheet', { input: { ...interestInput, principal: '1000000.01' } }))).toEqual([
      'input.principal: sheetExceedsClaim',
    ]);
    expect(told(when(handled, 'attachSheet', { input: { ...interestInput, principal: '-1' } }))).toEqual([
      'input.principal: sheetExceedsClaim',
    ]);
    expect(told(when(handled, 'attachSheet', { result: { ...interestSheet, interest: 'much' } }))).toEqual([
      'result.interest: noSum',
    ]);
    expect(told(when(handled, 'attachSheet', {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
  });

  test('of later takes the place of the one before', () => {
    const other = then(sheeted, 'attachSheet', { result: { ...interestSheet, interest: '40000.00' } });
    expect([other.sheets, interestOpen(other)]).toEqual([2, '40000.00']);
  });
});

describe('what a payment pays', () => {
  test('is the principal where no sheet shows interest', () =>
    expect(pays(handled, '100000.00')).toMatchObject({
      outstanding: '900000.00',
      allocation: {
        order: 'interestFirst',
        costs: '0.00',
        interest: '0.00',
        principal: '100000.00',
        ofUndisputed: '100000.00',
      },
    }));

  test('is interest before principal (Civil Code, Art. 561)', () => {
    expect(pays(sheeted, '30000.00')).toMatchObject({
      outstanding: '1000000.00',
      allocation: { interest: '30000.00', principal: '0.00', ofUndisputed: '0.00' },
    });
    expect(pays(sheeted, '131000.00')).toMatchObject({
      outstanding: '900000.00',
      allocation: { interest: '31000.00', principal: '100000.00' },
    });
    const paid = then(sheeted, 'recordPayment', { amount: yuan('30000.00') });
    expect(interestOpen(paid)).toBe('1000.00');
    expect(pays(paid, '2000.00')).toMatchObject({ allocation: { interest: '1000.00', principal: '1000.00' } });
    expect(pays(sheeted, '1031000.00')).toMatchObject({ outstanding: '0.00' });
    expect(pays(sheeted, '1031000.01')).toEqual(['amount: exceedsOutstanding']);
  });

  test('or principal before interest', () => {
    const order = { order: 'principalFirst' };
    expect(pays(sheeted, '100000.00', order)).toMatchObject({
      allocation: { order: 'principalFirst', interest: '0.00', principal: '100000.00' },
    });
    expect(pays(sheeted, '1000500.00', order)).toMatchObject({
      allocation: { interest: '500.00', principal: '1000000.00' },
    });
    expect(pays(sheeted, '1031000.01', order)).toEqual(['amount: exceedsOutstanding']);
  });

  test('or what the parties agreed, as far as it is owed', () => {
    expect(pays(sheeted, '100000.00', agreed('500.00', '20000.00'))).toMatchObject({
      outstanding: '920500.00',
      allocation: { order: 'agreed', costs: '500.00', interest: '20000.00', principal: '79500.00' },
    });
    expect(pays(sheeted, '100.00', agreed('60.00', '40.01'))).toEqual(['allocation: allocationExceedsPayment']);
    expect(pays(sheeted, '100.00', agreed('60.00', '40.00'))).toMatchObject({ allocation: { principal: '0.00' } });
    expect(pays(sheeted, '40000.00', agreed('0.00', '31000.01'))).toEqual(['allocation.interest: interestNotOnSheet']);
    expect(pays(handled, '1000000.01', agreed('0.00', '0.00'))).toEqual(['amount: exceedsOutstanding']);
    expect(pays(handled, '1000000.01', agreed('0.01', '0.00'))).toMatchObject({ outstanding: '0.00' });
  });

  test('of the principal is the undisputed part first (Art. 15)', () => {
    expect(undisputedOpen(handled)).toBe('920000.00');
    const most = then(handled, 'recordPayment', { amount: yuan('900000.00') });
    expect(undisputedOpen(most)).toBe('20000.00');
    expect(pays(most, '50000.00')).toMatchObject({ allocation: { principal: '50000.00', ofUndisputed: '20000.00' } });
    const all = then(most, 'recordPayment', { amount: yuan('50000.00') });
    expect(undisputedOpen(all)).toBe('0.00');
  });

  test('is the settlement, whole: interest is in its total', () => {
    const settled = then(sheeted, 'agreeSettlement');
    expect(pays(settled, '100000.00', agreed('1.00', '1.00'))).toMatchObject({
      outstanding: '800000.00',
      allocation: { order: 'agreed', costs: '0.00', interest: '0.00', principal: '100000.00', ofUndisputed: '0.00' },
    });
    expect(pays(settled, '900000.01')).toEqual(['amount: exceedsOutstanding']);
    expect(outstanding(then(settled, 'recordPayment'))).toBe('800000.00');
  });
});
