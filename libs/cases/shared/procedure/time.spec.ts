import { after, answer, file, when } from '../../testing/procedure-file.js';

describe('pauses', () => {
  const paused = after(file, 'pauseHandling', {}, '2025-09-06');
  const resumed = after(paused, 'resumeHandling', {}, '2025-09-08');

  test('have a ground of the kind’s law, or one which the operator has, in force and on a file that fits it', () => {
    const own = { code: 'holiday', validFrom: '2025-01-01', validTo: '2025-09-09', needs: 'proceedings' };
    const pause = (local: typeof own | null, on: string) =>
      answer(file, 'pauseHandling', { ground: 'holiday', local }, on);
    expect(pause(null, '2025-09-09')).toEqual(['ground: pauseGroundUnknown']);
    expect(pause(own, '2025-09-09')).toEqual(['HandlingPaused']);
    expect(pause(own, '2025-09-10')).toEqual(['ground: groundNotInForce']);
    expect(pause({ ...own, needs: 'settlement' }, '2025-09-09')).toEqual(['ground: groundNeedsFact']);
    expect(answer(file, 'pauseHandling', { ground: 'forceMajeure', local: null })).toEqual(['HandlingPaused']);
  });

  test('come in pairs: none in another of its ground, none resumed that was not', () => {
    expect(answer(paused, 'pauseHandling')).toEqual(['ground: alreadyPaused']);
    expect(answer(file, 'resumeHandling')).toEqual(['ground: notPaused']);
    expect(answer(resumed, 'resumeHandling')).toEqual(['ground: notPaused']);
    expect(resumed.procedure.pauses).toMatchObject([{ ground: 'negotiation', from: '2025-09-06', to: '2025-09-08' }]);
  });

  test('of different grounds run beside one another', () => {
    const both = after(paused, 'pauseHandling', { ground: 'forceMajeure' });
    expect(answer(both, 'resumeHandling', { ground: 'forceMajeure' })).toEqual(['HandlingResumed']);
    const one = after(both, 'resumeHandling');
    expect(one.procedure.pauses.map(({ to }) => to)).toEqual(['2025-09-10', null]);
    expect(answer(file, 'resumeHandling', { ground: 'forceMajeure' })).toEqual(['ground: notPaused']);
  });

  test('of one ground do not overlap, however they are dated back', () => {
    expect(when(resumed, 'pauseHandling', {}, '2025-09-07')).toMatchObject({
      refusals: [{ code: 'pauseOverlaps', field: 'occurredOn', params: { from: '2025-09-06', to: '2025-09-08' } }],
    });
    expect(answer(resumed, 'pauseHandling', {}, '2025-09-05')).toEqual(['occurredOn: pauseOverlaps']);
    expect(answer(resumed, 'pauseHandling', {}, '2025-09-08')).toEqual(['HandlingPaused']);
    expect(answer(resumed, 'pauseHandling', { ground: 'forceMajeure' }, '2025-09-07')).toEqual(['HandlingPaused']);
  });

  test('do not end before they began', () => {
    expect(answer(paused, 'resumeHandling', {}, '2025-09-05')).toEqual(['occurredOn: beforePreviousStep']);
    expect(answer(paused, 'resumeHandling', {}, '2025-09-06')).toEqual(['HandlingResumed']);
  });
});

describe('days', () => {
  test('nothing takes effect tomorrow, or before the lodging', () => {
    expect(when(file, 'addNote', {}, '2025-08-31')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since: '2025-09-01' } }],
    });
    expect(answer(file, 'addNote', {}, '2025-09-01')).toEqual(['NoteAdded']);
  });

  test('a fault of the day is told beside the others', () =>
    expect(answer(file, 'mergeCase', { into: null }, '2025-09-04')).toEqual([
      'occurredOn: beforePreviousStep',
      'case: noSuchCase',
    ]));
});
