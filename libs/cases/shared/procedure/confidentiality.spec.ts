import { after, answer, file, when } from '../../testing/procedure-file.js';
import type { MarkedPart } from './events.js';
import { evolveProcedure } from './state.js';
import { stepped } from './steps.js';
import { procedureSummary } from './summary.js';

const filed = after(after(file, 'addEvidence'), 'addNote');
const evidence: MarkedPart = { event: 'e1', revision: '1', by: 'complainant' };
const mark = (view: typeof file, by: 'office' | 'complainant' | 'respondent', part: MarkedPart | 'nothing' | null) =>
  answer(view, 'markConfidential', { by, part });

test('an office marks the whole file, or one entry of it', () => {
  expect(mark(filed, 'office', null)).toEqual(['ConfidentialityMarked']);
  expect(mark(filed, 'office', evidence)).toEqual(['ConfidentialityMarked']);
  const whole = after(filed, 'markConfidential');
  expect(procedureSummary(whole.procedure)).toMatchObject({ confidential: ['tradeSecret'], markedParts: [] });
  const part = after(filed, 'markConfidential', { part: evidence });
  expect(procedureSummary(part.procedure)).toMatchObject({
    confidential: [],
    markedParts: [{ ...evidence, mark: 'tradeSecret' }],
  });
});

test('a party marks what it brought itself, and nothing else', () => {
  expect(mark(filed, 'complainant', evidence)).toEqual(['ConfidentialityMarked']);
  expect(mark(filed, 'respondent', evidence)).toEqual(['event: notYourPart']);
  expect(mark(filed, 'complainant', { ...evidence, by: 'office' })).toEqual(['event: notYourPart']);
  expect(mark(filed, 'complainant', null)).toEqual(['event: notYourPart']);
});

test('what is not on the file is not marked, nor the lodging, a step, a correction or a mark', () => {
  const corrected = after(after(filed, 'correctFact', { event: 'e2', is: '2025-09-08' }), 'markConfidential');
  const moved = { ...corrected, procedure: stepped(corrected.procedure, 'e2') };
  expect(mark(moved, 'office', 'nothing')).toEqual(['event: noSuchEvent']);
  for (const event of ['e0', 'e2', 'e3', 'e4', 'e9'])
    expect([event, mark(moved, 'office', { ...evidence, event })]).toEqual([event, ['event: notMarkable']]);
});

test.each([
  ['InstalmentsOffered', 'respondent'],
  ['NonCashOffered', 'respondent'],
  ['ReceivableConfirmationRequested', 'complainant'],
] as const)('%s, which the other party has to answer, is not hidden from it by its author', (type, by) => {
  const on = '2025-09-10';
  const procedure = evolveProcedure(filed.procedure, { id: 'e3', revision: '3', type, on, data: {} });
  const offered = { ...filed, procedure };
  const part: MarkedPart = { event: 'e3', revision: '3', by };
  expect(mark(offered, by, part)).toEqual(['event: notMarkable']);
  expect(mark(offered, 'office', part)).toEqual(['ConfidentialityMarked']);
});

test('one thing bears one mark once; two things, or two marks, are two', () => {
  const marked = after(filed, 'markConfidential', { part: evidence });
  expect(mark(marked, 'office', evidence)).toEqual(['mark: alreadyMarked']);
  expect(mark(marked, 'office', null)).toEqual(['ConfidentialityMarked']);
  expect(answer(marked, 'markConfidential', { part: evidence, mark: 'stateSecret' })).toEqual([
    'ConfidentialityMarked',
  ]);
});

test('a mark stands until it is lifted, by an office or by the party which may set it', () => {
  const marked = after(after(filed, 'markConfidential', { part: evidence }), 'markConfidential');
  const lift = (by: 'office' | 'complainant' | 'respondent', event: string) =>
    answer(marked, 'liftConfidentiality', { by, event });
  expect([lift('office', 'e3'), lift('complainant', 'e3'), lift('respondent', 'e3')]).toEqual([
    ['ConfidentialityLifted'],
    ['ConfidentialityLifted'],
    ['event: notYourPart'],
  ]);
  expect([lift('complainant', 'e4'), lift('office', 'e2')]).toEqual([['event: notYourPart'], ['event: noSuchMark']]);
  expect(when(marked, 'liftConfidentiality', { event: 'e3' })).toMatchObject({
    events: [{ data: { mark: 'tradeSecret', part: evidence } }],
  });
  const lifted = after(marked, 'liftConfidentiality', { event: 'e3' });
  expect(lifted.procedure.marks).toEqual([{ event: 'e4', mark: 'tradeSecret', part: null }]);
  expect(lifted.procedure.confidential).toEqual(['tradeSecret']);
});
