import { after, answer, file, when } from '../../testing/procedure-file.js';

describe('satisfaction', () => {
  test('is the complainant’s own, and said once', () => {
    expect(answer(file, 'rateSatisfaction', { by: 'respondent' })).toEqual(['complainantsOwn']);
    expect(answer(file, 'rateSatisfaction', { by: 'office' })).toEqual(['complainantsOwn']);
    expect(answer(after(file, 'rateSatisfaction'), 'rateSatisfaction')).toEqual(['alreadyRated']);
  });

  test('comes after the conclusion', () =>
    expect(answer(file, 'rateSatisfaction', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']));

  test.each([1, 2] as const)('of %d is a bad review, to be looked into once', (rating) => {
    expect(answer(file, 'rateSatisfaction', { rating })).toEqual(['SatisfactionRated', 'BadReviewReceived']);
    expect(when(file, 'rateSatisfaction', { rating })).toMatchObject({ events: [{}, { data: { rating } }] });
    const rated = after(file, 'rateSatisfaction', { rating }, '2025-09-08');
    expect(rated.procedure.satisfaction).toMatchObject({ rating, on: '2025-09-08', checked: false });
    expect(answer(rated, 'checkBadReview', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    const checked = after(rated, 'checkBadReview', {}, '2025-09-08');
    expect(checked.procedure.satisfaction?.checked).toBe(true);
    expect(answer(checked, 'checkBadReview')).toEqual(['badReviewChecked']);
  });

  test.each([3, 4, 5] as const)('of %d is none', (rating) => {
    expect(answer(file, 'rateSatisfaction', { rating })).toEqual(['SatisfactionRated']);
    expect(answer(after(file, 'rateSatisfaction', { rating }), 'checkBadReview')).toEqual(['noBadReview']);
  });

  test('not said, nothing is to be looked into; the call may be made all the same', () => {
    expect(answer(file, 'checkBadReview')).toEqual(['noBadReview']);
    expect(answer(file, 'recordFollowUpCall')).toEqual(['FollowUpCallMade']);
  });
});

describe('an objection to the outcome', () => {
  const raised = after(file, 'objectToOutcome', {}, '2025-09-08');

  test('is raised once by each party', () => {
    expect(answer(raised, 'objectToOutcome')).toEqual(['outcomeObjectionOpen']);
    expect(answer(raised, 'objectToOutcome', { by: 'respondent' })).toEqual(['OutcomeObjectionRaised']);
    expect(answer(file, 'objectToOutcome', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']);
  });

  test('is the respondent’s only where there is one', () => {
    const nobody = { ...file, hasRespondent: false };
    expect(answer(nobody, 'objectToOutcome', { by: 'respondent' })).toEqual(['by: noRespondentHere']);
    expect(answer(nobody, 'objectToOutcome')).toEqual(['OutcomeObjectionRaised']);
  });

  test('is decided once, of the party that raised it', () => {
    expect(answer(file, 'decideOutcomeObjection')).toEqual(['by: noOutcomeObjection']);
    expect(answer(raised, 'decideOutcomeObjection', { by: 'respondent' })).toEqual(['by: noOutcomeObjection']);
    expect(answer(raised, 'decideOutcomeObjection', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    const decided = after(raised, 'decideOutcomeObjection', { upheld: false });
    expect(answer(decided, 'decideOutcomeObjection')).toEqual(['by: outcomeObjectionDecided']);
    expect(answer(decided, 'objectToOutcome')).toEqual(['outcomeObjectionDecided']);
    const both = after(after(raised, 'objectToOutcome', { by: 'respondent' }), 'decideOutcomeObjection');
    expect(both.procedure.outcomeObjections.map(({ upheld }) => upheld)).toEqual([true, null]);
  });
});

describe('reopening', () => {
  const upheld = after(after(file, 'objectToOutcome'), 'decideOutcomeObjection');
  const rejected = after(after(file, 'objectToOutcome'), 'decideOutcomeObjection', { upheld: false });

  test('needs an objection upheld, or new facts', () => {
    const ground = 'objectionUpheld';
    expect(answer(file, 'reopen', { ground })).toEqual(['ground: noObjectionUpheld']);
    expect(answer(rejected, 'reopen', { ground })).toEqual(['ground: noObjectionUpheld']);
    expect(answer(upheld, 'reopen', { ground })).toEqual(['CaseReopened']);
    expect(answer(file, 'reopen')).toEqual(['CaseReopened']);
    expect(answer(file, 'reopen', {}, '2025-09-04')).toEqual(['occurredOn: beforePreviousStep']);
  });

  test('opens another run, with its own rating and objections, and leaves no pause open', () => {
    const paused = after(after(upheld, 'rateSatisfaction'), 'pauseHandling', {}, '2025-09-08');
    const again = after(paused, 'reopen', { ground: 'objectionUpheld' });
    expect(again.procedure).toMatchObject({
      run: 2,
      satisfaction: null,
      outcomeObjections: [],
      pauses: [{ from: '2025-09-08', to: '2025-09-10' }],
    });
    expect(when(again, 'reopen')).toMatchObject({ events: [{ data: { run: 3 } }] });
  });
});

test('retaliation, protection and marks of confidentiality are kept', () => {
  const reported = after(after(file, 'reportRetaliation'), 'markProtection');
  const marked = after(after(reported, 'markConfidential'), 'markConfidential', { mark: 'stateSecret' });
  expect(file.procedure).toMatchObject({ retaliationReported: false, protected: false, confidential: [] });
  expect(marked.procedure).toMatchObject({
    retaliationReported: true,
    protected: true,
    confidential: ['tradeSecret', 'stateSecret'],
  });
});
