import { lodged, policy, yuan } from '../testing/complaint.js';
import { faultsOfComplaint, type LodgedComplaint } from './complaint-rules.js';

const today = '2025-09-10';
const faults = (changes: Partial<LodgedComplaint>) =>
  faultsOfComplaint({ ...lodged, ...changes }, today).map(({ field, code }) => `${field}: ${code}`);
const [charge] = lodged.charges as [LodgedComplaint['charges'][number]];

test('a complaint in order has no fault', () => expect(faults({})).toEqual([]));

describe('the parties', () => {
  test('a wrong check character is found on either side', () => {
    expect(faults({ complainant: { ...lodged.complainant, creditCode: '91310115MADEM00118' } })).toEqual([
      'complainant.creditCode: creditCode',
    ]);
    expect(faults({ respondent: { ...lodged.respondent, creditCode: '91500110MADEM0100A' } })).toEqual([
      'respondent.creditCode: creditCode',
    ]);
  });

  test('the respondent’s code may be unknown, or known', () => {
    expect(faults({ respondent: { ...lodged.respondent, creditCode: null } })).toEqual([]);
    expect(faults({ respondent: { ...lodged.respondent, creditCode: '91500110MADEM0100R' } })).toEqual([]);
  });

  test('nobody complains of itself', () =>
    expect(faults({ respondent: { ...lodged.respondent, creditCode: lodged.complainant.creditCode } })).toEqual([
      'respondent.creditCode: sameParty',
    ]));
});

describe('the category', () => {
  test('a policy is named where a policy is complained of, and nowhere else', () => {
    expect(faults({ category: 'policyLastMile', policy })).toEqual([]);
    expect(faults({ category: 'policyLastMile' })).toEqual(['policy: policyMissing']);
    expect(faults({ policy })).toEqual(['policy: policyOutsideCategory']);
  });

  test('charges are named where charges are complained of, and may be elsewhere', () => {
    expect(faults({ charges: [] })).toEqual(['charges: noCharges']);
    expect(faults({ category: 'intermediary', charges: [] })).toEqual([]);
    expect(faults({ category: 'intermediary' })).toEqual([]);
  });
});

test('each charge is of some amount, and of today at the latest', () => {
  expect(faults({ charges: [{ ...charge, amount: yuan('0.00') }] })).toEqual(['charges[0].amount: amountNotPositive']);
  expect(faults({ charges: [charge, { ...charge, chargedOn: '2025-09-11' }] })).toEqual([
    'charges[1].chargedOn: dateInFuture',
  ]);
  expect(faults({ charges: [{ ...charge, chargedOn: today }] })).toEqual([]);
});
