import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, conflict, denied, Handling, invalid, malformed, type Done } from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

const last = async (of: Done) => (await desk.events(of)).at(-1)!;
const payment = (amount: string, changes: object = {}) => ({
  amount,
  instalment: null,
  method: 'bankTransfer',
  reference: '回单',
  ...changes,
});

describe('a missed instalment', () => {
  const plan = {
    total: '4554487.75',
    instalments: [
      { dueOn: ago(5), amount: '4000000' },
      { dueOn: ago(-30), amount: '554487.75' },
    ],
    terms: '分两期',
  };

  async function settled(): Promise<Done> {
    const handled = await desk.inHandlingForLong();
    return desk.own('mediator', handled, 'agree-settlement', { ...plan, ...asOf(10) });
  }

  test('is one whose day is over and which is not all paid', async () => {
    const of = await settled();
    const path = 'record-missed-instalment';
    await desk.refusesOwn('respondent', of, path, { instalment: 1 }, denied('wrongRole'));
    await desk.refusesOwn('mediator', of, path, { instalment: 3 }, invalid('instalment: noSuchInstalment'));
    await desk.refusesOwn('mediator', of, path, { instalment: 2 }, invalid('instalment: instalmentNotDue'));
    await desk.own('mediator', of, 'record-payment', payment('4000000', { instalment: 1, ...asOf(6) }));
    await desk.refusesOwn('mediator', of, path, { instalment: 1 }, invalid('instalment: instalmentPaid'));
  });

  test('has the case handled again, though its result was told and it was concluded', async () => {
    const of = await settled();
    await desk.own('mediator', of, 'record-payment', payment('1000000', { instalment: 1, ...asOf(6) }));
    await desk.own('mediator', of, 'issue-result', { outcome: 'settled', summary: '达成和解' });
    await desk.own('mediator', of, 'feed-back', { to: 'complainant', how: '书面' });
    await desk.own('mediator', of, 'feed-back', { to: 'acceptingAuthority', how: '书面' });
    const { position } = await desk.own('mediator', of, 'record-missed-instalment', { instalment: 1 });
    expect(await last(of)).toMatchObject({ type: 'InstalmentMissed', data: { instalment: 1, open: '3000000.00' } });
    const file = await desk.read('sme', `/api/cases/${of.caseId}?atLeast=${position}`);
    expect(file.body).toMatchObject({ status: 'inHandling', paid: '1000000.00', outstanding: '3554487.75' });
    const kept = { outcome: 'settled', summary: 'x' };
    await desk.refusesOwn('mediator', of, 'issue-result', kept, invalid('outcome: settlementNotKept'));
    const again = { ...plan, instalments: [{ dueOn: ago(0), amount: plan.total }] };
    await desk.own('mediator', of, 'agree-settlement', again);
    expect((await last(of)).type).toBe('SettlementAgreed');
  });
});

test('a case that ended with an instalment open stands in the queue of what is owed after the end, on screen and in the export', async () => {
  const instalments = [{ dueOn: ago(-30), amount: '4554487.75' }];
  const of = await desk.inHandling();
  await desk.own('mediator', of, 'agree-settlement', { total: '4554487.75', instalments, terms: '一期付清' });
  await desk.own('mediator', of, 'issue-result', { outcome: 'settled', summary: '达成和解' });
  await desk.own('mediator', of, 'feed-back', { to: 'complainant', how: '书面' });
  const { position } = await desk.own('mediator', of, 'feed-back', { to: 'acceptingAuthority', how: '书面' });
  const listed = async (account: string, queue: string) => {
    const path = `/api/worklist?queue=${queue}&limit=200&atLeast=${position}`;
    const { rows } = (await desk.read(account, path)).body as { rows: { caseNumber: string }[] };
    return rows.map(({ caseNumber }) => caseNumber);
  };
  const exported = async (account: string) => {
    const headers = { Authorization: `Bearer ${await application.signIn(account)}` };
    const answer = await fetch(`${application.url}/api/exports/worklist?queue=afterEnd`, { headers });
    return (await answer.text()).includes(of.caseNumber);
  };
  for (const account of ['mediator', 'handler', 'supervisor'])
    expect([account, await listed(account, 'afterEnd'), await exported(account)]).toEqual([
      account,
      expect.arrayContaining([of.caseNumber]),
      true,
    ]);
  expect(await listed('mediator', 'mine')).not.toContain(of.caseNumber);
  expect(await listed('mediator', 'office')).not.toContain(of.caseNumber);
  expect([await listed('intake', 'afterEnd'), await exported('intake')]).toEqual([[], false]);
  for (const path of ['worklist', 'exports/worklist']) {
    const { status, body } = await (
      await desk.user('mediator')
    ).get(`/api/${path}?queue=afterEnd&asOf=${await desk.today()}`);
    expect([path, status, body]).toMatchObject([path, 400, { errors: [{ field: 'queue', code: 'oneOf' }] }]);
  }
});

describe('an instalment that was recorded as paid', () => {
  const plan = { total: '4554487.75', instalments: [{ dueOn: ago(5), amount: '4554487.75' }], terms: '一期付清' };

  async function statusOf(of: Done, { position }: Done): Promise<unknown> {
    const { body } = await desk.read('mediator', `/api/cases/${of.caseId}?atLeast=${position}`);
    const clocks = body.clocks as readonly { rule: string; status: string }[];
    return clocks.filter(({ rule }) => rule === 'instalment').map(({ status }) => status);
  }

  test('is late, met or met late by what its payment is corrected to', async () => {
    const of = await desk.inHandlingForLong();
    await desk.own('mediator', of, 'agree-settlement', { ...plan, ...asOf(10) });
    const paid = await desk.own('mediator', of, 'record-payment', payment(plan.total, { instalment: 1, ...asOf(6) }));
    expect(await statusOf(of, paid)).toEqual(['met']);
    const event = paid.events.find(({ type }) => type === 'PaymentRecorded')!.id;
    const corrects = (field: string, is: string) =>
      desk.act('mediator', of, 'correct-fact', { event, field, is, reason: '录入有误' });
    const less = await corrects('amount', '4554487.00');
    expect(less.events.map(({ type }) => type)).toEqual(['FactCorrected', 'InstalmentReopened']);
    expect(await last(of)).toMatchObject({ data: { instalment: 1, open: '0.75' } });
    expect(await statusOf(of, less)).toEqual(['late']);
    const whole = await corrects('amount', plan.total);
    expect(whole.events.map(({ type }) => type)).toEqual(['FactCorrected', 'InstalmentPaid']);
    expect((await last(of)).occurredAt).toBe(`${ago(6)}T00:00:00+08:00`);
    expect(await statusOf(of, whole)).toEqual(['met']);
    expect(await statusOf(of, await corrects('occurredAt', ago(3)))).toEqual(['metLate']);
  });
});

describe('payment otherwise than in cash (Art. 11)', () => {
  const offer = { instrument: 'bill', amount: '1000000', maturesOn: ago(-180), terms: '商业承兑汇票' };

  test('is offered by the respondent within what is owed, and for a day to come', async () => {
    const handled = await desk.inHandling();
    await desk.refusesOwn('sme', handled, 'offer-non-cash', offer, denied('wrongRole'));
    const impossible = { ...offer, amount: '4554487.76', maturesOn: ago(1) };
    const faults = invalid('amount: exceedsOutstanding', 'maturesOn: dayPassed');
    await desk.refusesOwn('respondent', handled, 'offer-non-cash', impossible, faults);
    const nothing = { ...offer, amount: '0' };
    await desk.refusesOwn('respondent', handled, 'offer-non-cash', nothing, invalid('amount: amountNotPositive'));
    const none = { offer: 1, accepted: true, reason: 'x' };
    await desk.refusesOwn('sme', handled, 'answer-non-cash', none, invalid('offer: noSuchOffer'));
  });

  test('is never forced: a bill pays as far as the complainant took one', async () => {
    const handled = await desk.inHandling();
    const bill = (amount: string) => payment(amount, { method: 'bill' });
    const notTaken = invalid('method: nonCashNotAccepted');
    await desk.own('respondent', handled, 'offer-non-cash', offer);
    await desk.refusesOwn('mediator', handled, 'record-payment', bill('1000000'), notTaken);
    const no = { offer: 1, accepted: false, reason: '贴现费用过高' };
    await desk.refusesOwn('respondent', handled, 'answer-non-cash', no, denied('wrongRole'));
    await desk.own('sme', handled, 'answer-non-cash', no);
    await desk.refusesOwn('sme', handled, 'answer-non-cash', no, invalid('offer: offerAnswered'));
    await desk.refusesOwn('mediator', handled, 'record-payment', bill('1000000'), notTaken);
    await desk.own('respondent', handled, 'offer-non-cash', { ...offer, amount: '500000' });
    await desk.own('sme', handled, 'answer-non-cash', { offer: 2, accepted: true, reason: '同意' });
    await desk.refusesOwn('mediator', handled, 'record-payment', bill('500000.01'), notTaken);
    await desk.own('mediator', handled, 'record-payment', bill('500000'));
    expect(await last(handled)).toMatchObject({
      type: 'PaymentRecorded',
      data: { method: 'bill', outstanding: '4054487.75' },
    });
  });
});

describe('a proof of payment', () => {
  const proof = (changes: object = {}) => ({
    amount: '100000',
    paidOn: ago(0),
    method: 'bankTransfer',
    reference: '回单',
    ...changes,
  });

  test('is the respondent’s, of money that was paid', async () => {
    const handled = await desk.inHandling();
    await desk.refusesOwn('mediator', handled, 'prove-payment', proof(), denied('wrongRole'));
    const faults = invalid('amount: amountNotPositive', 'paidOn: dateInFuture');
    await desk.refusesOwn('respondent', handled, 'prove-payment', proof({ amount: '0', paidOn: ago(-1) }), faults);
  });

  test('is rejected with its reason, or confirmed by recording the payment, and not both', async () => {
    const handled = await desk.inHandling();
    await desk.own('respondent', handled, 'prove-payment', proof());
    const reject = { proof: 1, reason: '未到账' };
    const none = { ...reject, proof: 2 };
    await desk.refusesOwn('mediator', handled, 'reject-payment-proof', none, invalid('proof: noSuchProof'));
    await desk.refusesOwn('respondent', handled, 'reject-payment-proof', reject, denied('wrongRole'));
    await desk.own('mediator', handled, 'reject-payment-proof', reject);
    expect(await last(handled)).toMatchObject({ type: 'PaymentProofRejected', data: reject });
    const answered = invalid('proof: proofAnswered');
    await desk.refusesOwn('mediator', handled, 'reject-payment-proof', reject, answered);
    await desk.refusesOwn('mediator', handled, 'record-payment', payment('100000', { proof: 1 }), answered);
    await desk.own('respondent', handled, 'prove-payment', proof());
    await desk.own('mediator', handled, 'record-payment', payment('100000', { proof: 2 }));
    expect((await last(handled)).data).toMatchObject({ proof: 2, outstanding: '4454487.75' });
    await desk.refusesOwn('mediator', handled, 'reject-payment-proof', { ...reject, proof: 2 }, answered);
  });
});

describe('the sheet of interest, with the sums of the published cases', () => {
  const conventions = { multiplier: '1', dayCount: '365', compounding: 'none', payments: [] };
  const sheet = (input: object) => ({
    title: '逾期利息计算表',
    input: { endInclusive: true, allocation: 'principalFirst', ...conventions, ...input },
  });

  /** A claim of this one debt. */
  async function owed(amount: string, agreedDueOn: string, changes: { respondent?: object; concludedOn: string }) {
    const claim = specimenClaim();
    const [line] = claim.lines;
    return desk.lodged({
      contract: { ...claim.contract, concludedOn: changes.concludedOn },
      lines: [{ ...line, deliveredOn: changes.concludedOn, agreedDueOn, amount }],
      ...(changes.respondent && { respondent: { ...claim.respondent, ...changes.respondent } }),
    });
  }

  /** What the platform computed and keeps with the case. */
  async function attached(of: Done, input: object): Promise<Record<string, unknown>> {
    await desk.own('intake', of, 'attach-sheet', sheet(input));
    const { type, data } = await last(of);
    expect(type).toBe('SheetAttached');
    return data;
  }

  test('(2021)渝0110民初11752号: 4,383.69 for six days at 1.5 times the LPR on a year of 360', async () => {
    const of = await desk.lodged();
    const input = {
      principal: '4554487.75',
      from: '2020-11-20',
      to: '2020-11-26',
      endInclusive: false,
      basis: { kind: 'lprAtBreach' },
      multiplier: '1.5',
      dayCount: '360',
    };
    expect(await attached(of, input)).toMatchObject({
      sheet: 1,
      interest: '4383.69',
      input: { dayCount: '360', endInclusive: false },
      result: { segments: [{ days: 6, rate: '3.85', multiplier: '1.5' }] },
    });
    // The other ways of counting are other sheets on the same file, each with its conventions.
    expect(await attached(of, { ...input, endInclusive: true, dayCount: '365' })).toMatchObject({ sheet: 2 });
  });

  test('(2021)京0102民初32374号: the balance steps down after each payment, the floating LPR splits the time', async () => {
    const of = await owed('17814441.01', '2020-01-07', { concludedOn: '2019-03-01' });
    const data = await attached(of, {
      principal: '17814441.01',
      from: '2020-01-08',
      to: '2021-08-07',
      basis: { kind: 'lprFloating' },
      multiplier: '1.5',
      payments: [
        { on: '2020-12-15', amount: '3442475.32' },
        { on: '2021-01-25', amount: '3000000' },
      ],
    });
    expect(data).toMatchObject({ interest: '1427292.15', result: { principalLeft: '11371965.69' } });
    const { segments } = data.result as { segments: { from: string; principal: string }[] };
    const from = (day: string) => segments.find((segment) => segment.from === day)?.principal;
    expect([from('2020-12-16'), from('2021-01-26')]).toEqual(['14371965.69', '11371965.69']);
  });

  test('南京中院 2021 典型案例六: 0.05% a day of 4,956,598 from a body, from the day of the Regulation', async () => {
    const respondent = { unitType: 'publicInstitution', sizeType: 'notApplicable' };
    const of = await owed('4956598', '2015-08-20', { concludedOn: '2014-08-20', respondent });
    const statutory = { kind: 'statutory', contractDate: '2014-08-20', temporalScope: 'segment', before: 'none' };
    const input = { principal: '4956598', from: '2020-09-01', to: '2020-09-01', basis: statutory };
    expect(await attached(of, input)).toMatchObject({ interest: '2478.30' });
    expect(await attached(of, { ...input, to: '2020-09-30' })).toMatchObject({
      interest: '74348.97',
      result: { segments: [{ days: 30, rate: '0.05', per: 'day' }], otherScope: { interest: '0.00' } },
    });
    // Before that day the Regulation gives nothing: what is asked for there stands on another basis.
    expect(await attached(of, { ...input, from: '2015-08-21', to: '2020-09-30' })).toMatchObject({
      interest: '74348.97',
    });
  });

  test('is computed here, within what is claimed and as far as it can be, for whoever has the case in hand', async () => {
    const of = await desk.lodged();
    const input = {
      principal: '4554487.75',
      from: '2020-11-20',
      to: '2020-11-26',
      basis: { kind: 'fixed', rate: '5', per: 'year', source: '合同第八条' },
    };
    await desk.refusesOwn('sme', of, 'attach-sheet', sheet(input), denied('wrongRole'));
    const more = sheet({ ...input, principal: '4554487.76' });
    await desk.refusesOwn('intake', of, 'attach-sheet', more, invalid('input.principal: sheetExceedsClaim'));
    const backwards = sheet({ ...input, to: '2020-11-18' });
    await desk.refusesOwn('intake', of, 'attach-sheet', backwards, invalid('input.to: interestNotComputable'));
    const sent = { ...sheet(input), result: { interest: '1.00' } };
    await desk.refusesOwn('intake', of, 'attach-sheet', sent, malformed('result: unknownField'));
    await desk.own('sme', of, 'withdraw', { reason: '已付款' });
    await desk.refusesOwn('intake', of, 'attach-sheet', sheet(input), conflict('notAllowedInStatus'));
  });
});
