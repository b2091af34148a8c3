import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { claim, yuan } from '../testing/overdue-payment.js';
import { faultsOfClaim, faultsOfDues } from './claim-rules.js';
import type { Claim, Line, LineDue } from './claim.js';
import type { Respondent } from '../shared/party.js';

const today = '2025-09-10';
const faults = (changes: Partial<Claim>) =>
  faultsOfClaim({ ...claim, ...changes }, today).map(({ field, code }) => `${field}: ${code}`);
const [line] = claim.lines as [Line];
const ofLine = (changes: Partial<Line>, contract = claim.contract) =>
  faults({ contract, lines: [{ ...line, ...changes }] });
const undue = (changes: Partial<Line>, dues: readonly Partial<LineDue>[]) =>
  faultsOfDues({ ...claim, lines: [{ ...line, ...changes }] }, dues as readonly LineDue[], today).map(
    ({ field, code }) => `${field}: ${code}`,
  );
const ofRespondent = (changes: Partial<Respondent>) => faults({ respondent: { ...claim.respondent, ...changes } });

test('a claim in order has no fault', () => expect(faults({})).toEqual([]));

describe('the parties', () => {
  test('a wrong check digit is found on either side', () => {
    expect(faults({ complainant: { ...claim.complainant, creditCode: '91310115MADEM00118' } })).toEqual([
      'complainant.creditCode: creditCode',
    ]);
    expect(ofRespondent({ creditCode: '91500110MADEM0100A' })).toEqual(['respondent.creditCode: creditCode']);
  });

  test('the respondent’s code may be unknown', () => expect(ofRespondent({ creditCode: null })).toEqual([]));

  test('nobody complains of itself', () =>
    expect(ofRespondent({ creditCode: claim.complainant.creditCode })).toEqual(['respondent.creditCode: sameParty']));

  test.each(['stateOrgan', 'publicInstitution'] as const)('a %s has no size', (unitType) => {
    expect(ofRespondent({ unitType, sizeType: 'notApplicable' })).toEqual([]);
    expect(ofRespondent({ unitType, sizeType: 'large' })).toEqual(['respondent.sizeType: sizeOfBody']);
  });

  test.each(['stateOwnedFirm', 'largeFirm', 'otherFirm'] as const)('a %s has a size, or one not known', (unitType) => {
    expect(ofRespondent({ unitType, sizeType: 'unknown' })).toEqual([]);
    expect(ofRespondent({ unitType, sizeType: 'large' })).toEqual([]);
    expect(ofRespondent({ unitType, sizeType: 'notApplicable' })).toContain('respondent.sizeType: sizeOfFirm');
  });

  test('a large firm is not small', () =>
    expect(ofRespondent({ unitType: 'largeFirm', sizeType: 'small' })).toEqual([
      'respondent.sizeType: sizeOfLargeFirm',
    ]));

  test.each(['micro', 'small', 'medium'] as const)(
    'a %s firm cannot be complained of, state-owned or not (Order 802, Art. 3)',
    (sizeType) => {
      expect(ofRespondent({ unitType: 'otherFirm', sizeType })).toEqual(['respondent.sizeType: respondentNotLarge']);
      const respondent = { ...claim.respondent, unitType: 'stateOwnedFirm', sizeType } as const;
      expect(faults({ respondent, privateOrganisation: null })).toEqual(['respondent.sizeType: respondentNotLarge']);
    },
  );

  test('of a private organisation and a small state firm the Promotion Law speaks, by other ways', () =>
    expect(ofRespondent({ unitType: 'stateOwnedFirm', sizeType: 'small' })).toEqual([
      'respondent.sizeType: onlyPromotionLaw',
    ]));
});

describe('the lines', () => {
  test('there is one at least', () => expect(faults({ lines: [] })).toEqual(['lines: noLines']));

  test('nothing is no debt', () =>
    expect(ofLine({ amount: yuan('0.00'), disputed: yuan('0.00') })).toEqual(['lines[0].amount: amountNotPositive']));

  test('the whole may be disputed, more may not', () => {
    expect(ofLine({ disputed: line.amount })).toEqual([]);
    expect(ofLine({ disputed: yuan('1000000.01') })).toEqual(['lines[0].disputed: disputedExceedsAmount']);
  });

  test('nothing is delivered or accepted tomorrow', () =>
    expect(ofLine({ deliveredOn: '2025-09-11', workAcceptedOn: '2025-09-12' })).toEqual([
      'lines[0].deliveredOn: dateInFuture',
      'lines[0].workAcceptedOn: dateInFuture',
    ]));

  test('goods and services are accepted when delivered or later', () => {
    expect(ofLine({ workAcceptedOn: line.deliveredOn })).toEqual([]);
    expect(ofLine({ workAcceptedOn: '2025-06-09' })).toEqual(['lines[0].workAcceptedOn: acceptedBeforeDelivery']);
  });

  test('works are accepted before they are handed over (Civil Code, Art. 799)', () =>
    expect(ofLine({ workAcceptedOn: '2025-06-09' }, { ...claim.contract, subject: 'works' })).toEqual([]));

  test('the due date does not come before the contract, and may come before the delivery', () => {
    expect(ofLine({ agreedDueOn: '2025-02-28' })).toEqual(['lines[0].agreedDueOn: dueBeforeContract']);
    expect(ofLine({ agreedDueOn: '2025-03-01' })).toEqual([]);
  });

  test('on the due date itself nothing is overdue; the day after it is', () => {
    expect(undue({}, [{ line: 1, dueOn: plainDate(today), from: 'contract' }])).toEqual([
      'lines[0].agreedDueOn: notYetOverdue',
    ]);
    expect(undue({}, [{ line: 1, dueOn: plainDate('2025-09-09'), from: 'contract' }])).toEqual([]);
  });

  test('a term in days and the term of the law are told by their own fields', () => {
    const dueOn = plainDate('2025-09-11');
    expect(undue({ agreedDueOn: null, agreedDays: 90 }, [{ line: 1, dueOn, from: 'contract' }])).toEqual([
      'lines[0].agreedDays: notYetOverdue',
    ]);
    expect(undue({ agreedDueOn: null }, [{ line: 1, dueOn, from: 'law' }])).toEqual([
      'lines[0].deliveredOn: notYetOverdue',
    ]);
  });

  test('where neither contract nor law gives a date, none is invented', () =>
    expect(undue({ agreedDueOn: null }, [{ line: 1, dueOn: null, from: null }])).toEqual([]));

  test('past the last holiday notice the day as counted decides', () => {
    const due = { line: 1, dueOn: null, from: 'contract' } as const;
    expect(undue({}, [{ ...due, raw: plainDate('2198-04-04') }])).toEqual(['lines[0].agreedDueOn: notYetOverdue']);
    expect(undue({}, [{ ...due, raw: plainDate('2025-07-10') }])).toEqual([]);
  });

  test('without a calendar the day agreed decides', () => {
    expect(undue({ agreedDueOn: today }, [])).toEqual(['lines[0].agreedDueOn: notYetOverdue']);
    expect(undue({ agreedDueOn: '2025-09-09' }, [])).toEqual([]);
    expect(undue({ agreedDueOn: null }, [])).toEqual([]);
  });

  test('a term is agreed as a day or in days', () =>
    expect(ofLine({ agreedDays: 30 })).toEqual(['lines[0].agreedDays: termTwice']));

  test('neither an inspection nor a settlement of the amount ends before the contract', () => {
    expect(ofLine({ inspectionEndsOn: '2025-02-28', settlementConfirmedOn: '2025-02-28' })).toEqual([
      'lines[0].inspectionEndsOn: dueBeforeContract',
      'lines[0].settlementConfirmedOn: dueBeforeContract',
    ]);
    expect(ofLine({ inspectionEndsOn: '2025-03-01', settlementConfirmedOn: '2025-03-01' })).toEqual([]);
  });

  test('an amount is not confirmed tomorrow; an inspection may end later', () => {
    expect(ofLine({ settlementConfirmedOn: '2025-09-11' })).toEqual(['lines[0].settlementConfirmedOn: dateInFuture']);
    expect(ofLine({ settlementConfirmedOn: today, inspectionEndsOn: '2025-09-11' })).toEqual([]);
  });

  test('no agreed term is no fault: the due date follows from Art. 9', () =>
    expect(ofLine({ agreedDueOn: null })).toEqual([]));
});

test('the contract was not concluded tomorrow', () =>
  expect(faults({ contract: { ...claim.contract, concludedOn: '2025-09-11' } })).toEqual([
    'contract.concludedOn: dateInFuture',
    'lines[0].agreedDueOn: dueBeforeContract',
  ]));

test('everything wrong is told at once, line by line', () => {
  const wrong = { ...line, amount: yuan('0.00'), agreedDueOn: '2025-01-01' };
  expect(
    faults({
      complainant: { ...claim.complainant, creditCode: 'X' },
      respondent: { ...claim.respondent, unitType: 'stateOrgan' },
      lines: [line, wrong],
    }),
  ).toEqual([
    'complainant.creditCode: creditCode',
    'respondent.sizeType: sizeOfBody',
    'lines[1].amount: amountNotPositive',
    'lines[1].disputed: disputedExceedsAmount',
    'lines[1].agreedDueOn: dueBeforeContract',
  ]);
});
