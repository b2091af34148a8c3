import { startApplication, type TestApplication } from '../application.js';
import { filing, IpDesk, refusalOf } from './ip-requests.js';

let application: TestApplication;
let desk: IpDesk;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = await IpDesk.of(application);
}, 60_000);
afterAll(() => application.close());

interface Event {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const events = (of: string): Promise<readonly Event[]> => application.parts.store.readStream(`ipFastTrack-${of}`);
const shared = (by: string, of: string, path: string, body: object) =>
  desk.user(by).command<{ events: { type: string }[] }>(`/api/cases/${of}/${path}`, body);

async function act(by: string, of: string, path: string, body: object): Promise<void> {
  const answer = await shared(by, of, path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
}

const refusing = {
  ground: 'conditionNotMet',
  conditions: { ...filing.conditions, noCourtCase: false },
  patentInForce: true,
  reason: '已起诉',
};

test('a filing refused is objected to, decided above, and reviewed again in a run of its own', async () => {
  const of = await desk.lodge('adjudication');
  await desk.act('head', of, 'extend-filing', { reason: '案情复杂' });
  await desk.act('handler', of, 'refuse-filing', refusing);
  await act('sme', of, 'object-to-outcome', { ground: '起诉已撤回' });
  const decision = { by: 'complainant', upheld: true, reason: '查明已撤诉' };
  await act('head', of, 'decide-outcome-objection', decision);
  await act('head', of, 'reopen', { ground: 'objectionUpheld', reason: '重新审查' });
  expect(await desk.act('head', of, 'extend-filing', { reason: '补充核实' })).toEqual(['FilingExtended']);
  expect(await desk.act('handler', of, 'file-case', filing)).toEqual(['CaseFiled']);
});

test('a complaint declined is taken up again for new facts', async () => {
  const of = await desk.lodge('trademark');
  await desk.act('handler', of, 'decline-complaint', { ground: 'noRight', reason: '未提交注册证' });
  await act('head', of, 'reopen', { ground: 'newFacts', reason: '已补交注册证' });
  expect(await desk.act('handler', of, 'accept-complaint', { number: '沪知投3号' })).toEqual(['IpComplaintAccepted']);
});

test('what the requester withdrew itself is neither objected to nor reopened: it asks anew', async () => {
  const of = await desk.lodge('adjudication');
  await desk.act('sme', of, 'withdraw', { reason: '和解' });
  const objected = await shared('sme', of, 'object-to-outcome', { ground: '反悔' });
  expect(refusalOf(objected)).toEqual([409, 'withdrawnByRequester']);
  expect(JSON.stringify(objected.body)).toContain('CNIPA 81, Art. 36');
  const reopened = await shared('head', of, 'reopen', { ground: 'newFacts', reason: 'x' });
  expect(refusalOf(reopened)).toEqual([409, 'withdrawnByRequester']);
});

test('a correction is held to what the request was: no code that is none, no word outside the list', async () => {
  const of = await desk.lodge('adjudication');
  const [lodged] = await events(of);
  const correct = (field: string, is: string) =>
    shared('handler', of, 'correct-fact', { event: lodged!.id, field, is, reason: '登记有误' });
  expect(refusalOf(await correct('request.respondent.creditCode', '12345'))).toEqual([422, 'is: creditCode']);
  expect(refusalOf(await correct('request.matter.patent.type', 'plant'))).toEqual([422, 'is: notOneOf']);
  expect(refusalOf(await correct('request.matter.knownOn', '2199-01-01'))).toEqual([422, 'is: dateInFuture']);
  expect(refusalOf(await correct('request.matter.route', 'mediation'))).toEqual([422, 'field: notCorrectable']);
  expect((await correct('request.matter.patent.title', '一种球阀')).status).toBe(200);
  expect((await correct('request.matter.knownOn', '2025-12-01')).status).toBe(200);
  expect((await events(of)).at(-1)).toMatchObject({
    data: { eventType: 'InfringementKnown', field: 'knownOn', is: '2025-12-01' },
  });
});

test('the court’s number of a track is corrected, and the track is closed by its true number', async () => {
  const of = await desk.lodge('trademark');
  const track = { track: 'civil', court: '浦东新区人民法院', caseNumber: '（2026）沪0115民初1号' };
  await desk.act('sme', of, 'open-track', track);
  const opened = (await events(of)).at(-1)!.id;
  const correct = (field: string, is: string) =>
    shared('handler', of, 'correct-fact', { event: opened, field, is, reason: '案号有误' });
  expect(refusalOf(await correct('track', 'labour'))).toEqual([422, 'is: notOneOf']);
  const caseNumber = '（2026）沪0115民初2号';
  expect((await correct('caseNumber', caseNumber)).status).toBe(200);
  await desk.act('handler', of, 'close-track', { ...track, caseNumber, outcome: '调解' });
  expect((await events(of)).at(-1)).toMatchObject({ type: 'TrackClosed', data: { caseNumber } });
});
