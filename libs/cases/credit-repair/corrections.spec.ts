import { begun, given, request, then, when } from '../testing/credit-repair.js';
import { told } from '../testing/machine.js';
import { correctable } from './corrections.js';

const ruling = {
  court: '上海破产法庭',
  caseNumber: '（2026）沪03破1号',
  approves: 'settlement',
  ruledOn: '2026-05-06',
} as const;
const notice = { number: '修复告知1号', servedOn: '2026-03-10' };
const published = { ...request.record, publishedOn: '2026-03-12' };
const full = then(begun(), 'lodge', { request: { ...request, record: published, ruling, notice } });
const reads = (field: string, is: string) => told(when(full, 'correctFact', { event: 'e0', field, was: '原', is }));
const textOf = (document: unknown, field: string) =>
  field.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
const readings = { text: '另一读法', oneOf: 'serious', day: '2026-03-11', money: '', creditCode: '' };

test.each(Object.entries(correctable.RepairRequested!))('%s can be read anew', (field, { form }) => {
  const fixed = then(full, 'correctFact', { event: 'e0', field, was: '原', is: readings[form] });
  expect(textOf(fixed.state, field)).toBe(readings[form]);
});

test('what is read anew is held to the form, and to what a request is asked for', () => {
  expect(reads('request.record.foundOn', '2026-02-30')).toEqual(['is: notADay']);
  expect(reads('request.record.foundOn', '2026-09-11')).toEqual(['is: dateInFuture']);
  expect(reads('request.record.publishedOn', '2026-03-09')).toEqual(['is: publishedBeforeFinding']);
  expect(reads('request.record.foundOn', '2026-03-13')).toEqual(['is: publishedBeforeFinding']);
  expect(reads('request.record.class', 'grave')).toEqual(['is: notOneOf']);
  expect(reads('request.notice.servedOn', '2026-09-11')).toEqual(['is: dateInFuture']);
  expect(reads('request.applicant.name', ' ')).toEqual(['is: readingNotSeen']);
});

test('the finding repeats what the law packs count by', () => {
  const corrected = when(full, 'correctFact', {
    event: 'e0',
    field: 'request.record.class',
    was: 'general',
    is: 'minor',
  });
  expect(corrected).toMatchObject({
    events: [
      { data: { event: 'e0' } },
      { data: { event: 'e1', eventType: 'FindingIssued', field: 'class', is: 'minor' } },
    ],
  });
});

test('conditions reviewed by another reading of the record are reviewed again before the decision', () => {
  const reviewed = then(given('accepted'), 'reviewConditions');
  const reading = (field: string, is: string) =>
    told(when(then(reviewed, 'correctFact', { event: 'e0', field, was: '原', is }), 'decideRepair'));
  expect(reading('request.record.foundOn', '2026-03-11')).toEqual(['conditionsNotReviewed']);
  expect(reading('request.record.class', 'serious')).toEqual(['conditionsNotReviewed']);
  expect(reading('request.record.documentNumber', '沪市监罚〔2026〕9号')).not.toContain('conditionsNotReviewed');
});

test('nothing else is read anew, nor another event', () => {
  for (const field of ['request.corrections', 'request.record.kind', 'request.promise.signatory', 'track']) {
    expect(reads(field, '改')).toEqual(['field: notCorrectable']);
  }
  const other = { event: 'e2', field: 'request.record.documentNumber', was: '', is: '改' };
  expect(told(when(given('accepted'), 'correctFact', other))).toEqual(['field: notCorrectable']);
  const absent = { event: 'e0', field: 'request.ruling.court', was: '', is: '改' };
  expect(told(when(given('requested'), 'correctFact', absent))).toEqual(['field: notCorrectable']);
});
