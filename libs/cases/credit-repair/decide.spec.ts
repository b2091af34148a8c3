import {
  begun,
  creditChina,
  given,
  market,
  online,
  record,
  request,
  then,
  today,
  when,
} from '../testing/credit-repair.js';
import { actor, told } from '../testing/machine.js';
import { minhang, pudong } from '../testing/procedure.js';
import { readingOf } from './publicity.js';

const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);
const lodgedWith = (changes: object) => then(begun(), 'lodge', { request: { ...request, ...changes } });

describe('the request', () => {
  test('comes with the finding it is about, in the words of the law packs', () =>
    expect(eventsOf(when(begun(), 'lodge'))).toEqual([
      {
        type: 'RepairRequested',
        data: {
          caseNumber: 'CR-2026-0000-0000-0001H',
          acceptingOffice: creditChina,
          lodging: online,
          track: 'creditChina',
          request,
          reading: readingOf(record, today),
        },
      },
      {
        type: 'FindingIssued',
        data: {
          class: 'general',
          track: 'creditChina',
          place: 'shanghai',
          field: 'general',
          foundOn: '2026-03-10',
          documentNumber: '沪交罚〔2026〕1号',
        },
      },
    ]));

  test('of a market regulator’s record goes its own track; safety is named as the packs name it', () => {
    const food = { ...market, field: 'food' } as const;
    expect(eventsOf(when(begun(), 'lodge', { request: { ...request, record: food } }))).toMatchObject([
      { data: { track: 'marketRegulation', reading: { choice: { governing: 'S107' } } } },
      { data: { track: 'marketRegulation', field: 'safety' } },
    ]);
  });

  test('by an officer names the first contact', () => {
    const lodging = { ...online, by: 'officer', channel: 'counter' } as const;
    expect(told(when(begun(), 'lodge', { lodging }))).toEqual([
      'RepairRequested',
      'FindingIssued',
      'FirstContactNamed',
    ]);
  });

  test('tells every fault at once, of the request and of the way it came', () =>
    expect(
      told(
        when(begun(), 'lodge', {
          request: { ...request, corrections: '' },
          lodging: { ...online, receivedOn: '2026-09-09' },
        }),
      ),
    ).toEqual(['corrections: notCorrected', 'lodging.receivedOn: notTheDayOfReceipt']));

  test('is not of tomorrow', () =>
    expect(
      told(when(begun(), 'lodge', { lodging: { ...online, receivedOn: '2026-09-11' } }, '2026-09-11', today)),
    ).toEqual(['occurredOn: dateInFuture']));
});

test('there is no other command before a request', () =>
  expect(when(begun(), 'accept')).toEqual({
    outcome: 'refused',
    refusals: [{ code: 'notAllowedInStatus', params: { command: 'accept', status: 'none' } }],
  }));

describe('who finds, repairs', () => {
  test('it is passed to another office than has it', () => {
    const requested = given('requested');
    expect(eventsOf(when(requested, 'passToDepartment'))).toEqual([
      { type: 'PassedToDepartment', data: { to: pudong, ground: '谁认定、谁修复' } },
    ]);
    expect(told(when(requested, 'passToDepartment', { to: null }))).toEqual(['office: notAnOffice']);
    expect(told(when(requested, 'passToDepartment', { to: creditChina }))).toEqual(['office: alreadyThere']);
    expect(then(requested, 'passToDepartment').state.procedure.handlingOffice).toEqual(pudong);
  });

  test.each([
    ['the department it was passed to', () => given('passed'), pudong, 'department'],
    ['Credit China (Shanghai) itself', () => given('requested'), creditChina, 'creditChinaShanghai'],
    [
      'Credit China itself, for a record made elsewhere',
      () => lodgedWith({ record: { ...record, body: { ...record.body, place: 'elsewhere' } } }),
      creditChina,
      'creditChina',
    ],
    [
      'the market regulator, for its own records',
      () => lodgedWith({ record: market }),
      creditChina,
      'marketRegulation',
    ],
  ])('accepted by %s', (_, state, office, by) => {
    expect(eventsOf(when(state(), 'accept'))).toEqual([
      { type: 'DepartmentAccepted', data: { office, by, record: 'penalty' } },
    ]);
    expect(then(state(), 'accept').state).toMatchObject({ repairer: by, procedure: { handlingOffice: office } });
  });

  test('a market regulator stays one when the request is passed to it', () => {
    const passed = then(lodgedWith({ record: market }), 'passToDepartment');
    expect(eventsOf(when(passed, 'accept'))).toMatchObject([{ data: { by: 'marketRegulation', office: pudong } }]);
  });

  test('while an objection to the dispatch is open nobody accepts; decided, it goes on or back', () => {
    const objected = then(given('passed'), 'objectToDispatch');
    expect(told(when(objected, 'accept'))).toEqual(['dispatchObjectionOpen']);
    const on = then(objected, 'decideDispatchObjection', { to: minhang });
    expect(on.state).toMatchObject({ status: 'passed', procedure: { handlingOffice: minhang } });
    const back = then(objected, 'decideDispatchObjection', { to: 'acceptingAuthority' });
    expect(back.state).toMatchObject({ status: 'requested', procedure: { handlingOffice: null } });
    const stays = then(objected, 'decideDispatchObjection', { upheld: false, to: null });
    expect(told(when(stays, 'accept'))).toEqual(['DepartmentAccepted']);
  });

  test('declined, by whom and why; the applicant is still to be told', () => {
    expect(eventsOf(when(given('passed'), 'decline'))).toEqual([
      { type: 'DepartmentDeclined', data: { office: pudong, ground: 'notTheFindingBody', reason: '非本部门认定' } },
    ]);
    const declined = given('declined');
    expect(declined.state.result).toBe('declined');
    expect(eventsOf(when(declined, 'tellResult'))).toEqual([
      { type: 'ResultTold', data: { result: 'declined', how: '站内信' } },
    ]);
    expect(then(declined, 'tellResult').state.status).toBe('concluded');
  });
});

describe('the supplement', () => {
  const returned = given('returnedForSupplement');
  test('adds materials, and may say more of what was corrected', () => {
    const evidence = [{ kind: 'other', title: '整改报告', reference: 'z.pdf' }] as const;
    const again = then(returned, 'supplyMaterials', { evidence, corrections: '又整改' }, '2026-09-15');
    expect(again.state).toMatchObject({ status: 'requested', since: '2026-09-15' });
    expect(again.state.request).toMatchObject({
      corrections: '又整改',
      materials: [...request.materials, ...evidence],
    });
    expect(then(returned, 'supplyMaterials').state.request).toEqual(request);
  });
  test('so does evidence added later', () =>
    expect(then(given('accepted'), 'addEvidence').state.request.materials).toHaveLength(2));
});

describe('the extension', () => {
  test('of which D22 speaks is recorded, once, with who approved it', () => {
    expect(eventsOf(when(given('accepted'), 'extendHandling'))).toEqual([
      { type: 'HandlingExtended', data: { days: 10, reason: '需要核实', approvedBy: actor } },
    ]);
    expect(told(when(then(given('accepted'), 'extendHandling'), 'extendHandling'))).toEqual(['extendedBefore']);
  });
  test('is not known to the rules of the market regulators', () =>
    expect(told(when(then(lodgedWith({ record: market }), 'accept'), 'extendHandling'))).toEqual(['noExtension']));
});

describe('the end', () => {
  const repaired = given('repaired');

  test('publicity ended, shared and told, in any order, conclude it', () => {
    const orders = [
      ['endPublicity', 'shareResult', 'tellResult'],
      ['tellResult', 'shareResult', 'endPublicity'],
      ['shareResult', 'tellResult', 'endPublicity'],
    ] as const;
    for (const order of orders) {
      const steps = order.map((_, at) => order.slice(0, at + 1).reduce((state, name) => then(state, name), repaired));
      expect(steps.map(({ state }) => state.status)).toEqual(['repaired', 'repaired', 'concluded']);
    }
  });

  test('each is done once, and says what was done', () => {
    expect(eventsOf(when(repaired, 'endPublicity'))).toEqual([
      { type: 'PublicityEnded', data: { by: 'repair', platforms: ['信用中国', '信用中国（上海）'] } },
    ]);
    expect(eventsOf(when(repaired, 'shareResult'))).toEqual([
      { type: 'RepairShared', data: { with: ['全国信用信息共享平台'] } },
    ]);
    expect(eventsOf(when(repaired, 'tellResult'))).toEqual([
      { type: 'ResultTold', data: { result: 'repaired', how: '站内信' } },
    ]);
    expect(told(when(then(repaired, 'endPublicity'), 'endPublicity'))).toEqual(['publicityEnded']);
    expect(told(when(then(repaired, 'shareResult'), 'shareResult'))).toEqual(['alreadyShared']);
    expect(told(when(then(repaired, 'tellResult'), 'tellResult'))).toEqual(['alreadyTold']);
  });

  test('a refusal is concluded once it is told', () =>
    expect(then(given('refused'), 'tellResult').state).toMatchObject({
      status: 'concluded',
      result: 'refused',
      told: true,
    }));

  test('reopened, everything is decided anew by the department that has it', () => {
    const again = then(given('concluded'), 'reopen', {}, '2026-10-15');
    expect(again.state).toMatchObject({
      status: 'passed',
      since: '2026-10-15',
      repairer: null,
      conditions: null,
      result: null,
      publicityEnded: false,
      shared: false,
      told: false,
    });
    expect(told(when(again, 'accept', {}, '2026-10-15'))).toEqual(['DepartmentAccepted']);
  });

  test('reopened, what was extended may be extended anew', () => {
    const ended = then(then(given('accepted'), 'extendHandling'), 'terminate');
    const again = then(then(ended, 'reopen'), 'accept');
    expect(told(when(again, 'extendHandling'))).toEqual(['HandlingExtended']);
  });

  test('reopened, what Credit China had itself or the department declined is with Credit China', () => {
    const own = then(given('requested'), 'accept');
    expect(then(then(own, 'terminate'), 'reopen').state.status).toBe('requested');
    const declined = then(then(given('declined'), 'tellResult'), 'reopen');
    expect(declined.state).toMatchObject({ status: 'requested', procedure: { handlingOffice: null } });
    expect(told(when(declined, 'passToDepartment'))).toEqual(['PassedToDepartment']);
  });

  test('a repair voided for a false promise is taken up again for an objection upheld, else once the bar is over', () => {
    const voided = given('voided');
    expect(when(voided, 'reopen')).toMatchObject({
      refusals: [{ code: 'repairBarred', params: { until: '2027-09-10' } }],
    });
    expect(told(when(voided, 'reopen', {}, '2027-09-09'))).toEqual(['repairBarred']);
    expect(told(when(voided, 'reopen', {}, '2027-09-10'))).toEqual(['CaseReopened']);
    const upheld = then(then(voided, 'objectToOutcome'), 'decideOutcomeObjection');
    const again = then(upheld, 'reopen', { ground: 'objectionUpheld' });
    expect(again.state).toMatchObject({ status: 'passed', barredUntil: null });
  });

  test('withdrawn, the reason is kept', () =>
    expect(eventsOf(when(given('accepted'), 'withdraw'))).toEqual([
      { type: 'RequestWithdrawn', data: { reason: '不再需要' } },
    ]));
});

describe('days (invariant 15)', () => {
  const passed = then(given('requested'), 'passToDepartment', {}, '2026-09-12');

  test('no step takes effect before the one it follows, or tomorrow', () => {
    expect(when(passed, 'accept', {}, '2026-09-11')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since: '2026-09-12' } }],
    });
    expect(told(when(passed, 'accept', {}, '2026-09-12'))).toEqual(['DepartmentAccepted']);
    expect(told(when(passed, 'accept', {}, '2026-09-14', '2026-09-13'))).toEqual(['occurredOn: dateInFuture']);
  });

  test('a fault of the day is told beside the others', () => {
    const requested = then(given('returnedForSupplement'), 'supplyMaterials', {}, '2026-09-12');
    expect(told(when(requested, 'passToDepartment', { to: null }, '2026-09-11'))).toEqual([
      'occurredOn: beforePreviousStep',
      'office: notAnOffice',
    ]);
  });

  test.each([
    ['raiseObjection', {}],
    ['recordRepairNotice', {}],
    ['extendHandling', {}],
  ] as const)('%s may be dated back past the last step, not past the request', (name, changes) => {
    expect(told(when(passed, name, changes, today))[0]).toMatch(/^[A-Z]/);
    expect(told(when(passed, name, changes, '2026-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
  });

  test.each(['markObjection', 'forwardObjection', 'receiveObjection', 'decideObjection'] as const)(
    '%s is not dated before the objection',
    (name) => {
      const raised = then(given('accepted'), 'raiseObjection', {}, '2026-09-12');
      expect(told(when(raised, name, {}, '2026-09-11'))[0]).toBe('occurredOn: beforePreviousStep');
      expect(told(when(raised, name, {}, '2026-09-12'))).not.toContain('occurredOn: beforePreviousStep');
      expect(told(when(given('accepted'), name, {}, '2026-09-09'))).toEqual([
        'occurredOn: beforePreviousStep',
        'noObjection',
      ]);
    },
  );

  test('what became of the record may lie before the request, not before its finding', () => {
    expect(told(when(passed, 'recordPenalty', {}, '2026-03-10'))).toEqual(['PenaltyDecided']);
    expect(told(when(passed, 'recordPenalty', {}, '2026-03-09'))).toEqual(['occurredOn: beforePreviousStep']);
    const recorded = then(passed, 'recordPenalty', {}, '2026-03-20');
    expect(told(when(recorded, 'publishPenalty', {}, '2026-03-19'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(recorded, 'publishPenalty', {}, '2026-03-20'))).toEqual(['PenaltyPublished']);
  });
});

test('nobody is complained of: the applicant alone objects to the outcome', () => {
  expect(told(when(given('concluded'), 'objectToOutcome', { by: 'respondent' }))).toEqual(['by: noRespondentHere']);
  expect(told(when(given('concluded'), 'objectToOutcome'))).toEqual(['OutcomeObjectionRaised']);
});
