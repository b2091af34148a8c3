import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { startApplication, type TestApplication } from '../application.js';
import {
  ago,
  asOf,
  cases,
  claims,
  conflict,
  denied,
  Handling,
  invalid,
  malformed,
  notFound,
  type Done,
} from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
});
afterAll(() => application.close());

const last = async (of: Done) => (await desk.events(of)).at(-1)!;

/** Declined by the accepting authority: an outcome to be rated and objected to. */
async function declined(): Promise<Done> {
  const lodged = await desk.lodged();
  return desk.own('intake', lodged, 'decline', { ground: 'otherForum', reason: '法院已受理' });
}

describe('the respondent', () => {
  test('learns of the case when a handling authority has it, and not before', async () => {
    const lodged = await desk.lodged();
    expect((await desk.read('respondent', `${cases}/${lodged.caseId}/actions`)).status).toBe(404);
    await desk.own('intake', lodged, 'accept');
    const transfer = { office: '310115-handling', ground: '属地管理' };
    const { position } = await desk.own('intake', lodged, 'transfer', transfer);
    expect((await desk.read('respondent', `${cases}/${lodged.caseId}/actions`)).status).toBe(200);
    const { body } = await desk.read('respondent', `/api/worklist?atLeast=${position}`);
    expect(body.rows).toEqual([expect.objectContaining({ caseNumber: lodged.caseNumber })]);
  });

  test('reads what may be shown: no notes of the offices, and not how to reach the complainant', async () => {
    const handled = await desk.inHandling();
    await desk.act('sme', handled, 'add-note', { text: '担心报复', visibleTo: 'officials' });
    await desk.act('sme', handled, 'report-retaliation', { what: '被威胁' });
    const { position } = await desk.act('mediator', handled, 'add-note', { text: '请双方到场', visibleTo: 'parties' });
    const file = await desk.read('respondent', `${cases}/${handled.caseId}?atLeast=${position}`);
    expect(file.body).toMatchObject({
      claim: { complainant: { contact: { withheld: true }, address: { withheld: true } } },
    });
    const read = JSON.stringify(file.body);
    for (const hidden of ['担心报复', '被威胁', '021-50000001', '王小姐']) expect(read).not.toContain(hidden);
    expect(read).toContain('请双方到场');
    const own = JSON.stringify((await desk.read('sme', `${cases}/${handled.caseId}`)).body);
    for (const shown of ['021-50000001', '被威胁', '请双方到场']) expect(own).toContain(shown);
    expect((await desk.read('respondent', `${cases}/${handled.caseId}/history`)).status).toBe(403);
  });

  test('answers, offers instalments, proves a payment and disputes parts, by itself', async () => {
    const handled = await desk.inHandling();
    const today = await desk.today();
    await desk.own('respondent', handled, 'answer', { statement: '资金紧张', admitted: '4000000', contact: null });
    expect((await last(handled)).data).toMatchObject({ by: 'respondent', admitted: '4000000.00' });
    await desk.refuses(
      'respondent',
      handled,
      `${claims}/${handled.caseId}/answer`,
      { statement: 'x', admitted: '9999999.00', contact: null },
      invalid('admitted: admittedExceedsClaim'),
    );
    const plan = { total: '4554487.75', instalments: [{ dueOn: today, amount: '4554487.75' }], terms: '一期' };
    await desk.own('respondent', handled, 'offer-instalments', plan);
    await desk.own('sme', handled, 'decline-instalments', { offer: 1, reason: '期限过长' });
    const proof = { amount: '100.00', paidOn: today, method: 'bankTransfer', reference: '回单' };
    await desk.own('respondent', handled, 'prove-payment', proof);
    const lines = [{ line: 1, disputed: '10.00', reason: '数量有出入' }];
    await desk.own('respondent', handled, 'dispute-parts', { lines });
    expect((await last(handled)).data).toMatchObject({ by: 'respondent', disputed: '10.00' });
  });

  test('does nothing of the office’s or the complainant’s, nor anything to another’s case', async () => {
    const handled = await desk.inHandling();
    for (const path of ['terminate', 'pause-handling', 'rate-satisfaction'] as const) {
      const body = path === 'rate-satisfaction' ? { rating: 5, comment: 'x' } : { ground: 'other', reason: 'x' };
      await desk.refuses('respondent', handled, path, body, denied('wrongRole'));
    }
    const other = await desk.inHandling({ respondent: specimenClaim().respondent });
    await desk.refuses('respondent', other, 'add-note', { text: 'x', visibleTo: 'parties' }, notFound);
    await desk.refuses(
      'sme',
      handled,
      `${claims}/${handled.caseId}/answer`,
      { statement: 'x', admitted: '1.00', contact: null },
      denied('wrongRole'),
    );
  });
});

describe('the agent', () => {
  const agent = { ...demonstrationCompanies.agency, authority: '授权委托书（2026）字第1号' };
  const lodging = (receivedOn: string) => ({ channel: 'online', receivedOn, agent });

  test('lodges and acts for the complainant, under the paper it names', async () => {
    const today = await desk.today();
    const lodged = await desk.lodged({ lodging: lodging(today) }, 'agent');
    const [event] = await desk.events(lodged);
    expect(event!.data).toMatchObject({ lodging: { by: 'agent', agent } });
    const own = await desk.actions('sme', lodged);
    expect(await desk.actions('agent', lodged)).toEqual(own.filter((command) => command !== 'appointAgent'));
    await desk.own('agent', lodged, 'withdraw', { reason: '已达成协议' });
  });

  test('not without its paper, nor in another agency’s name, nor on a case it has no part in', async () => {
    const today = await desk.today();
    const lodged = await desk.lodged();
    await desk.refuses('agent', lodged, claims, specimenClaim(), denied('otherCompany'));
    const another = { ...lodging(today), agent: { ...agent, creditCode: demonstrationCompanies.xuhui.creditCode } };
    await desk.refuses('agent', lodged, claims, { ...specimenClaim(), lodging: another }, denied('otherCompany'));
    const itself = { ...agent, creditCode: specimenClaim().complainant.creditCode };
    const counter = { channel: 'counter', receivedOn: today, agent: itself };
    const claim = { ...specimenClaim(), lodging: counter };
    await desk.refuses('intake', lodged, claims, claim, invalid('lodging.agent.creditCode: agentIsComplainant'));
    await desk.refuses('agent', lodged, `${claims}/${lodged.caseId}/withdraw`, { reason: 'x' }, notFound);
  });
});

describe('the day of an act', () => {
  const before = { occurredOn: '2026-01-05', occurredOnReason: '当日已寄出' };

  test('of a party is the day it arrives: no lodging, no evidence and no objection is dated back', async () => {
    const handled = await desk.inHandling();
    const lodging = { channel: 'online', receivedOn: '2026-01-05', agent: null };
    const claim = { ...specimenClaim(), lodging };
    await desk.refuses('sme', handled, claims, claim, invalid('lodging.receivedOn: notTheDayOfReceipt'));
    const evidence = [{ kind: 'other', title: '回单', reference: 'x.pdf' }];
    for (const by of ['sme', 'respondent']) {
      await desk.refuses(by, handled, 'add-evidence', { evidence, ...before }, invalid('occurredOn: officesDay'));
    }
  });

  test('of an office may lie before, with a reason; and so may what a party tells of a court', async () => {
    const today = await desk.today();
    const handled = await desk.inHandling();
    const evidence = [{ kind: 'other', title: '回单', reference: 'x.pdf' }];
    const same = { occurredOn: today, occurredOnReason: '柜面收取' };
    await desk.act('handler', handled, 'add-evidence', { evidence, ...same });
    const filed = { forum: 'court', body: '浦东新区人民法院', number: '（2026）沪0115民初2号', filedOn: today };
    await desk.own('sme', handled, 'record-proceedings', { ...filed, occurredOn: today });
  });

  test('of what came on paper is the day it was received, a supplement and a withdrawal too', async () => {
    const lodging = { channel: 'counter', receivedOn: ago(9), agent: null };
    const of = await desk.lodged({ lodging }, 'intake');
    await desk.act('intake', of, 'request-supplement', { defects: [{ item: '合同', what: '缺页' }], ...asOf(8) });
    const papers = { statement: '补交', evidence: [], respondent: null };
    await desk.refusesOwn('sme', of, 'supply-materials', { ...papers, ...asOf(5) }, invalid('occurredOn: officesDay'));
    await desk.own('intake', of, 'supply-materials', { ...papers, ...asOf(5) });
    expect((await last(of)).occurredAt).toBe(`${ago(5)}T00:00:00+08:00`);
    await desk.refusesOwn('sme', of, 'withdraw', { reason: 'x', ...asOf(2) }, invalid('occurredOn: officesDay'));
    const early = invalid('occurredOn: beforePreviousStep');
    await desk.refusesOwn('intake', of, 'withdraw', { reason: '已付款', ...asOf(6) }, early);
    await desk.own('intake', of, 'withdraw', { reason: '已付款', ...asOf(2) });
    expect(await last(of)).toMatchObject({ type: 'ClaimWithdrawn', occurredAt: `${ago(2)}T00:00:00+08:00` });
  });
});

describe('afterwards', () => {
  test('the complainant rates once; a bad review is looked into', async () => {
    const ended = await declined();
    await desk.refuses(
      'intake',
      ended,
      'check-bad-review',
      { how: '电话', found: 'x', remedy: 'y' },
      conflict('noBadReview'),
    );
    await desk.act('sme', ended, 'rate-satisfaction', { rating: 1, comment: '未说明理由' });
    expect((await desk.events(ended)).slice(-2).map(({ type }) => type)).toEqual([
      'SatisfactionRated',
      'BadReviewReceived',
    ]);
    await desk.refuses('sme', ended, 'rate-satisfaction', { rating: 5, comment: 'x' }, conflict('alreadyRated'));
    await desk.refuses(
      'sme',
      ended,
      'rate-satisfaction',
      { rating: 6, comment: 'x' },
      malformed('rating: wholeNumber'),
    );
    await desk.refuses('intake', ended, 'rate-satisfaction', { rating: 5, comment: 'x' }, denied('wrongRole'));
    await desk.act('intake', ended, 'check-bad-review', { how: '电话', found: '告知不清', remedy: '已补充说明' });
    await desk.act('intake', ended, 'record-follow-up-call', { how: '电话', what: '已满意' });
  });

  test('an objection to the outcome that came on paper is filed as whose it is', async () => {
    const handled = await desk.inHandling();
    await desk.own('mediator', handled, 'issue-result', { outcome: 'unfounded', summary: '债务不存在' });
    await desk.own('mediator', handled, 'feed-back', { to: 'complainant', how: '书面' });
    await desk.own('mediator', handled, 'feed-back', { to: 'acceptingAuthority', how: '书面' });
    await desk.act('handler', handled, 'object-to-outcome', { by: 'respondent', ground: '结论有误' });
    expect((await last(handled)).data).toMatchObject({ by: 'respondent' });
    await desk.act('handler', handled, 'object-to-outcome', { ground: '证据未采信' });
    expect((await last(handled)).data).toMatchObject({ by: 'complainant' });
    const another = { by: 'complainant', ground: 'x' };
    await desk.refuses('respondent', handled, 'object-to-outcome', another, conflict('outcomeObjectionOpen'));
  });

  test('an objection to the outcome is decided by somebody above, and opens the case again', async () => {
    const ended = await declined();
    const decision = { by: 'complainant', upheld: true, reason: '确有遗漏' };
    await desk.refuses('supervisor', ended, 'decide-outcome-objection', decision, invalid('by: noOutcomeObjection'));
    await desk.act('sme', ended, 'object-to-outcome', { ground: '法院并未受理' });
    await desk.refuses('sme', ended, 'object-to-outcome', { ground: 'x' }, conflict('outcomeObjectionOpen'));
    await desk.refuses('intake', ended, 'decide-outcome-objection', decision, denied('wrongRole'));
    await desk.refuses(
      'supervisor',
      ended,
      'reopen',
      { ground: 'objectionUpheld', reason: 'x' },
      invalid('ground: noObjectionUpheld'),
    );
    await desk.act('supervisor', ended, 'decide-outcome-objection', decision);
    await desk.act('supervisor', ended, 'reopen', { ground: 'objectionUpheld', reason: '异议成立' });
    expect((await last(ended)).data).toMatchObject({ run: 2 });
    expect(await desk.actions('intake', ended)).toEqual(expect.arrayContaining(['accept', 'decline']));
  });

  test('retaliation is reported and protection marked, whatever the status', async () => {
    const ended = await declined();
    await desk.act('sme', ended, 'report-retaliation', { what: '被终止其他合作' });
    await desk.act('intake', ended, 'mark-protection', { measure: '信息保密', reason: '防止报复' });
    await desk.act('intake', ended, 'mark-confidential', { mark: 'tradeSecret', what: '报价单' });
    await desk.refuses('respondent', ended, 'mark-confidential', { mark: 'tradeSecret', what: 'x' }, notFound);
    await desk.refuses('intake', ended, 'mark-confidential', { mark: 'secret', what: 'x' }, malformed('mark: oneOf'));
  });
});

describe('grounds of the operator', () => {
  test('are published as policy, and a termination names one that is in force and fits the file', async () => {
    const { body } = await desk.read('intake', '/api/grounds?kind=overduePayment');
    expect(body.label).toMatchObject({ en: expect.stringContaining('operator policy') as string });
    expect((await desk.read('intake', '/api/grounds?kind=petition')).status).toBe(400);
    expect(body.pauseGroundsOfLaw).toEqual([]);
    const ofPatents = await desk.read('intake', '/api/grounds?kind=ipFastTrack');
    expect(ofPatents.body.pauseGroundsOfLaw).toContain('testingOrAppraisal');
    const handled = await desk.inHandling();
    const ground = (code: string) => ({ ground: code, reason: '已起诉' });
    await desk.refuses('handler', handled, 'terminate', ground('boredom'), invalid('ground: noSuchGround'));
    await desk.refuses('handler', handled, 'terminate', ground('resultAlreadyGiven'), invalid('ground: noSuchGround'));
    await desk.refuses(
      'handler',
      handled,
      'terminate',
      ground('takenToCourtOrArbitration'),
      invalid('ground: groundNeedsFact'),
    );
    const filed = { forum: 'court', body: '浦东新区人民法院', number: '（2026）沪0115民初1号', filedOn: '2026-03-02' };
    await desk.own('sme', handled, 'record-proceedings', filed);
    await desk.act('handler', handled, 'terminate', ground('takenToCourtOrArbitration'));
  });

  test('a claim is declined on one that is switched on', async () => {
    const lodged = await desk.lodged();
    const decline = (ground: string) => ({ ground, reason: '无新的事实和理由' });
    const path = `${claims}/${lodged.caseId}/decline`;
    await desk.refuses('intake', lodged, path, decline('complainantUnreachable'), invalid('ground: noSuchGround'));
    await desk.own('intake', lodged, 'decline', decline('resultAlreadyGiven'));
    expect((await last(lodged)).data).toMatchObject({ ground: 'resultAlreadyGiven' });
  });
});

describe('rungs and escalation by hand', () => {
  test('are the head’s and the supervisor’s', async () => {
    const handled = await desk.inHandling();
    const received = (await desk.events(handled)).find(({ type }) => type === 'MaterialsReceived')!;
    const rung = { clock: 'result', subject: 'case', run: received.id, rung: 'amber' };
    await desk.refuses('handler', handled, 'override-rung', { ...rung, reason: 'x' }, denied('wrongRole'));
    await desk.act('head', handled, 'override-rung', { ...rung, reason: '已安排' });
    await desk.refuses('head', handled, 'override-rung', { ...rung, reason: 'x' }, conflict('rungOverridden'));
    await desk.refuses('head', handled, 'acknowledge-rung', { ...rung, remark: 'x' }, conflict('rungNotFired'));
    const escalation = { office: '310000-handling', act: '提级督办', reason: '久拖不决' };
    await desk.act('supervisor-pudong', handled, 'escalate', escalation);
    await desk.refuses(
      'supervisor',
      handled,
      'escalate',
      { ...escalation, office: 'nowhere' },
      invalid('office: notAnOffice'),
    );
    await desk.refuses('mediator', handled, 'escalate', escalation, denied('wrongRole'));
  });
});

test('no revision can be matched where there is no case yet', async () => {
  const sme = await desk.user('sme');
  const answer = await sme.command(claims, specimenClaim(), { 'If-Match': '"0"' });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'If-Match', code: 'nothingToMatch' }] } });
});

test('a command of one kind is not for a case of another', async () => {
  const lodged = await desk.lodged();
  const path = `/api/ip-fast-track-cases/${lodged.caseId}/withdraw`;
  await desk.refuses('sme', lodged, path, { reason: 'x' }, notFound);
});
