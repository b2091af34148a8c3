import { readdirSync } from 'node:fs';
import type { Command } from '@redress/cases/ip-fast-track/commands.js';
import type { State } from '@redress/cases/ip-fast-track/state.js';
import { ipFastTrack as kind } from '@redress/cases/ip-fast-track/kind.js';
import { command, lodging, matters } from '@redress/cases/testing/ip-fast-track.js';
import { applied, circumstances, standing, told, type Standing } from '@redress/cases/testing/machine.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import { clockFacts, packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import { readJson, releaseCalendar } from '@redress/deadlines/specimens/release.js';

const data = new URL('../../deadlines/law/data/', import.meta.url);
const packs = readdirSync(data).map((file) => parseLawPack(readJson(`law/data/${file}`), knownEvents));
const law = { packs: packsFor('ipFastTrack', packs), calendar: releaseCalendar() };

type Act = readonly [day: string, command: Command];

/** The events of these acts, each on its day, as the log would give them. @throws Error where one is refused */
function historyOf(acts: readonly Act[]): readonly HistoryEvent[] {
  let at: Standing<State> = standing(kind);
  return acts.flatMap(([day, act]) => {
    const decision = kind.decide(act, at.state, circumstances(day));
    if (decision.outcome === 'refused') throw new Error(`${day} ${act.name}: ${told(decision).join()}`);
    const first = at.events;
    at = applied(kind, at, decision.events, day);
    return decision.events.map(({ type, data: said }, i) => ({
      id: `e${first + i}`,
      type,
      occurredAt: `${day}T10:00:00+08:00`,
      recordedAt: `${day}T02:00:00.000000+00:00`,
      data: said,
    }));
  });
}

/** Rule, start, due day and day on which it stopped, of each clock; the subject beside the rule where it has one. */
function clocksOf(acts: readonly Act[]): readonly (readonly (string | null)[])[] {
  return clockFacts(historyOf(acts), law)
    .map(({ rule, subject, startedOn, dueOn, stoppedOn }) => {
      return [subject === 'case' ? rule : `${rule} ${subject}`, startedOn, dueOn, stoppedOn];
    })
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const lodged = (day: string, matter: Parameters<typeof lodging>[0]): Act => {
  return [day, lodging(matter, { lodging: { by: 'complainant', channel: 'online', receivedOn: day, agent: null } })];
};

describe('the clocks of an adjudication, from its own events (CNIPA 81)', () => {
  const filed: readonly Act[] = [
    lodged('2026-03-02', { ...matters.adjudication, knownOn: '2023-06-05' }),
    ['2026-03-04', command('tellDefects', { days: 10 })],
    ['2026-03-10', command('cureDefects')],
    ['2026-03-16', command('extendFiling')],
    ['2026-03-20', command('fileCase')],
  ];
  const heard: readonly Act[] = [
    ...filed,
    ['2026-03-25', command('serveRespondent')],
    ['2026-04-08', command('objectJurisdiction')],
    ['2026-04-08', command('extendDefence', { days: 10 })],
    ['2026-04-13', command('decideJurisdiction')],
    ['2026-04-14', command('recordDefence')],
    ['2026-04-16', command('passDefenceOn')],
    ['2026-04-20', command('scheduleHearing', { hearingOn: '2026-05-08' })],
    ['2026-04-24', command('serveHearingNotice')],
    ['2026-05-08', command('holdHearing')],
  ];
  const longer: readonly Act[] = [
    ...heard,
    ['2026-05-11', command('orderStay')],
    ['2026-05-21', command('endStay')],
    ['2026-05-25', command('pauseHandling', { ground: 'testingOrAppraisal' })],
    ['2026-06-01', command('resumeHandling', { ground: 'testingOrAppraisal' })],
    ['2026-06-15', command('extendHandling')],
    ['2026-07-15', command('extendFurther')],
  ];

  test('the filing: five working days, stopped by the defects, anew from their cure, and five more by the head', () => {
    expect(clocksOf(filed)).toEqual([
      ['ip.close', '2026-03-20', '2026-06-20', null],
      ['ip.cure', '2026-03-04', '2026-03-16', '2026-03-10'],
      ['ip.filing', '2026-03-02', '2026-03-09', '2026-03-04'],
      ['ip.filing', '2026-03-10', '2026-03-24', '2026-03-20'],
      ['ip.limitation', '2026-03-02', '2026-06-05', '2026-03-02'],
      ['ip.serve', '2026-03-20', '2026-03-27', null],
    ]);
  });

  test('service, defence, its passing on, the jurisdiction and the notice of the hearing', () => {
    expect(clocksOf(heard).filter(([rule]) => !['ip.cure', 'ip.filing', 'ip.limitation'].includes(rule!))).toEqual([
      ['ip.close', '2026-03-20', '2026-06-25', null],
      ['ip.defence', '2026-03-25', '2026-04-20', '2026-04-14'],
      ['ip.hearingNotice', '2026-04-20', '2026-04-30', '2026-04-24'],
      ['ip.jurisdiction', '2026-04-08', '2026-04-15', '2026-04-13'],
      ['ip.passDefence', '2026-04-14', '2026-04-21', '2026-04-16'],
      ['ip.serve', '2026-03-20', '2026-03-27', '2026-03-25'],
    ]);
  });

  test('the handling: three months, one more, up to two more, and what is not counted (Art. 37)', () => {
    const dueOf = (acts: readonly Act[]) => clocksOf(acts).find(([rule]) => rule === 'ip.close')?.[2];
    expect(dueOf(filed)).toBe('2026-06-20');
    expect(dueOf(heard)).toBe('2026-06-25');
    expect(dueOf(longer.slice(0, -2))).toBe('2026-07-12');
    expect(dueOf(longer.slice(0, -1))).toBe('2026-08-11');
    expect(dueOf(longer)).toBe('2026-10-12');
  });

  test('the ruling: publication, and fifteen days to sue from each receipt', () => {
    const ended: readonly Act[] = [
      ...longer,
      ['2026-09-01', command('issueRuling', { basis: 'hearing' })],
      ['2026-09-03', command('serveRuling')],
      ['2026-09-10', command('serveRuling', { party: 'respondent' })],
      ['2026-09-21', command('publishRuling')],
      ['2026-09-22', command('recordSuit', { party: 'respondent' })],
    ];
    expect(clocksOf(ended).filter(([rule]) => /close|publish|Suit/.test(rule!))).toEqual([
      ['ip.close', '2026-03-20', '2026-10-12', '2026-09-01'],
      ['ip.publish', '2026-09-01', '2026-09-29', '2026-09-21'],
      ['patent.rulingSuit complainant', '2026-09-03', '2026-09-18', null],
      ['patent.rulingSuit respondent', '2026-09-10', '2026-09-28', '2026-09-22'],
    ]);
  });

  test('a respondent with no home in China has thirty days', () => {
    const acts: readonly Act[] = [
      lodged('2026-03-02', matters.adjudication),
      ['2026-03-06', command('fileCase')],
      ['2026-03-25', command('serveRespondent', { noHomeInChina: true })],
    ];
    expect(clocksOf(acts)).toContainEqual(['ip.defenceAbroad', '2026-03-25', '2026-04-24', null]);
    expect(clocksOf(acts).map(([rule]) => rule)).not.toContain('ip.defence');
  });

  test('a national case counts anew when a party is added', () => {
    const national: readonly Act[] = [
      lodged('2026-03-02', matters.adjudication),
      ['2026-03-06', command('fileCase', { national: true })],
    ];
    expect(clocksOf(national)).toContainEqual(['ip.majorClose', '2026-03-06', '2026-06-06', null]);
    const added: readonly Act[] = [...national, ['2026-04-10', command('addParty')]];
    expect(clocksOf(added)).toContainEqual(['ip.majorClose', '2026-04-10', '2026-07-10', null]);
    const local: readonly Act[] = [...filed, ['2026-04-10', command('changeClaim')]];
    expect(clocksOf(local)).toContainEqual(['ip.close', '2026-03-20', '2026-06-20', null]);
  });
});

test('the clocks of a mediation: service, opinion, filing, or the refusal told (Art. 65, 66)', () => {
  const served: readonly Act[] = [
    lodged('2026-03-02', matters.mediation),
    ['2026-03-05', command('serveMediationRequest')],
  ];
  expect(clocksOf([...served, ['2026-03-12', command('recordOpinion')]])).toEqual([
    ['ip.mediationFile', '2026-03-12', '2026-03-19', null],
    ['ip.mediationOpinion', '2026-03-05', '2026-03-20', '2026-03-12'],
    ['ip.mediationServe', '2026-03-02', '2026-03-09', '2026-03-05'],
  ]);
  const silent: readonly Act[] = [...served, ['2026-03-23', command('refuseMediation', { ground: 'noAnswer' })]];
  expect(clocksOf(silent)).toContainEqual(['ip.mediationRefusal', '2026-03-23', '2026-03-30', null]);
});

describe('the clocks of priority examination (CNIPA 85)', () => {
  test.each([
    ['invention', ['pe.firstAction 2026-10-16', 'pe.invention 2027-09-01']],
    ['utilityOrDesign', ['pe.utilityOrDesign 2026-11-01']],
    ['reExamination', ['pe.reExamination 2027-04-01']],
    ['invalidation', ['pe.invalidation 2027-02-01']],
    ['designInvalidation', ['pe.designInvalidation 2027-01-01']],
  ] as const)('%s, from the day of the notice', (what, due) => {
    const granted: readonly Act[] = [
      lodged('2026-09-01', { ...matters.priorityExamination, what }),
      ['2026-09-01', command('recommendPriority')],
      ['2026-09-01', command('grantPriority')],
    ];
    expect(clocksOf(granted).map(([rule, , dueOn]) => `${rule} ${dueOn}`)).toEqual(due);
  });

  test('the applicant answers in a month, of a utility model or design in 15 days', () => {
    const notified = (what: 'invention' | 'utilityOrDesign'): readonly Act[] => [
      lodged('2026-09-01', { ...matters.priorityExamination, what }),
      ['2026-09-01', command('recommendPriority')],
      ['2026-09-01', command('grantPriority')],
      ['2026-10-12', command('notifyAction', { notifiedOn: '2026-10-09' })],
    ];
    expect(clocksOf(notified('invention')).map(([rule, , dueOn]) => `${rule} ${dueOn}`)).toContain(
      'pe.answerInvention 2026-11-09',
    );
    expect(clocksOf(notified('utilityOrDesign')).map(([rule, , dueOn]) => `${rule} ${dueOn}`)).toContain(
      'pe.answerOther 2026-10-26',
    );
  });
});

test('an opposition pending on 2027-01-01 shows both terms while it is not settled which law governs', () => {
  const published = (governedBy: 'law2019' | 'law2026' | 'unsettled', publishedOn = '2026-11-20', on = '2026-11-23') =>
    clocksOf([
      lodged('2026-11-02', matters.trademark),
      [on, command('recordOfficeStep', { step: 'PreliminaryApproved', number: 'TM-1', publishedOn, governedBy })],
    ]).map(([rule, , dueOn]) => `${rule} ${dueOn}`);
  expect(published('unsettled')).toEqual(['tm.opposition 2027-02-22', 'tm.oppositionRevised 2027-01-20']);
  expect(published('law2019')).toEqual(['tm.opposition 2027-02-22']);
  expect(published('law2026')).toEqual(['tm.oppositionRevised 2027-01-20']);
  expect(published('law2026', '2027-01-06', '2027-01-06')).toEqual(['tm.opposition 2027-03-08']);
});

test('an extension of the trademark office lengthens its own terms and no adjudication', () => {
  const review: readonly Act[] = [
    lodged('2027-02-01', matters.trademark),
    ['2027-02-01', command('recordOfficeStep', { step: 'ReviewRequested', number: 'TM-1', of: 'tm.refusal' })],
  ];
  const due = (acts: readonly Act[]) => clocksOf(acts).find(([rule]) => rule === 'tm.refusal.decision')?.[2];
  expect(due(review)).toBe('2027-11-01');
  expect(due([...review, ['2027-05-06', command('recordTermExtension', { months: 3 })]])).toBe('2028-02-01');
});

test('every event which a pack of this kind waits for is one that the kind records', () => {
  const named = JSON.stringify(law.packs.map(({ rules }) => rules)).match(/(?<="event":")\w+/g)!;
  expect([...new Set(named)].filter((type) => !(type in kind.schemas))).toEqual([]);
});
