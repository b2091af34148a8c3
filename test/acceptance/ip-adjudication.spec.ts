import { met } from '@redress/cases/testing/ip-fast-track.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { startApplication, type TestApplication } from '../application.js';
import { filing, IpDesk, ipCases, refusalOf, requestBody, service, type Done } from './ip-requests.js';

let application: TestApplication;
let desk: IpDesk;

/** Days before today, in Shanghai: the story is told after it happened. */
const ago = (days: number) => dayInZone(new Date(Date.now() - days * 86_400_000).toISOString(), 'Asia/Shanghai');

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = await IpDesk.of(application);
}, 60_000);

afterAll(() => application.close());

const on = (occurredOn: string) => ({ occurredOn, occurredOnReason: '补录' });
const defence = { statement: '不落入保护范围', evidence: [], timeBar: false };
const ruling = {
  number: '沪知裁1号',
  infringes: true,
  basis: 'papers',
  earlier: null,
  wilful: false,
  orders: '停止侵权',
  reasons: '落入保护范围',
};

/** A request received sixty days ago at the counter, for acts can only be dated from then on. */
async function lodgedLongAgo(changes: object = {}): Promise<string> {
  const lodging = { channel: 'counter', receivedOn: ago(60), agent: null };
  return desk.lodge('adjudication', changes, { lodging }, 'handler');
}

async function served(): Promise<string> {
  const of = await lodgedLongAgo();
  await desk.act('handler', of, 'file-case', { ...filing, ...on(ago(55)) });
  await desk.act('handler', of, 'serve-respondent', { ...service, noHomeInChina: false, ...on(ago(52)) });
  return of;
}

test('a request goes from the counter to the ruling, each step by the person it belongs to', async () => {
  const of = await lodgedLongAgo({ patent: { ...requestBody('adjudication').matter, number: '' } }).catch(
    (e: Error) => e.message,
  );
  expect(of).toContain('matter.patent');
  const number = await lodgedLongAgo();
  const act = (by: string, path: string, body: object = {}) => desk.act(by, number, path, body);

  expect(await act('handler', 'require-report', { reason: '实用新型', ...on(ago(59)) })).toEqual([
    'EvaluationReportRequired',
  ]);
  await act('handler', 'supply-report', { number: 'BG-1', clean: true, ...on(ago(58)) });
  await act('handler', 'tell-defects', { defects: [{ item: '登记簿', what: '未附' }], days: 10, ...on(ago(58)) });
  await act('sme', 'cure-defects', { statement: '补正', evidence: [], respondent: null, registerCopy: true });
  expect(await desk.refusal('handler', number, 'file-case', { ...filing, ...on(ago(50)) })).toEqual([
    422,
    'occurredOn: beforePreviousStep',
  ]);
  await act('head', 'extend-filing', { reason: '案情复杂' });
  await act('handler', 'file-case', filing);
  await act('handler', 'serve-respondent', { ...service, noHomeInChina: false });
  await act('respondent', 'record-defence', defence);
  await act('handler', 'pass-defence-on', service);
  await act('head', 'extend-handling', { months: 1, reason: '案情复杂' });
  await act('head-ip', 'extend-further', { months: 2, reason: '案情特别复杂' });
  await act('handler', 'issue-ruling', ruling);
  await act('handler', 'serve-ruling', { ...service, party: 'complainant' });
  await act('handler', 'serve-ruling', { ...service, party: 'respondent' });
  await act('handler', 'publish-ruling', { place: '局网站' });
  expect(await act('handler', 'conclude', { summary: '办结' })).toEqual(['CaseConcluded']);
  expect(
    await act('respondent', 'record-suit', {
      against: 'ruling',
      court: '上海知识产权法院',
      caseNumber: '（2026）沪73行初1号',
      party: 'respondent',
    }),
  ).toEqual(['SuitBrought']);
  expect(await desk.refusal('sme', number, 'request-enforcement', { court: '法院', reason: '未停止' })).toEqual([
    409,
    'suitPending',
  ]);
});

test('the file, the list and the clocks are those of any case, found by its number', async () => {
  const { body } = await desk.lodging('adjudication', { knownOn: null });
  const file = await desk.user('sme').get(`/api/cases/${body.caseNumber}?atLeast=${body.position}`);
  expect(file.body).toMatchObject({
    caseNumber: body.caseNumber,
    handlingOffice: { id: '310115-handling' },
    clocks: [{ rule: 'ip.filing', status: 'running', daysLeft: 5 }],
    timeline: [{ type: 'RequestFiled' }],
  });
  const { body: list } = await desk
    .user('handler')
    .get<{ rows: { caseNumber: string }[] }>(`/api/worklist?queue=office&atLeast=${body.position}`);
  expect(list.rows.find(({ caseNumber }) => caseNumber === body.caseNumber)).toMatchObject({
    kind: 'ipFastTrack',
    category: 'adjudication',
    status: 'requestFiled',
    clock: { rule: 'ip.filing' },
  });
});

test('who may what: the head approves one month, the next higher department the next two, nobody else', async () => {
  const of = await served();
  const months = { months: 1, reason: '复杂' };
  expect(await desk.refusal('handler', of, 'extend-handling', months)).toEqual([403]);
  expect(await desk.refusal('head', of, 'extend-further', months)).toEqual([403]);
  expect(await desk.refusal('head-ip', of, 'extend-further', months)).toEqual([409, 'firstStepMissing']);
  expect(await desk.refusal('head', of, 'extend-handling', { ...months, months: 2 })).toEqual([
    422,
    'months: stepTooLong',
  ]);
  expect(await desk.refusal('sme', of, 'issue-ruling', ruling)).toEqual([403]);
  expect(await desk.actions('sme', of)).toEqual(expect.arrayContaining(['withdraw', 'objectJurisdiction']));
  expect(await desk.actions('sme', of)).not.toContain('issueRuling');
  expect(await desk.actions('head', of)).toContain('extendHandling');
});

test('a condition of Art. 12 that is not met is refused with its field, and the filing with its ground', async () => {
  const of = await desk.lodge('adjudication');
  const conditions = { ...met, noCourtCase: false };
  expect(await desk.refusal('handler', of, 'file-case', { ...filing, conditions })).toEqual([
    422,
    'conditions.noCourtCase: conditionNotMet',
  ]);
  const even = { presiding: '310115-departmentHead-1', members: ['310115-mediator-1'] };
  expect(await desk.refusal('handler', of, 'file-case', { ...filing, panel: even })).toEqual([
    422,
    'panel.members: panelNotOdd',
  ]);
  const strangers = { ...filing.panel, members: ['310104-mediator-1', 'nobody'] };
  expect(await desk.refusal('handler', of, 'file-case', { ...filing, panel: strangers })).toEqual([
    422,
    'panel.members[0]: notAnOfficerHere',
    'panel.members[1]: notAnOfficerHere',
  ]);
  const refusing = { ground: 'conditionNotMet', conditions, patentInForce: true, reason: '已起诉' };
  expect(await desk.act('handler', of, 'refuse-filing', refusing)).toEqual(['FilingRefused']);
  expect(await desk.refusal('handler', of, 'file-case', filing)).toEqual([409, 'notAllowedInStatus']);
});

test('a late request is taken while the act goes on; a time-bar defence upheld ends it as withdrawn', async () => {
  const stopped = await lodgedLongAgo({ knownOn: '2020-01-01', actContinues: false });
  expect(await desk.refusal('handler', stopped, 'file-case', filing)).toEqual([409, 'limitationOver']);
  const of = await lodgedLongAgo({ knownOn: '2020-01-01' });
  await desk.act('handler', of, 'file-case', filing);
  await desk.act('handler', of, 'serve-respondent', { ...service, noHomeInChina: false });
  await desk.act('respondent', of, 'record-defence', { ...defence, timeBar: true });
  const decided = { upheld: true, knownOn: '2020-01-01', reason: '超过三年' };
  expect(await desk.act('handler', of, 'decide-time-bar', decided)).toEqual(['TimeBarDecided', 'RequestWithdrawn']);
});

test('an objection to the jurisdiction moves the case to the competent office, which goes on with it', async () => {
  const of = await served();
  await desk.act('respondent', of, 'object-jurisdiction', { by: 'respondent', ground: '应由市级管辖' });
  const upheld = { outcome: 'upheld', to: '310000-ip', body: null, reason: '成立' };
  expect(await desk.refusal('handler', of, 'decide-jurisdiction', { ...upheld, to: 'nowhere' })).toEqual([
    422,
    'to: notAHandlingAuthority',
  ]);
  await desk.act('handler', of, 'decide-jurisdiction', upheld);
  expect(await desk.act('handler-ip', of, 'record-defence', defence)).toEqual(['DefenceReceived']);
});

test('an evaluation report is refused only where it was required, with a reason or without', async () => {
  for (const reason of [null, '报告尚未出具']) {
    const of = await lodgedLongAgo();
    expect(await desk.refusal('sme', of, 'refuse-report', { reason })).toEqual([409, 'reportNotRequired']);
    await desk.act('handler', of, 'require-report', { reason: '实用新型', ...on(ago(59)) });
    expect(await desk.refusal('respondent', of, 'refuse-report', { reason })).toEqual([404]);
    expect(await desk.act('sme', of, 'refuse-report', { reason })).toEqual(['EvaluationReportRefused']);
    expect(await desk.refusal('sme', of, 'refuse-report', { reason })).toEqual([409, 'reportNotRequired']);
  }
});

test('the time to defend is longer where the handling officer gives more days', async () => {
  const of = await served();
  const more = { days: 15, reason: '需调取证据' };
  expect(await desk.refusal('respondent', of, 'extend-defence', more)).toEqual([403]);
  expect(await desk.refusal('handler', of, 'extend-defence', { ...more, days: 0 })).toEqual([400, 'days: wholeNumber']);
  expect(await desk.act('handler', of, 'extend-defence', { ...more, ...on(ago(50)) })).toEqual(['DefenceExtended']);
});

test('the hearing: three working days of notice, its own day, and who stays away', async () => {
  const of = await served();
  const hearingOn = ago(10);
  await desk.act('handler', of, 'schedule-hearing', { hearingOn, place: '第一审理庭', ...on(ago(30)) });
  expect(
    await desk.refusal('handler', of, 'hold-hearing', { absent: 'none', minutes: '开庭', ...on(hearingOn) }),
  ).toEqual([409, 'hearingNotNotified']);
  expect(
    await desk.refusal('handler', of, 'serve-hearing-notice', { method: 'post', proof: '1', ...on(ago(12)) }),
  ).toEqual([422, 'occurredOn: noticeTooLate']);
  await desk.act('handler', of, 'serve-hearing-notice', { method: 'post', proof: '1', ...on(ago(25)) });
  const held = { absent: 'complainant', minutes: '请求人无正当理由未到庭', ...on(hearingOn) };
  expect(await desk.act('handler', of, 'hold-hearing', held)).toEqual(['HearingHeld', 'RequestWithdrawn']);
});

test('an invalidation request must stay the case, unless it goes on under Art. 29', async () => {
  const of = await served();
  await desk.act('respondent', of, 'record-defence', defence);
  const step = { step: 'InvalidationRequested', number: 'W-1', kind: 'patent', grounds: 'absolute' };
  expect(await desk.refusal('respondent', of, 'record-office-step', step)).toEqual([403]);
  await desk.act('handler', of, 'record-office-step', step);
  expect(await desk.refusal('handler', of, 'issue-ruling', ruling)).toEqual([409, 'mustStay']);
  const stay = { ground: 'invalidityAccepted', reason: '已受理', document: '受理通知书' };
  expect(await desk.act('handler', of, 'order-stay', stay)).toEqual(['StayOrdered', 'HandlingPaused']);
  expect(await desk.refusal('handler', of, 'issue-ruling', ruling)).toEqual([409, 'notAllowedInStatus']);
  expect(await desk.act('handler', of, 'end-stay', { reason: '决定维持有效' })).toEqual([
    'StayEnded',
    'HandlingResumed',
  ]);
  const goOn = { ground: 'validDecisionInForce', reason: '已有生效决定' };
  expect(await desk.act('handler', of, 'decline-stay', goOn)).toEqual(['StayDeclined']);
  expect(await desk.act('handler', of, 'issue-ruling', ruling)).toEqual(['RulingIssued']);
});

test('repeat infringement is ruled on directly, and goes to the serious list where it was wilful', async () => {
  const of = await served();
  const direct = { ...ruling, basis: 'repeatInfringement', wilful: true };
  expect(await desk.refusal('handler', of, 'issue-ruling', direct)).toEqual([422, 'earlier: earlierFindingMissing']);
  const earlier = { by: '上海知识产权法院', number: '（2025）沪73民初9号', on: '2025-05-01' };
  await desk.act('handler', of, 'issue-ruling', { ...direct, earlier });
  expect(await desk.act('head', of, 'list-serious', { ground: 'wilfulRepeat', reason: '故意' })).toEqual([
    'SeriousListEntered',
  ]);
});

test('what does not count is paused by its ground, and every case may end without a ruling', async () => {
  const of = await served();
  const pause = { ground: 'testingOrAppraisal', reason: '委托鉴定' };
  const shared = (by: string, path: string, body: object) =>
    desk.user(by).command<Done>(`/api/cases/${of}/${path}`, body);
  expect((await shared('handler', 'pause-handling', pause)).status).toBe(200);
  expect(refusalOf(await shared('handler', 'pause-handling', pause))).toEqual([422, 'ground: alreadyPaused']);
  expect((await shared('handler', 'resume-handling', pause)).status).toBe(200);
  expect(
    await desk.act('handler', of, 'add-party', {
      party: { name: '销售商', creditCode: null, address: '徐汇区', contact: null },
      reason: '共同侵权',
    }),
  ).toEqual(['PartyAdded']);
  expect(await desk.act('sme', of, 'change-claim', { claim: '停止制造', reason: '变更' })).toEqual(['ClaimChanged']);
  expect(await desk.refusal('handler', of, 'cancel-case', { ground: 'patentInvalid', reason: '无效' })).toEqual([
    422,
    'ground: patentNotInvalid',
  ]);
  expect(await desk.act('handler', of, 'cancel-case', { ground: 'settled', reason: '和解' })).toEqual([
    'CaseCancelled',
  ]);
  const other = await served();
  expect(await desk.act('sme', other, 'withdraw', { reason: '和解' })).toEqual(['RequestWithdrawn']);
});

test('bad input is answered with every field at fault, and changes nothing', async () => {
  const faulty = await desk.lodging(
    'adjudication',
    { patent: null, knownOn: 'yesterday' },
    { claim: '', office: '310115 x' },
  );
  expect(refusalOf(faulty)).toEqual([
    400,
    'matter.patent: object',
    'matter.knownOn: day',
    'office: identifier',
    'claim: required',
  ]);
  expect(refusalOf(await desk.lodging('adjudication', {}, { office: '310115-zhangjiang' }))).toEqual([
    422,
    'office: notAHandlingAuthority',
  ]);
  const of = await served();
  expect(await desk.refusal('handler', of, 'record-defence', { ...defence, colour: 'red', timeBar: 'no' })).toEqual([
    400,
    'colour: unknownField',
    'timeBar: boolean',
  ]);
  expect(
    refusalOf(await desk.user('sme').command(`${ipCases}/IP-2026-0000-0000-00010/withdraw`, { reason: 'x' })),
  ).toEqual([404]);
});
