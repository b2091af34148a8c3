import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { after, at, claim, command, wayTo, yuan } from '../testing/overdue-payment.js';
import { decide } from './decide.js';
import type { Existing } from './state.js';

describe('the lodging', () => {
  test('carries the claim, its sums and its number', () => {
    const disputed = { ...claim.lines[0]!, line: 2, amount: yuan('0.35'), disputed: yuan('0.15') };
    const decision = when(after([]), 'lodge', { claim: { ...claim, lines: [...claim.lines, disputed] } });
    expect(decision).toMatchObject({
      events: [{ data: { total: '1000000.35', disputed: '80000.15', caseNumber: 'OP-2025-0000-0000-00013' } }],
    });
  });

  test('is numbered by the year in which it takes effect', () => {
    expect(when(after([]), 'lodge', {}, '2026-01-01')).toMatchObject({
      events: [{ data: { caseNumber: expect.stringMatching(/^OP-2026-/) as string } }],
    });
  });
});

describe('days (invariant 15)', () => {
  const state = after([command('accept')], after(wayTo.lodged, undefined, '2025-09-01'), '2025-09-03') as Existing;

  test('no step takes effect before the one it follows, or tomorrow', () => {
    expect(told(when(state, 'transfer', {}, '2025-09-02'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(state, 'transfer', {}, '2025-09-03'))).toEqual(['Transferred']);
    expect(told(decide(command('transfer'), state, at('2025-09-11', '2025-09-10')))).toEqual([
      'occurredOn: dateInFuture',
    ]);
  });

  test('a fault of the day is told beside the others', () =>
    expect(told(when(state, 'transfer', { to: null }, '2025-09-02'))).toEqual([
      'occurredOn: beforePreviousStep',
      'office: notAHandlingAuthority',
    ]));

  describe('what stands beside the procedure', () => {
    const handled = after([command('transfer'), command('receiveMaterials')], state, '2025-09-05');
    const settled = after([command('assignMediator'), command('agreeSettlement')], handled, '2025-09-08');

    test.each([
      ['recordPayment', '2025-03-01', '2025-02-28'],
      ['recordReply', '2025-09-01', '2025-08-31'],
      ['holdMediation', '2025-09-05', '2025-09-04'],
      ['extendHandling', '2025-09-05', '2025-09-04'],
    ] as const)('%s may be dated back to %s, past the last step, and not to %s', (name, earliest, tooEarly) => {
      expect(told(when(settled, name, {}, earliest))[0]).toMatch(/^[A-Z]/);
      expect(told(when(settled, name, {}, tooEarly))).toContain('occurredOn: beforePreviousStep');
    });

    test('a mediator is not assigned before the materials came', () => {
      const mediator = { id: 'officer-wu', name: '吴刚' };
      expect(told(when(settled, 'assignMediator', { mediator }, '2025-09-05'))).toEqual(['MediatorAssigned']);
      expect(told(when(settled, 'assignMediator', { mediator }, '2025-09-04'))).toEqual([
        'occurredOn: beforePreviousStep',
      ]);
    });
  });
});

describe('the supplement', () => {
  const returned = given('returnedForSupplement');

  test('mends the respondent and adds evidence; the case is under review again', () => {
    const respondent = { ...claim.respondent, name: '更正后的名称' };
    const evidence = [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }] as const;
    const state = then(returned, 'supplyMaterials', { respondent, evidence });
    expect(state).toMatchObject({ status: 'lodged', claim: { respondent: { name: '更正后的名称' } } });
    expect(state.claim.evidence).toEqual([...claim.evidence, ...evidence]);
  });

  test('judges a new respondent as the lodging did', () => {
    const { creditCode } = claim.complainant;
    const respondent = { ...claim.respondent, creditCode, unitType: 'stateOrgan' } as const;
    expect(told(when(returned, 'supplyMaterials', { respondent }))).toEqual([
      'respondent.sizeType: sizeOfBody',
      'respondent.creditCode: sameParty',
    ]);
  });

  test('is asked for once; again only for defects of what was re-submitted', () => {
    const again = then(returned, 'supplyMaterials');
    expect(told(when(again, 'requestSupplement'))).toEqual(['arisenFrom: toldOnce']);
    expect(told(when(again, 'requestSupplement', { arisenFrom: '补交的营业执照' }))).toEqual(['SupplementRequested']);
  });
});

describe('the handling authority and the mediator', () => {
  test('only a handling authority receives a transfer', () =>
    expect(told(when(given('accepted'), 'transfer', { to: null }))).toEqual(['office: notAHandlingAuthority']));

  test('a mediator is of the handling authority, and not the same again', () => {
    const state = given('inHandling');
    expect(told(when(state, 'assignMediator', { mediator: null }))).toEqual(['mediator: notAMediatorHere']);
    expect(told(when(state, 'assignMediator'))).toEqual(['mediator: alreadyMediator']);
    const other = { mediator: { id: 'officer-wu', name: '吴刚' } };
    expect(when(state, 'assignMediator', other)).toMatchObject({
      events: [{ data: { mediator: { id: 'officer-wu' }, previous: { id: 'officer-li' } } }],
    });
  });

  test('the respondent admits at most what is claimed', () => {
    const state = given('inHandling');
    expect(told(when(state, 'recordReply', { admitted: yuan('1000000.00') }))).toEqual(['RespondentReplied']);
    expect(told(when(state, 'recordReply', { admitted: yuan('1000000.01') }))).toEqual([
      'admitted: admittedExceedsClaim',
    ]);
  });
});

describe('the extension (Art. 25¶2)', () => {
  const state = given('inHandling');

  test.each([1, 30, 91])('of %d days in all is not in the law', (totalDays) =>
    expect(told(when(state, 'extendHandling', { totalDays }))).toEqual(['totalDays: extensionBeyondLaw']),
  );

  test('names who approved it', () =>
    expect(when(state, 'extendHandling')).toMatchObject({
      events: [{ data: { approvedBy: { id: 'officer-zhao' } } }],
    }));

  test('may be raised up to 90 days, and not repeated or shortened', () => {
    const extended = then(state, 'extendHandling', { totalDays: 60 });
    expect(told(when(extended, 'extendHandling', { totalDays: 60 }))).toEqual(['totalDays: alreadyExtended']);
    expect(told(when(extended, 'extendHandling', { totalDays: 45 }))).toEqual(['totalDays: alreadyExtended']);
    const again = then(extended, 'extendHandling', { totalDays: 90 });
    expect(told(when(again, 'extendHandling', { totalDays: 90 }))).toEqual(['totalDays: alreadyExtended']);
  });

  test('approved late, and moving nothing, does not bar one that was approved in time and is recorded after it', () => {
    const late = then(state, 'extendHandling', { totalDays: 90 }, '2026-01-01');
    expect(told(when(late, 'extendHandling', { totalDays: 60 }, '2025-09-20'))).toEqual(['HandlingExtended']);
    expect(told(when(late, 'extendHandling', { totalDays: 60 }, '2026-01-01'))).toEqual(['totalDays: alreadyExtended']);
  });

  test('approved after the due date is recorded: it moves nothing, and the clock says so', () =>
    expect(told(when(state, 'extendHandling', {}, '2026-01-01'))).toEqual(['HandlingExtended']));
});

describe('the result', () => {
  const bare = given('inHandling');

  test('cannot have been formed before what it rests on: a late clock is not met by dating the result back', () => {
    const paidLate = then(given('settled'), 'recordPayment', {}, '2025-12-20');
    expect(told(when(paidLate, 'issueResult', {}, '2025-12-19'))).toContain('occurredOn: beforePreviousStep');
    const replied = then(bare, 'recordReply', {}, '2025-12-10');
    expect(told(when(replied, 'issueResult', { outcome: 'notSettled' }, '2025-12-09'))).toEqual([
      'occurredOn: beforePreviousStep',
    ]);
    expect(told(when(replied, 'issueResult', { outcome: 'notSettled' }, '2025-12-10'))).toEqual(['ResultIssued']);
  });
  const partly = then(bare, 'recordPayment');
  const full = then(bare, 'recordPayment', { amount: yuan('1000000.00') });
  const settled = given('settled');
  const kept = then(settled, 'recordPayment', { amount: yuan('900000.00') });

  test.each([
    ['nothing paid', bare, { paidInFull: 'notPaidInFull', settled: 'noSettlement', partlyPaid: 'nothingPaid' }],
    ['partly paid', partly, { paidInFull: 'notPaidInFull', settled: 'noSettlement' }],
    [
      'paid in full',
      full,
      {
        settled: 'noSettlement',
        partlyPaid: 'nothingOutstanding',
        notSettled: 'nothingOutstanding',
        unfounded: 'nothingOutstanding',
      },
    ],
    [
      'settled',
      settled,
      {
        paidInFull: 'notPaidInFull',
        partlyPaid: 'nothingPaid',
        notSettled: 'settlementStands',
        unfounded: 'settlementStands',
      },
    ],
    [
      'settlement kept',
      kept,
      { partlyPaid: 'nothingOutstanding', notSettled: 'settlementStands', unfounded: 'settlementStands' },
    ],
  ] as const)('%s: it says what the file says', (_, state, refused: Record<string, string>) => {
    for (const outcome of ['paidInFull', 'settled', 'partlyPaid', 'notSettled', 'unfounded'] as const) {
      const expected = refused[outcome] ? `outcome: ${refused[outcome]}` : 'ResultIssued';
      expect([outcome, told(when(state, 'issueResult', { outcome }))]).toEqual([outcome, [expected]]);
    }
  });

  test('carries what was paid and what is open', () =>
    expect(when(kept, 'issueResult', { outcome: 'settled' })).toMatchObject({
      events: [{ data: { paid: '900000.00', outstanding: '0.00' } }],
    }));

  test('is fed back to each once, in either order; the second concludes the case', () => {
    const issued = given('resultIssued');
    for (const [one, other] of [
      ['complainant', 'acceptingAuthority'],
      ['acceptingAuthority', 'complainant'],
    ] as const) {
      const once = then(issued, 'feedBack', { to: one });
      expect(once.status).toBe('resultIssued');
      expect(told(when(once, 'feedBack', { to: one }))).toEqual(['to: alreadyFedBack']);
      expect(then(once, 'feedBack', { to: other })).toMatchObject({ status: 'concluded', fedBackTo: [one, other] });
    }
  });
});

test('a claim may be withdrawn after a settlement, which stays a contract of the parties', () => {
  const withdrawn = then(given('settled'), 'withdraw');
  expect(withdrawn).toMatchObject({ status: 'withdrawn', settlements: [{ total: '900000.00' }] });
});

describe('rungs (invariant 13)', () => {
  const fired = then(given('inHandling'), 'fireRung');

  test('fire once a run', () => {
    expect(told(when(fired, 'fireRung'))).toEqual(['rungAlreadyFired']);
    expect(told(when(fired, 'fireRung', { run: '0192a000-0000-8000-8000-00000000000b' }))).toEqual(['RungFired']);
    expect(told(when(fired, 'fireRung', { rung: 'red' }))).toEqual(['RungFired']);
    expect(told(when(fired, 'fireRung', { clock: 'transfer' }))).toEqual(['RungFired']);
  });

  test('move no status', () => expect(fired.status).toBe('inHandling'));
});

test('a reopened claim is extended anew', () => {
  const extended = then(given('inHandling'), 'extendHandling', { totalDays: 90 });
  expect(told(when(extended, 'extendHandling', { totalDays: 90 }))).toEqual(['totalDays: alreadyExtended']);
  const again = then(then(extended, 'terminate'), 'reopen');
  expect(told(when(again, 'extendHandling', { totalDays: 90 }))).toEqual(['HandlingExtended']);
});

test('the respondent may object to the outcome, by itself or on paper', () =>
  expect(told(when(given('concluded'), 'objectToOutcome', { by: 'respondent' }))).toEqual(['OutcomeObjectionRaised']));
