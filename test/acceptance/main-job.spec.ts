import { startApplication, type TestApplication } from '../application.js';
import { ApiUser } from './client.js';
import { specimenClaim } from './specimen-claim.js';

interface Done {
  caseId: string;
  caseNumber: string;
  revision: string;
  position: string;
}

let application: TestApplication;
let sme: ApiUser, intake: ApiUser, handler: ApiUser, mediator: ApiUser, head: ApiUser, supervisor: ApiUser;

beforeAll(async () => {
  application = await startApplication();
  const user = (account: string) => ApiUser.of(application, account);
  [sme, intake, handler, mediator, head, supervisor] = await Promise.all([
    user('sme'),
    user('intake'),
    user('handler'),
    user('mediator'),
    user('head'),
    user('supervisor'),
  ]);
});

afterAll(() => application.close());

const claims = '/api/overdue-payment-claims';
/** A supplement is asked for in every kind of case, and so at the one address. */
const collectionOf = (path: string) => (path === 'request-supplement' ? '/api/cases' : claims);

test('a claim goes from lodging to conclusion, each step by the person it belongs to', async () => {
  const lodged = await sme.command<Done>(claims, specimenClaim());
  expect(lodged.status).toBe(201);
  const { caseId, caseNumber } = lodged.body;
  const act = async (user: ApiUser, path: string, body: object = {}) => {
    const answer = await user.command<Done>(`${collectionOf(path)}/${caseNumber}/${path}`, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
    return answer.body;
  };
  const file = await sme.get(`/api/cases/${caseNumber}?atLeast=${lodged.body.position}`);
  expect(file.body).toMatchObject({ caseId, status: 'lodged', total: '4554487.75', clocks: [{ rule: 'review' }] });

  await act(intake, 'request-supplement', { defects: [{ item: '营业执照', what: '未附' }] });
  await act(sme, 'supply-materials', {
    statement: '补交',
    evidence: [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }],
    respondent: null,
  });
  await act(intake, 'accept');
  await act(intake, 'transfer', { office: '310115-handling', ground: '属地管理' });
  await act(handler, 'receive-materials');
  await act(handler, 'assign-mediator', { mediator: '310115-mediator-1' });
  await act(mediator, 'record-reply', { statement: '承认欠款', admitted: '4554487.75', contact: null });
  await act(mediator, 'hold-mediation', {
    place: '调解室',
    attendees: ['王小姐', '李先生'],
    minutes: '同意分期',
    outcome: 'agreed',
  });
  await act(head, 'extend-handling', { totalDays: 90, reason: '案情复杂' });
  const today = (await mediator.get<{ today: string }>('/api/worklist')).body.today;
  await act(mediator, 'agree-settlement', {
    total: '4554487.75',
    instalments: [
      { dueOn: today, amount: '4000000' },
      { dueOn: today, amount: '554487.75' },
    ],
    terms: '分两期',
  });
  await act(mediator, 'record-payment', {
    amount: '4000000',
    instalment: 1,
    method: 'bankTransfer',
    reference: '回单1',
  });
  await act(mediator, 'record-payment', {
    amount: '554487.75',
    instalment: 2,
    method: 'bankTransfer',
    reference: '回单2',
  });
  await act(mediator, 'issue-result', { outcome: 'paidInFull', summary: '已全部支付' });
  await act(mediator, 'feed-back', { to: 'complainant', how: '书面' });
  const last = await act(mediator, 'feed-back', { to: 'acceptingAuthority', how: '书面' });

  const concluded = await supervisor.get(`/api/cases/${caseNumber}?atLeast=${last.position}`);
  expect(concluded.body).toMatchObject({
    status: 'concluded',
    paid: '4554487.75',
    outstanding: '0.00',
    clocks: [
      { rule: 'instalment', status: 'met' },
      { rule: 'instalment', status: 'met' },
      // Its review ended when a supplement was asked for, and ran anew from the re-submission.
      { rule: 'review', status: 'met' },
      { rule: 'review', status: 'met' },
      { rule: 'transfer', status: 'met' },
      { rule: 'result', status: 'met', explanation: { law: { article: expect.stringContaining('25') as string } } },
    ],
  });
  const history = await supervisor.get<{ events: { type: string }[]; verified: object }>(
    `/api/cases/${caseNumber}/history`,
  );
  expect(history.body.events.map(({ type }) => type)).toEqual([
    'ClaimLodged',
    'SupplementRequested',
    'Resubmitted',
    'FormallyAccepted',
    'Transferred',
    'MaterialsReceived',
    'MediatorAssigned',
    'RespondentReplied',
    'MediationHeld',
    'HandlingExtended',
    'SettlementAgreed',
    'PaymentRecorded',
    'InstalmentPaid',
    'PaymentRecorded',
    'InstalmentPaid',
    'ResultIssued',
    'ResultFedBack',
    'ResultFedBack',
  ]);
  expect(history.body.verified).toEqual({ ok: true, firstFault: null });
});

test('the actions of a case are those its state and the caller’s role allow', async () => {
  const { body } = await sme.command<Done>(claims, specimenClaim());
  const actions = async (user: ApiUser) =>
    (await user.get<{ command: string }[]>(`/api/cases/${body.caseId}/actions`)).body.map(({ command }) => command);
  const ofTheReview = ['requestSupplement', 'accept', 'decline'];
  expect(await actions(sme)).toEqual(expect.arrayContaining(['withdraw', 'addEvidence', 'reportRetaliation']));
  expect(await actions(intake)).toEqual(expect.arrayContaining([...ofTheReview, 'nameFirstContact', 'mergeCase']));
  expect(await actions(sme)).not.toEqual(expect.arrayContaining(['accept']));
  for (const command of [...ofTheReview, 'withdraw', 'terminate', 'reopen', 'fireRung', 'lodge'])
    expect(await actions(supervisor)).not.toContain(command);
  const { body: all } = await intake.get<{ command: string; path: string }[]>(`/api/cases/${body.caseId}/actions`);
  const pathOf = (name: string) => all.find(({ command }) => command === name)?.path;
  expect(pathOf('accept')).toBe(`${claims}/${body.caseId}/accept`);
  expect(pathOf('requestSupplement')).toBe(`/api/cases/${body.caseId}/request-supplement`);
});
