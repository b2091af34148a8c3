import { given, then, told, toTimeBar, when, wayTo } from '../testing/ip-fast-track-machine.js';
import { command, hearingDay, lodging, matters } from '../testing/ip-fast-track.js';
import type { Command } from './commands.js';

const reopened = (way: readonly Command[]) => then(given(way), 'reopen');

describe('every ending by an office can be objected to, and the case taken up again', () => {
  test.each([
    ['a ruling', wayTo.concluded, 'inAdjudication'],
    ['a filing refused', [lodging(matters.adjudication), refusal()], 'requestFiled'],
    ['a case cancelled before the service', wayTo.cancelled, 'caseFiled'],
    ['a case cancelled after it', [...wayTo.inAdjudication, command('cancelCase')], 'inAdjudication'],
    ['a request that counts as withdrawn', toTimeBar, 'inAdjudication'],
    ['a case sent to another body for its jurisdiction', elsewhere(), 'inAdjudication'],
    ['an agreement', wayTo.agreed, 'inMediation'],
    ['a mediation that failed', [...wayTo.inMediation, command('endMediation')], 'inMediation'],
    ['a mediation not filed', wayTo.refused, 'mediationRequested'],
    ['priority that ended', [...wayTo.underPriority, command('endPriority')], 'underPriority'],
    ['priority refused', [...wayTo.recommended, command('refusePriority', { ground: 'other' })], 'priorityRequested'],
    ['a complaint decided', [...wayTo.resultIssued, command('feedBack')], 'inHandling'],
    ['a complaint declined', [...wayTo.complaintLodged, command('declineComplaint')], 'complaintLodged'],
    ['a complaint referred at once', wayTo.referred, 'complaintLodged'],
    ['a complaint referred later', [...wayTo.inHandling, command('referToBody')], 'inHandling'],
    ['a complaint terminated', wayTo.terminated, 'inHandling'],
  ])('%s', (_, way, status) => {
    const objected = then(given(way), 'objectToOutcome');
    const upheld = then(objected, 'decideOutcomeObjection');
    expect(then(upheld, 'reopen', { ground: 'objectionUpheld' }).state.status).toBe(status);
  });

  test('by the other side too, where there is one', () => {
    const byOther = { by: 'respondent' } as const;
    expect(told(when(given(wayTo.concluded), 'objectToOutcome', byOther))).toEqual(['OutcomeObjectionRaised']);
    const priority = given([...wayTo.underPriority, command('endPriority')]);
    expect(told(when(priority, 'objectToOutcome', byOther))).toEqual(['by: noRespondentHere']);
  });

  test('but not what the requester withdrew itself: it asks anew', () => {
    for (const way of [wayTo.withdrawn, [...wayTo.awaitingOpinion, command('withdraw')]]) {
      expect(told(when(given(way), 'objectToOutcome'))).toEqual(['withdrawnByRequester']);
      expect(told(when(given(way), 'reopen'))).toEqual(['withdrawnByRequester']);
      expect(told(when(given(way), 'rateSatisfaction'))).toContain('SatisfactionRated');
    }
    const again = given([...toTimeBar, command('reopen'), command('withdraw')]);
    expect(told(when(again, 'reopen'))).toEqual(['withdrawnByRequester']);
  });

  test('nor what went to another case or another platform', () => {
    for (const status of ['merged', 'handedOver'] as const) {
      expect(told(when(given(wayTo[status]), 'reopen'))).toEqual(['notAllowedInStatus']);
    }
  });
});

describe('a reopening opens a run of its own (CNIPA 81)', () => {
  test('in which the steps of Art. 37 are taken anew', () => {
    const extended = [command('extendHandling'), command('extendFurther')];
    const way = [...wayTo.inAdjudication, ...extended, command('cancelCase')];
    const anew = reopened(way);
    expect(told(when(anew, 'extendFurther'))).toEqual(['firstStepMissing']);
    const again = then(anew, 'extendHandling');
    expect(told(when(again, 'extendHandling'))).toEqual(['stepAlreadyTaken']);
    expect(told(when(again, 'extendFurther'))).toEqual(['HandlingExtended']);
  });

  test('in which the filing may be extended and the defects be told anew (Art. 16, 20)', () => {
    const way = [lodging(matters.adjudication), command('extendFiling'), command('tellDefects'), refusal()];
    const anew = reopened(way);
    expect(told(when(anew, 'extendFiling'))).toEqual(['FilingExtended']);
    expect(told(when(anew, 'tellDefects'))).toEqual(['DefectsTold']);
    expect(told(when(anew, 'refuseFiling', { ground: 'notCured' }))).toEqual(['ground: nothingToCure']);
  });

  test('in which a hearing is held and a ruling made anew, under numbers of their own', () => {
    const held = then(given(wayTo.inAdjudication), 'holdHearing', {}, hearingDay);
    const cancelled = then(held, 'cancelCase', {}, hearingDay);
    const anew = then(cancelled, 'reopen', {}, hearingDay);
    expect(told(when(anew, 'issueRuling', { basis: 'hearing' }, hearingDay))).toEqual(['basis: hearingNotHeld']);
    expect(when(anew, 'scheduleHearing', { hearingOn: '2026-05-20' }, hearingDay)).toMatchObject({
      events: [{ type: 'HearingScheduled', data: { hearing: 2 } }],
    });
  });

  test('in which a suit against the ruling before bars no enforcement of the new one (Patent Law, Art. 65)', () => {
    const sued = [...wayTo.ruled, command('recordSuit')];
    expect(told(when(given(sued), 'requestEnforcement'))).toEqual(['suitPending']);
    const others = [...wayTo.ruled, command('recordSuit', { against: 'invalidation' })];
    expect(told(when(given(others), 'requestEnforcement'))).toEqual(['EnforcementRequested']);
    const served = [command('serveRuling'), command('serveRuling', { party: 'respondent' }), command('publishRuling')];
    const anew = reopened([...sued, ...served, command('conclude')]);
    expect(told(when(then(anew, 'issueRuling'), 'requestEnforcement'))).toEqual(['EnforcementRequested']);
  });

  test('in which a case that was stayed is so no longer', () => {
    const anew = reopened([...wayTo.stayed, command('cancelCase')]);
    expect(anew.state.adjudication.stay).toBeNull();
    expect(anew.state.procedure.pauses.every(({ to }) => to !== null)).toBe(true);
    expect(told(when(anew, 'orderStay'))).toEqual(['StayOrdered', 'HandlingPaused']);
  });

  test('in which the other side is asked again, and a new agreement notarised', () => {
    const asked = then(reopened(wayTo.refused), 'serveMediationRequest');
    expect(told(when(asked, 'recordOpinion'))).toEqual(['MediationOpinionReceived']);
    const agreed = then(reopened([...wayTo.agreed, command('notariseAgreement')]), 'agreeMediation');
    expect(told(when(agreed, 'notariseAgreement'))).toEqual(['AgreementNotarised']);
  });
});

function refusal(): Command {
  const { conditions } = (command('refuseFiling') as Extract<Command, { name: 'refuseFiling' }>).body;
  return command('refuseFiling', { ground: 'conditionNotMet', conditions: { ...conditions, noCourtCase: false } });
}

function elsewhere(): readonly Command[] {
  const decided = command('decideJurisdiction', { outcome: 'upheld', body: '江苏省知识产权局' });
  return [...wayTo.inAdjudication, command('objectJurisdiction'), decided];
}
