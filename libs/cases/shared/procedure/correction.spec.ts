import { circumstances, told } from '../../testing/machine.js';
import { after, answer, bodies, file, when } from '../../testing/procedure-file.js';
import { decideProcedure } from './decide.js';
import { stepped } from './steps.js';

describe('the day of a recorded fact', () => {
  const noted = after(file, 'addNote', {}, '2025-09-06');

  test('is corrected with both readings, and the clocks get the true instant', () => {
    expect(when(noted, 'correctFact', { event: 'e1', is: '2025-09-03' })).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'FactCorrected',
          data: {
            event: 'e1',
            revision: '1',
            eventType: 'NoteAdded',
            field: 'occurredAt',
            was: '2025-09-06',
            is: '2025-09-03',
            occurredAt: '2025-09-03T00:00:00+08:00',
            reason: '登记有误',
          },
        },
      ],
    });
  });

  test('is not corrected to what it reads already, to tomorrow, or to before the lodging', () => {
    expect(answer(noted, 'correctFact', { event: 'e1', is: '2025-09-06' })).toEqual(['is: readsSoAlready']);
    expect(answer(noted, 'correctFact', { event: 'e1', is: '2025-09-11' })).toEqual(['is: dateInFuture']);
    expect(answer(noted, 'correctFact', { event: 'e1', is: '2025-09-10' })).toEqual(['FactCorrected']);
    expect(answer(noted, 'correctFact', { event: 'e1', is: '2025-08-31' })).toEqual(['is: beforePreviousStep']);
    expect(answer(noted, 'correctFact', { event: 'e1', is: '2025-09-01' })).toEqual(['FactCorrected']);
  });

  test('may be corrected again, to another', () => {
    const once = after(noted, 'correctFact', { event: 'e1', is: '2025-09-03' });
    expect(once.procedure.events.map(({ on }) => on)).toEqual(['2025-09-01', '2025-09-03', '2025-09-10']);
    expect(answer(once, 'correctFact', { event: 'e1', is: '2025-09-03' })).toEqual(['is: readsSoAlready']);
    expect(when(once, 'correctFact', { event: 'e1', is: '2025-09-04' })).toMatchObject({
      events: [{ data: { was: '2025-09-03', is: '2025-09-04' } }],
    });
  });

  test.each(['2025-02-30', '2025-9-3', '2025-09-0x', '昨天', '1', '', '0001-01-01', '2025-09-03T00:00:00+08:00'])(
    'is not corrected to %j, which is no day: neither of the lodging nor of what followed it',
    (is) => {
      for (const event of ['e0', 'e1']) expect(answer(noted, 'correctFact', { event, is })).toEqual(['is: notADay']);
    },
  );

  test('of the lodging may lie before it', () =>
    expect(answer(file, 'correctFact', { is: '2025-08-20' })).toEqual(['FactCorrected']));
});

describe('the day of what came in two halves', () => {
  const issued = after(after(file, 'issueDocument', {}, '2025-09-06'), 'issueDocument', {}, '2025-09-07');
  const served = after(issued, 'serveDocument', { document: 2 }, '2025-09-08');

  test('of a document is the one which the file has of it, and no other’s', () => {
    const once = after(served, 'correctFact', { event: 'e2', is: '2025-09-05' });
    expect(once.procedure.documents.map(({ issuedOn }) => issuedOn)).toEqual(['2025-09-06', '2025-09-05']);
    expect(answer(served, 'correctFact', { event: 'e2', is: '2025-09-08' })).toEqual(['FactCorrected']);
    expect(answer(served, 'correctFact', { event: 'e2', is: '2025-09-09' })).toEqual(['is: afterNextStep']);
    expect(answer(served, 'correctFact', { event: 'e1', is: '2025-09-09' })).toEqual(['FactCorrected']);
  });

  test('of a pause is the one from which it runs, and not past its end', () => {
    const paused = after(file, 'pauseHandling', { ground: 'negotiation' }, '2025-09-05');
    const both = after(paused, 'pauseHandling', { ground: 'forceMajeure' }, '2025-09-06');
    const resumed = after(both, 'resumeHandling', { ground: 'forceMajeure' }, '2025-09-08');
    const once = after(resumed, 'correctFact', { event: 'e2', is: '2025-09-07' });
    expect(once.procedure.pauses).toMatchObject([{ from: '2025-09-05' }, { from: '2025-09-07', to: '2025-09-08' }]);
    expect(once.procedure.documents).toEqual([]);
    expect(answer(resumed, 'correctFact', { event: 'e2', is: '2025-09-09' })).toEqual(['is: afterNextStep']);
    expect(answer(resumed, 'correctFact', { event: 'e1', is: '2025-09-09' })).toEqual(['FactCorrected']);
  });
});

describe('the other half of what came in two', () => {
  test('the day of service follows its correction, and lies no sooner than the issue', () => {
    const issued = after(after(file, 'issueDocument', {}, '2025-09-06'), 'issueDocument', {}, '2025-09-06');
    const served = after(issued, 'serveDocument', { document: 2 }, '2025-09-09');
    const once = after(served, 'correctFact', { event: 'e3', is: '2025-09-07' });
    expect(once.procedure.documents.map(({ servedOn }) => servedOn)).toEqual([null, '2025-09-07']);
    expect(once.procedure.corrections).toMatchObject([{ was: '2025-09-09', is: '2025-09-07' }]);
    expect(answer(served, 'correctFact', { event: 'e3', is: '2025-09-05' })).toEqual(['is: beforePreviousStep']);
    expect(answer(served, 'correctFact', { event: 'e3', is: '2025-09-10' })).toEqual(['FactCorrected']);
  });

  test('the end of a pause follows its correction, within the pause and the next of its ground', () => {
    const days = (view: typeof file) => view.procedure.pauses.map(({ from, to }) => [from, to]);
    const ended = ['2025-09-02', '2025-09-04'].reduce(
      (view, on, i) => after(view, i === 0 ? 'pauseHandling' : 'resumeHandling', { ground: 'negotiation' }, on),
      file,
    );
    const again = after(ended, 'pauseHandling', { ground: 'negotiation' }, '2025-09-07');
    expect(days(after(again, 'correctFact', { event: 'e2', is: '2025-09-06' }))).toEqual([
      ['2025-09-02', '2025-09-06'],
      ['2025-09-07', null],
    ]);
    const read = (is: string) => answer(again, 'correctFact', { event: 'e2', is });
    expect([read('2025-09-01'), read('2025-09-02'), read('2025-09-07'), read('2025-09-08')]).toEqual([
      ['is: beforePreviousStep'],
      ['FactCorrected'],
      ['FactCorrected'],
      ['is: afterNextStep'],
    ]);
    expect(answer(ended, 'correctFact', { event: 'e2', is: '2025-09-10' })).toEqual(['FactCorrected']);
  });

  test('every day on the file follows the correction of what it came by', () => {
    const acts = ['recordFirstContact', 'arrangeJointHandling', 'objectToDispatch', 'rateSatisfaction'] as const;
    const filed = [...acts, 'objectToOutcome' as const].reduce(
      (view, name) => (name === 'objectToDispatch' ? { ...view, procedure: dispatched(view) } : after(view, name)),
      file,
    );
    const { events } = filed.procedure;
    const all = events.slice(1).reduce((view, { id }) => {
      return after(view, 'correctFact', { event: id, is: '2025-09-08' });
    }, filed).procedure;
    expect([all.contactedOn, all.joint?.on, all.dispatchObjection?.on, all.satisfaction?.on]).toEqual(
      Array.from({ length: 4 }, () => '2025-09-08'),
    );
    expect(all.outcomeObjections.map(({ on }) => on)).toEqual(['2025-09-08']);
  });
});

/** While offices act together no dispatch is objected to: it was before. */
function dispatched({ procedure }: typeof file): typeof file.procedure {
  const objected = after({ ...file, procedure: { ...procedure, joint: null } }, 'objectToDispatch').procedure;
  return { ...objected, joint: procedure.joint };
}

test('the day of a pause is not read into the one of its ground before it, nor before the lodging', () => {
  const other = after(file, 'pauseHandling', { ground: 'forceMajeure' }, '2025-09-02');
  const first = after(other, 'pauseHandling', { ground: 'negotiation' }, '2025-09-02');
  const ended = after(first, 'resumeHandling', { ground: 'negotiation' }, '2025-09-04');
  const again = after(ended, 'pauseHandling', { ground: 'negotiation' }, '2025-09-07');
  expect(answer(again, 'correctFact', { event: 'e4', is: '2025-09-03' })).toEqual(['is: beforePreviousStep']);
  expect(answer(again, 'correctFact', { event: 'e4', is: '2025-09-04' })).toEqual(['FactCorrected']);
  expect(answer(again, 'correctFact', { event: 'e2', is: '2025-09-01' })).toEqual(['FactCorrected']);
  expect(answer(again, 'correctFact', { event: 'e2', is: '2025-08-31' })).toEqual(['is: beforePreviousStep']);
  expect(answer(again, 'correctFact', { event: 'e4', is: '2025-09-10' })).toEqual(['FactCorrected']);
});

describe('the day of a step', () => {
  const noted = ['2025-09-02', '2025-09-04', '2025-09-06', '2025-09-08'].reduce(
    (at, on) => after(at, 'addNote', {}, on),
    file,
  );
  // The first and the third moved the status of a kind; the second and the fourth stand beside.
  const moved = { ...noted, procedure: stepped(stepped(stepped(noted.procedure, 'e1'), 'e3'), 'e3') };
  const read = (event: string, is: string) => when(moved, 'correctFact', { event, is });
  const refused = (code: string, params: object) => ({ outcome: 'refused', refusals: [{ code, field: 'is', params }] });

  test('is between those of the steps beside it', () => {
    expect(moved.procedure.steps).toEqual(['e1', 'e3']);
    expect(read('e1', '2025-09-01')).toMatchObject({ outcome: 'accepted' });
    expect(read('e1', '2025-08-31')).toEqual(refused('beforePreviousStep', { since: '2025-09-01' }));
    expect(read('e1', '2025-09-06')).toMatchObject({ outcome: 'accepted' });
    expect(read('e1', '2025-09-07')).toEqual(refused('afterNextStep', { until: '2025-09-06' }));
    expect(read('e3', '2025-09-01')).toEqual(refused('beforePreviousStep', { since: '2025-09-02' }));
    expect(read('e3', '2025-09-10')).toMatchObject({ outcome: 'accepted' });
    expect(read('e0', '2025-09-03')).toEqual(refused('afterNextStep', { until: '2025-09-02' }));
  });

  test('bounds nothing that stands beside', () => {
    expect(read('e2', '2025-09-10')).toMatchObject({ outcome: 'accepted' });
    expect(read('e4', '2025-09-01')).toMatchObject({ outcome: 'accepted' });
  });

  test('goes by the days as they were last corrected', () => {
    const later = after(moved, 'correctFact', { event: 'e3', is: '2025-09-09' });
    expect(answer(later, 'correctFact', { event: 'e1', is: '2025-09-09' })).toEqual(['FactCorrected']);
    expect(answer(later, 'correctFact', { event: 'e1', is: '2025-09-10' })).toEqual(['is: afterNextStep']);
  });
});

describe('a text of a recorded fact', () => {
  const text = { event: 'e0', field: 'title', was: '合同', is: '补充合同' };

  test('is corrected with both readings, and no instant', () => {
    const decision = when(file, 'correctFact', text);
    expect(decision).toMatchObject({ events: [{ data: { field: 'title', was: '合同', is: '补充合同' } }] });
    expect(JSON.stringify(decision)).not.toContain('occurredAt');
  });

  test('is one that can be corrected, to a reading that it can have', () => {
    expect(answer(file, 'correctFact', { ...text, field: 'total' })).toEqual(['field: notCorrectable']);
    expect(answer(file, 'correctFact', { ...text, was: null })).toEqual(['field: notCorrectable']);
    expect(answer(file, 'correctFact', { ...text, is: '' })).toEqual(['is: notADay']);
    expect(answer(file, 'correctFact', { ...text, is: '合同' })).toEqual(['is: readsSoAlready']);
  });

  test('that was a day stays one', () => {
    const day = { ...text, was: '2025-06-01' };
    expect(answer(file, 'correctFact', { ...day, is: '2025-02-30' })).toEqual(['is: notADay']);
    expect(answer(file, 'correctFact', { ...day, is: '2025-06-02' })).toEqual(['FactCorrected']);
  });

  test('reads as it was last corrected', () => {
    const once = after(file, 'correctFact', text);
    expect(answer(once, 'correctFact', text)).toEqual(['is: readsSoAlready']);
    expect(when(once, 'correctFact', { ...text, is: '合同' })).toMatchObject({
      events: [{ data: { was: '补充合同', is: '合同' } }],
    });
    expect(once.procedure.events[0]?.on).toBe('2025-09-01');
  });

  test('of another event or another field has nothing to do with it', () => {
    const once = after(after(file, 'addNote'), 'correctFact', { ...text, event: 'e1', is: '甲' });
    expect(when(once, 'correctFact', text)).toMatchObject({ events: [{ data: { was: '合同' } }] });
    const dayOf = after(file, 'correctFact', { is: '2025-08-20' });
    expect(when(dayOf, 'correctFact', text)).toMatchObject({ events: [{ data: { was: '合同' } }] });
  });
});

test('what is not on the file is not corrected, nor is a correction', () => {
  expect(answer(file, 'correctFact', { event: 'e9' })).toEqual(['event: noSuchEvent']);
  const once = after(file, 'correctFact', { is: '2025-08-20' });
  expect(answer(once, 'correctFact', { event: 'e1' })).toEqual(['event: notCorrectable']);
});

test('nothing is recorded ahead of itself', () => {
  const command = { name: 'correctFact', body: bodies.correctFact } as const;
  expect(told(decideProcedure(command, file, circumstances('2025-09-11', '2025-09-10')))).toEqual([
    'occurredOn: dateInFuture',
  ]);
});
