import { conditionsBut, repairBodies, sentRepair, takenIn } from '@redress/casework/testing/sent-complaint.js';
import { startApplication, type TestApplication } from '../application.js';
import { refusalOf, RightsDesk } from './rights-desk.js';

let application: TestApplication;
let desk: RightsDesk;
let today: string;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new RightsDesk(application, 'creditRepair');
  today = (await (await desk.user('intake')).get<{ today: string }>('/api/worklist')).body.today;
}, 60_000);

afterAll(() => application.close());

const { record } = sentRepair;
const withRecord = (changes: object) => ({ ...sentRepair, record: { ...record, ...changes } });
const market = withRecord({ body: { name: '浦东新区市场监管局', kind: 'marketRegulation', place: 'shanghai' } });
const ruling = {
  court: '上海市第三中级人民法院',
  caseNumber: '（2026）沪03破1号',
  approves: 'reorganisationPlan',
  ruledOn: '2026-08-01',
};

/** A request which the department in 浦东新区 has accepted. */
async function accepted(body: object = sentRepair): Promise<string> {
  const of = await desk.lodge(body);
  await desk.act('intake', of, 'pass-to-department', repairBodies.passToDepartment);
  await desk.act('handler', of, 'accept');
  return of;
}

test('a request goes from lodging to the end of publicity, shared and told, each step by whom it belongs to', async () => {
  const of = await desk.lodge(sentRepair);
  await desk.act('intake', of, 'request-supplement', {
    defects: [{ item: '缴款书', what: '不清晰' }],
    dueOn: null,
    arisenFrom: null,
  });
  await desk.act('sme', of, 'supply-materials', { statement: '补交', evidence: [], corrections: null });
  await desk.act('intake', of, 'pass-to-department', repairBodies.passToDepartment);
  await desk.act('handler', of, 'accept');
  await desk.act('handler', of, 'review-conditions', repairBodies.reviewConditions);
  expect(await desk.act('handler', of, 'decide-repair', repairBodies.decideRepair)).toEqual([
    'DepartmentDecided',
    'RepairDecided',
  ]);
  await desk.act('intake', of, 'end-publicity', repairBodies.endPublicity);
  await desk.act('intake', of, 'share-result', repairBodies.shareResult);
  const told = await desk.send('intake', of, 'tell-result', repairBodies.tellResult);
  const file = await (await desk.user('sme')).get(`/api/cases/${of}?atLeast=${told.body.position}`);
  expect(file.body).toMatchObject({
    kind: 'creditRepair',
    status: 'concluded',
    clocks: expect.arrayContaining([
      expect.objectContaining({ rule: 'd22.accept', status: 'met', mark: 'secondary' }),
      expect.objectContaining({ rule: 'd22.feedback', status: 'met', mark: 'secondary' }),
      expect.objectContaining({ rule: 'o36.general.max', status: 'met', mark: 'secondary' }),
    ]) as object[],
  });
  expect(await desk.types(of)).toEqual([
    'RepairRequested',
    'FindingIssued',
    'SupplementRequested',
    'Resubmitted',
    'PassedToDepartment',
    'DepartmentAccepted',
    'ConditionsReviewed',
    'DepartmentDecided',
    'RepairDecided',
    'PublicityEnded',
    'RepairShared',
    'ResultTold',
  ]);
  expect(await desk.refusal('intake', of, 'tell-result', repairBodies.tellResult)).toEqual([409, 'notAllowedInStatus']);
});

test('the request keeps what the rules say of it: which regime, which days, and where Shanghai disagrees', async () => {
  const of = await desk.lodge(withRecord({ field: 'food' }));
  const events = await application.parts.store.readStream(`creditRepair-${of}`);
  const requested = events.find(({ type }) => type === 'RepairRequested')!;
  expect(requested.data.reading).toMatchObject({
    choice: { track: 'creditChina', governing: 'O36', beside: ['D22', 'SHB67'] },
    requestableFrom: '2026-06-11',
    stopsAfter: '2027-03-10',
    readings: [
      { regime: 'O36', minimum: { lastDay: '2026-06-10', mark: 'secondary', active: true } },
      { regime: 'D22' },
      { regime: 'SHB67', minimum: { lastDay: '2027-03-10', mark: 'unconfirmed', active: false } },
    ],
    conflicts: [{ of: 'minimum', between: ['O36', 'SHB67'] }],
  });
});

describe('bad input', () => {
  test('before the minimum period has run the firm is told from which day it may ask', async () => {
    const early = withRecord({ foundOn: today, publishedOn: null });
    const answer = await desk.lodging(early);
    expect(refusalOf(answer)).toEqual([422, 'record.foundOn: minimumNotReached']);
    expect(JSON.stringify(answer.body)).toMatch(/may be requested from \d{4}-\d\d-\d\d/);
  });

  test('everything wrong with a request is told at once', async () => {
    const wrong = { ...withRecord({ foundOn: '2099-01-01', publishedOn: '2098-01-01' }), corrections: ' ' };
    const refusal = refusalOf(await desk.lodging(wrong));
    expect(refusal.slice(1)).toEqual(expect.arrayContaining([expect.stringContaining('corrections') as string]));
    const { corrections: _, ...rest } = wrong;
    expect(refusalOf(await desk.lodging({ ...rest, corrections: '已整改' }))).toEqual([
      422,
      'record.foundOn: dateInFuture',
      'record.publishedOn: dateInFuture',
      'record.publishedOn: publishedBeforeFinding',
    ]);
  });

  test('a promise not made, a class not known, another firm’s name', async () => {
    const promise = { ...sentRepair.promise, inPublic: false };
    expect(refusalOf(await desk.lodging({ ...withRecord({ class: 'grave' }), promise }))).toEqual([
      400,
      'record.class: oneOf',
      'promise.inPublic: mustPromise',
    ]);
    const applicant = { ...sentRepair.applicant, name: '别家' };
    expect(refusalOf(await desk.lodging({ ...sentRepair, applicant }))).toEqual([
      422,
      'applicant.name: notYourCompany',
    ]);
  });

  test('a command in the wrong status is a conflict, and changes nothing', async () => {
    const of = await desk.lodge(sentRepair);
    expect(await desk.refusal('intake', of, 'end-publicity', repairBodies.endPublicity)).toEqual([
      409,
      'notAllowedInStatus',
    ]);
    expect(await desk.types(of)).toEqual(['RepairRequested', 'FindingIssued']);
  });
});

test('an officer takes a request in at the counter, and is the first contact', async () => {
  const of = await desk.lodge({ ...sentRepair, lodging: takenIn(today, 'counter') }, 'intake');
  expect(await desk.types(of)).toEqual(['RepairRequested', 'FindingIssued', 'FirstContactNamed']);
});

describe('who finds, repairs', () => {
  test('Credit China (Shanghai) does the repair of what it accepts itself', async () => {
    const of = await desk.lodge(sentRepair);
    await desk.act('intake', of, 'accept');
    await desk.act('intake', of, 'review-conditions', repairBodies.reviewConditions);
    expect(await desk.act('intake', of, 'decide-repair', repairBodies.decideRepair)).toEqual(['RepairDecided']);
  });

  test('a market regulator’s record is repaired by it', async () => {
    const of = await desk.lodge(market);
    await desk.act('intake', of, 'pass-to-department', { office: '310000-market', ground: '谁认定、谁修复' });
    expect(await desk.refusal('handler', of, 'accept')).toEqual([404, 'notFound']);
    await desk.act('handler-market', of, 'accept');
    expect(await desk.refusal('handler-market', of, 'extend-handling', { days: 5, reason: '复杂' })).toEqual([
      403,
      'wrongRole',
    ]);
    await desk.act('handler-market', of, 'review-conditions', repairBodies.reviewConditions);
    expect(await desk.act('handler-market', of, 'decide-repair', repairBodies.decideRepair)).toEqual(['RepairDecided']);
  });

  test('declined with its ground, the applicant is told', async () => {
    const of = await desk.lodge(sentRepair);
    await desk.act('intake', of, 'pass-to-department', repairBodies.passToDepartment);
    await desk.act('handler', of, 'decline', { ground: 'notTheFindingBody', reason: '非本部门认定' });
    expect(await desk.act('intake', of, 'tell-result', repairBodies.tellResult)).toEqual(['ResultTold']);
  });
});

describe('the conditions', () => {
  test('are found each; what is a matter of days is not contradicted, and the decision follows from them', async () => {
    const of = await accepted();
    expect(await desk.refusal('handler', of, 'decide-repair', repairBodies.decideRepair)).toEqual([
      409,
      'conditionsNotReviewed',
    ]);
    const review = (...unproved: string[]) => ({ conditions: conditionsBut(...unproved) });
    expect(await desk.refusal('handler', of, 'review-conditions', { conditions: conditionsBut().slice(1) })).toEqual([
      422,
      'conditions: fourConditions',
    ]);
    expect(await desk.refusal('handler', of, 'review-conditions', review('minimumReached'))).toEqual([
      422,
      'conditions[0].proved: minimumContradicted',
    ]);
    await desk.act('handler', of, 'review-conditions', review('corrected'));
    expect(await desk.refusal('handler', of, 'decide-repair', repairBodies.decideRepair)).toEqual([
      422,
      'repaired: conditionsNotProved',
    ]);
    const refusal = { repaired: false, reason: '罚款未缴清' };
    expect(await desk.act('handler', of, 'decide-repair', refusal)).toEqual(['DepartmentDecided', 'RepairDecided']);
    await desk.act('intake', of, 'tell-result', repairBodies.tellResult);
    expect(await desk.refusal('handler', of, 'object-to-outcome', { by: 'respondent', ground: 'x' })).toEqual([
      422,
      'by: noRespondentHere',
    ]);
    await desk.act('sme', of, 'object-to-outcome', { ground: '已缴清' });
    await desk.act('head', of, 'decide-outcome-objection', { by: 'complainant', upheld: true, reason: '查实' });
    expect(await desk.act('head', of, 'reopen', { ground: 'objectionUpheld', reason: '异议成立' })).toEqual([
      'CaseReopened',
    ]);
  });

  test('the handling is extended once, by the head of the department', async () => {
    const of = await accepted();
    expect(await desk.act('head', of, 'extend-handling', { days: 10, reason: '需要核实' })).toEqual([
      'HandlingExtended',
    ]);
    expect(await desk.refusal('head', of, 'extend-handling', { days: 5, reason: '再核' })).toEqual([
      409,
      'extendedBefore',
    ]);
  });
});

describe('the maximum', () => {
  test('ends publicity by itself where it was corrected, else the sector’s rules go on', async () => {
    const old = { ...withRecord({ foundOn: '2025-10-01', publishedOn: null }) };
    const [corrected, not, young] = [await accepted(old), await accepted(old), await accepted()];
    expect(await desk.refusal('handler', young, 'reach-maximum', { corrected: true, sectorRule: null })).toEqual([
      409,
      'maximumNotReached',
    ]);
    expect(await desk.act('handler', corrected, 'reach-maximum', { corrected: true, sectorRule: null })).toEqual([
      'PublicityEnded',
    ]);
    expect(await desk.refusal('handler', not, 'reach-maximum', { corrected: false, sectorRule: null })).toEqual([
      422,
      'sectorRule: sectorRuleMissing',
    ]);
    expect(await desk.act('handler', not, 'reach-maximum', { corrected: false, sectorRule: '行业规定' })).toEqual([
      'PublicityContinued',
    ]);
  });
});

test('in bankruptcy one asks with the ruling of the court, and sanctions are lifted for the time being', async () => {
  const early = { ...withRecord({ foundOn: today, publishedOn: null }), ruling };
  const of = await accepted(early);
  expect(await desk.act('handler', of, 'lift-sanctions', { measures: ['限制招投标'] })).toEqual(['SanctionsLifted']);
  await desk.act('handler', of, 'review-conditions', { conditions: conditionsBut('minimumReached', 'corrected') });
  expect(await desk.act('handler', of, 'decide-repair', repairBodies.decideRepair)).toContain('RepairDecided');
  const ordinary = await accepted();
  expect(await desk.refusal('handler', ordinary, 'lift-sanctions', { measures: ['限制招投标'] })).toEqual([
    409,
    'notBankruptcy',
  ]);
});

test('the repair notice that came with the penalty is on the file once', async () => {
  const of = await desk.lodge(sentRepair);
  const notice = { number: '修告〔2026〕1号', servedOn: '2026-03-12' };
  expect(await desk.act('sme', of, 'record-repair-notice', notice)).toEqual(['RepairNoticeRecorded']);
  expect(await desk.refusal('sme', of, 'record-repair-notice', notice)).toEqual([409, 'noticeOnFile']);
});

test('a false promise is found; its consequence was not read, is switched off and shown so', async () => {
  const of = await accepted();
  await desk.act('handler', of, 'find-false-promise', { what: '缴款书系伪造' });
  const events = await application.parts.store.readStream(`creditRepair-${of}`);
  expect(events.at(-1)?.data.consequence).toEqual({
    mark: 'unconfirmed',
    active: false,
    repairVoid: false,
    publicityAnew: false,
    barredUntil: null,
  });
});

test('an objection is marked, forwarded, received by the source and decided', async () => {
  const of = await desk.lodge(sentRepair);
  await desk.act('sme', of, 'raise-objection', { about: 'content', by: 'source', ground: '主体错误' });
  expect(await desk.refusal('sme', of, 'raise-objection', { about: 'period', by: 'platform', ground: '期限' })).toEqual(
    [409, 'objectionOpen'],
  );
  await desk.act('intake', of, 'mark-objection');
  const decision = { upheld: true, correction: '更正主体', reason: '属实' };
  expect(await desk.refusal('intake', of, 'decide-objection', decision)).toEqual([409, 'objectionNotReceived']);
  await desk.act('intake', of, 'forward-objection', { to: '市交通委' });
  await desk.act('intake', of, 'receive-objection');
  expect(await desk.refusal('intake', of, 'decide-objection', { ...decision, correction: null })).toEqual([
    422,
    'correction: correctionMissing',
  ]);
  expect(await desk.act('intake', of, 'decide-objection', decision)).toEqual(['ObjectionDecided']);
});

test('what becomes of the record is followed: annulled and withdrawn, revoked and deleted, proved and removed', async () => {
  const of = await desk.lodge(sentRepair);
  expect(await desk.refusal('intake', of, 'withdraw-record', { where: '信用中国' })).toEqual([409, 'recordOutOfOrder']);
  for (const [path, body] of [
    ['record-penalty', { number: '沪交罚〔2026〕1号' }],
    ['publish-penalty', { where: '信用中国' }],
    ['annul-penalty', { document: '复议决定书' }],
    ['withdraw-record', { where: '信用中国' }],
    ['notify-revocation', { document: '撤销通知' }],
    ['delete-record', { where: '信用中国（上海）' }],
    ['receive-repair-proof', { document: '修复证明' }],
    ['remove-record', { where: '查询界面' }],
  ] as const) {
    expect(await desk.act('intake', of, path, body)).toHaveLength(1);
  }
});

test('a request may be withdrawn until it is decided', async () => {
  const of = await accepted();
  expect(await desk.act('sme', of, 'withdraw', { reason: '不再需要' })).toEqual(['RequestWithdrawn']);
});
