import { given, invalidation, then, told, when, wayTo, type Case } from '../testing/ip-fast-track-machine.js';
import { bodies, command, ipOffice, lodging, matters, patent, today } from '../testing/ip-fast-track.js';
import type { Command } from './commands.js';
import type { PatentType } from './matter.js';

const handled = (type: PatentType = 'utilityModel', ...further: readonly Command[]) =>
  given([
    lodging({ ...matters.adjudication, patent: { ...patent, type } }),
    command('fileCase'),
    command('serveRespondent'),
    command('recordDefence'),
    ...further,
  ]);
const decided = (outcome: 'granted' | 'refused' | 'partly', kind: 'patent' | 'trademark' = 'patent') =>
  command('recordOfficeStep', { step: 'InvalidationDecided', number: 'W-1', kind, by: 'request', outcome });
const ruled = given(wayTo.ruled);
const actor = { id: 'officer-zhao', name: '赵军' };

describe('the stay (Art. 28)', () => {
  test('pauses the handling until it is resumed', () => {
    expect(when(handled(), 'orderStay')).toEqual({
      outcome: 'accepted',
      events: [
        { type: 'StayOrdered', data: bodies.orderStay },
        { type: 'HandlingPaused', data: { ground: 'stay', reason: 'CNIPA 81, Art. 28' } },
      ],
    });
    const stayed = then(handled(), 'orderStay');
    expect(when(stayed, 'endStay', {}, '2026-03-09')).toEqual({
      outcome: 'accepted',
      events: [
        { type: 'StayEnded', data: { ground: 'partyDied', reason: '继承人参加' } },
        { type: 'HandlingResumed', data: { ground: 'stay', reason: 'CNIPA 81, Art. 28' } },
      ],
    });
    const resumed = then(stayed, 'endStay', {}, '2026-03-09');
    expect(resumed.state).toMatchObject({
      status: 'inAdjudication',
      adjudication: { stay: null },
      procedure: { pauses: [{ ground: 'stay', from: today, to: '2026-03-09' }] },
    });
  });

  test('of a case not served yet goes back to where it was', () => {
    const filed = given([lodging(matters.adjudication), command('fileCase'), command('orderStay')]);
    expect(then(filed, 'endStay').state.status).toBe('caseFiled');
  });

  test('for an invalidation needs one which is pending, and no invention', () => {
    const forInvalidity = (state: Case) => told(when(state, 'orderStay', { ground: 'invalidityAccepted' }));
    expect(forInvalidity(handled())).toEqual(['ground: noInvalidationPending']);
    expect(forInvalidity(handled('design', invalidation))).toEqual(['StayOrdered', 'HandlingPaused']);
    expect(forInvalidity(handled('invention', invalidation))).toEqual(['ground: stayNotForInvention']);
    expect(forInvalidity(handled('utilityModel', invalidation, decided('refused')))).toEqual([
      'ground: noInvalidationPending',
    ]);
  });

  test('must be, before a ruling, while an invalidation is pending', () => {
    const rule = (state: Case) => told(when(state, 'issueRuling'));
    expect(rule(handled('utilityModel', invalidation))).toEqual(['mustStay']);
    expect(rule(handled('invention', invalidation))).toEqual(['RulingIssued']);
    expect(rule(handled('utilityModel', invalidation, command('declineStay')))).toEqual(['RulingIssued']);
    expect(rule(handled('utilityModel', invalidation, command('declineStay'), invalidation))).toEqual(['mustStay']);
    expect(rule(handled('utilityModel', invalidation, decided('refused')))).toEqual(['RulingIssued']);
    expect(rule(handled('utilityModel', invalidation, decided('partly')))).toEqual(['RulingIssued']);
    expect(rule(handled('utilityModel', invalidation, decided('granted')))).toEqual(['patentInvalid']);
    expect(rule(handled('utilityModel', invalidation, decided('granted', 'trademark')))).toEqual(['mustStay']);
    const ofMark = command('recordOfficeStep', {
      step: 'InvalidationRequested',
      number: 'T-1',
      kind: 'trademark',
      grounds: 'relative',
    });
    expect(rule(handled('utilityModel', ofMark))).toEqual(['RulingIssued']);
  });

  test('of two invalidation requests each is pending until it is decided itself', () => {
    const rule = (...steps: readonly Command[]) => told(when(handled('utilityModel', ...steps), 'issueRuling'));
    const second = (name: 'InvalidationRequested' | 'InvalidationDecided', outcome?: 'granted' | 'refused') =>
      command('recordOfficeStep', {
        step: name,
        number: 'W-2',
        kind: 'patent',
        ...(outcome ? { by: 'request', outcome } : { grounds: 'absolute' }),
      });
    const both = [invalidation, second('InvalidationRequested')] as const;
    expect(rule(...both, decided('refused'))).toEqual(['mustStay']);
    expect(rule(...both, decided('refused'), second('InvalidationDecided', 'refused'))).toEqual(['RulingIssued']);
    expect(rule(...both, decided('granted'), second('InvalidationDecided', 'refused'))).toEqual(['patentInvalid']);
  });

  test('lets the ruling be made once a court has quashed the invalidation and it is decided anew', () => {
    const anew = handled('utilityModel', invalidation, decided('granted'), decided('refused'));
    expect(told(when(anew, 'issueRuling'))).toEqual(['RulingIssued']);
  });

  test('may be declined in the cases of Art. 29', () => {
    const requested = (changes: { kind?: 'trademark'; number: string }) =>
      command('recordOfficeStep', {
        step: 'InvalidationRequested',
        kind: 'patent',
        grounds: 'absolute',
        ...changes,
      });
    const decline = (ground: 'inventionInvalidity' | 'cleanReport' | 'refiledInvalidity', state: Case) =>
      told(when(state, 'declineStay', { ground }));
    expect(decline('cleanReport', handled())).toEqual(['ground: noInvalidationPending']);
    expect(decline('inventionInvalidity', handled('utilityModel', invalidation))).toEqual(['ground: notAnInvention']);
    expect(decline('inventionInvalidity', handled('invention', invalidation))).toEqual(['StayDeclined']);
    expect(decline('cleanReport', handled('utilityModel', invalidation))).toEqual(['ground: noCleanReport']);
    const dirty = command('supplyReport', { clean: false });
    expect(decline('cleanReport', handled('utilityModel', invalidation, dirty))).toEqual(['ground: noCleanReport']);
    expect(decline('cleanReport', handled('utilityModel', invalidation, command('supplyReport')))).toEqual([
      'StayDeclined',
    ]);
    expect(decline('refiledInvalidity', handled('utilityModel', invalidation))).toEqual(['ground: notRefiled']);
    const trademark = requested({ kind: 'trademark', number: 'T-1' });
    expect(decline('refiledInvalidity', handled('utilityModel', trademark, invalidation))).toEqual([
      'ground: notRefiled',
    ]);
    const refiled = requested({ number: 'W-2' });
    expect(decline('refiledInvalidity', handled('utilityModel', invalidation, refiled))).toEqual(['StayDeclined']);
    expect(when(handled('utilityModel', invalidation), 'declineStay')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'StayDeclined', data: bodies.declineStay }],
    });
  });
});

describe('the handling period (Art. 37)', () => {
  test('is longer by a month, by the head, then by up to two, by the next higher department', () => {
    const one = when(handled(), 'extendHandling');
    const reason = '案情复杂';
    expect(one).toEqual({
      outcome: 'accepted',
      events: [
        { type: 'HandlingExtended', data: { step: 'complex', months: 1, reason, approvedBy: actor, office: ipOffice } },
      ],
    });
    expect(when(handled(), 'extendHandling', { months: 2 })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'stepTooLong', field: 'months', params: { longest: 1 } }],
    });
    expect(told(when(handled(), 'extendFurther'))).toEqual(['firstStepMissing']);
    const extended = then(handled(), 'extendHandling');
    expect(told(when(extended, 'extendHandling'))).toEqual(['stepAlreadyTaken']);
    expect(when(extended, 'extendFurther')).toMatchObject({ events: [{ data: { step: 'veryComplex', months: 2 } }] });
    expect(when(extended, 'extendFurther', { months: 3 })).toMatchObject({ refusals: [{ params: { longest: 2 } }] });
    expect(told(when(then(extended, 'extendFurther'), 'extendFurther'))).toEqual(['stepAlreadyTaken']);
  });

  test('of a national case, further by a time the office fixes', () => {
    const national = given([
      lodging(matters.adjudication),
      command('fileCase', { national: true }),
      command('extendHandling'),
    ]);
    expect(when(national, 'extendFurther', { months: 12 })).toMatchObject({
      events: [{ data: { step: 'further', months: 12 } }],
    });
  });
});

describe('the ruling', () => {
  const earlier = { by: '上海知识产权法院', number: '（2025）沪73民初9号', on: '2025-05-01' };
  const repeat = { basis: 'repeatInfringement', earlier, wilful: true } as const;

  test('says what it rests on', () => {
    expect(when(handled(), 'issueRuling')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'RulingIssued', data: bodies.issueRuling }],
    });
    expect(told(when(handled(), 'issueRuling', { basis: 'hearing' }))).toEqual(['basis: hearingNotHeld']);
    expect(told(when(given(wayTo.inAdjudication), 'issueRuling', { basis: 'hearing' }))).toEqual([
      'basis: hearingNotHeld',
    ]);
    const heard = then(given(wayTo.inAdjudication), 'holdHearing', {}, '2026-03-12');
    expect(told(when(heard, 'issueRuling', { basis: 'hearing' }, '2026-03-12'))).toEqual(['RulingIssued']);
    expect(told(when(handled(), 'issueRuling', { earlier }))).toEqual(['earlier: earlierFindingNotNeeded']);
    expect(told(when(heard, 'issueRuling', { basis: 'hearing', earlier }, '2026-03-12'))).toEqual([
      'earlier: earlierFindingNotNeeded',
    ]);
  });

  test('on the papers waits for the defence or its term', () => {
    const silent = given(wayTo.inAdjudication);
    expect(when(silent, 'issueRuling', {}, '2026-03-17')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'defenceStillRuns', field: 'basis', params: { until: '2026-03-17' } }],
    });
    expect(told(when(silent, 'issueRuling', {}, '2026-03-18'))).toEqual(['RulingIssued']);
  });

  test('on repeat infringement is made directly, on an earlier finding (Art. 34)', () => {
    const silent = given(wayTo.inAdjudication);
    expect(told(when(silent, 'issueRuling', repeat))).toEqual(['RulingIssued']);
    expect(told(when(silent, 'issueRuling', { ...repeat, earlier: null }))).toEqual(['earlier: earlierFindingMissing']);
    expect(told(when(silent, 'issueRuling', { ...repeat, infringes: false }))).toEqual([
      'infringes: repeatMeansInfringes',
    ]);
    const tomorrow = { ...earlier, on: '2026-03-03' };
    expect(told(when(silent, 'issueRuling', { ...repeat, earlier: tomorrow }))).toEqual(['earlier.on: dateInFuture']);
    expect(told(when(silent, 'issueRuling', { ...repeat, earlier: { ...earlier, on: today } }))).toEqual([
      'RulingIssued',
    ]);
  });

  test('names every fault at once, that of the day too', () => {
    expect(
      told(when(handled('utilityModel', invalidation), 'issueRuling', { basis: 'hearing' }, '2026-03-01')),
    ).toEqual(['occurredOn: beforePreviousStep', 'mustStay', 'basis: hearingNotHeld']);
    expect(told(when(handled(), 'issueRuling', {}, '2026-03-05', '2026-03-04'))).toEqual(['occurredOn: dateInFuture']);
  });

  test('is served on each party once, published once, and then the case is concluded', () => {
    const once = then(ruled, 'serveRuling');
    expect(told(when(once, 'serveRuling'))).toEqual(['party: rulingAlreadyServed']);
    expect(told(when(ruled, 'conclude'))).toEqual(['rulingNotServed', 'rulingNotPublished']);
    expect(told(when(once, 'conclude'))).toEqual(['rulingNotServed', 'rulingNotPublished']);
    const both = then(once, 'serveRuling', { party: 'respondent' });
    expect(told(when(both, 'conclude'))).toEqual(['rulingNotPublished']);
    const published = then(both, 'publishRuling');
    expect(told(when(published, 'publishRuling'))).toEqual(['rulingAlreadyPublished']);
    expect(told(when(then(once, 'publishRuling'), 'conclude'))).toEqual(['rulingNotServed']);
    expect(told(when(published, 'conclude'))).toEqual(['CaseConcluded']);
    expect(told(when(ruled, 'serveRuling', {}, '2026-03-01'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(ruled, 'publishRuling', {}, '2026-03-01'))).toEqual(['occurredOn: beforePreviousStep']);
  });

  test('is not made before what it rests on, nor concluded before it is served and published', () => {
    const early = ['occurredOn: beforePreviousStep'];
    const defended = then(given(wayTo.inAdjudication), 'recordDefence', {}, '2026-03-06');
    expect(told(when(defended, 'issueRuling', {}, '2026-03-05'))).toEqual(early);
    expect(told(when(defended, 'issueRuling', {}, '2026-03-06'))).toEqual(['RulingIssued']);
    const heard = then(defended, 'holdHearing', {}, '2026-03-12');
    expect(told(when(heard, 'issueRuling', { basis: 'hearing' }, '2026-03-11'))).toEqual(early);
    const once = then(ruled, 'serveRuling', { party: 'respondent' }, '2026-03-04');
    const published = then(then(once, 'serveRuling', {}, '2026-03-09'), 'publishRuling', {}, '2026-03-06');
    expect(told(when(published, 'conclude', {}, '2026-03-08'))).toEqual(early);
    expect(told(when(published, 'conclude', {}, '2026-03-09'))).toEqual(['CaseConcluded']);
    const later = then(then(once, 'serveRuling', {}, '2026-03-05'), 'publishRuling', {}, '2026-03-11');
    expect(told(when(later, 'conclude', {}, '2026-03-10'))).toEqual(early);
  });

  test('is enforced where it finds infringement and nobody sued', () => {
    expect(told(when(ruled, 'requestEnforcement'))).toEqual(['EnforcementRequested']);
    expect(told(when(then(ruled, 'requestEnforcement'), 'requestEnforcement'))).toEqual([
      'enforcementAlreadyRequested',
    ]);
    expect(told(when(then(ruled, 'recordSuit'), 'requestEnforcement'))).toEqual(['suitPending']);
    const clean = then(handled(), 'issueRuling', { infringes: false });
    expect(told(when(clean, 'requestEnforcement'))).toEqual(['nothingToEnforce']);
    expect(told(when(clean, 'listSerious'))).toEqual(['nothingToEnforce']);
  });

  test('not performed, or wilful and repeated, leads to the serious list', () => {
    const wilful = then(handled(), 'issueRuling', repeat);
    const onList = { ground: 'wilfulRepeat' } as const;
    expect(told(when(ruled, 'listSerious'))).toEqual(['SeriousListEntered']);
    expect(told(when(ruled, 'listSerious', onList))).toEqual(['ground: notWilfulRepeat']);
    expect(told(when(wilful, 'listSerious', onList))).toEqual(['SeriousListEntered']);
    expect(told(when(then(wilful, 'listSerious', onList), 'listSerious'))).toEqual(['alreadyOnSeriousList']);
    expect(told(when(then(handled(), 'issueRuling', { wilful: true }), 'listSerious', onList))).toEqual([
      'ground: notWilfulRepeat',
    ]);
    expect(told(when(then(handled(), 'issueRuling', { ...repeat, wilful: false }), 'listSerious', onList))).toEqual([
      'ground: notWilfulRepeat',
    ]);
  });
});

describe('the end without a ruling (Art. 36)', () => {
  test('by the requester', () => {
    expect(when(handled(), 'withdraw')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'RequestWithdrawn', data: { ground: 'byRequester', reason: '双方和解' } }],
    });
  });

  test('by the office, for an invalid patent once it is declared so', () => {
    const cancel = (state: Case) => told(when(state, 'cancelCase', { ground: 'patentInvalid' }));
    expect(cancel(handled())).toEqual(['ground: patentNotInvalid']);
    expect(cancel(handled('utilityModel', invalidation))).toEqual(['ground: patentNotInvalid']);
    expect(cancel(handled('utilityModel', invalidation, decided('granted')))).toEqual(['CaseCancelled']);
    expect(told(when(handled(), 'cancelCase'))).toEqual(['CaseCancelled']);
  });
});
