import { circumstances, testedCase, told } from '../../testing/machine.js';
import { after, answer, bodies, file, today, when } from '../../testing/procedure-file.js';
import { decideProcedure } from './decide.js';

const other = bodies.linkCase.to!;
const third = { caseId: '0192a000-0000-8000-8000-0000000000fe', caseNumber: 'OP-2025-0000-0000-0003' };
const itself = { caseId: testedCase, caseNumber: file.caseNumber };
const startedOn = (on: string) => {
  const events = file.procedure.events.map((event) => ({ ...event, on }));
  return { ...file, procedure: { ...file.procedure, events } };
};

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
  const into = bodies.mergeCase.into!;

  test('is into another open case of the kind', () => {
    expect(answer(file, 'mergeCase', { into: null })).toEqual(['case: noSuchCase']);
    expect(answer(file, 'mergeCase', { into: { ...into, ...itself } })).toEqual(['case: sameCase']);
    expect(answer(file, 'mergeCase', { into: { ...into, open: false } })).toEqual(['case: mergeIntoClosed']);
    const complaint = { ...into, caseNumber: 'CO-2025-0000-0000-0002' };
    expect(answer(file, 'mergeCase', { into: complaint })).toEqual(['case: otherKind']);
  });

  test('is into a case of the same complainant', () =>
    expect(answer(file, 'mergeCase', { into: { ...into, complainantCode: '91500110MADEM0100R' } })).toEqual([
      'case: otherComplainant',
    ]));

  test('is into the earlier case: by the day of the lodging, then by the id', () => {
    const at = (recordedOn: string, caseId = into.caseId) =>
      answer(file, 'mergeCase', { into: { ...into, recordedOn, caseId } });
    expect(at('2025-08-31')).toEqual(['CaseMerged']);
    expect(at('2025-09-02')).toEqual(['case: mergeIntoLater']);
    expect(at('2025-09-01', '0192a000-0000-8000-8000-0000000000ff')).toEqual(['case: mergeIntoLater']);
    expect(at('2025-09-01', '0192a000-0000-8000-8000-000000000000')).toEqual(['CaseMerged']);
  });

  test('goes by the day recorded first, so that no correction lets two mergers cross', () => {
    const earlier = after(file, 'correctFact', { is: '2025-08-10' });
    const corrected = after(earlier, 'correctFact', { field: 'title', was: '合同', is: '补充合同' });
    const at = (recordedOn: string) => answer(corrected, 'mergeCase', { into: { ...into, recordedOn } });
    expect(at('2025-08-20')).toEqual(['CaseMerged']);
    expect(at('2025-09-02')).toEqual(['case: mergeIntoLater']);
  });

  test('that crosses another is never taken with it: of two cases one alone is the earlier', () => {
    const days = ['2025-08-31', '2025-09-01', '2025-09-02'];
    const ids = ['0192a000-0000-8000-8000-000000000000', '0192a000-0000-8000-8000-0000000000ff'];
    for (const recordedOn of days) {
      for (const caseId of ids) {
        const there = { ...into, recordedOn, caseId };
        const back = { ...into, caseId: testedCase, recordedOn: '2025-09-01' };
        const otherFile = startedOn(recordedOn);
        const crossing = decideProcedure({ name: 'mergeCase', body: { into: back, ground: '重复' } }, otherFile, {
          ...circumstances(today),
          caseId,
        });
        expect([told(crossing), answer(file, 'mergeCase', { into: there })].flat().sort()).toEqual([
          'CaseMerged',
          'case: mergeIntoLater',
        ]);
      }
    }
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
