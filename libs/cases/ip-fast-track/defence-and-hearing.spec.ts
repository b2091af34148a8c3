import { given, then, told, when, wayTo } from '../testing/ip-fast-track-machine.js';
import { bodies, command, hearingDay, lodging, matters, request, today } from '../testing/ip-fast-track.js';
import { pudong } from '../testing/procedure.js';

const served = given([lodging(matters.adjudication), command('fileCase'), command('serveRespondent')]);
const notified = given(wayTo.inAdjudication);

describe('the defence (Art. 22)', () => {
  test('comes once; silence stops nothing', () => {
    expect(when(served, 'recordDefence')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'DefenceReceived', data: bodies.recordDefence }],
    });
    expect(told(when(then(served, 'recordDefence'), 'recordDefence'))).toEqual(['defenceAlreadyThere']);
    expect(told(when(served, 'issueRuling', {}, '2026-04-01'))).toEqual(['RulingIssued']);
  });

  test('is passed on once, and may be extended by the panel while it is not there', () => {
    expect(told(when(served, 'passDefenceOn'))).toEqual(['noDefence']);
    const defended = then(served, 'recordDefence');
    expect(told(when(then(defended, 'passDefenceOn'), 'passDefenceOn'))).toEqual(['defenceAlreadyPassedOn']);
    expect(told(when(served, 'extendDefence'))).toEqual(['DefenceExtended']);
    expect(told(when(defended, 'extendDefence'))).toEqual(['defenceAlreadyThere']);
  });

  test('is dated from the service on, its passing on from the day it came', () => {
    const day3 = given(
      [command('serveRespondent')],
      '2026-03-04',
      given([lodging(matters.adjudication), command('fileCase')]),
    );
    expect(told(when(day3, 'recordDefence', {}, '2026-03-03'))).toEqual(['occurredOn: beforePreviousStep']);
    const defended = then(day3, 'recordDefence', {}, '2026-03-10');
    expect(told(when(defended, 'passDefenceOn', {}, '2026-03-09'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(defended, 'passDefenceOn', {}, '2026-03-10'))).toEqual(['DefencePassedOn']);
    const barred = then(day3, 'recordDefence', { timeBar: true }, '2026-03-10');
    expect(told(when(barred, 'decideTimeBar', {}, '2026-03-09'))).toEqual(['occurredOn: beforePreviousStep']);
    const objected = then(day3, 'objectJurisdiction', {}, '2026-03-10');
    expect(told(when(objected, 'decideJurisdiction', {}, '2026-03-09'))).toEqual(['occurredOn: beforePreviousStep']);
  });

  const outOfTime = (noHomeInChina: boolean, objectedOn: string, extended = 0) => {
    const filed = given([lodging(matters.adjudication), command('fileCase')]);
    const there = then(filed, 'serveRespondent', { noHomeInChina });
    const longer = extended > 0 ? then(there, 'extendDefence', { days: extended }) : there;
    const objected = then(longer, 'objectJurisdiction', {}, objectedOn);
    return when(objected, 'decideJurisdiction', { outcome: 'outOfTime' }, objectedOn);
  };

  test.each([
    [false, 0, '2026-03-17', '2026-03-18'],
    [true, 0, '2026-04-01', '2026-04-02'],
    [false, 10, '2026-03-27', '2026-03-28'],
    [true, 5, '2026-04-06', '2026-04-07'],
  ])('has 15 days, 30 with no home in China, and what was added (%s, %s)', (abroad, extended, last, after) => {
    expect(outOfTime(abroad, last, extended)).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'objectionInTime', field: 'outcome', params: { until: last } }],
    });
    expect(told(outOfTime(abroad, after, extended))).toEqual(['JurisdictionDecided', 'HandlingResumed']);
  });
});

describe('the objection to the jurisdiction (Art. 9)', () => {
  const objected = then(served, 'objectJurisdiction');

  test('is raised once and not counted until it is decided', () => {
    expect(when(served, 'objectJurisdiction')).toEqual({
      outcome: 'accepted',
      events: [
        { type: 'JurisdictionObjected', data: bodies.objectJurisdiction },
        { type: 'HandlingPaused', data: { ground: 'jurisdictionObjection', reason: 'CNIPA 81, Art. 37¶2' } },
      ],
    });
    expect(when(objected, 'objectJurisdiction')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'jurisdictionAlreadyObjected', params: { on: today } }],
    });
    expect(objected.state.procedure.pauses).toMatchObject([{ ground: 'jurisdictionObjection', from: today, to: null }]);
    expect(then(objected, 'decideJurisdiction', {}, '2026-03-05').state.procedure.pauses).toMatchObject([
      { ground: 'jurisdictionObjection', from: today, to: '2026-03-05' },
    ]);
  });

  test('is decided once, and nothing is ruled before', () => {
    expect(told(when(served, 'decideJurisdiction'))).toEqual(['noJurisdictionObjection']);
    expect(told(when(then(objected, 'recordDefence'), 'issueRuling'))).toEqual(['jurisdictionObjectionOpen']);
    const decided = then(objected, 'decideJurisdiction');
    expect(told(when(decided, 'decideJurisdiction'))).toEqual(['noJurisdictionObjection']);
    expect(told(when(then(decided, 'recordDefence'), 'issueRuling'))).toEqual(['RulingIssued']);
  });

  test('is decided while the case is stayed for another ground, and only its own time counts again', () => {
    const stayed = then(objected, 'orderStay');
    const decided = then(stayed, 'decideJurisdiction', {}, '2026-03-05');
    expect(decided.state).toMatchObject({
      status: 'stayed',
      procedure: {
        pauses: [
          { ground: 'jurisdictionObjection', from: today, to: '2026-03-05' },
          { ground: 'stay', from: today, to: null },
        ],
      },
    });
    const left = then(stayed, 'decideJurisdiction', { outcome: 'upheld', body: '外省' });
    expect(left.state.status).toBe('referred');
  });

  test('upheld, the case goes to the competent office, or leaves to one outside', () => {
    expect(told(when(objected, 'decideJurisdiction', { outcome: 'upheld' }))).toEqual(['to: competentOfficeMissing']);
    expect(told(when(objected, 'decideJurisdiction', { to: pudong }))).toEqual(['to: competentOfficeNotNeeded']);
    expect(told(when(objected, 'decideJurisdiction', { body: '外省' }))).toEqual(['to: competentOfficeNotNeeded']);
    const moved = then(objected, 'decideJurisdiction', { outcome: 'upheld', to: pudong });
    expect(moved.state).toMatchObject({ status: 'inAdjudication', procedure: { handlingOffice: pudong } });
    const left = when(objected, 'decideJurisdiction', { outcome: 'upheld', body: '外省' });
    expect(left).toMatchObject({
      events: [
        { data: { outcome: 'upheld', to: null, body: '外省', leavesHere: true } },
        { data: { ground: 'jurisdictionObjection', reason: 'CNIPA 81, Art. 9' } },
      ],
    });
    expect(then(objected, 'decideJurisdiction', { outcome: 'upheld', body: '外省' }).state.status).toBe('referred');
    expect(when(objected, 'decideJurisdiction', { outcome: 'upheld', to: pudong, body: '外省' })).toMatchObject({
      events: [{ data: { leavesHere: false } }, {}],
    });
    expect(when(objected, 'decideJurisdiction')).toMatchObject({ events: [{ data: { leavesHere: false } }, {}] });
  });
});

describe('the time-bar defence (Art. 19)', () => {
  const raised = then(served, 'recordDefence', { timeBar: true });

  test('is decided once, and only where it was raised', () => {
    expect(told(when(served, 'decideTimeBar'))).toEqual(['noTimeBarDefence']);
    expect(told(when(then(served, 'recordDefence'), 'decideTimeBar'))).toEqual(['noTimeBarDefence']);
    expect(told(when(raised, 'decideTimeBar'))).toEqual(['TimeBarDecided']);
    expect(told(when(then(raised, 'decideTimeBar'), 'decideTimeBar'))).toEqual(['timeBarAlreadyDecided']);
  });

  test('upheld on a late request, the request counts as withdrawn', () => {
    const upheld = (knownOn: string) => when(raised, 'decideTimeBar', { upheld: true, knownOn, reason: '超过三年' });
    expect(told(upheld('2023-03-02'))).toEqual(['knownOn: notTimeBarred']);
    expect(upheld('2023-03-01')).toEqual({
      outcome: 'accepted',
      events: [
        { type: 'TimeBarDecided', data: { upheld: true, knownOn: '2023-03-01', reason: '超过三年' } },
        { type: 'RequestWithdrawn', data: { ground: 'timeBarDefence', reason: '超过三年' } },
      ],
    });
    expect(then(raised, 'decideTimeBar').state.status).toBe('inAdjudication');
  });
});

describe('the oral hearing (Art. 26)', () => {
  test('is set for a day that leaves time for the notice', () => {
    expect(told(when(served, 'scheduleHearing', { hearingOn: '2026-03-04' }))).toEqual(['hearingOn: hearingTooSoon']);
    expect(when(served, 'scheduleHearing', { hearingOn: '2026-03-05' })).toEqual({
      outcome: 'accepted',
      events: [{ type: 'HearingScheduled', data: { hearing: 1, hearingOn: '2026-03-05', place: '第一审理庭' } }],
    });
    expect(when(notified, 'scheduleHearing', { hearingOn: '2026-03-20' })).toMatchObject({
      events: [{ data: { hearing: 2 } }],
    });
  });

  test('is notified once, three days before at the latest', () => {
    expect(told(when(served, 'serveHearingNotice'))).toEqual(['noHearing']);
    const scheduled = then(served, 'scheduleHearing');
    expect(when(scheduled, 'serveHearingNotice', {}, '2026-03-09')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'HearingNoticeServed', data: { hearing: 1, method: 'post', proof: 'EMS 2' } }],
    });
    expect(when(scheduled, 'serveHearingNotice', {}, '2026-03-10')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'noticeTooLate', field: 'occurredOn', params: { until: '2026-03-09' } }],
    });
    expect(told(when(notified, 'serveHearingNotice'))).toEqual(['hearingAlreadyNotified']);
    const again = then(notified, 'scheduleHearing', { hearingOn: '2026-03-20' });
    expect(told(when(again, 'holdHearing', {}, '2026-03-20'))).toEqual(['hearingNotNotified']);
  });

  test('is held on its day, after the notice', () => {
    expect(told(when(served, 'holdHearing'))).toEqual(['noHearing']);
    expect(when(notified, 'holdHearing', {}, '2026-03-13')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'notTheHearingDay', field: 'occurredOn', params: { on: hearingDay } }],
    });
    expect(told(when(notified, 'holdHearing', {}, '2026-03-11'))).toContain('occurredOn: beforePreviousStep');
    const held = then(notified, 'holdHearing', {}, hearingDay);
    expect(told(when(held, 'holdHearing', {}, hearingDay))).toEqual(['noHearing']);
    expect(told(when(held, 'scheduleHearing', { hearingOn: '2026-04-20' }, hearingDay))).toEqual([
      'hearingAlreadyHeld',
    ]);
    expect(told(when(held, 'serveHearingNotice', {}, hearingDay))).toEqual(['noHearing']);
  });

  test.each([
    ['none', false, false],
    ['respondent', true, false],
    ['complainant', false, true],
    ['both', false, true],
  ] as const)('absent: %s', (absent, byDefault, withdrawn) => {
    const held = { type: 'HearingHeld', data: { hearing: 1, absent, byDefault, minutes: '双方到庭' } };
    const withdrawal = { type: 'RequestWithdrawn', data: { ground: 'absentFromHearing', reason: '双方到庭' } };
    expect(when(notified, 'holdHearing', { absent }, hearingDay)).toEqual({
      outcome: 'accepted',
      events: withdrawn ? [held, withdrawal] : [held],
    });
    const next = then(notified, 'holdHearing', { absent }, hearingDay);
    expect(next.state).toMatchObject({ status: withdrawn ? 'withdrawn' : 'inAdjudication', adjudication: { absent } });
  });
});

describe('what changes the case under way', () => {
  const filed = given([lodging(matters.adjudication), command('fileCase')], '2026-03-02');

  test('a party added is named, and not the requester itself', () => {
    const { complainant } = request(matters.adjudication);
    const party = { ...bodies.addParty.party, creditCode: complainant.creditCode };
    expect(when(filed, 'addParty')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'PartyAdded', data: bodies.addParty }],
    });
    expect(told(when(filed, 'addParty', { party }))).toEqual(['party.creditCode: sameParty']);
  });

  test('the claim is the one last put', () => {
    expect(then(filed, 'changeClaim').state.request.claim).toBe('责令停止制造');
  });

  test('neither is dated before the filing', () => {
    expect(told(when(filed, 'changeClaim', {}, '2026-03-01'))).toEqual(['occurredOn: beforePreviousStep']);
    const later = given([command('serveRespondent')], '2026-03-06', filed);
    expect(told(when(later, 'changeClaim', {}, '2026-03-03'))).toEqual(['ClaimChanged']);
  });
});
