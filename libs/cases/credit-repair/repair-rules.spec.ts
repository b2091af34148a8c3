import { begun, found, given, market, record, request, ruling, then, today, when } from '../testing/credit-repair.js';
import { told } from '../testing/machine.js';
import { conditionsOf, repairConditions, unproved } from './conditions.js';
import { readingOf } from './publicity.js';
import type { CreditRecord, RepairRequest } from './record.js';

const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);
const acceptedWith = (changes: Partial<RepairRequest>) =>
  then(then(begun(), 'lodge', { request: { ...request, ...changes } }), 'accept');
const acceptedRecord = (changes: Partial<CreditRecord>) => acceptedWith({ record: { ...record, ...changes } });

describe('the four conditions', () => {
  const accepted = given('accepted');

  test('are each found, and the review carries what the rules say of the publicity', () =>
    expect(eventsOf(when(accepted, 'reviewConditions', { conditions: found('corrected') }))).toEqual([
      {
        type: 'ConditionsReviewed',
        data: { conditions: found('corrected'), unproved: ['corrected'], reading: readingOf(record, today) },
      },
    ]));

  test('are found once each', () => {
    expect(told(when(accepted, 'reviewConditions', { conditions: found().slice(1) }))).toEqual([
      'conditions: fourConditions',
    ]);
    expect(told(when(accepted, 'reviewConditions', { conditions: [...found(), ...found().slice(0, 1)] }))).toEqual([
      'conditions: fourConditions',
    ]);
  });

  test('whether the minimum has been reached is a matter of days', () => {
    expect(when(accepted, 'reviewConditions', { conditions: found('minimumReached') })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'minimumContradicted', field: 'conditions[0].proved', params: { from: '2026-06-11' } }],
    });
    const turned = [...found('minimumReached')].reverse();
    expect(told(when(accepted, 'reviewConditions', { conditions: turned }))).toEqual([
      'conditions[3].proved: minimumContradicted',
    ]);
    const early = acceptedWith({ record: { ...record, foundOn: '2026-08-01', publishedOn: null }, ruling });
    expect(told(when(early, 'reviewConditions'))).toEqual(['conditions[0].proved: minimumContradicted']);
    const onTheDay = acceptedRecord({ foundOn: '2026-06-09', publishedOn: null });
    expect(told(when(onTheDay, 'reviewConditions'))).toEqual(['ConditionsReviewed']);
  });

  test('where no active rule sets a minimum the finding is the reviewer’s', () => {
    const minor = acceptedRecord({ class: 'minor' });
    expect(told(when(minor, 'reviewConditions'))).toEqual(['ConditionsReviewed']);
    expect(told(when(minor, 'reviewConditions', { conditions: found('minimumReached') }))).toEqual([
      'ConditionsReviewed',
    ]);
  });

  test('in bankruptcy the ruling stands in for the minimum and for duties still to be done', () => {
    expect(conditionsOf(request)).toEqual(repairConditions);
    expect(conditionsOf({ ...request, ruling })).toEqual(['promised', 'otherLegal']);
    expect(unproved(request, found('corrected', 'promised'))).toEqual(['corrected', 'promised']);
    expect(unproved({ ...request, ruling }, found('corrected', 'promised'))).toEqual(['promised']);
    expect(unproved(request, [])).toEqual(repairConditions);
  });
});

describe('the decision', () => {
  const accepted = given('accepted');
  const reviewed = then(accepted, 'reviewConditions');
  const lacking = then(accepted, 'reviewConditions', { conditions: found('promised', 'corrected') });

  test('rests on the review', () => expect(told(when(accepted, 'decideRepair'))).toEqual(['conditionsNotReviewed']));

  test('by a department is told to Credit China, which shows it', () =>
    expect(eventsOf(when(reviewed, 'decideRepair'))).toEqual([
      { type: 'DepartmentDecided', data: { repaired: true, reason: '条件均已具备' } },
      {
        type: 'RepairDecided',
        data: { repaired: true, by: 'department', crossProvince: false, unproved: [], reason: '条件均已具备' },
      },
    ]));

  test('by whoever accepted the request itself needs no telling', () => {
    const own = then(acceptedRecord({ ...market, crossProvince: true }), 'reviewConditions');
    expect(eventsOf(when(own, 'decideRepair'))).toEqual([
      {
        type: 'RepairDecided',
        data: { repaired: true, by: 'marketRegulation', crossProvince: true, unproved: [], reason: '条件均已具备' },
      },
    ]);
  });

  test('is to repair where every condition is proved, and only then', () => {
    expect(told(when(lacking, 'decideRepair'))).toEqual(['repaired: conditionsNotProved']);
    expect(told(when(reviewed, 'decideRepair', { repaired: false }))).toEqual(['repaired: conditionsAllProved']);
    const refusal = when(lacking, 'decideRepair', { repaired: false, reason: '未承诺' });
    expect(eventsOf(refusal)).toMatchObject([
      { data: { repaired: false } },
      { data: { repaired: false, unproved: ['corrected', 'promised'], reason: '未承诺' } },
    ]);
    expect(then(lacking, 'decideRepair', { repaired: false }).state).toMatchObject({
      status: 'refused',
      result: 'refused',
    });
    expect(then(reviewed, 'decideRepair').state).toMatchObject({ status: 'repaired', result: 'repaired' });
  });

  test('in bankruptcy needs no duties done', () => {
    const bankrupt = then(acceptedWith({ ruling }), 'reviewConditions', { conditions: found('corrected') });
    expect(told(when(bankrupt, 'decideRepair'))).toEqual(['RepairDecided']);
  });

  test('the last review holds', () => {
    const mended = then(lacking, 'reviewConditions');
    expect(told(when(mended, 'decideRepair'))).toEqual(['DepartmentDecided', 'RepairDecided']);
  });
});

describe('the maximum', () => {
  const of = (foundOn: string) => acceptedRecord({ foundOn, publishedOn: null });

  test('ends publicity by itself, from the day after', () => {
    expect(when(of('2025-09-10'), 'reachMaximum')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'maximumNotReached', params: { stopsAfter: '2026-09-10' } }],
    });
    expect(eventsOf(when(of('2025-09-09'), 'reachMaximum'))).toEqual([
      { type: 'PublicityEnded', data: { by: 'maximum', platforms: [] } },
    ]);
    const stopped = then(of('2025-09-09'), 'reachMaximum');
    expect(stopped.state).toMatchObject({
      status: 'stoppedAtMaximum',
      result: 'stoppedAtMaximum',
      publicityEnded: true,
    });
    expect(then(stopped, 'tellResult').state.status).toBe('concluded');
  });

  test('not corrected, the sector’s rules go on, and the request too', () => {
    const body = { corrected: false, sectorRule: '行业规定' };
    expect(eventsOf(when(of('2025-09-09'), 'reachMaximum', body))).toEqual([
      { type: 'PublicityContinued', data: { sectorRule: '行业规定' } },
    ]);
    expect(then(of('2025-09-09'), 'reachMaximum', body).state.status).toBe('accepted');
    expect(told(when(of('2025-09-09'), 'reachMaximum', { corrected: false }))).toEqual([
      'sectorRule: sectorRuleMissing',
    ]);
    expect(told(when(of('2025-09-09'), 'reachMaximum', { sectorRule: '行业规定' }))).toEqual([
      'sectorRule: sectorRuleNotNeeded',
    ]);
  });

  test('that no rule sets cannot be reached, and every fault is told', () => {
    const unshown = acceptedRecord({ ...market, class: 'minor', form: 'warningOnly' });
    expect(told(when(unshown, 'reachMaximum', { corrected: false }))).toEqual([
      'noMaximum',
      'sectorRule: sectorRuleMissing',
    ]);
  });
});
