import {
  complaintBodies,
  sentComplaint,
  sentPolicyComplaint,
  takenIn,
} from '@redress/casework/testing/sent-complaint.js';
import { startApplication, type TestApplication } from '../application.js';
import { RightsDesk } from './rights-desk.js';

let application: TestApplication;
let desk: RightsDesk;
let today: string;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new RightsDesk(application, 'complaint');
  today = (await (await desk.user('intake')).get<{ today: string }>('/api/worklist')).body.today;
}, 60_000);

afterAll(() => application.close());

const withCategory = (category: string) => ({ ...sentComplaint, category });

/** A complaint in the hands of 浦东新区, graded general. */
async function inHandling(body: object = sentComplaint): Promise<string> {
  const of = await desk.lodge(body);
  await desk.act('intake', of, 'accept');
  await desk.act('intake', of, 'transfer', complaintBodies.transfer);
  await desk.act('handler', of, 'begin-handling');
  await desk.act('handler', of, 'grade', complaintBodies.grade);
  return of;
}

const resolved = { outcome: 'resolved', answer: '已解决', explanation: null };

describe('a charge against the list', () => {
  test('is found as the list and the amounts say, and paid back before the complaint is resolved', async () => {
    const of = await inHandling();
    expect(await desk.refusal('handler', of, 'issue-result', resolved)).toEqual([409, 'findingMissing']);
    const check = (changes: object) => ({ ...complaintBodies.checkCharge, ...changes });
    expect(await desk.refusal('handler', of, 'check-charge', check({ charge: 2 }))).toEqual([
      422,
      'charge: noSuchCharge',
    ]);
    expect(
      await desk.refusal('handler', of, 'check-charge', check({ listed: 'listed', allowed: '1000.00', refund: null })),
    ).toEqual([422, 'listed: chargeAboveList']);
    expect(
      await desk.refusal('handler', of, 'check-charge', check({ refund: { amount: '3000.01', by: '2099-01-01' } })),
    ).toEqual([422, 'refund.amount: refundExceedsExcess']);
    await desk.act('handler', of, 'check-charge', complaintBodies.checkCharge);
    expect(await desk.refusal('handler', of, 'issue-result', resolved)).toEqual([422, 'outcome: refundOutstanding']);
    expect(await desk.refusal('handler', of, 'issue-result', { ...resolved, outcome: 'unfounded' })).toEqual([
      422,
      'outcome: findingAgainstRespondent',
    ]);
    await desk.act('handler', of, 'record-refund', { ...complaintBodies.recordRefund, amount: '1000.00' });
    expect(
      await desk.refusal('handler', of, 'record-refund', { ...complaintBodies.recordRefund, amount: '2000.01' }),
    ).toEqual([422, 'amount: exceedsRefund']);
    await desk.act('handler', of, 'record-refund', { ...complaintBodies.recordRefund, amount: '2000.00' });
    expect(await desk.act('handler', of, 'issue-result', resolved)).toEqual(['ResultIssued']);
  });
});

test('a policy promise is found kept or not, with what is to be done and by when', async () => {
  const of = await inHandling(sentPolicyComplaint);
  const check = {
    policy: '专精特新扶持办法',
    documentNumber: '沪经信企〔2024〕1号',
    promise: '认定后一次性奖励10万元',
    entitled: true,
    found: 'notKept',
    reason: '未拨付',
    remedy: null,
  };
  expect(await desk.refusal('handler', of, 'check-policy', { ...check, entitled: false })).toEqual([
    422,
    'found: notEntitled',
    'remedy: remedyMissing',
  ]);
  const remedy = { what: '拨付奖励', by: '2099-01-01' };
  expect(await desk.act('handler', of, 'check-policy', { ...check, remedy })).toEqual(['PolicyChecked']);
  expect(await desk.act('handler', of, 'issue-result', resolved)).toEqual(['ResultIssued']);
});

test('an intermediary that a body named is a breach, and who it was is said', async () => {
  const of = await inHandling(withCategory('intermediary'));
  const check = {
    service: '环评报告',
    agency: null,
    onList: true,
    forced: false,
    named: true,
    bodysOwnWork: false,
    reason: '指定机构',
  };
  expect(await desk.refusal('handler', of, 'check-intermediary', check)).toEqual([422, 'agency: agencyMissing']);
  await desk.act('handler', of, 'check-intermediary', { ...check, agency: '某环评公司' });
  expect(await desk.refusal('handler', of, 'issue-result', { ...resolved, outcome: 'unfounded' })).toEqual([
    422,
    'outcome: findingAgainstRespondent',
  ]);
});

test('of an exemption from penalty each condition is found; what the law commands is not refused', async () => {
  const of = await inHandling(withCategory('penaltyExemption'));
  const conditions = (...proved: readonly string[]) =>
    ['minor', 'correctedInTime', 'noHarm', 'firstTime', 'slightHarm', 'noFault'].map((condition) => ({
      condition,
      proved: proved.includes(condition),
      by: '现场记录',
    }));
  const review = { document: '某罚告〔2026〕1号', listEntry: null, exempted: false, reason: '轻微' };
  const minor = conditions('minor', 'correctedInTime', 'noHarm');
  expect(await desk.refusal('handler', of, 'review-exemption', { ...review, conditions: minor.slice(1) })).toEqual([
    422,
    'conditions: conditionsIncomplete',
  ]);
  expect(await desk.refusal('handler', of, 'review-exemption', { ...review, conditions: minor })).toEqual([
    422,
    'exempted: exemptionMandatory',
  ]);
  expect(
    await desk.refusal('handler', of, 'review-exemption', { ...review, conditions: conditions(), exempted: true }),
  ).toEqual([422, 'exempted: exemptionNotProved']);
  await desk.act('handler', of, 'review-exemption', { ...review, conditions: minor, exempted: true });
  expect(await desk.act('handler', of, 'issue-result', resolved)).toEqual(['ResultIssued']);
});

test.each([
  ['first, slight and corrected', ['firstTime', 'slightHarm', 'correctedInTime'], 'may', true],
  [
    'first, slight and corrected, and penalised all the same',
    ['firstTime', 'slightHarm', 'correctedInTime'],
    'may',
    false,
  ],
  ['no fault proven', ['noFault'], 'shall', true],
])('%s: the ground of Art. 33 and what it leaves to the body are on the file', async (_, proved, effect, exempted) => {
  const of = await inHandling(withCategory('penaltyExemption'));
  const conditions = ['minor', 'correctedInTime', 'noHarm', 'firstTime', 'slightHarm', 'noFault'].map((condition) => ({
    condition,
    proved: proved.includes(condition),
    by: '现场记录',
  }));
  const review = { document: '某罚告〔2026〕2号', listEntry: null, exempted, reason: '见记录', conditions };
  await desk.act('handler', of, 'review-exemption', review);
  const { store } = application.parts;
  expect((await store.readStream(`complaint-${of}`)).at(-1)).toMatchObject({
    type: 'ExemptionReviewed',
    data: { result: { effect }, exempted },
  });
});

test('unfair competition is referred to the market regulator, and the answer recorded', async () => {
  const of = await inHandling(withCategory('unfairCompetition'));
  const referral = { matter: 'unfairCompetition', office: 'nowhere', object: '混淆行为' };
  expect(await desk.refusal('handler', of, 'refer-competition', referral)).toEqual([422, 'office: notAnOffice']);
  await desk.act('handler', of, 'refer-competition', { ...referral, office: '310000-market' });
  expect(await desk.refusal('handler', of, 'refer-competition', { ...referral, office: '310000-market' })).toEqual([
    422,
    'matter: alreadyReferred',
  ]);
  await desk.act('handler', of, 'answer-referral', { referral: 1, found: true, answer: '已立案' });
  expect(await desk.act('handler', of, 'issue-result', { ...resolved, outcome: 'referred' })).toEqual(['ResultIssued']);
});

test('complaints about one body are linked as a cluster, and found on together', async () => {
  const [one, of] = [await inHandling(), await inHandling()];
  const finding = { about: 'body', subject: '某行业协会', found: '普遍存在', measure: '统一退还' };
  expect(await desk.refusal('handler', of, 'find-cluster', finding)).toEqual([409, 'noCluster']);
  await desk.act('handler', of, 'link-case', { case: one, relation: 'cluster', note: '同一协会' });
  expect(await desk.act('handler', of, 'find-cluster', finding)).toEqual(['ClusterFound']);
});

describe('the tracks beside it', () => {
  test('a lead is checked, a case filed, the named reporter told', async () => {
    const of = await inHandling();
    expect(await desk.refusal('handler', of, 'check-lead', { found: true, report: '属实' })).toEqual([
      409,
      'trackOutOfOrder',
    ]);
    await desk.act('handler', of, 'receive-lead', { source: '投诉材料', what: '强制收费' });
    expect(await desk.refusal('handler', of, 'extend-lead-check', { reason: '复杂' })).toEqual([403, 'wrongRole']);
    await desk.act('head', of, 'extend-lead-check', { reason: '复杂' });
    await desk.act('handler', of, 'check-lead', { found: true, report: '属实' });
    await desk.act('handler', of, 'decide-case-filing', { filed: true, reporterNamed: true, reason: '违法' });
    await desk.act('handler', of, 'tell-reporter', { how: '书面' });
    await desk.act('handler', of, 'file-penalty-case', { number: 'LA-1', suspicion: '违规收费' });
    expect(
      await desk.act('handler', of, 'decide-penalty', { number: 'CF-1', penalised: true, reason: '违法' }),
    ).toEqual(['PenaltyDecided']);
  });

  test('a conflict of competence is referred and decided; a mediation ends and the parties are told', async () => {
    const of = await desk.lodge(
      { ...sentComplaint, lodging: takenIn(today, 'counter'), takenBy: 'marketRegulation' },
      'intake',
    );
    await desk.act('intake', of, 'accept');
    await desk.act('intake', of, 'refer-competence', { between: ['甲区局', '乙区局'], to: '市局', ground: '争议' });
    await desk.act('intake', of, 'decide-competence', { competent: '甲区局', reason: '行为地' });
    await desk.act('intake', of, 'hold-mediation', {
      place: '调解室',
      attendees: ['王芳'],
      minutes: '未达成',
      outcome: 'failed',
    });
    await desk.act('intake', of, 'end-mediation', { reason: '无法达成一致' });
    expect(await desk.refusal('intake', of, 'agree-settlement', { terms: '退一半' })).toEqual([409, 'trackOutOfOrder']);
    expect(await desk.act('intake', of, 'tell-parties', { how: '书面' })).toEqual(['PartiesTold']);
  });

  test('a petition is sorted, extended once, finished, reviewed and reviewed again', async () => {
    const of = await inHandling();
    expect(await desk.refusal('head', of, 'extend-handling', { days: 30, reason: '复杂' })).toEqual([
      409,
      'noPetition',
    ]);
    await desk.act('handler', of, 'register-petition', { number: 'XF-1' });
    await desk.act('handler', of, 'sort-petition', { accepted: true, to: '区', reason: '属本级' });
    expect(await desk.refusal('head', of, 'extend-handling', { days: 31, reason: '复杂' })).toEqual([
      422,
      'days: petitionExtension',
    ]);
    await desk.act('head', of, 'extend-handling', { days: 30, reason: '复杂' });
    await desk.act('handler', of, 'finish-petition', { documentNumber: 'XFY-1', opinion: '支持' });
    await desk.act('sme', of, 'request-petition-review', { ground: '不服' });
    const upheld = { documentNumber: 'FC-1', upheld: false, reason: '维持' };
    await desk.act('handler', of, 'decide-petition-review', upheld);
    await desk.act('sme', of, 'request-petition-re-review', { ground: '仍不服' });
    expect(await desk.act('handler', of, 'decide-petition-re-review', upheld)).toEqual(['PetitionReReviewDecided']);
  });

  test('an objection to where a petition was sent has it sorted anew before it is finished', async () => {
    const of = await inHandling();
    const objection = { by: '区信访局', ground: '不属本级职权' };
    const outOfOrder = [409, 'trackOutOfOrder'];
    expect(await desk.refusal('handler', of, 'object-to-petition', objection)).toEqual(outOfOrder);
    await desk.act('handler', of, 'register-petition', { number: 'XF-2' });
    await desk.act('handler', of, 'sort-petition', { accepted: true, to: '区', reason: '属本级' });
    expect(await desk.refusal('sme', of, 'object-to-petition', objection)).toEqual([403, 'wrongRole']);
    expect(await desk.act('handler', of, 'object-to-petition', objection)).toEqual(['PetitionObjectionRaised']);
    const opinion = { documentNumber: 'XFY-2', opinion: '支持' };
    expect(await desk.refusal('handler', of, 'finish-petition', opinion)).toEqual(outOfOrder);
    await desk.act('handler', of, 'sort-petition', { accepted: true, to: '市', reason: '属上级' });
    expect(await desk.act('handler', of, 'finish-petition', opinion)).toEqual(['PetitionFinished']);
  });

  test('the firm asks for help on line, before the acceptance too', async () => {
    const of = await desk.lodge(sentComplaint);
    expect(await desk.act('sme', of, 'request-help', { workingHours: false, question: '还需何种材料' })).toEqual([
      'HelpRequested',
    ]);
    expect(await desk.refusal('sme', of, 'answer-help', { answer: '缺营业执照' })).toEqual([403, 'wrongRole']);
    expect(await desk.act('intake', of, 'answer-help', { answer: '缺营业执照' })).toEqual(['HelpAnswered']);
  });
});
