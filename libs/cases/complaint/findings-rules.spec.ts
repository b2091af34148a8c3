import { command, policy, regulator, then, today, when, yuan, type Case } from '../testing/complaint.js';
import { after, told } from '../testing/machine.js';
import { complaint as kind } from './kind.js';
import { refundOutstanding, refundsOrdered, refundsOutstanding, refundsPaid } from './state.js';

const bare = after(kind, [command('lodge'), command('accept'), command('beginHandling')], today) as Case;
const eventsOf = (decision: ReturnType<typeof when>) => (decision.outcome === 'accepted' ? decision.events : []);

describe('the policy check', () => {
  test('is numbered, and says what was found', () => {
    expect(eventsOf(when(bare, 'checkPolicy'))).toEqual([
      {
        type: 'PolicyChecked',
        data: {
          check: 1,
          policy: policy.title,
          documentNumber: policy.documentNumber,
          promise: policy.promise,
          entitled: true,
          found: 'notKept',
          reason: '未拨付',
          remedy: { what: '拨付', by: '2025-10-31' },
        },
      },
    ]);
    const twice = then(then(bare, 'checkPolicy'), 'checkPolicy', { found: 'kept', remedy: null });
    expect(twice.state.findings.policies.map(({ check, found }) => [check, found])).toEqual([
      [1, 'notKept'],
      [2, 'kept'],
    ]);
  });

  test('no promise is broken towards a firm which does not meet its terms', () => {
    expect(told(when(bare, 'checkPolicy', { entitled: false }))).toEqual(['found: notEntitled']);
    expect(told(when(bare, 'checkPolicy', { entitled: false, found: 'kept', remedy: null }))).toEqual([
      'PolicyChecked',
    ]);
  });

  test('what is broken is mended by a day to come; what was kept needs no mending', () => {
    expect(told(when(bare, 'checkPolicy', { remedy: null }))).toEqual(['remedy: remedyMissing']);
    expect(told(when(bare, 'checkPolicy', { found: 'kept' }))).toEqual(['remedy: remedyWithoutBreach']);
    const by = (day: string) => told(when(bare, 'checkPolicy', { remedy: { what: '拨付', by: day } }));
    expect(by('2025-09-09')).toEqual(['remedy.by: dayPassed']);
    expect(by('2025-09-10')).toEqual(['PolicyChecked']);
  });

  test('everything wrong is told at once', () =>
    expect(told(when(bare, 'checkPolicy', { entitled: false, remedy: null }))).toEqual([
      'found: notEntitled',
      'remedy: remedyMissing',
    ]));
});

describe('the check against the list', () => {
  const check = (changes: Parameters<typeof when<'checkCharge'>>[2]) => when(bare, 'checkCharge', changes);

  test('outside the list the whole is charged too much', () =>
    expect(eventsOf(check({}))).toEqual([
      {
        type: 'ChargeChecked',
        data: {
          charge: 1,
          item: '培训费',
          charged: '3000.00',
          listed: 'notListed',
          list: '上海市涉企收费目录清单（2025年版）',
          allowed: null,
          excess: '3000.00',
          refund: { amount: '3000.00', by: '2025-09-30' },
          reason: '清单外收费',
        },
      },
    ]));

  test('above the list, what lies above it', () => {
    const above = { listed: 'aboveList', allowed: yuan('1000.00') } as const;
    const ordered = check({ ...above, refund: { amount: yuan('2000.00'), by: today } });
    expect(eventsOf(ordered)).toMatchObject([{ data: { excess: '2000.00', allowed: '1000.00' } }]);
    expect(check({ ...above, refund: { amount: yuan('2000.01'), by: today } })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'refundExceedsExcess', field: 'refund.amount', params: { excess: '2000.00' } }],
    });
    expect(eventsOf(check({ ...above, refund: null }))).toMatchObject([{ data: { refund: null } }]);
  });

  test('on the list nothing is charged too much, and nothing is paid back', () => {
    const listed = { listed: 'listed', allowed: yuan('3000.00') } as const;
    expect(eventsOf(check({ ...listed, refund: null }))).toMatchObject([{ data: { excess: '0.00', refund: null } }]);
    expect(check({ ...listed, refund: { amount: yuan('0.01'), by: today } })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'refundExceedsExcess', field: 'refund.amount', params: { excess: '0.00' } }],
    });
  });

  test('the finding must say what the amounts say', () => {
    const params = { charged: '3000.00', allowed: '2999.99' };
    expect(check({ listed: 'listed', allowed: yuan('2999.99'), refund: null })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'chargeAboveList', field: 'listed', params }],
    });
    expect(check({ listed: 'aboveList', allowed: yuan('3000.00'), refund: null })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'chargeWithinList', field: 'listed', params: { charged: '3000.00', allowed: '3000.00' } }],
    });
    expect(told(check({ listed: 'listed', refund: null }))).toEqual(['allowed: allowedMissing']);
    expect(told(check({ listed: 'aboveList', refund: null }))).toEqual(['allowed: allowedMissing']);
    expect(told(check({ allowed: yuan('1.00') }))).toEqual(['allowed: allowedOffList']);
  });

  test('only what was complained of is checked', () => {
    expect(told(check({ charge: 3 }))).toEqual(['charge: noSuchCharge']);
    expect(eventsOf(check({ charge: 2, refund: null }))).toMatchObject([
      { data: { charge: 2, item: '检测费', charged: '500.00', excess: '500.00' } },
    ]);
  });

  test('a refund is of something, by a day to come', () => {
    expect(told(check({ refund: { amount: yuan('0.00'), by: today } }))).toEqual(['refund.amount: amountNotPositive']);
    expect(told(check({ refund: { amount: yuan('1.00'), by: '2025-09-09' } }))).toEqual(['refund.by: dayPassed']);
    expect(told(check({ refund: { amount: yuan('3000.00'), by: today } }))).toEqual(['ChargeChecked']);
  });

  test('the last check of a charge holds', () => {
    const again = then(then(bare, 'checkCharge'), 'checkCharge', {
      listed: 'listed',
      allowed: yuan('3000.00'),
      refund: null,
    });
    expect(again.state.findings.charges).toHaveLength(1);
    expect(refundsOrdered(again.state)).toBe('0.00');
    const other = then(then(bare, 'checkCharge'), 'checkCharge', { charge: 2, refund: null });
    expect(other.state.findings.charges.map(({ charge }) => charge)).toEqual([1, 2]);
  });
});

describe('refunds', () => {
  const ordered = then(bare, 'checkCharge');

  test('are counted until the whole is paid back', () => {
    expect(eventsOf(when(ordered, 'recordRefund'))).toEqual([
      { type: 'RefundRecorded', data: { charge: 1, amount: '1000.00', reference: '回单', outstanding: '2000.00' } },
    ]);
    const part = then(ordered, 'recordRefund');
    expect([refundOutstanding(part.state, 1), refundsPaid(part.state), refundsOutstanding(part.state)]).toEqual([
      '2000.00',
      '1000.00',
      '2000.00',
    ]);
    expect(when(part, 'recordRefund', { amount: yuan('2000.01') })).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'exceedsRefund', field: 'amount', params: { outstanding: '2000.00' } }],
    });
    expect(eventsOf(when(part, 'recordRefund', { amount: yuan('2000.00') }))).toMatchObject([
      { data: { outstanding: '0.00' } },
    ]);
  });

  test('are of a charge of which one was ordered, and of something', () => {
    expect(told(when(bare, 'recordRefund'))).toEqual(['charge: noRefundOrdered']);
    expect(told(when(then(bare, 'checkCharge', { refund: null }), 'recordRefund'))).toEqual([
      'charge: noRefundOrdered',
    ]);
    expect(told(when(ordered, 'recordRefund', { charge: 2 }))).toEqual(['charge: noRefundOrdered']);
    expect(told(when(ordered, 'recordRefund', { amount: yuan('0.00') }))).toEqual(['amount: amountNotPositive']);
  });

  test('of one charge pay no other, and a later check which orders less leaves nothing owed', () => {
    const both = then(ordered, 'checkCharge', { charge: 2, refund: { amount: yuan('500.00'), by: today } });
    const paid = then(both, 'recordRefund', { charge: 2, amount: yuan('500.00') });
    expect([refundOutstanding(paid.state, 1), refundOutstanding(paid.state, 2)]).toEqual(['3000.00', '0.00']);
    const less = then(paid, 'checkCharge', { charge: 2, refund: { amount: yuan('100.00'), by: today } });
    expect([refundOutstanding(less.state, 2), refundsOutstanding(less.state)]).toEqual(['0.00', '3000.00']);
    expect(refundsOrdered(less.state)).toBe('3100.00');
  });
});

describe('the intermediary (SHB Art. 28)', () => {
  const check = (changes: Parameters<typeof when<'checkIntermediary'>>[2]) =>
    eventsOf(when(bare, 'checkIntermediary', { named: false, ...changes }));

  test.each([
    [{}, []],
    [{ onList: false }, ['notOnList']],
    [{ forced: true }, ['forced']],
    [{ named: true }, ['named']],
    [{ bodysOwnWork: true }, ['costShifted']],
    [{ onList: false, forced: true, named: true, bodysOwnWork: true }, ['notOnList', 'forced', 'named', 'costShifted']],
  ])('%j: breaches %j', (changes, breaches) =>
    expect(check(changes)).toEqual([
      {
        type: 'IntermediaryChecked',
        data: {
          check: 1,
          service: '环评报告',
          agency: '某环评公司',
          onList: true,
          forced: false,
          named: false,
          bodysOwnWork: false,
          reason: '指定机构',
          ...changes,
          breaches,
        },
      },
    ]),
  );

  test('who was named is said', () => {
    expect(told(when(bare, 'checkIntermediary', { agency: null }))).toEqual(['agency: agencyMissing']);
    expect(told(when(bare, 'checkIntermediary', { agency: null, named: false }))).toEqual(['IntermediaryChecked']);
  });

  test('checks are numbered', () =>
    expect(then(then(bare, 'checkIntermediary'), 'checkIntermediary').state.findings.intermediaries).toMatchObject([
      { check: 1 },
      { check: 2 },
    ]));
});

describe('the review of an exemption', () => {
  const conditions = (proved: boolean) => [
    ...(['minor', 'correctedInTime', 'noHarm', 'firstTime', 'slightHarm', 'noFault'] as const).map((condition) => ({
      condition,
      proved,
      by: '现场记录',
    })),
  ];

  test('carries the grounds and the effect', () => {
    const body = { document: '某罚告〔2025〕1号', listEntry: null, exempted: true, reason: '轻微并已改正' };
    expect(eventsOf(when(bare, 'reviewExemption'))).toEqual([
      {
        type: 'ExemptionReviewed',
        data: {
          ...body,
          conditions: conditions(true),
          result: { grounds: ['minorCorrectedNoHarm', 'firstSlightCorrected', 'noFaultProven'], effect: 'shall' },
        },
      },
    ]);
    expect(then(bare, 'reviewExemption').state.findings.exemption).toMatchObject(body);
  });

  test('each condition is found once', () => {
    expect(told(when(bare, 'reviewExemption', { conditions: conditions(true).slice(1) }))).toEqual([
      'conditions: conditionsIncomplete',
    ]);
    const twice = [...conditions(true), ...conditions(true).slice(0, 1)];
    expect(told(when(bare, 'reviewExemption', { conditions: twice }))).toEqual(['conditions: conditionsIncomplete']);
  });

  test('what the law commands is not refused, and what is not proved is not granted', () => {
    expect(told(when(bare, 'reviewExemption', { exempted: false }))).toEqual(['exempted: exemptionMandatory']);
    expect(told(when(bare, 'reviewExemption', { conditions: conditions(false) }))).toEqual([
      'exempted: exemptionNotProved',
    ]);
    expect(told(when(bare, 'reviewExemption', { conditions: conditions(false), exempted: false }))).toEqual([
      'ExemptionReviewed',
    ]);
  });

  test('what may be exempted is left to the body, either way', () => {
    const first = conditions(true).map((one) => ({
      ...one,
      proved: ['firstTime', 'slightHarm', 'correctedInTime'].includes(one.condition),
    }));
    for (const exempted of [true, false]) {
      expect(eventsOf(when(bare, 'reviewExemption', { conditions: first, exempted }))).toMatchObject([
        { data: { exempted, result: { grounds: ['firstSlightCorrected'], effect: 'may' } } },
      ]);
    }
  });
});

describe('referral to the market regulator', () => {
  const referred = then(bare, 'referCompetition');

  test('names the law it goes by', () => {
    expect(eventsOf(when(bare, 'referCompetition'))).toEqual([
      {
        type: 'CompetitionReferred',
        data: {
          referral: 1,
          matter: 'unfairCompetition',
          to: regulator,
          object: '混淆行为',
          legalBasis: '反不正当竞争法（2025）',
        },
      },
    ]);
    expect(eventsOf(when(referred, 'referCompetition', { matter: 'fairCompetitionReview' }))).toMatchObject([
      { data: { referral: 2, legalBasis: '公平竞争审查条例（2024）第22条' } },
    ]);
  });

  test('goes to an office, and not twice before the answer', () => {
    expect(told(when(bare, 'referCompetition', { to: null }))).toEqual(['office: notAnOffice']);
    expect(told(when(referred, 'referCompetition'))).toEqual(['matter: alreadyReferred']);
    expect(told(when(then(referred, 'answerReferral'), 'referCompetition'))).toEqual(['CompetitionReferred']);
  });

  test('is answered once', () => {
    expect(eventsOf(when(referred, 'answerReferral'))).toEqual([
      { type: 'ReferralAnswered', data: { referral: 1, found: true, answer: '已立案' } },
    ]);
    expect(told(when(referred, 'answerReferral', { referral: 2 }))).toEqual(['referral: noSuchReferral']);
    const answered = then(then(referred, 'referCompetition', { matter: 'fairCompetitionReview' }), 'answerReferral');
    expect(told(when(answered, 'answerReferral'))).toEqual(['referral: referralAnswered']);
    expect(answered.state.findings.referrals.map((one) => one.answered)).toEqual([{ found: true }, null]);
  });
});

describe('the cluster', () => {
  test('names every complaint linked as one, and no other', () => {
    const one = { caseId: '0192a000-0000-8000-8000-000000000003', caseNumber: 'CO-2025-0000-0000-00036' };
    const linked = then(then(bare, 'linkCase'), 'linkCase', { to: one, relation: 'cluster' });
    expect(eventsOf(when(linked, 'findCluster'))).toEqual([
      {
        type: 'ClusterFound',
        data: { about: 'body', subject: '某行业协会', members: [one], found: '普遍存在', measure: '通报并统一退还' },
      },
    ]);
    expect(then(linked, 'findCluster').state.findings.cluster).toMatchObject({ members: [one] });
  });

  test('needs one at least', () => {
    expect(told(when(bare, 'findCluster'))).toEqual(['noCluster']);
    expect(told(when(then(bare, 'linkCase'), 'findCluster'))).toEqual(['noCluster']);
  });
});

test('a finding moves no status', () => expect(then(bare, 'checkPolicy').state.status).toBe('inHandling'));
