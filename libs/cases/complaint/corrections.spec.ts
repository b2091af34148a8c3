import { begun, command, given, lodged, then, when } from '../testing/complaint.js';
import { told } from '../testing/machine.js';
import { yuan } from '../testing/overdue-payment.js';
import { correctable } from './corrections.js';

const charges = [{ item: '评估费', chargedOn: '2025-05-06', amount: yuan('5000.00'), receipt: null }];
const policy = { title: '惠企十条', documentNumber: '沪府发〔2025〕1号', issuer: '某区政府', promise: '补贴' };
const respondent = { ...lodged.respondent, creditCode: '91310104MADEM002X1', address: '黄浦区' };
const full = then(begun(), 'lodge', {
  complaint: { ...lodged, respondent, category: 'policyLastMile', charges, policy },
});
const reads = (field: string, is: string, of = full) =>
  told(when(of, 'correctFact', { event: 'e0', field, was: '原', is }));
const path = (field: string) => field.replaceAll('[]', '[0]');
const textOf = (document: unknown, field: string) =>
  field.split(/[.[\]]+/).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
const readings = { text: '另一读法', oneOf: '', day: '2025-05-07', money: '4000.00', creditCode: '91500110MADEM0100R' };

describe('what can be read anew of the lodging', () => {
  test.each(Object.entries(correctable.ComplaintLodged!))('%s', (field, { form }) => {
    const fixed = then(full, 'correctFact', { event: 'e0', field: path(field), was: '原', is: readings[form] });
    expect(textOf(fixed.state, path(field))).toBe(readings[form]);
  });

  test('is held to what the form asks, and to what a complaint is asked for', () => {
    expect(reads('complaint.respondent.creditCode', 'X')).toEqual(['is: creditCode']);
    expect(reads('complaint.respondent.creditCode', lodged.complainant.creditCode)).toEqual(['is: sameParty']);
    expect(reads('complaint.title', '题'.repeat(301))).toEqual(['is: readingTooLong']);
    expect(reads('complaint.title', '\u202e')).toEqual(['is: readingNotSeen']);
    expect(reads('complaint.charges[0].chargedOn', '2025-02-30')).toEqual(['is: notADay']);
    expect(reads('complaint.charges[0].chargedOn', '2025-09-11')).toEqual(['is: dateInFuture']);
    expect(reads('complaint.charges[0].amount', '0')).toEqual(['is: amountNotPositive']);
    expect(reads('complaint.charges[0].amount', '1,000')).toEqual(['is: noSum']);
  });

  test('is nothing else', () => {
    for (const field of [
      'complaint.facts',
      'complaint.charges[1].item',
      'complaint.category',
      '__proto__',
      'channel',
    ]) {
      expect(reads(field, '改')).toEqual(['field: notCorrectable']);
    }
    const accepted = then(full, 'accept');
    expect(told(when(accepted, 'correctFact', { event: 'e1', field: 'complaint.title', was: '', is: '改' }))).toEqual([
      'field: notCorrectable',
    ]);
  });

  test('is no sum which was checked against the list', () => {
    const handled = then(then(full, 'accept'), 'beginHandling');
    expect(reads('complaint.charges[0].amount', '4000', handled)).toEqual(['FactCorrected']);
    const check = { charge: 1, listed: 'notListed', allowed: null, refund: null } as const;
    const checked = then(handled, 'checkCharge', check);
    expect(reads('complaint.charges[0].amount', '4000', checked)).toEqual(['field: notCorrectable']);
    expect(reads('complaint.charges[0].item', '咨询费', checked)).toEqual(['FactCorrected']);
  });
});

test('a respondent named since is left alone', () => {
  const respondent = { ...lodged.respondent, name: '另一机关' };
  const named = then(given('returnedForSupplement'), 'supplyMaterials', { respondent });
  const fixed = then(named, 'correctFact', { event: 'e0', field: 'complaint.respondent.name', was: '原', is: '新名' });
  expect(fixed.state.complaint.respondent.name).toBe('另一机关');
});

test('the title of a paper and how it was served can be read anew', () => {
  const served = [command('issueDocument'), command('serveDocument')];
  const there = given('accepted', ...served);
  const event = there.state.procedure.events.findLast(({ type }) => type === 'DocumentServed')!.id;
  const correct = (field: string, is: string) => told(when(there, 'correctFact', { event, field, was: '原', is }));
  expect(correct('address', '闵行区虹梅路3号')).toEqual(['FactCorrected']);
  expect(correct('method', 'post')).toEqual(['field: notCorrectable']);
});

test('the day of a refund follows the correction of the day it was recorded for, and no other does', () => {
  const checked = then(given('inHandling'), 'checkCharge');
  const twice = then(then(checked, 'recordRefund', {}, '2025-09-12'), 'recordRefund', {}, '2025-09-14');
  const { event } = twice.state.refunds[0]!;
  const { refunds } = then(twice, 'correctFact', { event, is: '2025-09-11' }, '2025-09-20').state;
  expect(refunds.map(({ on }) => on)).toEqual(['2025-09-11', '2025-09-14']);
});
