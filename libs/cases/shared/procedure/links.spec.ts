import { testedCase } from '../../testing/machine.js';
import { after, answer, bodies, file, when } from '../../testing/procedure-file.js';

const other = bodies.linkCase.to!;
const third = { caseId: '0192a000-0000-8000-8000-0000000000fe', caseNumber: 'OP-2025-0000-0000-0003' };
const itself = { caseId: testedCase, caseNumber: file.caseNumber };

describe('links', () => {
  const linked = after(file, 'linkCase');

  test('lead to another case that is there', () => {
    expect(linked.procedure.links).toEqual([{ ...other, relation: 'related' }]);
    expect(answer(file, 'linkCase', { to: null })).toEqual(['case: noSuchCase']);
    expect(answer(file, 'linkCase', { to: itself })).toEqual(['case: sameCase']);
  });

  test('are made once of each relation', () => {
    expect(answer(linked, 'linkCase')).toEqual(['case: alreadyLinked']);
    expect(answer(linked, 'linkCase', { relation: 'duplicate' })).toEqual(['CaseLinked']);
    expect(answer(linked, 'linkCase', { to: third })).toEqual(['CaseLinked']);
  });

  test('are undone where they are', () => {
    expect(answer(file, 'unlinkCase')).toEqual(['case: notLinked']);
    expect(answer(linked, 'unlinkCase', { to: third })).toEqual(['case: notLinked']);
    const both = after(linked, 'linkCase', { to: third });
    expect(after(both, 'unlinkCase').procedure.links).toEqual([{ ...third, relation: 'related' }]);
  });
});

describe('a merger', () => {
  test('is into another open case of the kind', () => {
    expect(answer(file, 'mergeCase', { into: null })).toEqual(['case: noSuchCase']);
    expect(answer(file, 'mergeCase', { into: { ...itself, open: true } })).toEqual(['case: sameCase']);
    expect(answer(file, 'mergeCase', { into: { ...other, open: false } })).toEqual(['case: mergeIntoClosed']);
    const complaint = { ...other, caseNumber: 'CO-2025-0000-0000-0002', open: true };
    expect(answer(file, 'mergeCase', { into: complaint })).toEqual(['case: otherKind']);
  });

  test('names the case that goes on, and nothing else of it', () => {
    expect(when(file, 'mergeCase')).toMatchObject({ events: [{ data: { into: other, ground: '重复投诉' } }] });
    expect(JSON.stringify(when(file, 'mergeCase'))).not.toContain('open');
    expect(after(file, 'mergeCase').procedure.mergedInto).toEqual(other);
  });

  test('is a step', () =>
    expect(answer(file, 'mergeCase', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']));

  test('is taken once on the other side', () => {
    const taken = after(file, 'takeMergedCase');
    expect(taken.procedure.taken).toEqual([other]);
    expect(answer(taken, 'takeMergedCase')).toEqual(['alreadyTaken']);
    expect(answer(taken, 'takeMergedCase', { from: third })).toEqual(['MergedCaseTaken']);
  });
});
