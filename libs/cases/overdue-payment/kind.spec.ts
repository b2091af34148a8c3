import { given, then } from '../testing/given-when-then.js';
import { after, at, bodies, claim, command } from '../testing/overdue-payment.js';
import { minhang, officerLi, pudong, street } from '../testing/procedure.js';
import { decide, documentKinds } from './decide.js';
import { streamOf } from './events.js';
import { overduePayment } from './kind.js';

test('streams are named by the category and the case id', () => expect(streamOf('abc')).toBe('overduePayment-abc'));

describe('the summary', () => {
  test('is none before there is a case', () => expect(overduePayment.summaryOf(overduePayment.initial)).toBeNull());

  test('says who, where, how much, and names no person but officers', () => {
    const lodging = {
      ...bodies.lodge.lodging,
      by: 'officer',
      channel: 'counter',
      agent: { name: '某所', creditCode: '91310104MADEM002X1', authority: '授权书' },
    } as const;
    const state = after([command('lodge', { lodging }), command('accept'), command('transfer')]);
    expect(overduePayment.summaryOf(state)).toMatchObject({
      caseNumber: 'OP-2025-0000-0000-00013',
      status: 'transferred',
      closed: false,
      category: null,
      complainant: { name: claim.complainant.name, creditCode: claim.complainant.creditCode },
      respondent: { name: claim.respondent.name, creditCode: claim.respondent.creditCode },
      respondentTold: true,
      agentCode: '91310104MADEM002X1',
      confidential: [],
      markedParts: [],
      total: '1000000.00',
      outstanding: '1000000.00',
      lodgedOn: '2025-09-10',
      acceptingOffice: bodies.lodge.acceptingOffice,
      handlingOffice: pudong,
      coHandlingOffices: [],
      firstContact: { id: 'officer-zhao', name: '赵军' },
      firstContactOffice: bodies.lodge.acceptingOffice,
      holder: null,
      firedRungs: [],
      overriddenRungs: [],
    });
  });

  test('follows the procedure', () => {
    const state = then(then(given('inHandling'), 'arrangeJointHandling'), 'fireRung');
    expect(overduePayment.summaryOf(state)).toMatchObject({
      agentCode: null,
      holder: officerLi,
      coHandlingOffices: [street],
      firstContact: null,
      firstContactOffice: null,
      firedRungs: [expect.stringContaining('result|case|') as string],
    });
    expect(
      overduePayment.summaryOf(then(then(given('transferred'), 'objectToDispatch'), 'decideDispatchObjection')),
    ).toMatchObject({ handlingOffice: minhang });
  });
});

test('every document kind is taken', () => {
  const state = given('inHandling');
  for (const documentKind of documentKinds)
    expect(decide(command('issueDocument', { documentKind }), state, at()).outcome).toBe('accepted');
});

test('every event with texts or persons names where they stand', () => {
  for (const [type, fields] of Object.entries(overduePayment.sensitive)) {
    expect(Object.keys(overduePayment.schemas)).toContain(type);
    expect(fields).not.toEqual([]);
    for (const { path, of } of fields)
      expect([/^[\w.[\]]+$/.test(path), ['person', 'text'].includes(of)]).toEqual([true, true]);
  }
  expect(overduePayment.sensitive.ClaimLodged).toContainEqual({ path: 'claim.complainant.contact', of: 'person' });
});
