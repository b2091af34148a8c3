import { after, answer, file, when } from '../../testing/procedure-file.js';

test('notes are numbered', () => {
  const noted = after(file, 'addNote');
  expect(noted.procedure.notes).toBe(1);
  expect(when(noted, 'addNote')).toMatchObject({ events: [{ data: { note: 2, visibleTo: 'officials' } }] });
});

test('evidence is something', () => {
  expect(answer(file, 'addEvidence', { evidence: [] })).toEqual(['evidence: noEvidence']);
  expect(answer(file, 'addEvidence')).toEqual(['EvidenceAdded']);
});

describe('documents', () => {
  const issued = after(after(file, 'issueDocument', {}, '2025-09-08'), 'issueDocument', { documentKind: 'notice' });

  test('are of a kind which the case has, and numbered', () => {
    expect(answer(file, 'issueDocument', { documentKind: 'ruling' })).toEqual(['documentKind: documentKindUnknown']);
    expect(issued.procedure.documents).toMatchObject([
      { document: 1, documentKind: 'result', to: 'respondent', issuedOn: '2025-09-08', servedOn: null },
      { document: 2, documentKind: 'notice', to: 'respondent', issuedOn: '2025-09-10', servedOn: null },
    ]);
  });

  test('are served after they were issued, to whom they were addressed, and once', () => {
    expect(answer(issued, 'serveDocument', { document: 3 })).toEqual(['document: noSuchDocument']);
    expect(answer(issued, 'serveDocument', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    expect(answer(issued, 'serveDocument', { document: 2 }, '2025-09-09')).toEqual(['occurredOn: beforePreviousStep']);
    expect(when(issued, 'serveDocument', {}, '2025-09-08')).toMatchObject({
      events: [{ data: { document: 1, documentKind: 'result', to: 'respondent', method: 'post', proof: 'EMS 100' } }],
    });
    const served = after(issued, 'serveDocument', {}, '2025-09-09');
    expect(served.procedure.documents.map(({ servedOn }) => servedOn)).toEqual(['2025-09-09', null]);
    expect(when(served, 'serveDocument')).toMatchObject({
      refusals: [{ code: 'alreadyServed', params: { on: '2025-09-09' } }],
    });
  });
});

describe('the supplement (一次告知)', () => {
  test('names its defects, and a day that has not passed or none', () => {
    expect(answer(file, 'requestSupplement', { defects: [] })).toEqual(['defects: noDefects']);
    expect(answer(file, 'requestSupplement', { dueOn: '2025-09-09' })).toEqual(['dueOn: dayPassed']);
    const asked = after(file, 'requestSupplement', { dueOn: '2025-09-10' });
    expect(asked.procedure).toMatchObject({ supplementRequests: 1, supplementDueOn: '2025-09-10' });
  });

  test('is a step', () =>
    expect(answer(file, 'requestSupplement', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']));

  test('is told once; a further request answers for what it arises from', () => {
    const asked = after(file, 'requestSupplement');
    expect(answer(asked, 'requestSupplement')).toEqual(['arisenFrom: toldOnce']);
    expect(answer(asked, 'requestSupplement', { arisenFrom: '重新提交的合同' })).toEqual(['SupplementRequested']);
    expect(answer(file, 'requestSupplement', { arisenFrom: null })).toEqual(['SupplementRequested']);
  });
});
