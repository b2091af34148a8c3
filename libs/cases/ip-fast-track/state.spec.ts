import { given, invalidation, then, told, when, wayTo, type Case } from '../testing/ip-fast-track-machine.js';
import { command, ipOffice, lodging, matters, request, today } from '../testing/ip-fast-track.js';
import { officerLi, pudong, street } from '../testing/procedure.js';
import type { Command } from './commands.js';
import { ipFastTrack } from './kind.js';
import { sensitive, schemas } from './schemas.js';
import { viewOf } from './view.js';

const inAdjudication = given(wayTo.inAdjudication);
const correct = (event: string, is: string, on: string) =>
  then(given([], on, inAdjudication), 'correctFact', { event, is }, on);

describe('the summary', () => {
  test('tells lists what they need of any route', () => {
    const there = given([
      command('lodge', {
        request: request(matters.trademark, {
          lodging: {
            by: 'agent',
            channel: 'online',
            receivedOn: today,
            agent: { name: '某代理', creditCode: '91310104MADEM002X1', authority: '委托书' },
          },
        }),
        office: pudong,
      }),
      command('acceptComplaint'),
      command('nameFirstContact', { reason: null }),
      command('assignOfficer'),
      command('arrangeJointHandling'),
      command('fireRung'),
    ]);
    expect(ipFastTrack.summaryOf(there.state)).toMatchObject({
      caseNumber: there.state.caseNumber,
      status: 'inHandling',
      closed: false,
      category: 'trademark',
      complainant: { name: '上海申精机械有限公司', creditCode: '91310115MADEM00117' },
      respondent: { name: '某阀门厂', creditCode: '91500110MADEM0100R' },
      respondentTold: true,
      agentCode: '91310104MADEM002X1',
      confidential: [],
      markedParts: [],
      total: null,
      outstanding: null,
      lodgedOn: today,
      acceptingOffice: ipOffice,
      handlingOffice: pudong,
      coHandlingOffices: [street],
      firstContact: officerLi,
      firstContactOffice: pudong,
      holder: { id: 'officer-sun', name: '孙静' },
      firedRungs: ['result|case|0192a000-0000-8000-8000-00000000000a|amber'],
      overriddenRungs: [],
    });
  });

  test('has no respondent where there is none, and nothing before the lodging', () => {
    expect(ipFastTrack.summaryOf(given([lodging(matters.priorityExamination)]).state)).toMatchObject({
      respondent: null,
      agentCode: null,
      coHandlingOffices: [],
      firstContact: null,
      firstContactOffice: null,
      holder: null,
    });
    expect(ipFastTrack.summaryOf({ status: 'none' })).toBeNull();
  });
});

describe('the respondent is told', () => {
  const isTold = (acts: readonly Command[]) => ipFastTrack.summaryOf(given(acts).state)!.respondentTold;
  const lodged = (route: keyof typeof matters) => [lodging(matters[route])];

  test('by the service, the mediation request served or the complaint accepted; not by the lodging', () => {
    for (const route of ['adjudication', 'mediation', 'trademark', 'copyright', 'tradeSecret'] as const) {
      expect(isTold(lodged(route))).toBe(false);
    }
    expect(isTold(wayTo.caseFiled)).toBe(false);
    expect(isTold(wayTo.inAdjudication)).toBe(true);
    expect(isTold(wayTo.awaitingOpinion)).toBe(true);
    expect(isTold(wayTo.inHandling)).toBe(true);
    // What it was told of it may read to the end.
    expect(isTold([...wayTo.inAdjudication, command('withdraw')])).toBe(true);
    expect(isTold([...wayTo.caseFiled, command('withdraw')])).toBe(false);
  });

  test('by a document that was served on it, and by no other', () => {
    const served = (to: 'respondent' | 'complainant') => [
      ...lodged('adjudication'),
      command('issueDocument', { to }),
      command('serveDocument'),
    ];
    expect(isTold(served('respondent'))).toBe(true);
    expect(isTold(served('complainant'))).toBe(false);
    expect(isTold(served('respondent').slice(0, -1))).toBe(false);
  });
});

describe('what the shared procedure is told', () => {
  test('the grounds that do not count, and the facts on the file', () => {
    const pause = (ground: string) => told(when(inAdjudication, 'pauseHandling', { ground, local: null }));
    for (const ground of ['publicNotice', 'testingOrAppraisal', 'longerEvidenceTime', 'settlementTime']) {
      expect(pause(ground)).toEqual(['HandlingPaused']);
    }
    expect(pause('stay')).toEqual(['ground: pauseGroundUnknown']);
    expect(viewOf(inAdjudication.state).facts).toEqual([]);
    const open = then(inAdjudication, 'openTrack');
    expect(viewOf(open.state).facts).toEqual(['proceedings']);
    expect(viewOf(then(open, 'closeTrack').state).facts).toEqual([]);
    expect(viewOf(then(given(wayTo.ruled), 'recordSuit').state).facts).toEqual(['proceedings']);
    const invalid = command('recordOfficeStep', {
      step: 'InvalidationDecided',
      number: 'W-1',
      kind: 'patent',
      by: 'request',
      outcome: 'granted',
    });
    expect(viewOf(given([...wayTo.inAdjudication, invalidation, invalid]).state).facts).toEqual(['patentInvalid']);
    expect(viewOf(inAdjudication.state).documentKinds).toContain('ruling');
  });
});

describe('a corrected day', () => {
  test('moves what was counted from it', () => {
    const on = '2026-03-20';
    expect(correct('e0', '2026-02-27', on).state.lodgedOn).toBe('2026-02-27');
    const later = correct('e4', '2026-03-05', on);
    const served = later.state;
    expect(served.adjudication.served?.on).toBe('2026-03-05');
    expect(served).toMatchObject({ since: '2026-03-05', lodgedOn: today });
    // The filing was not the event by which the status was reached.
    const filed = then(later, 'correctFact', { event: 'e3', is: '2026-03-03' }, on).state;
    expect(filed).toMatchObject({ adjudication: { filed: { on: '2026-03-03' } }, since: '2026-03-05' });
    expect(told(when(inAdjudication, 'correctFact', { event: 'e3', is: '2026-03-03' }, on))).toEqual([
      'is: afterNextStep',
    ]);
  });

  test.each([
    ['tellDefects', 'defectsTold', wayTo.requestFiled],
    ['recordDefence', 'defence', wayTo.inAdjudication],
    ['objectJurisdiction', 'objection', wayTo.inAdjudication],
    ['issueRuling', 'ruling', [...wayTo.inAdjudication, command('recordDefence')]],
  ] as const)('of %s too', (name, fact, way) => {
    const there = given([command(name)], today, given(way));
    const event = there.state.procedure.events.find(
      ({ type }) =>
        ['DefectsTold', 'DefenceReceived', 'JurisdictionObjected', 'RulingIssued'].includes(type) &&
        (name !== 'issueRuling' || type === 'RulingIssued'),
    )!;
    const corrected = then(there, 'correctFact', { event: event.id, is: '2026-03-05' }, '2026-03-20');
    expect(corrected.state.adjudication[fact]).toMatchObject({ on: '2026-03-05' });
  });

  const idsOf = ({ state }: Case, type: string) =>
    state.procedure.events.filter((event) => event.type === type).map(({ id }) => id);

  test('of an earlier run leaves the ruling made anew', () => {
    const ruledLater = then(given([command('recordDefence')], today, inAdjudication), 'issueRuling', {}, '2026-03-05');
    const concluded = given([...wayTo.concluded.slice(wayTo.ruled.length)], '2026-03-06', ruledLater);
    const again = then(then(concluded, 'reopen', {}, '2026-03-10'), 'issueRuling', {}, '2026-03-12');
    const [first, second] = idsOf(again, 'RulingIssued');
    const ruled = (event: string, is: string) =>
      then(again, 'correctFact', { event, is }, '2026-03-20').state.adjudication.ruling?.on;
    expect(ruled(first!, '2026-03-04')).toBe('2026-03-12');
    expect(ruled(second!, '2026-03-11')).toBe('2026-03-11');
  });

  test('of the service or the publication of a ruling is that service’s: the conclusion may follow it', () => {
    const on = '2026-03-20';
    const ruled = given(wayTo.ruled);
    const one = then(then(ruled, 'serveRuling', {}, '2026-03-04'), 'serveRuling', { party: 'respondent' }, on);
    const published = then(one, 'publishRuling', {}, on);
    const [, second] = idsOf(published, 'RulingServed');
    const [publication] = idsOf(published, 'RulingPublished');
    const served = then(published, 'correctFact', { event: second!, is: '2026-03-05' }, on);
    expect(served.state.adjudication.ruling?.servedOn.map((service) => service.on)).toEqual([
      '2026-03-04',
      '2026-03-05',
    ]);
    expect(told(when(served, 'conclude', {}, '2026-03-06', on))).toEqual(['occurredOn: beforePreviousStep']);
    const both = then(served, 'correctFact', { event: publication!, is: '2026-03-06' }, on);
    expect(told(when(both, 'conclude', {}, '2026-03-06', on))).toEqual(['CaseConcluded']);
  });

  test('of anything else, or of a text, moves none', () => {
    const noted = given([command('addNote')], today, inAdjudication);
    const last = noted.state.procedure.events.at(-1)!.id;
    const { adjudication, since, lodgedOn } = then(
      noted,
      'correctFact',
      { event: last, is: '2026-03-05' },
      '2026-03-20',
    ).state;
    expect({ adjudication, since, lodgedOn }).toEqual({
      adjudication: noted.state.adjudication,
      since: noted.state.since,
      lodgedOn: noted.state.lodgedOn,
    });
    const text = then(inAdjudication, 'correctFact', { event: 'e3', field: 'number', was: '1号', is: '2号' });
    expect(text.state.adjudication).toEqual(inAdjudication.state.adjudication);
    expect(text.state.since).toBe(today);
  });
});

test('a dispatch objected to goes back into the hands of the accepting office, or to another', () => {
  const objected = given([command('lodge', { office: pudong }), command('objectToDispatch')]);
  const handledBy = (to: 'acceptingAuthority' | typeof street) =>
    then(objected, 'decideDispatchObjection', { to }).state.procedure.handlingOffice;
  expect(handledBy('acceptingAuthority')).toEqual(ipOffice);
  expect(handledBy(street)).toEqual(street);
});

test('every event has its schema version, and says what in it is personal or written by people', () => {
  expect(Object.keys(schemas).filter((type) => !/^[A-Z][A-Za-z]+$/.test(type))).toEqual([]);
  expect(schemas.RequestFiled).toBe(1);
  expect(sensitive.RequestFiled).toEqual([
    { path: 'request.complainant.contact', of: 'person' },
    { path: 'request.respondent.contact', of: 'person' },
    { path: 'request.promises.signatory', of: 'person' },
    { path: 'request.claim', of: 'text' },
    { path: 'request.facts', of: 'text' },
  ]);
  expect(sensitive.NoteAdded).toEqual([{ path: 'text', of: 'text' }]);
});
