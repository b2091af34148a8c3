import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, Handling, invalid, malformed, type Done } from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication();
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

const last = async (of: Done) => (await desk.events(of)).at(-1)!;
const [line] = specimenClaim().lines;
const [contract, respondent] = [specimenClaim().contract, specimenClaim().respondent];
const body = { ...respondent, unitType: 'publicInstitution', sizeType: 'notApplicable' };
const later = { ...contract, concludedOn: '2025-07-01' };
const open = { ...line, deliveredOn: '2025-08-01', agreedDueOn: null };

describe('when a line fell due, with the reason', () => {
  const dueOf = async (changes: object) => {
    const lodged = await desk.lodged(changes);
    return ((await desk.events(lodged))[0]!.data as { due: unknown[] }).due;
  };

  test('by the contract, where it agrees a day', async () => {
    expect(await dueOf({})).toMatchObject([{ line: 1, dueOn: '2020-11-19', from: 'contract' }]);
  });

  test('by Art. 9 where it agrees none: 30 days of a body, 60 of a large firm', async () => {
    expect(await dueOf({ contract: later, respondent: body, lines: [open] })).toMatchObject([
      { line: 1, dueOn: '2025-09-01', raw: '2025-08-31', from: 'law' },
    ]);
    expect(await dueOf({ contract: later, lines: [open, { ...open, workAcceptedOn: '2025-08-11' }] })).toMatchObject([
      { line: 1, dueOn: '2025-09-30' },
      { line: 2, raw: '2025-10-10' },
    ]);
  });

  test('not by a number that no law has: a large firm before 2025-06-01 owed no 60 days', async () => {
    expect(await dueOf({ lines: [{ ...line, agreedDueOn: null }] })).toMatchObject([{ dueOn: null, raw: null }]);
  });
});

test('a state firm of any size owes private organisations too, by other ways than this channel (Art. 67)', async () => {
  const small = { ...respondent, unitType: 'stateOwnedFirm', sizeType: 'small' };
  const { complainant, ...claim } = { ...specimenClaim(), respondent: small };
  const refused = async (privateOrganisation: boolean | null) => {
    const user = await desk.user('sme');
    const answer = await user.command('/api/overdue-payment-claims', { ...claim, complainant, privateOrganisation });
    return (answer.body.errors as { field: string; code: string }[]).map(({ field, code }) => `${field}: ${code}`);
  };
  expect(await refused(true)).toEqual(['respondent.sizeType: onlyPromotionLaw']);
  expect(await refused(null)).toEqual(['respondent.sizeType: respondentNotLarge']);
});

test.each([
  ['depositOutsideTheFourKinds', '13'],
  ['guaranteeLetterRefused', '13'],
  ['depositNotReturned', '13'],
  ['auditForced', '12'],
  ['nonCashForced', '11'],
  ['excuseChangeOfRepresentative', '14'],
  ['excuseInternalProcess', '14'],
  ['excuseCompletionFiling', '14'],
  ['excuseFinalAudit', '14'],
])('of works for a body %s is found under Art. %s', async (finding, article) => {
  const handled = await works();
  await desk.own('mediator', handled, 'record-finding', { finding, line: 1, facts: '见函件' });
  expect((await last(handled)).data).toMatchObject({ finding, instrument: 'CN-ORDER-802', article });
});

let worksForBody: Promise<Done> | null = null;
function works(): Promise<Done> {
  const subject = { ...contract, subject: 'works' };
  return (worksForBody ??= desk.inHandling({ contract: subject, respondent: body }));
}

describe('a correction', () => {
  const correct = (event: string, field: string, is: string) => ({ event, field, is, reason: '登记有误' });

  test('of a sum claimed moves the total and what is open', async () => {
    const handled = await desk.inHandling();
    const [lodged] = await desk.events(handled);
    const body = correct(lodged!.id, 'claim.lines[0].amount', '4000000');
    const { position } = await desk.act('handler', handled, 'correct-fact', body);
    const file = await desk.read('sme', `/api/cases/${handled.caseId}?atLeast=${position}`);
    expect(file.body).toMatchObject({ total: '4000000.00', outstanding: '4000000.00' });
    expect((await last(handled)).data).toMatchObject({ was: '4554487.75', is: '4000000' });
  });

  test('of a delivery has the due date counted again, with its reason', async () => {
    const handled = await desk.inHandling({ contract: later, lines: [open] });
    const [lodged] = await desk.events(handled);
    await desk.act('handler', handled, 'correct-fact', correct(lodged!.id, 'claim.lines[0].deliveredOn', '2025-08-05'));
    expect(await last(handled)).toMatchObject({
      type: 'DueDatesRecomputed',
      data: { due: [{ line: 1, dueOn: '2025-10-09', raw: '2025-10-04', from: 'law' }] },
    });
  });

  test('is offered what it can be of, by entry, and nobody else is', async () => {
    const handled = await desk.inHandling();
    const [lodged] = await desk.events(handled);
    const path = (event: string) => `/api/cases/${handled.caseNumber}/entries/${event}/correctable`;
    const { body: offered } = await desk.read('handler', path(lodged!.id));
    expect(offered).toMatchObject({
      fields: expect.arrayContaining(['occurredAt', 'claim.lines[0].amount']) as string[],
    });
    const status = async (by: string, event: string) => (await (await desk.user(by)).get(path(event))).status;
    expect(await status('handler', handled.caseId)).toBe(404);
    expect(await status('sme', lodged!.id)).toBe(403);
    expect(await status('sme-xuhui', lodged!.id)).toBe(404);
  });

  test('is held to what the original was', async () => {
    const handled = await desk.inHandling();
    const [lodged] = await desk.events(handled);
    const refused = (field: string, is: string, fault: string) =>
      desk.refuses('handler', handled, 'correct-fact', correct(lodged!.id, field, is), invalid(fault));
    await refused('claim.lines[0].amount', '0', 'is: amountNotPositive');
    await refused('claim.lines[0].amount', '4,554', 'is: noSum');
    await refused('claim.lines[0].deliveredOn', '2199-01-01', 'is: dateInFuture');
    await refused('claim.respondent.creditCode', 'X', 'is: creditCode');
    await refused('claim.contract.title', '题'.repeat(301), 'is: readingTooLong');
    const blank = correct(lodged!.id, 'claim.contract.title', ' ');
    await desk.refuses('handler', handled, 'correct-fact', blank, malformed('is: required'));
  });
});

test('an instalment whose day is over is declared missed by the platform’s own clock, once, and the case resumes', async () => {
  const handled = await desk.inHandlingForLong();
  const instalments = [
    { dueOn: ago(5), amount: '4000000' },
    { dueOn: ago(-30), amount: '554487.75' },
  ];
  await desk.own('mediator', handled, 'agree-settlement', {
    total: '4554487.75',
    instalments,
    terms: '两期',
    ...asOf(10),
  });
  expect(await desk.soon(handled, 'InstalmentMissed')).toMatchObject({
    instalment: 1,
    dueOn: ago(5),
    open: '4000000.00',
  });
  const { store } = application.parts;
  const history = await store.readStream(`overduePayment-${handled.caseId}`);
  const missed = history.filter(({ type }) => type === 'InstalmentMissed');
  expect(missed).toMatchObject([{ meta: { actor: { role: 'system' } } }]);
  const file = await desk.read('sme', `/api/cases/${handled.caseId}?atLeast=${missed[0]!.position}`);
  expect(file.body).toMatchObject({ status: 'inHandling' });
});
