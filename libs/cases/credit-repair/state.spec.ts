import { begun, given, online, record, request, ruling, then, today, when } from '../testing/credit-repair.js';
import { told } from '../testing/machine.js';
import { pudong } from '../testing/procedure.js';
import { creditRepair as kind } from './kind.js';
import { schemas, sensitive } from './schemas.js';
import { evolve, initial } from './state.js';

const event = (type: string, data: object, on = today) =>
  ({ id: 'x', revision: '9', type, schema: 1, data, on }) as never;

describe('corrections', () => {
  test('of the day of the request move the lodging and the step', () => {
    const fixed = then(given('requested'), 'correctFact', { event: 'e0', is: '2026-09-08' });
    expect(fixed.state).toMatchObject({ lodgedOn: '2026-09-08', since: '2026-09-08' });
    const passed = then(given('passed'), 'correctFact', { event: 'e0', is: '2026-09-08' });
    expect(passed.state).toMatchObject({ lodgedOn: '2026-09-08', since: today });
    const step = then(
      then(given('requested'), 'passToDepartment', {}, '2026-09-12'),
      'correctFact',
      {
        event: 'e2',
        is: '2026-09-11',
      },
      '2026-09-13',
    );
    expect(step.state).toMatchObject({ lodgedOn: today, since: '2026-09-11' });
  });

  test('a corrected finding is read anew at the review', () => {
    const shown = { event: 'e0', field: 'request.record.publishedOn', was: '2026-03-12', is: '2026-08-12' };
    const accepted = then(given('accepted'), 'correctFact', shown);
    const fixed = then(accepted, 'correctFact', {
      event: 'e0',
      field: 'request.record.foundOn',
      was: '2026-03-10',
      is: '2026-08-10',
    });
    expect(told(when(fixed, 'reviewConditions'))).toEqual(['conditions[0].proved: minimumContradicted']);
    const both = when(accepted, 'correctFact', {
      event: 'e0',
      field: 'request.record.foundOn',
      was: '2026-03-10',
      is: '2026-08-10',
    });
    expect(both).toMatchObject({
      events: [
        { data: { event: 'e0', field: 'request.record.foundOn' } },
        {
          type: 'FactCorrected',
          data: {
            event: 'e1',
            revision: '1',
            eventType: 'FindingIssued',
            field: 'foundOn',
            was: '2026-03-10',
            is: '2026-08-10',
            reason: '登记有误',
          },
        },
      ],
    });
    const number = { event: 'e0', field: 'request.record.documentNumber', was: '1', is: '2' };
    expect(told(when(given('accepted'), 'correctFact', number))).toHaveLength(2);
    const name = { event: 'e0', field: 'request.applicant.name', was: '1', is: '2' };
    expect(told(when(given('accepted'), 'correctFact', name))).toEqual(['FactCorrected']);
  });

  test('a path which a later release may write is left alone', () => {
    const { state } = given('requested');
    for (const field of ['request.corrections', 'request.record', 'x']) {
      expect(evolve(state, event('FactCorrected', { event: 'e0', field, is: 'y' }))).toMatchObject({ request });
    }
  });
});

test('what comes before the request, or of a later release, is left alone', () => {
  expect(evolve(initial, event('DepartmentAccepted', {}))).toBe(initial);
  const { state } = given('requested');
  expect(evolve(state, event('RepairPraised', {}))).toMatchObject({ status: 'requested', request });
});

test('grounds may rest on what became of the record', () => {
  const needing = (needs: string) => ({ ground: { code: 'x', validFrom: '2025-01-01', validTo: null, needs } });
  const accepted = given('accepted');
  const answers = (state: typeof accepted, needs: string) => told(when(state, 'terminate', needing(needs)));
  const cases = [
    ['penaltyAnnulled', then(accepted, 'annulPenalty')],
    ['basisRevoked', then(accepted, 'notifyRevocation')],
    ['objectionUpheld', then(then(accepted, 'raiseObjection', { by: 'platform' }), 'decideObjection')],
  ] as const;
  for (const [needs, state] of cases) {
    expect(answers(accepted, needs)).toEqual(['ground: groundNeedsFact']);
    expect(answers(state, needs)).toEqual(['HandlingTerminated']);
  }
  const refused = then(then(accepted, 'raiseObjection', { by: 'platform' }), 'decideObjection', {
    upheld: false,
    correction: null,
  });
  expect(answers(refused, 'objectionUpheld')).toEqual(['ground: groundNeedsFact']);
  expect(answers(accepted, 'bankruptcy')).toEqual(['ground: groundNeedsFact']);
  const bankrupt = then(then(begun(), 'lodge', { request: { ...request, ruling } }), 'accept');
  expect(answers(bankrupt, 'bankruptcy')).toEqual(['HandlingTerminated']);
});

test('the ends which all kinds share', () => {
  expect(then(given('requested'), 'handToPlatform').state.status).toBe('handedOver');
  expect(then(given('requested'), 'mergeCase').state.status).toBe('merged');
  expect(then(given('accepted'), 'terminate', {}, '2026-09-13').state).toMatchObject({
    status: 'terminated',
    since: '2026-09-13',
  });
});

describe('the summary', () => {
  test('names applicant, recording body and custody, and claims no money', () => {
    const { state } = then(then(given('accepted'), 'arrangeJointHandling'), 'nameFirstContact');
    expect(kind.summaryOf(state)).toMatchObject({
      caseNumber: 'CR-2026-0000-0000-0001H',
      status: 'accepted',
      closed: false,
      category: 'general',
      complainant: { name: request.applicant.name, creditCode: request.applicant.creditCode },
      respondent: { name: record.body.name, creditCode: null },
      respondentTold: true,
      agentCode: null,
      confidential: [],
      markedParts: [],
      total: null,
      outstanding: null,
      lodgedOn: today,
      acceptingOffice: expect.objectContaining({ id: 'credit-china-shanghai' }) as object,
      handlingOffice: pudong,
      coHandlingOffices: [expect.objectContaining({ id: '310115-zhangjiang' })],
      firstContact: expect.objectContaining({ id: 'officer-li' }) as object,
      firstContactOffice: pudong,
      holder: null,
      firedRungs: [],
      overriddenRungs: [],
    });
  });

  test('names the agent by its code, and nobody where nobody is', () => {
    const agent = { name: '某律所', creditCode: '91500110MADEM0100R', authority: '授权委托书' };
    const { state } = then(begun(), 'lodge', { lodging: { ...online, by: 'agent', agent } });
    expect(kind.summaryOf(state)).toMatchObject({
      agentCode: '91500110MADEM0100R',
      coHandlingOffices: [],
      firstContact: null,
      firstContactOffice: null,
    });
    expect(kind.summaryOf(initial)).toBeNull();
  });
});

test('what in the request is personal or written by people is declared', () => {
  expect(sensitive.RepairRequested).toEqual([
    { path: 'request.applicant.contact', of: 'person' },
    { path: 'request.promise.signatory', of: 'person' },
    { path: 'request.corrections', of: 'text' },
    { path: 'request.record.content', of: 'text' },
  ]);
  expect(schemas.RepairRequested).toBe(1);
});

test('each field so declared is a path with what stands there', () => {
  for (const fields of Object.values(sensitive)) {
    for (const { path, of } of fields) {
      expect(path).toMatch(/^[a-z][A-Za-z]*(\[\])?(\.[a-z][A-Za-z]*)*$/);
      expect(['person', 'text']).toContain(of);
    }
  }
});
