import { given, then, told, when, wayTo } from '../testing/ip-fast-track-machine.js';
import { bodies, command, ipOffice, lodging, matters, today, yuan } from '../testing/ip-fast-track.js';
import { pudong } from '../testing/procedure.js';
import type { PriorityMatter } from './matter.js';

describe('mediation (CNIPA 81, Art. 65, 66, 69)', () => {
  const awaiting = given(wayTo.awaitingOpinion);

  test('is served on a known other side', () => {
    expect(told(when(given([lodging(matters.mediation, { respondent: null })]), 'serveMediationRequest'))).toEqual([
      'noRespondent',
    ]);
    expect(when(given(wayTo.mediationRequested), 'serveMediationRequest')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'MediationRequestServed', data: bodies.serveMediationRequest }],
    });
  });

  test('is filed where the other side agrees, and not where it refuses', () => {
    expect(then(awaiting, 'recordOpinion').state.status).toBe('opinionAgreed');
    const refused = then(awaiting, 'recordOpinion', { agrees: false });
    expect(refused.state).toMatchObject({ status: 'awaitingOpinion', opinion: { agrees: false } });
    expect(told(when(refused, 'recordOpinion'))).toEqual(['opinionAlreadyGiven']);
    expect(told(when(refused, 'refuseMediation'))).toEqual(['MediationRefused']);
    expect(told(when(awaiting, 'refuseMediation'))).toEqual(['ground: noOpinion']);
  });

  test('is not filed for silence before the 15 days are over', () => {
    const silence = { ground: 'noAnswer' } as const;
    expect(when(awaiting, 'refuseMediation', silence, '2026-03-17')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'periodStillRuns', field: 'ground', params: { until: '2026-03-17' } }],
    });
    expect(told(when(awaiting, 'refuseMediation', silence, '2026-03-18'))).toEqual(['MediationRefused']);
    const refused = then(awaiting, 'recordOpinion', { agrees: false });
    expect(told(when(refused, 'refuseMediation', silence, '2026-03-18'))).toEqual(['ground: opinionAlreadyGiven']);
  });

  test('ends with an agreement, which may be notarised once, or without', () => {
    const agreed = given(wayTo.agreed);
    expect(told(when(agreed, 'notariseAgreement'))).toEqual(['AgreementNotarised']);
    expect(told(when(then(agreed, 'notariseAgreement'), 'notariseAgreement'))).toEqual(['alreadyNotarised']);
    expect(then(given(wayTo.inMediation), 'endMediation').state.status).toBe('concluded');
    expect(told(when(given(wayTo.inMediation), 'holdMediation'))).toEqual(['MediationHeld']);
  });
});

describe('priority examination (CNIPA 85)', () => {
  const requested = (changes: Partial<PriorityMatter> = {}) =>
    given([lodging({ ...matters.priorityExamination, ...changes })]);

  test('is recommended by the province (Art. 13)', () => {
    expect(told(when(requested(), 'recommendPriority', { by: null }))).toEqual(['office: notAHandlingAuthority']);
    expect(told(when(requested(), 'recommendPriority', { by: pudong }))).toEqual(['office: notProvincial']);
    expect(when(requested(), 'recommendPriority')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'PriorityRecommended', data: { by: ipOffice, opinion: '同意推荐' } }],
    });
  });

  test.each(['divisionalOfAccelerated', 'sameDayFiling', 'alreadyAccelerated'] as const)(
    'is not given where %s (Art. 8), and refused for it only then',
    (ground) => {
      const barred = then(requested({ [ground]: true }), 'recommendPriority');
      expect(told(when(barred, 'grantPriority'))).toEqual([`matter.${ground}: priorityNotGiven`]);
      expect(told(when(barred, 'refusePriority', { ground }))).toEqual(['PriorityRefused']);
      expect(told(when(requested(), 'refusePriority', { ground }))).toEqual(['ground: conditionAgainstFile']);
    },
  );

  test('is refused for want of a recommendation only while there is none', () => {
    const ground = 'notRecommended';
    expect(told(when(requested(), 'refusePriority', { ground }))).toEqual(['PriorityRefused']);
    expect(told(when(given(wayTo.recommended), 'refusePriority', { ground }))).toEqual(['ground: isRecommended']);
    expect(told(when(given(wayTo.recommended), 'refusePriority'))).toEqual(['PriorityRefused']);
  });

  test('runs by what is examined', () => {
    for (const what of [
      'invention',
      'utilityOrDesign',
      'reExamination',
      'invalidation',
      'designInvalidation',
    ] as const) {
      const recommended = then(requested({ what }), 'recommendPriority');
      expect(when(recommended, 'grantPriority')).toEqual({
        outcome: 'accepted',
        events: [{ type: 'PriorityGranted', data: { what, notice: '优先审查通知书' } }],
      });
      const firstAction = told(when(then(recommended, 'grantPriority'), 'issueFirstAction'));
      expect(firstAction).toEqual(what === 'invention' ? ['FirstActionIssued'] : ['firstActionOfInvention']);
    }
    const issued = then(given(wayTo.underPriority), 'issueFirstAction');
    expect(told(when(issued, 'issueFirstAction'))).toEqual(['firstActionIssued']);
  });

  test('has each office action answered before the next', () => {
    const granted = given(wayTo.underPriority);
    expect(told(when(granted, 'answerAction'))).toEqual(['nothingToAnswer']);
    const notified = then(granted, 'notifyAction');
    expect(when(granted, 'notifyAction')).toEqual({
      outcome: 'accepted',
      events: [{ type: 'ActionNotified', data: { what: 'invention', notifiedOn: today, notice: '审查意见' } }],
    });
    expect(told(when(notified, 'notifyAction'))).toEqual(['actionUnanswered']);
    const answered = then(notified, 'answerAction');
    expect(told(when(answered, 'answerAction'))).toEqual(['nothingToAnswer']);
    expect(told(when(answered, 'notifyAction'))).toEqual(['ActionNotified']);
    expect(told(when(granted, 'notifyAction', { notifiedOn: '2026-03-03' }))).toEqual(['notifiedOn: dateInFuture']);
    expect(when(granted, 'notifyAction', { notifiedOn: '2026-03-01' })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'beforePreviousStep', field: 'notifiedOn', params: { since: today } }],
    });
  });
});

describe('trademark, copyright and trade-secret complaints', () => {
  const handled = (route: 'trademark' | 'copyright' | 'tradeSecret') =>
    given([lodging(matters[route]), command('acceptComplaint')]);

  test('go to the police and back, or stay there', () => {
    const away = given(wayTo.withPolice);
    const answer = (outcome: 'caseFiled' | 'noCrime', number: string | null) =>
      told(when(away, 'recordPoliceAnswer', { outcome, number }));
    expect(answer('noCrime', null)).toEqual(['PoliceAnswered']);
    expect(answer('caseFiled', '沪公立字1号')).toEqual(['PoliceAnswered']);
    expect(answer('noCrime', '沪公立字1号')).toEqual(['number: policeNumber']);
    expect(answer('caseFiled', null)).toEqual(['number: policeNumber']);
    expect(then(away, 'recordPoliceAnswer').state.status).toBe('inHandling');
    expect(then(away, 'recordPoliceAnswer', { outcome: 'caseFiled', number: '1' }).state.status).toBe('referred');
  });

  test.each([
    [null, '250000.00', '250000.01'],
    ['49999.99', '250000.00', '250000.01'],
    ['50000.00', '250000.00', '250000.01'],
    ['100000.50', '500002.50', '500002.51'],
  ])('an illegal turnover of %s allows a fine of %s and not %s', (turnover, most, more) => {
    const illegalTurnover = turnover === null ? null : yuan(turnover);
    const fine = (amount: string) => ({ fine: { amount: yuan(amount), illegalTurnover, repeated: true } });
    expect(told(when(handled('trademark'), 'issueResult', fine(most)))).toEqual(['ResultIssued']);
    expect(when(handled('trademark'), 'issueResult', fine(more))).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'trademarkFineBeyondLaw', field: 'fine.amount', params: { highest: most } }],
    });
    // The limits are those of the Trademark Law.
    expect(told(when(handled('copyright'), 'issueResult', fine(more)))).toEqual(['ResultIssued']);
  });

  test('a fine needs an infringement found; a result may have none', () => {
    expect(told(when(handled('trademark'), 'issueResult', { outcome: 'noInfringement' }))).toEqual([
      'fine: fineWithoutInfringement',
    ]);
    expect(when(handled('tradeSecret'), 'issueResult', { outcome: 'settled', fine: null })).toEqual({
      outcome: 'accepted',
      events: [{ type: 'ResultIssued', data: { outcome: 'settled', summary: '责令停止并罚款', fine: null } }],
    });
  });

  test('damages are mediated beside: with a sum where there is an agreement', () => {
    const mediate = (changes: object) => told(when(handled('trademark'), 'mediateDamages', changes));
    expect(mediate({})).toEqual(['DamagesMediated']);
    expect(mediate({ amount: null })).toEqual(['DamagesMediated']);
    expect(mediate({ agreed: false, amount: null })).toEqual(['DamagesMediated']);
    expect(mediate({ agreed: false })).toEqual(['amount: noAmountWithoutAgreement']);
    expect(mediate({ amount: yuan('0.00') })).toEqual(['amount: amountNotPositive']);
  });
});
