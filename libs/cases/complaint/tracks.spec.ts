import { bodies, given, leadingTo, then, today, when, type Case } from '../testing/complaint.js';
import { actor, told } from '../testing/machine.js';
import { advanced, steps, trackCommands, type TrackCommandName, type ComplaintTracks } from './tracks.js';

const handled = given('inHandling');
const taken = (names: readonly TrackCommandName[], from: Case = handled): Case =>
  names.reduce((state, name) => then(state, name), from);
const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);

/** Every stage of a track with the steps that lead there. */
const stagesOf = (track: string) => {
  const stages = new Map<string, readonly TrackCommandName[]>([['none', []]]);
  for (const name of trackCommands) {
    if (steps[name].track === track) stages.set(steps[name].to, [...leadingTo(name), name]);
  }
  return stages;
};

describe.each([...new Set(trackCommands.map((name) => steps[name].track))])('the track of the %s', (track) => {
  const own = trackCommands.filter((name) => steps[name].track === track);

  test.each([...stagesOf(track)])('at %s goes on as its table says', (stage, way) => {
    const there = taken(way);
    expect(there.state.tracks[track]?.stage ?? 'none').toBe(stage);
    for (const name of own) {
      const decision = when(there, name);
      if ((steps[name].from as readonly string[]).includes(stage)) expect(told(decision)).toEqual([steps[name].event]);
      else {
        expect(decision).toEqual({
          outcome: 'refused',
          refusals: [{ code: 'trackOutOfOrder', params: { command: name } }],
        });
      }
    }
  });
});

test('the machine of every track stands as it was agreed', () =>
  expect(trackCommands.map((name) => `${steps[name].from.join('|')} -${name}-> ${steps[name].to}`)).toEqual([
    'none|closed -receiveLead-> received',
    'received -extendLeadCheck-> extended',
    'received|extended -checkLead-> checked',
    'checked -decideCaseFiling-> filingDecided',
    'filingDecided -tellReporter-> closed',
    'none|decided -referCompetence-> referred',
    'referred -decideCompetence-> decided',
    'none|held|settled|told -holdMediation-> held',
    'none|held -endMediation-> ended',
    'none|held -agreeSettlement-> settled',
    'ended -tellParties-> told',
    'none -registerPetition-> registered',
    'registered|objected -sortPetition-> sorted',
    'sorted -objectToPetition-> objected',
    'sorted -finishPetition-> finished',
    'finished -requestPetitionReview-> reviewRequested',
    'reviewRequested -decidePetitionReview-> reviewed',
    'reviewed -requestPetitionReReview-> reReviewRequested',
    'reReviewRequested -decidePetitionReReview-> closed',
    'none|decided -filePenaltyCase-> filed',
    'filed -decidePenalty-> decided',
    'none|answered -requestHelp-> asked',
    'asked -answerHelp-> answered',
  ]));

test.each(trackCommands)('%s records what was said', (name) => {
  const decision = when(taken(leadingTo(name)), name);
  const added =
    name === 'extendLeadCheck' ? { approvedBy: actor } : name === 'endMediation' ? { channel: 'smeServiceCentre' } : {};
  expect(eventsOf(decision)).toEqual([{ type: steps[name].event, data: { ...bodies[name], ...added } }]);
});

test('a step is not dated before the one it follows, the first not before the lodging', () => {
  const received = then(handled, 'receiveLead', {}, '2025-09-12');
  expect(when(received, 'checkLead', {}, '2025-09-11')).toEqual({
    outcome: 'refused',
    refusals: [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since: '2025-09-12' } }],
  });
  expect(told(when(received, 'checkLead', {}, '2025-09-12'))).toEqual(['LeadChecked']);
  expect(told(when(received, 'filePenaltyCase', {}, today))).toEqual(['PenaltyCaseFiled']);
  expect(told(when(received, 'filePenaltyCase', {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
});

test('other events advance no track, and an unknown stage takes whatever comes (invariant 15)', () => {
  const tracks: ComplaintTracks = { lead: { stage: 'received', on: today } };
  expect(advanced(tracks, 'NoteAdded', today)).toBe(tracks);
  expect(advanced({}, 'PetitionReviewDecided', today)).toEqual({ petition: { stage: 'reviewed', on: today } });
});

describe('a petition which the sorting did not accept', () => {
  const declined = then(taken(['registerPetition']), 'sortPetition', { accepted: false });

  test('is neither finished nor extended', () => {
    expect(told(when(declined, 'finishPetition'))).toEqual(['petitionNotAccepted']);
    expect(told(when(declined, 'extendHandling'))).toEqual(['noPetition']);
  });

  test('goes on once an objection to that is sorted otherwise, and no more where it is sorted so again', () => {
    const objected = then(declined, 'objectToPetition');
    expect(told(when(then(objected, 'sortPetition'), 'finishPetition'))).toEqual(['PetitionFinished']);
    const again = then(objected, 'sortPetition', { accepted: false });
    expect(told(when(again, 'finishPetition'))).toEqual(['petitionNotAccepted']);
  });
});

describe('the extension of a petition', () => {
  const sorted = taken(['registerPetition', 'sortPetition']);

  test('is of thirty days at most, and once', () => {
    expect(eventsOf(when(sorted, 'extendHandling'))).toEqual([
      { type: 'HandlingExtended', data: { days: 30, reason: '情况复杂', approvedBy: actor } },
    ]);
    expect(when(sorted, 'extendHandling', { days: 31 })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'petitionExtension', field: 'days', params: { longest: 30 } }],
    });
    expect(when(then(sorted, 'extendHandling', { days: 10 }), 'extendHandling')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'extendedOnce', params: { days: 10 } }],
    });
    expect(told(when(sorted, 'extendHandling', {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
  });

  test('no other complaint can be extended', () => {
    expect(told(when(handled, 'extendHandling'))).toEqual(['noPetition']);
    expect(told(when(taken(['registerPetition']), 'extendHandling'))).toEqual(['noPetition']);
  });
});

test('a settlement, a refund or a referral is a fact on which a local ground may rest', () => {
  const needing = (needs: string) => ({ ground: { code: 'x', validFrom: '2025-01-01', validTo: null, needs } });
  const accepted = given('accepted');
  const settled = then(accepted, 'agreeSettlement');
  expect(told(when(settled, 'terminate', needing('settlement')))).toEqual(['HandlingTerminated']);
  expect(told(when(accepted, 'terminate', needing('settlement')))).toEqual(['ground: groundNeedsFact']);
  expect(told(when(then(accepted, 'holdMediation'), 'terminate', needing('settlement')))).toEqual([
    'ground: groundNeedsFact',
  ]);
  expect(told(when(accepted, 'terminate', needing('refund')))).toEqual(['ground: groundNeedsFact']);
  expect(told(when(then(handled, 'recordRefund'), 'terminate', needing('refund')))).toEqual(['HandlingTerminated']);
  expect(told(when(accepted, 'terminate', needing('referral')))).toEqual(['ground: groundNeedsFact']);
  expect(told(when(handled, 'terminate', needing('referral')))).toEqual(['HandlingTerminated']);
});
