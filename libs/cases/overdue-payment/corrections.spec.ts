import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { bodies, yuan } from '../testing/overdue-payment.js';
import type { LineDue } from './claim.js';
import { movesTerm } from './corrections.js';
import { outstanding, paid } from './owed.js';
import { initial, type Existing } from './state.js';

const idOf = (state: Existing, type: string) => state.procedure.events.findLast((event) => event.type === type)!.id;
const corrects = (state: Existing, type: string, field: string, is: string, was: string | null = '原') =>
  told(when(state, 'correctFact', { event: idOf(state, type), field, is, was }));
const corrected = (state: Existing, type: string, field: string, is: string, was: string | null = '原') =>
  then(state, 'correctFact', { event: idOf(state, type), field, is, was });

describe('a corrected day', () => {
  const handled = given('inHandling');
  const days = (...steps: readonly (readonly [string, string])[]) =>
    steps.reduce((state, [type, is]) => corrected(state, type, 'occurredAt', is), handled);
  const toTransfer = [
    ['ClaimLodged', '2025-08-01'],
    ['FormallyAccepted', '2025-08-10'],
    ['Transferred', '2025-08-12'],
  ] as const;

  test('of the lodging, of the receipt and of a step is the file’s', () => {
    expect(corrected(handled, 'ClaimLodged', 'occurredAt', '2025-08-01')).toMatchObject({
      lodgedOn: '2025-08-01',
      receivedOn: '2025-09-10',
      since: '2025-09-10',
    });
    expect(corrected(days(...toTransfer), 'MaterialsReceived', 'occurredAt', '2025-08-15')).toMatchObject({
      receivedOn: '2025-08-15',
      since: '2025-08-15',
    });
    const accepted = days(...toTransfer.slice(0, 2));
    expect(accepted).toMatchObject({ since: '2025-09-10', receivedOn: '2025-09-10' });
    expect(accepted.status).toBe('inHandling');
  });

  test('lets what follows be dated by it', () => {
    const lodged = corrected(handled, 'ClaimLodged', 'occurredAt', '2025-08-01');
    expect(told(when(lodged, 'holdMediation', {}, '2025-08-20'))).toEqual(['occurredOn: beforePreviousStep']);
    const earlier = corrected(days(...toTransfer), 'MaterialsReceived', 'occurredAt', '2025-08-15');
    expect(told(when(earlier, 'holdMediation', {}, '2025-08-20'))).toEqual(['MediationHeld']);
  });
});

describe('a corrected day of a step', () => {
  const steps = [
    ['accept', '2025-09-11'],
    ['transfer', '2025-09-15'],
    ['receiveMaterials', '2025-09-17'],
  ] as const;
  const state = steps.reduce((at, [name, on]) => then(at, name, {}, on), given('lodged'));
  const reads = (type: string, is: string) =>
    told(when(state, 'correctFact', { event: idOf(state, type), is }, '2025-09-20'));

  test('lies no later than the step that answers it: no acceptance past the transfer', () => {
    expect(reads('FormallyAccepted', '2025-09-15')).toEqual(['FactCorrected']);
    expect(reads('FormallyAccepted', '2025-09-16')).toEqual(['is: afterNextStep']);
    expect(reads('ClaimLodged', '2025-09-12')).toEqual(['is: afterNextStep']);
    expect(reads('MaterialsReceived', '2025-09-20')).toEqual(['FactCorrected']);
  });

  test('lies no earlier than the step it follows', () => {
    expect(reads('Transferred', '2025-09-12')).toEqual(['FactCorrected']);
    expect(reads('Transferred', '2025-09-10')).toEqual(['is: beforePreviousStep']);
    expect(reads('MaterialsReceived', '2025-09-14')).toEqual(['is: beforePreviousStep']);
    expect(reads('ClaimLodged', '2025-07-01')).toEqual(['FactCorrected']);
  });
});

test('a corrected day of a payment is the payment’s, and no other’s', () => {
  const state = then(then(given('inHandling'), 'recordPayment'), 'recordPayment', {}, '2025-09-12');
  const event = idOf(state, 'PaymentRecorded');
  const { payments } = then(state, 'correctFact', { event, is: '2025-09-11' }, '2025-09-12');
  expect(payments.map(({ paidOn }) => paidOn)).toEqual(['2025-09-10', '2025-09-11']);
});

describe('a corrected sum of a payment', () => {
  const sheeted = then(given('inHandling'), 'attachSheet');
  const state = then(sheeted, 'recordPayment', { amount: yuan('131000.00') });

  test('changes the principal, and leaves costs and interest as they were set', () => {
    const less = corrected(state, 'PaymentRecorded', 'amount', '121000.00', '131000.00');
    expect(less.payments).toMatchObject([{ amount: '121000.00', principal: '90000.00', interest: '31000.00' }]);
    expect([paid(less), outstanding(less)]).toEqual(['121000.00', '910000.00']);
  });

  test('is a sum, and pays no more than was open beside the others', () => {
    expect(corrects(state, 'PaymentRecorded', 'amount', '0.00')).toEqual(['is: amountNotPositive']);
    expect(corrects(state, 'PaymentRecorded', 'amount', 'much')).toEqual(['is: noSum']);
    expect(corrects(state, 'PaymentRecorded', 'amount', '30999.99')).toEqual(['is: allocationExceedsPayment']);
    expect(corrects(state, 'PaymentRecorded', 'amount', '1031000.00')).toEqual(['FactCorrected']);
    expect(corrects(state, 'PaymentRecorded', 'amount', '1031000.01')).toEqual(['is: exceedsOutstanding']);
    const two = then(state, 'recordPayment', { amount: yuan('400000.00') });
    expect(corrects(two, 'PaymentRecorded', 'amount', '900000.00')).toEqual(['FactCorrected']);
    expect(corrects(two, 'PaymentRecorded', 'amount', '900000.01')).toEqual(['is: exceedsOutstanding']);
  });

  test('in bills pays no more than the complainant took', () => {
    const taken = then(then(state, 'offerNonCash'), 'answerNonCash');
    const billed = then(taken, 'recordPayment', { amount: yuan('60000.00'), method: 'bill' });
    expect(corrects(billed, 'PaymentRecorded', 'amount', '100000.00')).toEqual(['FactCorrected']);
    expect(corrects(billed, 'PaymentRecorded', 'amount', '100000.01')).toEqual(['is: nonCashNotAccepted']);
  });

  test('of another payment stays', () => {
    const two = then(state, 'recordPayment', { amount: yuan('1.00') });
    expect(corrected(two, 'PaymentRecorded', 'amount', '2.00', '1.00').payments).toMatchObject([
      { amount: '131000.00' },
      { amount: '2.00' },
    ]);
  });

  test('may have its reference corrected too, and nothing else', () => {
    expect(corrects(state, 'PaymentRecorded', 'reference', '回单2')).toEqual(['FactCorrected']);
    expect(corrects(state, 'PaymentRecorded', 'outstanding', '1.00')).toEqual(['field: notCorrectable']);
    expect(corrected(state, 'PaymentRecorded', 'reference', '回单2').payments).toEqual(state.payments);
  });
});

describe('a corrected sum claimed', () => {
  const amount = 'claim.lines[0].amount';

  test('is the line’s, and the total and what is open follow', () => {
    const less = corrected(given('inHandling'), 'ClaimLodged', amount, '900000.5', '1000000.00');
    expect(less).toMatchObject({ total: '900000.50', claim: { lines: [{ amount: '900000.50' }] } });
    expect(outstanding(less)).toBe('900000.50');
    expect(told(when(less, 'recordReply', { admitted: yuan('900000.51') }))).toEqual([
      'admitted: admittedExceedsClaim',
    ]);
    const back = corrected(less, 'ClaimLodged', amount, '1000000.00', '1000000.00');
    expect(back.total).toBe('1000000.00');
  });

  test('is one that could have been claimed', () => {
    const reads = (is: string) => corrects(given('inHandling'), 'ClaimLodged', amount, is, '1000000.00');
    expect(reads('-1')).toEqual(['is: noSum']);
    expect(reads('1.005')).toEqual(['is: noSum']);
    expect(reads('0')).toEqual(['is: amountNotPositive']);
    expect(reads('79999.99')).toEqual(['is: disputedExceedsAmount']);
    expect(reads('80000.00')).toEqual(['FactCorrected']);
  });

  test('is no less than what was paid of it', () => {
    const half = then(given('inHandling'), 'recordPayment', { amount: yuan('500000.00') });
    expect(corrects(half, 'ClaimLodged', amount, '499999.99', '1000000.00')).toEqual(['is: lessThanPaid']);
    expect(outstanding(corrected(half, 'ClaimLodged', amount, '500000.00', '1000000.00'))).toBe('0.00');
  });
});

describe('a corrected text of the claim', () => {
  const { claim } = bodies.lodge;
  const full = {
    ...claim,
    contract: { ...claim.contract, number: 'HT-1' },
    lines: claim.lines.map((line) => ({ ...line, workAcceptedOn: '2025-06-20' })),
  };
  const state = then(then(initial, 'lodge', { claim: full }), 'accept');
  const claimed = (field: string, is: string) => corrected(state, 'ClaimLodged', `claim.${field}`, is).claim;

  test('is the claim’s', () => {
    expect(claimed('respondent.name', '新名').respondent.name).toBe('新名');
    expect(claimed('respondent.address', '新址').respondent.address).toBe('新址');
    expect(claimed('complainant.address', '新址').complainant.address).toBe('新址');
    expect(claimed('respondent.creditCode', '91310104MADEM002X1').respondent.creditCode).toBe('91310104MADEM002X1');
    expect(claimed('contract.title', '合同二').contract.title).toBe('合同二');
    expect(claimed('contract.number', 'HT-2').contract.number).toBe('HT-2');
    expect(claimed('lines[0].description', '机床').lines[0]?.description).toBe('机床');
    expect(claimed('lines[0].deliveredOn', '2025-06-11').lines[0]).toMatchObject({
      deliveredOn: '2025-06-11',
      line: 1,
    });
    expect(claimed('lines[0].workAcceptedOn', '2025-06-12').lines[0]?.workAcceptedOn).toBe('2025-06-12');
  });

  test('is of its kind', () => {
    expect(corrects(state, 'ClaimLodged', 'claim.respondent.creditCode', '1')).toEqual(['is: creditCode']);
    expect(corrects(state, 'ClaimLodged', 'claim.lines[0].deliveredOn', '2025-13-01')).toEqual(['is: notADay']);
    expect(corrects(state, 'ClaimLodged', 'claim.lines[0].deliveredOn', '2025-06-00')).toEqual(['is: notADay']);
    expect(corrects(state, 'ClaimLodged', 'claim.lines[0].deliveredOn', '2025-02-30')).toEqual(['is: notADay']);
    expect(corrects(state, 'ClaimLodged', 'claim.lines[0].description', '不是日期')).toEqual(['FactCorrected']);
  });

  test('is held to what the form asks of the original', () => {
    const reads = (field: string, is: string) => corrects(state, 'ClaimLodged', `claim.${field}`, is);
    expect(reads('respondent.name', ' ')).toEqual(['is: readingNotSeen']);
    expect(reads('respondent.name', '宏业\u200b建设')).toEqual(['is: readingNotSeen']);
    expect(reads('respondent.name', '名'.repeat(201))).toEqual(['is: readingTooLong']);
    expect(reads('contract.number', 'N'.repeat(101))).toEqual(['is: readingTooLong']);
    expect(reads('respondent.creditCode', '91310115MADEM00117')).toEqual(['is: sameParty']);
    expect(reads('lines[0].deliveredOn', '2025-09-11')).toEqual(['is: dateInFuture']);
    expect(reads('lines[0].deliveredOn', '2200-01-01')).toEqual(['is: notADay']);
    expect(reads('lines[0].workAcceptedOn', '2025-06-09')).toEqual(['is: acceptedBeforeDelivery']);
  });

  test('of a respondent leaves another alone who was named since', () => {
    const returned = then(given('lodged'), 'requestSupplement');
    const another = { ...bodies.lodge.claim.respondent, name: '另一公司' };
    const named = then(returned, 'supplyMaterials', { respondent: another });
    expect(corrected(named, 'ClaimLodged', 'claim.respondent.name', '新名').claim.respondent.name).toBe('另一公司');
    expect(corrected(named, 'ClaimLodged', 'claim.contract.title', '合同二').claim.contract.title).toBe('合同二');
  });

  test('is one that no sum or decision rests on', () => {
    for (const field of [
      'claim.request',
      'total',
      'claim.lines[1].description',
      'claim.lines[0].disputed',
      'claim.lines[0].agreedDueOn',
      'amount',
      'toString',
    ])
      expect(corrects(state, 'ClaimLodged', field, '1.00')).toEqual(['field: notCorrectable']);
    expect(corrects(state, 'FormallyAccepted', 'claim.respondent.name', '新名')).toEqual(['field: notCorrectable']);
    expect(corrects(then(state, 'addNote'), 'NoteAdded', 'reference', '新名')).toEqual(['field: notCorrectable']);
  });
});

test('a corrected day from which a term counts brings the due dates as they are then', () => {
  const due = [{ line: 1, dueOn: '2025-08-11', from: 'law' }] as unknown as readonly LineDue[];
  const correct = { event: 'e0', field: 'claim.lines[0].deliveredOn', was: '2025-06-10', is: '2025-06-12', due };
  const decision = when(given('accepted'), 'correctFact', correct);
  expect(told(decision)).toEqual(['FactCorrected', 'DueDatesRecomputed']);
  expect(then(given('accepted'), 'correctFact', correct).due).toEqual(due);
  expect(told(when(given('accepted'), 'correctFact', { ...correct, is: '2025-09-11' }))).toEqual(['is: dateInFuture']);
  expect([movesTerm('claim.lines[3].workAcceptedOn'), movesTerm('claim.lines[0].amount')]).toEqual([true, false]);
});
