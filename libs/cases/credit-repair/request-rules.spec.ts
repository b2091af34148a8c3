import { record, request, ruling, today } from '../testing/credit-repair.js';
import type { CreditRecord, RepairRequest } from './record.js';
import { faultsOfRequest } from './request-rules.js';

const told = (changes: Partial<RepairRequest>) =>
  faultsOfRequest({ ...request, ...changes }, today).map(({ field, code }) => `${field}: ${code}`);
const ofRecord = (changes: Partial<CreditRecord>) => told({ record: { ...record, ...changes } });

test('a request in order has no fault', () => expect(told({})).toEqual([]));

test('the code of the applicant is one', () =>
  expect(told({ applicant: { ...request.applicant, creditCode: 'X' } })).toEqual(['applicant.creditCode: creditCode']));

describe('days', () => {
  test('nothing was found, shown, ruled or served tomorrow', () => {
    const tomorrow = '2026-09-11';
    expect(ofRecord({ foundOn: tomorrow, publishedOn: null })).toEqual(['record.foundOn: dateInFuture']);
    expect(ofRecord({ publishedOn: tomorrow })).toEqual(['record.publishedOn: dateInFuture']);
    expect(told({ ruling: { ...ruling, ruledOn: tomorrow } })).toEqual(['ruling.ruledOn: dateInFuture']);
    expect(told({ notice: { number: '1', servedOn: tomorrow } })).toEqual(['notice.servedOn: dateInFuture']);
    expect(ofRecord({ publishedOn: today })).toEqual([]);
    expect(ofRecord({ class: 'minor', foundOn: today, publishedOn: today })).toEqual([]);
    expect(told({ ruling: { ...ruling, ruledOn: today } })).toEqual([]);
    expect(told({ notice: { number: '1', servedOn: today } })).toEqual([]);
  });

  test('a record is not shown before it is made', () => {
    expect(ofRecord({ publishedOn: '2026-03-09' })).toEqual(['record.publishedOn: publishedBeforeFinding']);
    expect(ofRecord({ publishedOn: '2026-03-10' })).toEqual([]);
    expect(ofRecord({ publishedOn: null })).toEqual([]);
  });
});

test('what was corrected is said, but for bankruptcy', () => {
  expect(told({ corrections: ' ' })).toEqual(['corrections: notCorrected']);
  expect(told({ corrections: '', ruling })).toEqual([]);
});

describe('the minimum period', () => {
  const found = (foundOn: string) => ({ record: { ...record, foundOn, publishedOn: null } });

  test('is told with the day from which one may ask', () => {
    expect(faultsOfRequest({ ...request, ...found('2026-06-10') }, today)).toEqual([
      { code: 'minimumNotReached', field: 'record.foundOn', params: { from: '2026-09-11' } },
    ]);
    expect(told(found('2026-06-09'))).toEqual([]);
  });

  test('is not asked of who brings the ruling of a court', () =>
    expect(told({ ...found('2026-09-01'), ruling })).toEqual([]));

  test('is not told beside a fault of what it is counted from', () =>
    expect(told({ record: { ...record, foundOn: '2026-06-20', publishedOn: '2026-06-01' } })).toEqual([
      'record.publishedOn: publishedBeforeFinding',
    ]));

  test('that was read nowhere keeps nobody out', () =>
    expect(faultsOfRequest({ ...request, ...found('2026-03-01') }, '2026-03-31')).toEqual([]));

  test('minor conduct has none', () =>
    expect(ofRecord({ class: 'minor', foundOn: '2026-09-01', publishedOn: null })).toEqual([]));
});
