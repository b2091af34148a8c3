import { begun, bodies, given, record, request, ruling, then, today, when } from '../testing/credit-repair.js';
import { told } from '../testing/machine.js';
import { recordCommands, recordSteps } from './record-track.js';

const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);
const lodgedWith = (changes: object) => then(begun(), 'lodge', { request: { ...request, ...changes } });

describe('the repair notice that comes with the penalty (两书同达)', () => {
  test('stands in the request, or is recorded once', () => {
    expect(eventsOf(when(given('requested'), 'recordRepairNotice'))).toEqual([
      { type: 'RepairNoticeRecorded', data: { number: '修告〔2026〕1号', servedOn: '2026-03-12' } },
    ]);
    const noted = then(given('requested'), 'recordRepairNotice');
    expect(noted.state.request.notice).toEqual({ number: '修告〔2026〕1号', servedOn: '2026-03-12' });
    expect(told(when(noted, 'recordRepairNotice'))).toEqual(['noticeOnFile']);
    expect(told(when(given('requested'), 'recordRepairNotice', { servedOn: '2026-09-11' }))).toEqual([
      'servedOn: dateInFuture',
    ]);
    expect(told(when(given('requested'), 'recordRepairNotice', { servedOn: today }))).toEqual(['RepairNoticeRecorded']);
  });
});

describe('bankruptcy', () => {
  const accepted = then(lodgedWith({ ruling }), 'accept');

  test('with the ruling sanctions are lifted for the time being, once', () => {
    expect(eventsOf(when(accepted, 'liftSanctions'))).toEqual([
      { type: 'SanctionsLifted', data: { measures: ['限制招投标'], forTheTimeBeing: true } },
    ]);
    expect(told(when(then(accepted, 'liftSanctions'), 'liftSanctions'))).toEqual(['sanctionsLifted']);
    expect(told(when(given('accepted'), 'liftSanctions'))).toEqual(['notBankruptcy']);
  });
});

describe('a false promise', () => {
  test('is recorded; what follows is unconfirmed, and switched off', () => {
    expect(eventsOf(when(given('concluded'), 'findFalsePromise'))).toEqual([
      {
        type: 'FalsePromiseFound',
        data: {
          what: '缴款书系伪造',
          adopted: false,
          consequence: {
            mark: 'unconfirmed',
            active: false,
            repairVoid: false,
            publicityAnew: false,
            barredUntil: null,
          },
        },
      },
    ]);
    expect(then(given('concluded'), 'findFalsePromise').state.status).toBe('concluded');
  });

  test('adopted by the operator it voids the repair and bars the record, still shown as unconfirmed', () => {
    const adopted = { barMonths: 12 };
    expect(eventsOf(when(given('concluded'), 'findFalsePromise', { adopted }))).toMatchObject([
      {
        data: {
          adopted: true,
          consequence: {
            mark: 'unconfirmed',
            active: true,
            repairVoid: true,
            publicityAnew: true,
            barredUntil: '2027-09-10',
          },
        },
      },
    ]);
    expect(then(given('concluded'), 'findFalsePromise', { adopted }).state.status).toBe('voided');
  });

  test('before the repair is carried out it is refused instead, and that is told', () => {
    const told1 = then(given('repaired'), 'tellResult');
    const refused = then(told1, 'findFalsePromise', { adopted: { barMonths: 12 } }, '2026-09-12');
    expect(refused.state).toMatchObject({ status: 'refused', result: 'refused', told: false, since: '2026-09-12' });
    expect(then(refused, 'tellResult', {}, '2026-09-12').state.status).toBe('concluded');
    expect(then(given('repaired'), 'findFalsePromise').state.status).toBe('repaired');
    const accepted = then(given('accepted'), 'findFalsePromise', { adopted: { barMonths: 12 } });
    expect(accepted.state.status).toBe('accepted');
  });

  test('a refusal has nothing to void', () => {
    const refused = then(given('refused'), 'tellResult');
    expect(told(when(refused, 'findFalsePromise'))).toEqual(['nothingRepaired']);
    const stopped = then(given('stoppedAtMaximum'), 'tellResult');
    expect(told(when(stopped, 'findFalsePromise'))).toEqual(['nothingRepaired']);
  });
});

describe('the record itself', () => {
  test('its machine stands as it was agreed', () =>
    expect(
      recordCommands.map((name) => `${recordSteps[name].from.join('|')} -${name}-> ${recordSteps[name].to}`),
    ).toEqual([
      'none -recordPenalty-> decided',
      'decided -publishPenalty-> published',
      'none -annulPenalty-> annulled',
      'annulled -withdrawRecord-> withdrawn',
      'none -notifyRevocation-> notified',
      'notified -deleteRecord-> deleted',
      'none -receiveRepairProof-> proved',
      'proved -removeRecord-> removed',
    ]));

  test.each([
    ['recordPenalty', 'publishPenalty'],
    ['annulPenalty', 'withdrawRecord'],
    ['notifyRevocation', 'deleteRecord'],
    ['receiveRepairProof', 'removeRecord'],
  ] as const)('%s comes before %s, each once', (first, second) => {
    const state = given('accepted');
    expect(when(state, second)).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'recordOutOfOrder', params: { command: second } }],
    });
    const begunTrack = then(state, first);
    expect(told(when(begunTrack, first))).toEqual(['recordOutOfOrder']);
    expect(eventsOf(when(begunTrack, second))).toEqual([{ type: recordSteps[second].event, data: bodies[second] }]);
    const added = first === 'recordPenalty' ? { crossProvince: false } : {};
    expect(eventsOf(when(state, first))).toEqual([
      { type: recordSteps[first].event, data: { ...bodies[first], ...added } },
    ]);
  });

  test('a penalty of another province says so', () => {
    const across = then(lodgedWith({ record: { ...record, crossProvince: true } }), 'accept');
    expect(eventsOf(when(across, 'recordPenalty'))).toMatchObject([{ data: { crossProvince: true } }]);
  });
});
