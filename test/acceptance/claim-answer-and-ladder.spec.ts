import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, conflict, denied, Handling, invalid, type Done } from './handling.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

const document = { title: '函', number: '浦经信〔2026〕1号' };
const reply = { statement: '内部流程未完', admitted: '4554487.75', contact: null };
const last = async (of: Done) => (await desk.events(of)).at(-1)!;

describe('the scope (Order 802; Private Economy Promotion Law, Art. 67)', () => {
  const debtor = { publicBody: true, largeFirm: false, stateOwned: false };
  const found = (sme: boolean, privateOrganisation: boolean) => ({
    creditor: { sme, privateOrganisation },
    debtor,
    reason: '查国家企业信用信息公示系统',
  });

  test('is examined by the office that has the case, and what was found decides the acceptance', async () => {
    const lodged = await desk.lodged();
    await desk.refusesOwn('sme', lodged, 'examine-scope', found(true, true), denied('wrongRole'));
    await desk.own('intake', lodged, 'examine-scope', found(false, false));
    expect((await last(lodged)).data).toMatchObject({
      scopes: { is802: { covered: false }, isPEPL67: { covered: false } },
    });
    await desk.refusesOwn('intake', lodged, 'accept', {}, conflict('outOfScope'));
    await desk.own('intake', lodged, 'examine-scope', found(false, true));
    await desk.refusesOwn('intake', lodged, 'accept', {}, conflict('onlyPromotionLaw'));
    await desk.own('intake', lodged, 'examine-scope', found(true, true));
    await desk.own('intake', lodged, 'accept');
  });

  test('is the handling authority’s to examine once it has the case', async () => {
    const handled = await desk.inHandling();
    await desk.refusesOwn('intake', handled, 'examine-scope', found(true, true), denied('otherOffice'));
    await desk.own('handler', handled, 'examine-scope', found(true, true));
  });
});

describe('the answer', () => {
  test('is demanded by a day, and not again while that day is to come', async () => {
    const handled = await desk.inHandling();
    const demand = { dueOn: ago(-10), document };
    await desk.refusesOwn('mediator', handled, 'assess-reply', { proper: true, reason: 'x' }, conflict('noReply'));
    await desk.refusesOwn('respondent', handled, 'demand-answer', demand, denied('wrongRole'));
    const past = { ...demand, dueOn: ago(1) };
    await desk.refusesOwn('mediator', handled, 'demand-answer', past, invalid('dueOn: dayPassed'));
    await desk.own('mediator', handled, 'demand-answer', demand);
    expect(await last(handled)).toMatchObject({
      type: 'RespondentAnswerDemanded',
      data: { demand: 1, undisputed: '4554487.75' },
    });
    await desk.refusesOwn('mediator', handled, 'demand-answer', demand, conflict('answerTermRuns'));
  });

  test('is assessed; after an improper one another may be demanded before its day', async () => {
    const handled = await desk.inHandling();
    const demand = { dueOn: ago(-10), document };
    await desk.own('handler', handled, 'demand-answer', demand);
    await desk.own('respondent', handled, 'answer', reply);
    await desk.refusesOwn('respondent', handled, 'assess-reply', { proper: true, reason: 'x' }, denied('wrongRole'));
    await desk.own('mediator', handled, 'assess-reply', { proper: false, reason: '未说明付款安排' });
    expect(await last(handled)).toMatchObject({ type: 'ReplyAssessed', data: { proper: false } });
    await desk.own('handler', handled, 'demand-answer', demand);
    expect((await last(handled)).data).toMatchObject({ demand: 2 });
  });

  test('the undisputed part is pressed for, as long as there is one (Art. 15)', async () => {
    const handled = await desk.inHandling();
    const press = { dueOn: ago(-5), document };
    await desk.own('respondent', handled, 'dispute-parts', {
      lines: [{ line: 1, disputed: '554487.75', reason: '质量问题' }],
    });
    await desk.own('mediator', handled, 'press-undisputed', press);
    expect(await last(handled)).toMatchObject({ type: 'UndisputedPartPressed', data: { amount: '4000000.00' } });
    const past = { ...press, dueOn: ago(1) };
    await desk.refusesOwn('mediator', handled, 'press-undisputed', past, invalid('dueOn: dayPassed'));
    await desk.own('mediator', handled, 'record-payment', {
      amount: '4000000',
      instalment: null,
      method: 'bankTransfer',
      reference: '回单',
    });
    await desk.refusesOwn('mediator', handled, 'press-undisputed', press, conflict('nothingUndisputed'));
  });
});

describe('the ladder (Order 802, Art. 25¶3)', () => {
  const order = (ground: string, days: number) => ({ ground, dueOn: ago(days), document, effect: '限期答复' });
  const interview = { place: '会议室', attendees: ['张总'], minutes: '承诺付款', document, effect: '约谈' };
  const circular = { published: '官网', text: '通报', document, effect: '公开' };
  const correction = (days: number) => ({ dueOn: ago(days), demands: '付款', document, effect: '责令整改' });

  test('no rung is reached before the one below it, nor by anybody but the handling authority', async () => {
    const handled = await desk.inHandling();
    const order1 = order('noAnswer', -10);
    await desk.refusesOwn('handler', handled, 'issue-supervisory-order', order1, conflict('noAnswerDemanded'));
    await desk.refusesOwn('handler', handled, 'hold-interview', interview, conflict('noSupervisoryOrder'));
    await desk.refusesOwn('handler', handled, 'issue-circular', circular, conflict('noSupervisoryOrder'));
    await desk.refusesOwn('handler', handled, 'order-correction', correction(-9), conflict('noInterviewOrCircular'));
    await desk.refusesOwn('mediator', handled, 'issue-supervisory-order', order1, denied('wrongRole'));
    await desk.own('mediator', handled, 'demand-answer', { dueOn: ago(-10), document });
    const early = invalid('ground: answerTermRuns');
    await desk.refusesOwn('handler', handled, 'issue-supervisory-order', order1, early);
    const improper = order('improperAnswer', -10);
    await desk.refusesOwn(
      'handler',
      handled,
      'issue-supervisory-order',
      improper,
      invalid('ground: notTheGroundOfOrder'),
    );
  });

  test('silence: the order must follow, then the interview, the circular, and the correction with each', async () => {
    const handled = await desk.inHandlingForLong();
    await desk.own('handler', handled, 'demand-answer', { dueOn: ago(25), document, ...asOf(30) });
    const unsettled = { outcome: 'notSettled', summary: '对方不予理睬' };
    await desk.refusesOwn('mediator', handled, 'issue-result', unsettled, invalid('outcome: supervisoryOrderOwed'));
    await desk.own('handler', handled, 'issue-supervisory-order', { ...order('noAnswer', 20), ...asOf(24) });
    expect(await last(handled)).toMatchObject({
      type: 'SupervisoryOrderIssued',
      data: { order: 1, ground: 'noAnswer', article: '25¶3' },
    });
    const runs = conflict('orderTermRuns');
    for (const [path, body] of [
      ['hold-interview', interview],
      ['issue-circular', circular],
    ] as const) {
      await desk.refusesOwn('handler', handled, path, { ...body, ...asOf(22) }, runs);
    }
    await desk.own('handler', handled, 'hold-interview', { ...interview, ...asOf(19) });
    const past = { ...correction(19), ...asOf(18) };
    await desk.refusesOwn('handler', handled, 'order-correction', past, invalid('dueOn: dayPassed'));
    await desk.own('handler', handled, 'order-correction', { ...correction(8), ...asOf(18) });
    expect((await last(handled)).data).toMatchObject({ with: 'formalInterview', article: '25¶3' });
    await desk.own('handler', handled, 'issue-circular', { ...circular, ...asOf(7) });
    await desk.own('handler', handled, 'order-correction', { ...correction(-5), ...asOf(6) });
    expect((await last(handled)).data).toMatchObject({ with: 'publicCircular' });
    await desk.own('mediator', handled, 'issue-result', unsettled);
    expect((await last(handled)).type).toBe('ResultIssued');
  });

  test('an improper answer is a ground too; a proper one after the order ends the climb', async () => {
    const handled = await desk.inHandlingForLong();
    await desk.own('handler', handled, 'demand-answer', { dueOn: ago(20), document, ...asOf(30) });
    await desk.own('mediator', handled, 'record-reply', { ...reply, ...asOf(28) });
    await desk.own('mediator', handled, 'assess-reply', { proper: false, reason: '答非所问', ...asOf(27) });
    const other = { ...order('noAnswer', 15), ...asOf(26) };
    await desk.refusesOwn('handler', handled, 'issue-supervisory-order', other, invalid('ground: answerTermRuns'));
    await desk.own('handler', handled, 'issue-supervisory-order', { ...order('improperAnswer', 15), ...asOf(26) });
    const sameDay = { ...interview, ...asOf(26) };
    await desk.refusesOwn('handler', handled, 'hold-interview', sameDay, conflict('orderTermRuns'));
    await desk.own('mediator', handled, 'record-reply', { ...reply, ...asOf(18) });
    await desk.own('mediator', handled, 'assess-reply', { proper: true, reason: '附付款计划', ...asOf(17) });
    for (const [path, body] of [
      ['hold-interview', interview],
      ['issue-circular', circular],
    ] as const) {
      await desk.refusesOwn('handler', handled, path, body, conflict('answeredSince'));
    }
  });
});
