import { given, then, told, when, wayTo, type Case } from '../testing/ip-fast-track-machine.js';
import { command, lodging, matters, today } from '../testing/ip-fast-track.js';
import type { Field } from '../shared/reading.js';
import { correctable } from './corrections.js';

const lodged = {
  RequestFiled: given([lodging(matters.adjudication)]),
  MediationRequested: given([lodging(matters.mediation)]),
  PriorityRequested: given([lodging(matters.priorityExamination)]),
  IpComplaintLodged: given([lodging(matters.trademark)]),
} as const;
const adjudication = lodged.RequestFiled;
const textOf = (document: unknown, field: string) =>
  field.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], document);
const reads = (there: Case, field: string, is: string, event = 'e0') =>
  told(when(there, 'correctFact', { event, field, was: '原', is }));

function another({ form, ...field }: Field, than: unknown): string {
  if ('values' in field) return field.values.find((value) => value !== than)!;
  return { text: '另一读法', day: '2026-01-05', creditCode: '91310104MADEM002X1', money: '', oneOf: '' }[form];
}

describe.each(Object.entries(lodged))('of %s', (type, there) => {
  test.each(Object.entries(correctable[type]!))('%s is read anew', (field, form) => {
    const is = another(form, textOf(there.state, field));
    expect(textOf(then(there, 'correctFact', { event: 'e0', field, was: '原', is }).state, field)).toBe(is);
  });
});

test('a code, a day, a word of a list is read anew as one, and as the request could have said it', () => {
  expect(reads(adjudication, 'request.respondent.creditCode', 'X')).toEqual(['is: creditCode']);
  const own = adjudication.state.request.complainant.creditCode;
  expect(reads(adjudication, 'request.respondent.creditCode', own)).toEqual(['is: sameParty']);
  expect(reads(adjudication, 'request.matter.patent.type', 'copyright')).toEqual(['is: notOneOf']);
  expect(reads(adjudication, 'request.matter.standing', 'owner')).toEqual(['is: notOneOf']);
  expect(reads(adjudication, 'request.matter.knownOn', '2026-13-01')).toEqual(['is: notADay']);
  expect(reads(adjudication, 'request.matter.knownOn', '2026-03-03')).toEqual(['is: dateInFuture']);
  expect(reads(adjudication, 'request.matter.patent.number', '号'.repeat(51))).toEqual(['is: readingTooLong']);
  expect(reads(adjudication, 'request.respondent.name', '\u2800')).toEqual(['is: readingNotSeen']);
});

test('the day of knowing the act is read anew where the limitation counts from it', () => {
  const corrected = when(adjudication, 'correctFact', {
    event: 'e0',
    field: 'request.matter.knownOn',
    was: '2026-01-05',
    is: '2025-12-01',
  });
  expect(corrected).toMatchObject({
    events: [
      { data: { eventType: 'RequestFiled' } },
      { data: { eventType: 'InfringementKnown', field: 'knownOn', is: '2025-12-01' } },
    ],
  });
});

test('what the decisions rest on, what is of a person and what no table names stays', () => {
  const there = given(wayTo.inAdjudication);
  for (const field of [
    'request.complainant.contact.phone',
    'request.facts',
    'request.matter.route',
    'caseNumber',
    '__proto__',
  ]) {
    expect(reads(there, field, '改')).toEqual(['field: notCorrectable']);
  }
  const served = there.state.procedure.events.find(({ type }) => type === 'RespondentServed')!.id;
  expect(reads(there, 'method', 'left', served)).toEqual(['field: notCorrectable']);
  const filed = there.state.procedure.events.find(({ type }) => type === 'CaseFiled')!.id;
  expect(reads(there, 'number', '沪知处字〔2026〕2号', filed)).toEqual(['FactCorrected']);
});

describe('what a court has of the matter is read anew', () => {
  const open = then(given(wayTo.ruled), 'openTrack');
  const two = then(open, 'openTrack', { caseNumber: '（2026）沪0115民初2号' });
  const sued = then(given(wayTo.ruled), 'recordSuit');
  const idOf = ({ state }: Case, type: string) => state.procedure.events.findLast((event) => event.type === type)!.id;
  const corrected = (there: Case, type: string, field: string, is: string) =>
    then(there, 'correctFact', { event: idOf(there, type), field, was: '原', is });

  test('a track by its court, its number and its kind, closed or open, and no other with it', () => {
    const read = corrected(two, 'TrackOpened', 'caseNumber', '（2026）沪0115民初3号');
    expect(read.state.tracks.map(({ caseNumber }) => caseNumber)).toEqual([
      open.state.tracks[0]!.caseNumber,
      '（2026）沪0115民初3号',
    ]);
    const closed = then(read, 'closeTrack', { caseNumber: '（2026）沪0115民初3号' });
    expect(corrected(closed, 'TrackOpened', 'court', '另一法院').state.tracks[1]).toMatchObject({
      court: '另一法院',
      open: false,
    });
    expect(corrected(open, 'TrackOpened', 'track', 'criminal').state.tracks).toMatchObject([{ track: 'criminal' }]);
    expect(reads(closed, 'outcome', '判决生效', idOf(closed, 'TrackClosed'))).toEqual(['FactCorrected']);
    expect(reads(closed, 'court', '另一法院', idOf(closed, 'TrackClosed'))).toEqual(['field: notCorrectable']);
  });

  test('a suit by what it is against too, by which its term is kept', () => {
    const read = corrected(sued, 'SuitBrought', 'against', 'invalidation');
    expect(read.state.suits).toMatchObject([{ against: 'invalidation', run: 1 }]);
    expect(corrected(sued, 'SuitBrought', 'court', '另一法院').state.suits).toMatchObject([{ court: '另一法院' }]);
    expect(reads(sued, 'party', 'respondent', idOf(sued, 'SuitBrought'))).toEqual(['FactCorrected']);
  });

  test('as it could have been recorded: each once, and none against a ruling there is not', () => {
    const first = open.state.tracks[0]!.caseNumber;
    expect(reads(two, 'caseNumber', first, idOf(two, 'TrackOpened'))).toEqual(['is: trackAlreadyThere']);
    const again = then(sued, 'recordSuit', { caseNumber: '2' });
    const suit = sued.state.suits[0]!.caseNumber;
    expect(reads(again, 'caseNumber', suit, idOf(again, 'SuitBrought'))).toEqual(['is: suitAlreadyThere']);
    const none = then(given(wayTo.inHandling), 'recordSuit', { against: 'trademarkReview' });
    expect(reads(none, 'against', 'ruling', idOf(none, 'SuitBrought'))).toEqual(['is: noRuling']);
    expect(reads(none, 'against', 'reExamination', idOf(none, 'SuitBrought'))).toEqual(['FactCorrected']);
    expect(reads(none, 'court', '另一法院', idOf(none, 'SuitBrought'))).toEqual(['FactCorrected']);
    const ruled = then(given(wayTo.ruled), 'recordSuit', { against: 'trademarkReview' });
    expect(reads(ruled, 'against', 'ruling', idOf(ruled, 'SuitBrought'))).toEqual(['FactCorrected']);
    expect(reads(none, 'against', 'ruling of none', idOf(none, 'SuitBrought'))).toEqual(['is: notOneOf']);
  });
});

test('what the national office said is read anew as its form has it', () => {
  const preliminary = {
    step: 'PreliminaryApproved',
    number: 'T-1',
    publishedOn: '2026-02-01',
    governedBy: 'unsettled',
  } as const;
  const there = given([...wayTo.inHandling, command('recordOfficeStep', preliminary)]);
  const event = there.state.procedure.events.at(-1)!.id;
  expect(reads(there, 'governedBy', 'law2026', event)).toEqual(['FactCorrected']);
  expect(reads(there, 'governedBy', 'law1982', event)).toEqual(['is: notOneOf']);
  const notified = given([...wayTo.underPriority, command('notifyAction')]);
  const action = notified.state.procedure.events.at(-1)!.id;
  expect(reads(notified, 'notifiedOn', '2026-03-03', action)).toEqual(['is: dateInFuture']);
  expect(reads(notified, 'notifiedOn', '2026-03-01', action)).toEqual(['FactCorrected']);
});

test('a respondent named since, with the papers cured, is left alone', () => {
  const respondent = { name: '另一阀门厂', creditCode: null, address: '嘉定区', contact: null };
  const named = given([lodging(matters.adjudication), command('tellDefects'), command('cureDefects', { respondent })]);
  const fixed = then(
    named,
    'correctFact',
    { event: 'e0', field: 'request.respondent.name', was: '原', is: '新名' },
    today,
  );
  expect(fixed.state.request.respondent?.name).toBe('另一阀门厂');
});

describe('the day of an act is that of what it records beside itself for the clocks', () => {
  const on = '2026-03-20';
  const idOf = ({ state }: Case, type: string) => state.procedure.events.find((event) => event.type === type)!.id;
  const correct = (there: Case, type: string, is: string) =>
    when(there, 'correctFact', { event: idOf(there, type), field: 'occurredAt', was: null, is }, on);
  const served = given(wayTo.inAdjudication);
  const objected = then(served, 'objectJurisdiction', {}, '2026-03-10');
  const decided = then(objected, 'decideJurisdiction', {}, '2026-03-16');

  test('the request interrupts the limitation on its own day', () => {
    expect(correct(adjudication, 'RequestFiled', '2026-02-27')).toMatchObject({
      events: [
        { data: { eventType: 'RequestFiled' } },
        { data: { eventType: 'LimitationInterrupted', was: today, is: '2026-02-27' } },
      ],
    });
  });

  test('the objection pauses from its day, the decision on it resumes', () => {
    const earlier = then(
      decided,
      'correctFact',
      { event: idOf(decided, 'JurisdictionObjected'), is: '2026-03-06' },
      on,
    );
    expect(earlier.state.procedure.pauses).toMatchObject([{ from: '2026-03-06', to: '2026-03-16' }]);
    const later = then(decided, 'correctFact', { event: idOf(decided, 'JurisdictionDecided'), is: '2026-03-17' }, on);
    expect(later.state.procedure.pauses).toMatchObject([{ from: '2026-03-10', to: '2026-03-17' }]);
    expect(told(correct(decided, 'JurisdictionObjected', '2026-03-17'))).toEqual(['is: afterNextStep']);
    expect(told(correct(decided, 'JurisdictionDecided', '2026-03-09'))).toEqual(['is: beforePreviousStep']);
  });

  test('the stay pauses from its day to that of its end', () => {
    const stayed = then(then(served, 'orderStay', {}, '2026-03-10'), 'endStay', {}, '2026-03-16');
    const begun = then(stayed, 'correctFact', { event: idOf(stayed, 'StayOrdered'), is: '2026-03-09' }, on);
    const ended = then(begun, 'correctFact', { event: idOf(stayed, 'StayEnded'), is: '2026-03-13' }, on);
    expect(ended.state.procedure.pauses).toMatchObject([{ from: '2026-03-09', to: '2026-03-13' }]);
  });
});
