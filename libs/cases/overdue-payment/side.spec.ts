import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { after, claim, command, yuan } from '../testing/overdue-payment.js';
import { articleOf } from './findings.js';
import type { Claim } from './claim.js';
import type { Existing } from './state.js';

const handled = given('inHandling');
const of = (changes: Partial<Claim>): Existing =>
  after(
    [command('accept'), command('transfer'), command('receiveMaterials')],
    after([command('lodge', { claim: { ...claim, ...changes } })]),
  ) as Existing;
const body = of({ respondent: { ...claim.respondent, unitType: 'stateOrgan', sizeType: 'notApplicable' } });
const stateFirm = of({ respondent: { ...claim.respondent, unitType: 'stateOwnedFirm' } });
const works = of({ contract: { ...claim.contract, subject: 'works' } });

describe('a dispute about a size (Art. 29)', () => {
  const raised = then(handled, 'raiseSizeDispute', {}, '2025-09-12');

  test('goes to a department, one at a time of each party', () => {
    expect(told(when(handled, 'raiseSizeDispute', { to: null }))).toEqual(['office: notAnOffice']);
    expect(told(when(raised, 'raiseSizeDispute', {}, '2025-09-12'))).toEqual(['of: sizeDisputeOpen']);
    expect(told(when(raised, 'raiseSizeDispute', { of: 'respondent' }, '2025-09-12'))).toEqual(['SizeDisputeRaised']);
  });

  test('is decided once, after it was raised, and decides the scope', () => {
    expect(told(when(handled, 'decideSizeDispute'))).toEqual(['of: noSizeDispute']);
    expect(told(when(raised, 'decideSizeDispute', { of: 'respondent' }, '2025-09-12'))).toEqual(['of: noSizeDispute']);
    expect(told(when(raised, 'decideSizeDispute', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    const small = then(raised, 'decideSizeDispute', {}, '2025-09-12');
    expect(small).toMatchObject({ scope: { is802: true }, sizeDisputes: [{ of: 'complainant', decided: 'small' }] });
    expect(told(when(small, 'decideSizeDispute', {}, '2025-09-12'))).toEqual(['of: noSizeDispute']);
    const large = then(raised, 'decideSizeDispute', { size: 'large' }, '2025-09-12');
    expect(large).toMatchObject({
      scope: { is802: false },
      parties: { creditor: { sme: false, privateOrganisation: true } },
      lastActOn: '2025-09-12',
    });
    expect(when(raised, 'decideSizeDispute', { size: 'large' }, '2025-09-12')).toMatchObject({
      events: [{ data: { scopes: { is802: { covered: false } } } }],
    });
  });

  test('of the respondent makes it a large firm or none', () => {
    const other = then(handled, 'raiseSizeDispute', { of: 'respondent' });
    expect(then(other, 'decideSizeDispute', { of: 'respondent', size: 'medium' })).toMatchObject({
      scope: { is802: false },
      parties: { creditor: { sme: true }, debtor: { largeFirm: false } },
    });
    expect(then(other, 'decideSizeDispute', { of: 'respondent', size: 'large' }).scope?.is802).toBe(true);
  });

  test('of one party leaves that of the other open, and may be raised again once decided', () => {
    const both = then(then(handled, 'raiseSizeDispute'), 'raiseSizeDispute', { of: 'respondent' });
    const one = then(both, 'decideSizeDispute');
    expect(one.sizeDisputes.map(({ decided }) => decided)).toEqual(['small', null]);
    const again = then(one, 'raiseSizeDispute');
    expect(then(again, 'decideSizeDispute', { size: 'micro' }).sizeDisputes.map(({ decided }) => decided)).toEqual([
      'small',
      null,
      'micro',
    ]);
  });
});

describe('the confirmation of a receivable (Art. 16)', () => {
  const requested = then(handled, 'requestReceivableConfirmation', {}, '2025-09-12');

  test('is of something that is owed, one request at a time', () => {
    expect(told(when(handled, 'requestReceivableConfirmation', { amount: yuan('0.00') }))).toEqual([
      'amount: amountNotPositive',
    ]);
    expect(told(when(handled, 'requestReceivableConfirmation', { amount: yuan('1000000.01') }))).toEqual([
      'amount: exceedsOutstanding',
    ]);
    expect(
      told(when(requested, 'requestReceivableConfirmation', { amount: yuan('1000000.00') }, '2025-09-12')),
    ).toEqual(['confirmationOpen']);
    expect(told(when(handled, 'requestReceivableConfirmation', {}, '2025-09-09'))).toEqual([
      'occurredOn: beforePreviousStep',
    ]);
  });

  test.each([
    ['confirmReceivable', 'ReceivableConfirmed'],
    ['refuseReceivable', 'ReceivableConfirmationRefused'],
  ] as const)('%s answers it once, after it was made', (name, event) => {
    expect(told(when(handled, name))).toEqual(['request: noConfirmationRequested']);
    expect(told(when(requested, name, {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(requested, name, {}, '2025-09-12'))).toEqual([event]);
    const answered = then(requested, name, {}, '2025-09-12');
    expect(told(when(answered, name, {}, '2025-09-12'))).toEqual(['request: confirmationAnswered']);
    const another = then(answered, 'requestReceivableConfirmation', {}, '2025-09-12');
    expect(another.confirmations.map(({ request, open }) => [request, open])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('is for what was asked, or less', () => {
    const amount = yuan('500000.01');
    expect(when(requested, 'confirmReceivable', { amount }, '2025-09-12')).toMatchObject({
      refusals: [{ code: 'confirmedExceedsRequest', params: { requested: '500000.00' } }],
    });
    expect(when(requested, 'confirmReceivable', { amount: yuan('1.00') }, '2025-09-12').outcome).toBe('accepted');
  });
});

describe('findings', () => {
  test('rest on the article in force on the day', () => {
    expect(when(handled, 'recordFinding')).toMatchObject({
      events: [{ data: { finding: 'excuseInternalProcess', instrument: 'CN-ORDER-802', article: '14' } }],
    });
    expect(articleOf('auditForced', '2025-05-31')).toEqual({ instrument: 'CN-ORDER-728', article: '11' });
    expect(articleOf('auditForced', '2025-06-01')).toEqual({ instrument: 'CN-ORDER-802', article: '12' });
    expect(articleOf('payWhenPaid', '2025-05-31')).toEqual({ instrument: 'CN-SPC-2024-11', article: '1' });
    expect(articleOf('payWhenPaid', '2025-06-01')).toEqual({ instrument: 'CN-ORDER-802', article: '9¶2' });
    expect(articleOf('depositNotReturned', '2025-06-01').article).toBe('13');
    expect(articleOf('nonCashForced', '2025-06-01').article).toBe('11');
  });

  test('are of lines there are, and made once of each', () => {
    expect(told(when(handled, 'recordFinding', { line: 2 }))).toEqual(['line: noSuchLine']);
    const found = then(handled, 'recordFinding');
    expect(told(when(found, 'recordFinding'))).toEqual(['finding: alreadyFound']);
    expect(told(when(found, 'recordFinding', { line: null }))).toEqual(['FindingRecorded']);
    expect(told(when(found, 'recordFinding', { finding: 'excuseFinalAudit' }))).toEqual(['FindingRecorded']);
    expect(found.lastActOn).toBe('2025-09-10');
  });

  test.each(['depositOutsideTheFourKinds', 'guaranteeLetterRefused', 'depositNotReturned'] as const)(
    '%s is found in construction (Art. 13)',
    (finding) => {
      expect(told(when(handled, 'recordFinding', { finding }))).toEqual(['finding: findingDoesNotApply']);
      expect(told(when(works, 'recordFinding', { finding }))).toEqual(['FindingRecorded']);
    },
  );

  test('a forced audit is found of bodies and state firms (Art. 12), pay-when-paid of firms (Art. 9¶2)', () => {
    const found = (state: Existing, finding: 'auditForced' | 'payWhenPaid') =>
      told(when(state, 'recordFinding', { finding }));
    expect(found(handled, 'auditForced')).toEqual(['finding: findingDoesNotApply']);
    expect(found(body, 'auditForced')).toEqual(['FindingRecorded']);
    expect(found(stateFirm, 'auditForced')).toEqual(['FindingRecorded']);
    expect(found(body, 'payWhenPaid')).toEqual(['finding: findingDoesNotApply']);
    expect(found(handled, 'payWhenPaid')).toEqual(['FindingRecorded']);
    const debtor = { publicBody: false, largeFirm: true, stateOwned: true };
    expect(found(then(handled, 'examineScope', { debtor }), 'auditForced')).toEqual(['FindingRecorded']);
  });
});

describe('the referral to market regulation (Anti-Unfair Competition Law 2025)', () => {
  const on = '2025-10-15';
  const referred = then(handled, 'referToMarketRegulation', {}, on);
  const fine = { decision: 'fined', fine: yuan('1000000.00'), dueOn: null } as const;

  test('is of a firm, to an office, once the law is in force', () => {
    expect(when(handled, 'referToMarketRegulation', {}, '2025-10-14')).toMatchObject({
      refusals: [{ code: 'lawNotInForce', params: { from: on } }],
    });
    expect(told(when(handled, 'referToMarketRegulation', { to: null }, on))).toEqual(['office: notAnOffice']);
    expect(told(when(body, 'referToMarketRegulation', {}, on))).toEqual(['notAgainstABody']);
    expect(when(referred, 'referToMarketRegulation', {}, on)).toMatchObject({ events: [{ data: { referral: 2 } }] });
  });

  test('is answered by province level alone, where anything is done', () => {
    expect(told(when(referred, 'recordReferralAnswer', { referral: 2 }, on))).toEqual(['referral: noSuchReferral']);
    expect(told(when(referred, 'recordReferralAnswer', {}, '2025-10-14'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(referred, 'recordReferralAnswer', { level: 'belowProvince' }, on))).toEqual([
      'level: provinceLevelOnly',
    ]);
    const none = { level: 'belowProvince', decision: 'noAction', dueOn: null } as const;
    expect(told(when(referred, 'recordReferralAnswer', none, on))).toEqual(['ReferralAnswered']);
  });

  test('ends in a fine where the correction ordered was not made, and of no more than the law says', () => {
    expect(told(when(referred, 'recordReferralAnswer', fine, on))).toEqual(['decision: correctionFirst']);
    const ordered = then(referred, 'recordReferralAnswer', {}, on);
    expect(told(when(ordered, 'recordReferralAnswer', {}, on))).toEqual(['referral: referralAnswered']);
    expect(told(when(ordered, 'recordReferralAnswer', fine, on))).toEqual(['ReferralAnswered']);
    expect(told(when(ordered, 'recordReferralAnswer', { ...fine, fine: null }, on))).toEqual(['fine: fineDoesNotFit']);
    expect(told(when(ordered, 'recordReferralAnswer', { ...fine, decision: 'noAction' }, on))).toEqual([
      'fine: fineDoesNotFit',
    ]);
    expect(told(when(ordered, 'recordReferralAnswer', { ...fine, fine: yuan('5000000.00') }, on))).toEqual([
      'ReferralAnswered',
    ]);
    expect(when(ordered, 'recordReferralAnswer', { ...fine, fine: yuan('5000000.01') }, on)).toMatchObject({
      refusals: [{ code: 'competitionFineBeyondLaw', field: 'fine', params: { largest: '5000000.00' } }],
    });
    const fined = then(ordered, 'recordReferralAnswer', fine, on);
    expect(told(when(fined, 'recordReferralAnswer', { decision: 'noAction' }, on))).toEqual([
      'referral: referralAnswered',
    ]);
  });

  test('of one is not that of another', () => {
    const two = then(then(referred, 'referToMarketRegulation', {}, on), 'recordReferralAnswer', { referral: 2 }, on);
    expect(two.referrals.map(({ decided }) => decided)).toEqual([null, 'correctionOrdered']);
  });
});

describe('the record of bad credit (Art. 26)', () => {
  test('rests on a finding of before, by law, against a respondent that is known', () => {
    expect(told(when(handled, 'decideBadCredit'))).toEqual(['BadCreditDecided']);
    const found = { by: '法院', law: '民事诉讼法', document: '1号', on: '2025-09-11' };
    expect(told(when(handled, 'decideBadCredit', { found }))).toEqual(['found.on: dateInFuture']);
    expect(told(when(handled, 'decideBadCredit', { found: { ...found, on: '2025-09-10' } }))).toEqual([
      'BadCreditDecided',
    ]);
    const unknown = of({ respondent: { ...claim.respondent, creditCode: null } });
    expect(told(when(unknown, 'decideBadCredit'))).toEqual(['respondentUnidentified']);
  });

  test('is decided once', () =>
    expect(told(when(then(handled, 'decideBadCredit'), 'decideBadCredit'))).toEqual(['badCreditDecided']));
});
