import { given, lodgedOn, then, told, when } from '../testing/ip-fast-track-machine.js';
import { bodies, command, ipOffice, lodging, matters, met, patent, request, today } from '../testing/ip-fast-track.js';
import { pudong } from '../testing/procedure.js';
import type { AdjudicationMatter, Matter } from './matter.js';
import type { Request } from './matter.js';

const adjudication = (changes: Partial<AdjudicationMatter> = {}) =>
  given([lodging({ ...matters.adjudication, ...changes })]);
const filed = (matter: Partial<AdjudicationMatter>, body = {}, on = today) =>
  told(when(adjudication(matter), 'fileCase', body, on));
const seat = (id: string) => ({ id, name: id });

describe('the lodging', () => {
  const lodge = (matter: Matter, changes: Partial<Request> = {}, on = today) =>
    when(given([]), 'lodge', { request: request(matter, { lodging: lodgedOn(on), ...changes }) }, on);

  test.each([
    [matters.adjudication, ['RequestFiled', 'InfringementKnown', 'LimitationInterrupted']],
    [{ ...matters.adjudication, knownOn: null }, ['RequestFiled']],
    [matters.mediation, ['MediationRequested']],
    [matters.priorityExamination, ['PriorityRequested']],
    [matters.trademark, ['IpComplaintLodged']],
    [matters.copyright, ['IpComplaintLodged']],
    [matters.tradeSecret, ['IpComplaintLodged']],
  ])('opens each route with its own event', (matter, events) => {
    expect(told(lodge(matter))).toEqual(events);
  });

  test('carries the request in full, the office which handles it, its number, and since when the act was known', () => {
    expect(lodge(matters.adjudication)).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'RequestFiled',
          data: {
            caseNumber: 'IP-2026-0000-0000-00010',
            acceptingOffice: ipOffice,
            office: ipOffice,
            request: request(matters.adjudication),
          },
        },
        { type: 'InfringementKnown', data: { knownOn: '2025-06-01' } },
        { type: 'LimitationInterrupted', data: { by: 'request' } },
      ],
    });
  });

  test('names the officer who takes it in as first contact', () => {
    const byOfficer = { by: 'officer', channel: 'counter', receivedOn: today, agent: null } as const;
    expect(told(lodge(matters.trademark, { lodging: byOfficer }))).toEqual(['IpComplaintLodged', 'FirstContactNamed']);
  });

  test('is refused with every fault at once', () => {
    const { complainant, respondent } = request(matters.mediation);
    const faulty = {
      complainant: { ...complainant, creditCode: 'X' },
      respondent: { ...respondent!, creditCode: '91310115MADEM00118' },
      lodging: { ...lodgedOn(today), channel: 'counter' as const },
    };
    const tomorrow = '2026-03-03';
    expect(told(lodge({ ...matters.mediation, patent: { ...patent, grantedOn: tomorrow } }, faulty))).toEqual([
      'lodging.channel: channelDoesNotFit',
      'complainant.creditCode: creditCode',
      'respondent.creditCode: creditCode',
      'matter.patent.grantedOn: dateInFuture',
    ]);
    expect(told(when(given([]), 'lodge', { office: null }))).toEqual(['office: notAHandlingAuthority']);
    expect(told(when(given([]), 'lodge', {}, tomorrow, today))).toContain('occurredOn: dateInFuture');
    expect(told(lodge({ ...matters.adjudication, knownOn: tomorrow }))).toEqual(['matter.knownOn: dateInFuture']);
    expect(told(lodge({ ...matters.adjudication, patent: { ...patent, grantedOn: tomorrow } }))).toEqual([
      'matter.patent.grantedOn: dateInFuture',
    ]);
    const application = { ...matters.priorityExamination.application, filedOn: tomorrow };
    expect(told(lodge({ ...matters.priorityExamination, application }))).toEqual([
      'matter.application.filedOn: dateInFuture',
    ]);
  });

  test('may be against an opponent without a code, not against oneself, and names none for priority', () => {
    const { complainant, respondent } = request(matters.mediation);
    const against = (creditCode: string | null) => ({ respondent: { ...respondent!, creditCode } });
    expect(told(lodge(matters.mediation, against(null)))).toEqual(['MediationRequested']);
    expect(told(lodge(matters.mediation, against(complainant.creditCode)))).toEqual([
      'respondent.creditCode: sameParty',
    ]);
    expect(told(lodge(matters.mediation, { respondent: null }))).toEqual(['MediationRequested']);
    expect(told(lodge(matters.priorityExamination, { respondent }))).toEqual(['respondent: noOpponentHere']);
  });
});

describe('the case filing (Art. 12, 14, 19, 20)', () => {
  test('needs each condition of Art. 12', () => {
    for (const condition of Object.keys(met)) {
      expect(filed({}, { conditions: { ...met, [condition]: false } })).toEqual([
        `conditions.${condition}: conditionNotMet`,
      ]);
    }
  });

  test('finds no condition met that the request says is not', () => {
    expect(filed({ standing: 'neither' })).toEqual(['conditions.standing: conditionAgainstFile']);
    expect(filed({ standing: 'interestedParty' })).toEqual(['CaseFiled']);
    const unnamed = given([lodging(matters.adjudication, { respondent: null })]);
    expect(told(when(unnamed, 'fileCase'))).toEqual(['conditions.clearRespondent: conditionAgainstFile']);
  });

  test('is the city level’s where the case is foreign-related or major across districts (Art. 7)', () => {
    const inDistrict = (changes: Partial<AdjudicationMatter>) => {
      const matter = { ...matters.adjudication, ...changes };
      return told(when(given([command('lodge', { request: request(matter), office: pudong })]), 'fileCase'));
    };
    expect(inDistrict({})).toEqual(['CaseFiled']);
    expect(inDistrict({ foreignRelated: true })).toEqual(['conditions.jurisdiction: conditionAgainstFile']);
    expect(inDistrict({ majorCrossDistrict: true })).toEqual(['conditions.jurisdiction: conditionAgainstFile']);
    expect(filed({ foreignRelated: true, majorCrossDistrict: true })).toEqual(['CaseFiled']);
  });

  test('needs the register copy and the report which was required', () => {
    expect(filed({ patent: { ...patent, registerCopy: false } })).toEqual(['registerCopyMissing']);
    const required = then(adjudication(), 'requireReport');
    expect(told(when(required, 'fileCase'))).toEqual(['reportOutstanding']);
    expect(told(when(then(required, 'refuseReport'), 'fileCase'))).toEqual(['reportOutstanding']);
    expect(told(when(then(required, 'refuseReport', { reason: '正在办理' }), 'fileCase'))).toEqual(['CaseFiled']);
    expect(told(when(then(required, 'supplyReport'), 'fileCase'))).toEqual(['CaseFiled']);
  });

  test('takes a late request only while the act goes on and the patent is valid (Art. 19)', () => {
    const late = { knownOn: '2023-02-15' };
    expect(filed(late)).toEqual(['CaseFiled']);
    expect(filed({ ...late, actContinues: false })).toEqual(['limitationOver']);
    expect(filed(late, { patentInForce: false })).toEqual(['limitationOver']);
    expect(when(adjudication({ ...late, actContinues: false }), 'fileCase')).toMatchObject({
      refusals: [{ params: { until: '2026-02-15' } }],
    });
    // The last day may have rolled: what is not surely late is left to the clock.
    expect(filed({ knownOn: '2023-02-20', actContinues: false })).toEqual(['CaseFiled']);
    expect(filed({ knownOn: '2023-02-19', actContinues: false })).toEqual(['limitationOver']);
    expect(filed({ knownOn: null, actContinues: false })).toEqual(['CaseFiled']);
    expect(filed({ actContinues: false }, { patentInForce: false })).toEqual(['CaseFiled']);
  });

  test('has a panel of three or more, odd, of officers of the office, each once', () => {
    const panel = (...ids: string[]) => ({ panel: { presiding: seat('p'), members: ids.map(seat) } });
    expect(filed({}, panel('a', 'b'))).toEqual(['CaseFiled']);
    expect(filed({}, panel('a', 'b', 'c', 'd'))).toEqual(['CaseFiled']);
    expect(filed({}, panel('a'))).toEqual(['panel.members: panelNotOdd']);
    expect(filed({}, panel())).toEqual(['panel.members: panelNotOdd']);
    expect(filed({}, panel('a', 'b', 'c'))).toEqual(['panel.members: panelNotOdd']);
    expect(when(adjudication(), 'fileCase', panel('a', 'b', 'c'))).toMatchObject({
      refusals: [{ params: { size: 4 } }],
    });
    expect(filed({}, panel('a', 'a'))).toEqual(['panel.members: panelTwice']);
    expect(filed({}, panel('a', 'p'))).toEqual(['panel.members: panelTwice']);
    expect(filed({}, { panel: { presiding: null, members: [seat('a'), null] } })).toEqual([
      'panel.presiding: notAnOfficerHere',
      'panel.members[1]: notAnOfficerHere',
    ]);
    expect(filed({}, { panel: { presiding: seat('p'), members: [seat('a'), null] } })).toEqual([
      'panel.members[1]: notAnOfficerHere',
    ]);
  });

  test('is recorded with its number, its findings and its panel', () => {
    expect(when(adjudication(), 'fileCase')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'CaseFiled', data: bodies.fileCase }],
    });
  });

  test('may be put off once, by the head', () => {
    const actor = { id: 'officer-zhao', name: '赵军' };
    expect(when(adjudication(), 'extendFiling')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'FilingExtended', data: { reason: '案情复杂', approvedBy: actor } }],
    });
    expect(told(when(then(adjudication(), 'extendFiling'), 'extendFiling'))).toEqual(['filingAlreadyExtended']);
  });
});

describe('defects (Art. 16)', () => {
  test('are told once', () => {
    const cured = then(then(adjudication(), 'tellDefects'), 'cureDefects');
    expect(when(cured, 'tellDefects')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'defectsAlreadyTold', params: { on: today } }],
    });
  });

  test('are cured with what was missing, and the case can be filed', () => {
    const lacking = given([
      lodging({ ...matters.adjudication, patent: { ...patent, registerCopy: false } }, { respondent: null }),
      command('tellDefects'),
    ]);
    const { respondent } = request(matters.mediation);
    const evidence = [{ kind: 'licence', title: '执照', reference: 'l.pdf' }] as const;
    const cured = then(lacking, 'cureDefects', { respondent, evidence });
    expect(cured.state).toMatchObject({ status: 'requestFiled', request: { respondent } });
    expect(cured.state.request.evidence).toEqual([...request(matters.mediation).evidence, ...evidence]);
    expect(cured.state.request.matter).toEqual({ ...matters.adjudication, patent });
    expect(told(when(cured, 'fileCase'))).toEqual(['CaseFiled']);
    const without = then(lacking, 'cureDefects', { respondent, registerCopy: false });
    expect(told(when(without, 'fileCase'))).toEqual(['registerCopyMissing']);
    expect(told(when(lacking, 'cureDefects', { respondent: { ...respondent!, creditCode: 'X' } }))).toEqual([
      'respondent.creditCode: creditCode',
    ]);
  });

  test('not cured in the period which the office set: not filed', () => {
    const toldOfThem = then(adjudication(), 'tellDefects', { days: 10 });
    const refusal = { ground: 'notCured', conditions: met } as const;
    expect(when(toldOfThem, 'refuseFiling', refusal, '2026-03-12')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'periodStillRuns', field: 'ground', params: { until: '2026-03-12' } }],
    });
    expect(told(when(toldOfThem, 'refuseFiling', refusal, '2026-03-13'))).toEqual(['FilingRefused']);
    expect(told(when(adjudication(), 'refuseFiling', refusal))).toEqual(['ground: nothingToCure']);
    // Supplied, but not what was asked for: the office need not wait for the day.
    expect(told(when(then(toldOfThem, 'cureDefects'), 'refuseFiling', refusal))).toEqual(['FilingRefused']);
  });
});

describe('the refusal to file', () => {
  test('names the conditions which are not met', () => {
    const conditions = { ...met, standing: false, noOtherRoute: false };
    expect(when(adjudication(), 'refuseFiling', { conditions })).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'FilingRefused',
          data: { ground: 'conditionNotMet', conditions: ['standing', 'noOtherRoute'], reason: '已起诉' },
        },
      ],
    });
    expect(told(when(adjudication(), 'refuseFiling', { conditions: met }))).toEqual(['ground: conditionsAllMet']);
  });

  test('for the report needs that it was required and refused without reason', () => {
    const refusal = { ground: 'reportRefused', conditions: met } as const;
    const required = then(adjudication(), 'requireReport');
    expect(told(when(adjudication(), 'refuseFiling', refusal))).toEqual(['ground: reportNotRefused']);
    expect(told(when(required, 'refuseFiling', refusal))).toEqual(['ground: reportNotRefused']);
    expect(told(when(then(required, 'refuseReport', { reason: '在办' }), 'refuseFiling', refusal))).toEqual([
      'ground: reportNotRefused',
    ]);
    expect(told(when(then(required, 'refuseReport'), 'refuseFiling', refusal))).toEqual(['FilingRefused']);
  });

  test('for the limitation needs that the three years are over', () => {
    const refusal = { ground: 'timeBarred', conditions: met } as const;
    const at = (knownOn: string | null) =>
      told(when(adjudication({ knownOn, actContinues: false }), 'refuseFiling', refusal));
    expect(at('2023-03-01')).toEqual(['FilingRefused']);
    expect(at('2023-03-02')).toEqual(['ground: notTimeBarred']);
    expect(at(null)).toEqual(['ground: notTimeBarred']);
  });

  test('is never for the limitation while the act goes on and the patent is in force (Art. 19)', () => {
    const refused = (actContinues: boolean, patentInForce: boolean) => {
      const refusal = { ground: 'timeBarred', conditions: met, patentInForce } as const;
      return told(when(adjudication({ knownOn: '2020-01-01', actContinues }), 'refuseFiling', refusal));
    };
    expect(refused(true, true)).toEqual(['ground: actGoesOn']);
    expect(refused(true, false)).toEqual(['FilingRefused']);
    expect(refused(false, true)).toEqual(['FilingRefused']);
  });
});

describe('the evaluation report (Art. 14)', () => {
  const ofInvention = adjudication({ patent: { ...patent, type: 'invention' } });

  test('is of a utility model or a design alone, and required once', () => {
    expect(told(when(ofInvention, 'requireReport'))).toEqual(['reportNotForInvention']);
    expect(told(when(ofInvention, 'supplyReport'))).toEqual(['reportNotForInvention']);
    const design = adjudication({ patent: { ...patent, type: 'design' } });
    expect(told(when(design, 'requireReport'))).toEqual(['EvaluationReportRequired']);
    expect(told(when(then(design, 'requireReport'), 'requireReport'))).toEqual(['reportAlreadyRequired']);
    expect(told(when(design, 'refuseReport'))).toEqual(['reportNotRequired']);
    expect(told(when(design, 'supplyReport'))).toEqual(['EvaluationReportReceived']);
  });
});

describe('the supplement on the other routes', () => {
  test('adds what was missing and brings the request back under review', () => {
    for (const [matter, status] of [
      [matters.mediation, 'mediationRequested'],
      [matters.priorityExamination, 'priorityRequested'],
      [matters.tradeSecret, 'complaintLodged'],
    ] as const) {
      const returned = given([lodging(matter), command('requestSupplement')]);
      expect(then(returned, 'supplyMaterials').state.status).toBe(status);
    }
    const returned = given([lodging(matters.mediation, { respondent: null }), command('requestSupplement')]);
    const { respondent, complainant } = request(matters.mediation);
    expect(then(returned, 'supplyMaterials', { respondent }).state.request.respondent).toEqual(respondent);
    const oneself = { ...respondent!, creditCode: complainant.creditCode };
    expect(told(when(returned, 'supplyMaterials', { respondent: oneself }))).toEqual([
      'respondent.creditCode: sameParty',
    ]);
  });
});
