import { startApplication, type TestApplication } from '../application.js';
import { ago, conflict, denied, Handling, invalid, malformed, type Done } from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

const document = { title: '认定书', number: '沪经信〔2026〕2号' };
const last = async (of: Done) => (await desk.events(of)).at(-1)!;

describe('the size of a party (Art. 29)', () => {
  const dispute = { of: 'complainant', ground: '从业人员超过标准', office: '310000-handling' };
  const decided = { of: 'complainant', size: 'medium', document, reason: '符合标准' };

  test('is disputed by a party at an office, once at a time', async () => {
    const handled = await desk.inHandling();
    await desk.refusesOwn('handler', handled, 'decide-size-dispute', decided, invalid('of: noSizeDispute'));
    const nowhere = { ...dispute, office: 'nowhere' };
    await desk.refusesOwn('respondent', handled, 'raise-size-dispute', nowhere, invalid('office: notAnOffice'));
    await desk.own('respondent', handled, 'raise-size-dispute', dispute);
    expect((await last(handled)).data).toMatchObject({ by: 'respondent', to: { id: '310000-handling' } });
    await desk.refusesOwn('sme', handled, 'raise-size-dispute', dispute, invalid('of: sizeDisputeOpen'));
    await desk.own('sme', handled, 'raise-size-dispute', { ...dispute, of: 'respondent' });
    expect((await last(handled)).data).toMatchObject({ of: 'respondent', by: 'complainant' });
  });

  test('is decided by the office that has the case, and the scope with it', async () => {
    const handled = await desk.inHandling();
    await desk.own('respondent', handled, 'raise-size-dispute', dispute);
    await desk.refusesOwn('respondent', handled, 'decide-size-dispute', decided, denied('wrongRole'));
    await desk.own('handler', handled, 'decide-size-dispute', decided);
    expect((await last(handled)).data).toMatchObject({ size: 'medium', scopes: { is802: { covered: true } } });
    await desk.refusesOwn('handler', handled, 'decide-size-dispute', decided, invalid('of: noSizeDispute'));
    await desk.own('respondent', handled, 'raise-size-dispute', dispute);
    await desk.own('handler', handled, 'decide-size-dispute', { ...decided, size: 'large' });
    expect((await last(handled)).data).toMatchObject({ scopes: { is802: { covered: false } } });
  });
});

describe('a receivable (Art. 16)', () => {
  const request = { amount: '500000', financier: '某银行' };

  test('is asked to be confirmed, one request at a time, up to what is owed', async () => {
    const handled = await desk.inHandling();
    const ask = (amount: string) => ({ ...request, amount });
    const path = 'request-receivable-confirmation';
    await desk.refusesOwn('sme', handled, path, ask('0'), invalid('amount: amountNotPositive'));
    await desk.refusesOwn('sme', handled, path, ask('4554487.76'), invalid('amount: exceedsOutstanding'));
    await desk.refusesOwn('respondent', handled, path, request, denied('wrongRole'));
    await desk.own('sme', handled, path, request);
    await desk.refusesOwn('sme', handled, path, request, conflict('confirmationOpen'));
  });

  test('is confirmed by the respondent up to what was asked, or refused, once', async () => {
    const handled = await desk.inHandling();
    const confirm = { request: 1, amount: '500000' };
    const refuse = { request: 2, reason: '金额有争议' };
    const none = invalid('request: noConfirmationRequested');
    await desk.refusesOwn('respondent', handled, 'confirm-receivable', confirm, none);
    await desk.refusesOwn('respondent', handled, 'refuse-receivable', refuse, none);
    await desk.own('sme', handled, 'request-receivable-confirmation', request);
    const more = { request: 1, amount: '500000.01' };
    await desk.refusesOwn(
      'respondent',
      handled,
      'confirm-receivable',
      more,
      invalid('amount: confirmedExceedsRequest'),
    );
    await desk.refusesOwn('sme', handled, 'confirm-receivable', confirm, denied('wrongRole'));
    await desk.own('respondent', handled, 'confirm-receivable', confirm);
    expect(await last(handled)).toMatchObject({
      type: 'ReceivableConfirmed',
      data: { request: 1, amount: '500000.00' },
    });
    const answered = invalid('request: confirmationAnswered');
    await desk.refusesOwn('respondent', handled, 'confirm-receivable', confirm, answered);
    await desk.own('sme', handled, 'request-receivable-confirmation', { ...request, financier: null });
    await desk.own('respondent', handled, 'refuse-receivable', refuse);
    expect((await last(handled)).type).toBe('ReceivableConfirmationRefused');
    await desk.refusesOwn('respondent', handled, 'refuse-receivable', refuse, answered);
  });
});

test('what the office finds of the respondent’s conduct rests on its article, once for each line', async () => {
  const handled = await desk.inHandling();
  const finding = { finding: 'excuseInternalProcess', line: 1, facts: '称内部流程未完' };
  await desk.refusesOwn('sme', handled, 'record-finding', finding, denied('wrongRole'));
  const elsewhere = { ...finding, line: 9 };
  await desk.refusesOwn('mediator', handled, 'record-finding', elsewhere, invalid('line: noSuchLine'));
  // Deposits are ruled for works, a forced audit for bodies and state firms: this is a sale to a large firm.
  for (const other of ['depositNotReturned', 'auditForced']) {
    const body = { ...finding, finding: other };
    await desk.refusesOwn('mediator', handled, 'record-finding', body, invalid('finding: findingDoesNotApply'));
  }
  const unknown = { ...finding, finding: 'badWeather' };
  await desk.refusesOwn('mediator', handled, 'record-finding', unknown, malformed('finding: oneOf'));
  await desk.own('mediator', handled, 'record-finding', finding);
  expect((await last(handled)).data).toMatchObject({ instrument: 'CN-ORDER-802', article: '14' });
  await desk.refusesOwn('mediator', handled, 'record-finding', finding, invalid('finding: alreadyFound'));
  await desk.own('handler', handled, 'record-finding', { ...finding, finding: 'payWhenPaid', line: null });
  expect((await last(handled)).data).toMatchObject({ article: '9¶2' });
});

describe('market regulation (Anti-Unfair Competition Law 2025, Art. 15, 31)', () => {
  const referral = { office: '310000-market', ground: '滥用优势地位拖欠账款', receipt: '沪市监收1号' };
  const answer = {
    referral: 1,
    level: 'province',
    decision: 'correctionOrdered',
    fine: null,
    dueOn: ago(-30),
    reason: '查实',
  };
  const fined = { ...answer, decision: 'fined', fine: '5000000', dueOn: null };

  test('is told of a large firm, not of a body', async () => {
    const { respondent } = specimenClaim();
    const body = { ...respondent, unitType: 'stateOrgan', sizeType: 'notApplicable' };
    const against = await desk.inHandling({ respondent: body });
    const path = 'refer-to-market-regulation';
    await desk.refusesOwn('handler', against, path, referral, conflict('notAgainstABody'));
    const handled = await desk.inHandling();
    const nowhere = { ...referral, office: 'nowhere' };
    await desk.refusesOwn('handler', handled, path, nowhere, invalid('office: notAnOffice'));
    await desk.refusesOwn('mediator', handled, path, referral, denied('wrongRole'));
    await desk.own('handler', handled, path, referral);
    expect((await last(handled)).data).toMatchObject({ referral: 1, to: { id: '310000-market' } });
  });

  test('at province level it orders first, then fines within the law, and that is its answer', async () => {
    const handled = await desk.inHandling();
    const path = 'record-referral-answer';
    const refused = (changes: object, ...faults: string[]) =>
      desk.refusesOwn('handler', handled, path, changes, invalid(...faults));
    await refused(answer, 'referral: noSuchReferral');
    await desk.own('handler', handled, 'refer-to-market-regulation', referral);
    await refused({ ...answer, level: 'belowProvince' }, 'level: provinceLevelOnly');
    await refused(fined, 'decision: correctionFirst');
    await desk.own('handler', handled, path, answer);
    await refused(answer, 'referral: referralAnswered');
    await refused({ ...fined, fine: null }, 'fine: fineDoesNotFit');
    await refused({ ...fined, fine: '5000000.01' }, 'fine: competitionFineBeyondLaw');
    await desk.own('handler', handled, path, fined);
    expect((await last(handled)).data).toMatchObject({ decision: 'fined', fine: '5000000.00' });
    await refused({ ...fined, decision: 'noAction', fine: null }, 'referral: referralAnswered');
  });
});

test('bad credit is decided by the head of the department, once, on the paper of another (Art. 26)', async () => {
  const handled = await desk.inHandling();
  const found = { by: '浦东新区法院', law: '民事诉讼法第二百六十六条', document: '（2026）沪0115执1号', on: ago(1) };
  const decision = { found, serious: true, recordedIn: ['全国信用信息共享平台'], reason: '有履行能力而拒不支付' };
  await desk.refusesOwn('handler', handled, 'decide-bad-credit', decision, denied('wrongRole'));
  const ahead = { ...decision, found: { ...found, on: ago(-1) } };
  await desk.refusesOwn('head', handled, 'decide-bad-credit', ahead, invalid('found.on: dateInFuture'));
  await desk.own('head', handled, 'decide-bad-credit', decision);
  expect((await last(handled)).data).toMatchObject({ serious: true, found: { on: ago(1) } });
  await desk.refusesOwn('head', handled, 'decide-bad-credit', decision, conflict('badCreditDecided'));

  const { respondent } = specimenClaim();
  const nameless = await desk.inHandling({ respondent: { ...respondent, creditCode: null } });
  await desk.refusesOwn('head', nameless, 'decide-bad-credit', decision, conflict('respondentUnidentified'));
});

test('a case taken to arbitration is terminated on the operator’s ground, which needs that fact on the file', async () => {
  const handled = await desk.inHandling();
  const filed = { forum: 'arbitration', body: '上海仲裁委员会', number: '（2026）沪仲案字第1号', filedOn: ago(0) };
  const ground = { ground: 'takenToCourtOrArbitration', reason: '已申请仲裁' };
  await desk.refuses('mediator', handled, 'terminate', ground, denied('wrongRole'));
  await desk.refuses('handler', handled, 'terminate', ground, invalid('ground: groundNeedsFact'));
  const ahead = { ...filed, filedOn: ago(-1) };
  await desk.refusesOwn('mediator', handled, 'record-proceedings', ahead, invalid('filedOn: dateInFuture'));
  await desk.refusesOwn('respondent', handled, 'record-proceedings', filed, denied('wrongRole'));
  await desk.own('mediator', handled, 'record-proceedings', filed);
  await desk.act('handler', handled, 'terminate', ground);
  expect(await last(handled)).toMatchObject({
    type: 'HandlingTerminated',
    data: { ground: 'takenToCourtOrArbitration' },
  });
  await desk.refusesOwn('sme', handled, 'withdraw', { reason: 'x' }, conflict('notAllowedInStatus'));
});
