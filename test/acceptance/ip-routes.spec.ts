import { startApplication, type TestApplication } from '../application.js';
import { filing, IpDesk, refusalOf, service } from './ip-requests.js';

let application: TestApplication;
let desk: IpDesk;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = await IpDesk.of(application);
}, 60_000);

afterAll(() => application.close());

describe('mediation of a patent dispute (CNIPA 81, Art. 65, 66, 69)', () => {
  const requested = async () => {
    const of = await desk.lodge('mediation');
    await desk.act('handler', of, 'serve-mediation-request', service);
    return of;
  };

  test('goes on by consent to an agreement, which is notarised', async () => {
    const of = await requested();
    expect(await desk.act('respondent', of, 'record-opinion', { agrees: true, statement: '同意' })).toEqual([
      'MediationOpinionReceived',
    ]);
    await desk.act('handler', of, 'file-mediation', { number: '沪知调1号' });
    await desk.act('handler', of, 'hold-mediation', {
      place: '调解室',
      attendees: ['王芳'],
      minutes: '金额接近',
      outcome: 'adjourned',
    });
    expect(await desk.act('handler', of, 'agree-mediation', { terms: '赔偿并停止', amount: '50000' })).toEqual([
      'MediationAgreed',
    ]);
    const notarised = { notary: '东方公证处', number: '1' };
    expect(await desk.act('sme', of, 'notarise-agreement', notarised)).toEqual(['AgreementNotarised']);
    expect(await desk.refusal('sme', of, 'notarise-agreement', notarised)).toEqual([409, 'alreadyNotarised']);
  });

  test('is not filed where the other side refuses, which the requester is told', async () => {
    const of = await requested();
    expect(await desk.refusal('handler', of, 'refuse-mediation', { ground: 'noAnswer', reason: '未答复' })).toEqual([
      422,
      'ground: periodStillRuns',
    ]);
    await desk.act('respondent', of, 'record-opinion', { agrees: false, statement: '不同意' });
    await desk.act('handler', of, 'refuse-mediation', { ground: 'disagrees', reason: '不同意' });
    expect(await desk.act('handler', of, 'tell-mediation-refusal', service)).toEqual(['MediationRefusalTold']);
  });

  test('ends without an agreement', async () => {
    const of = await requested();
    await desk.act('respondent', of, 'record-opinion', { agrees: true, statement: '同意' });
    await desk.act('handler', of, 'file-mediation', { number: '沪知调2号' });
    expect(await desk.act('handler', of, 'end-mediation', { reason: '未达成' })).toEqual(['MediationEnded']);
  });
});

describe('priority examination (CNIPA 85)', () => {
  const atIpOffice = { office: '310000-ip' };

  test('is recommended by the city, granted, answered and closed', async () => {
    const of = await desk.lodge('priorityExamination', {}, atIpOffice);
    expect(
      await desk.refusal('handler-ip', of, 'recommend-priority', { office: '310115-handling', opinion: '同意' }),
    ).toEqual([422, 'office: notProvincial']);
    await desk.act('handler-ip', of, 'recommend-priority', { office: '310000-ip', opinion: '同意' });
    await desk.act('handler-ip', of, 'grant-priority', { notice: '优先审查通知书' });
    await desk.act('handler-ip', of, 'issue-first-action', { notice: '第一次审查意见' });
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await desk.act('handler-ip', of, 'notify-action', { notifiedOn: today, notice: '审查意见' });
    await desk.act('sme', of, 'answer-action', { statement: '意见陈述' });
    expect(await desk.act('handler-ip', of, 'end-priority', { how: 'closed', reason: '授权' })).toEqual([
      'PriorityEnded',
    ]);
  });

  test('is not given in the cases of Art. 8, and ends for a hard case', async () => {
    const barred = await desk.lodge('priorityExamination', { sameDayFiling: true }, atIpOffice);
    await desk.act('handler-ip', barred, 'recommend-priority', { office: '310000-ip', opinion: '同意' });
    expect(await desk.refusal('handler-ip', barred, 'grant-priority', { notice: '1' })).toEqual([
      422,
      'matter.sameDayFiling: priorityNotGiven',
    ]);
    const refusal = { ground: 'sameDayFiling', reason: '第八条' };
    expect(await desk.act('handler-ip', barred, 'refuse-priority', refusal)).toEqual(['PriorityRefused']);
    const hard = await desk.lodge('priorityExamination', { what: 'designInvalidation' }, atIpOffice);
    await desk.act('handler-ip', hard, 'recommend-priority', { office: '310000-ip', opinion: '同意' });
    await desk.act('handler-ip', hard, 'grant-priority', { notice: '1' });
    expect(await desk.refusal('handler-ip', hard, 'issue-first-action', { notice: '1' })).toEqual([
      409,
      'firstActionOfInvention',
    ]);
    expect(await desk.act('handler-ip', hard, 'end-priority', { how: 'hardCase', reason: '复杂' })).toEqual([
      'PriorityEnded',
    ]);
  });
});

describe('complaints of infringement', () => {
  const accepted = async (route: 'trademark' | 'copyright' | 'tradeSecret') => {
    const of = await desk.lodge(route);
    await desk.act('handler', of, 'accept-complaint', { number: '沪知投1号' });
    return of;
  };

  test('a trademark complaint is stayed, resumed, mediated, fined within the law and fed back', async () => {
    const of = await accepted('trademark');
    await desk.act('handler', of, 'stay-complaint', { ground: 'ownershipDisputed', reason: '权属争议' });
    await desk.act('handler', of, 'end-complaint-stay', { reason: '权属已定' });
    await desk.act('handler', of, 'mediate-damages', { agreed: true, amount: '30000', terms: '十日内' });
    const result = (amount: string) => ({
      outcome: 'infringementFound',
      summary: '罚款',
      fine: { amount, illegalTurnover: '60000.00', repeated: false },
    });
    expect(await desk.refusal('handler', of, 'issue-result', result('300000.01'))).toEqual([
      422,
      'fine.amount: trademarkFineBeyondLaw',
    ]);
    await desk.act('handler', of, 'issue-result', result('300000'));
    expect(await desk.act('handler', of, 'feed-back', { how: '书面' })).toEqual(['ResultFedBack']);
  });

  test('a suspected crime goes to the police and comes back, or stays there', async () => {
    const of = await accepted('trademark');
    const passed = { organ: '市公安局', suspicion: '假冒注册商标', receipt: 'R-1' };
    await desk.act('handler', of, 'pass-to-police', passed);
    const noCrime = { outcome: 'noCrime', number: null, reason: '未达标准' };
    await desk.act('handler', of, 'record-police-answer', noCrime);
    await desk.act('handler', of, 'pass-to-police', passed);
    expect(await desk.refusal('handler', of, 'record-police-answer', { ...noCrime, outcome: 'caseFiled' })).toEqual([
      422,
      'number: policeNumber',
    ]);
    await desk.act('handler', of, 'record-police-answer', { ...noCrime, outcome: 'caseFiled', number: '1' });
    expect(await desk.refusal('handler', of, 'feed-back', { how: '书面' })).toEqual([409, 'notAllowedInStatus']);
  });

  test('a copyright complaint is referred to the competent body', async () => {
    const of = await desk.lodge('copyright');
    const to = { body: '市文化市场行政执法总队', ground: '主管机关', receipt: 'R-2' };
    expect(await desk.act('handler', of, 'refer-to-body', to)).toEqual(['ReferredToBody']);
  });

  test('a trade-secret complaint is declined with its ground, or decided', async () => {
    const of = await desk.lodge('tradeSecret');
    expect(await desk.act('handler', of, 'decline-complaint', { ground: 'noRight', reason: '未采取保密措施' })).toEqual(
      ['IpComplaintDeclined'],
    );
    const decided = await accepted('tradeSecret');
    const result = { outcome: 'notEstablished', summary: '证据不足', fine: null };
    expect(await desk.act('handler', decided, 'issue-result', result)).toEqual(['ResultIssued']);
  });

  test('what is missing is asked for once, and supplied', async () => {
    const of = await desk.lodge('copyright', {}, { respondent: null });
    const asked = { defects: [{ item: '被投诉人', what: '请写明' }], dueOn: null, arisenFrom: null };
    const answer = await desk.user('handler').command(`/api/cases/${of}/request-supplement`, asked);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    expect(
      await desk.act('sme', of, 'supply-materials', { statement: '补充', evidence: [], respondent: null }),
    ).toEqual(['Resubmitted']);
  });
});

describe('beside any route', () => {
  test('civil, administrative and criminal tracks are linked by their court numbers (三审合一)', async () => {
    const of = await desk.lodge('trademark');
    const court = '浦东新区人民法院';
    for (const [track, caseNumber] of [
      ['civil', '民初1号'],
      ['administrative', '行初1号'],
      ['criminal', '刑初1号'],
    ]) {
      expect(await desk.act('sme', of, 'open-track', { track, court, caseNumber })).toEqual(['TrackOpened']);
    }
    expect(await desk.refusal('sme', of, 'open-track', { track: 'civil', court, caseNumber: '民初1号' })).toEqual([
      422,
      'caseNumber: trackAlreadyThere',
    ]);
    expect(
      await desk.act('handler', of, 'close-track', { track: 'civil', court, caseNumber: '民初1号', outcome: '调解' }),
    ).toEqual(['TrackClosed']);
  });

  test('the steps of the trademark office are recorded in their order, and which law governs a pending opposition is said', async () => {
    const of = await desk.lodge('trademark');
    const opposition = { step: 'OppositionFiled', number: 'TM-1', publicationEndedOn: '2027-02-20' };
    expect(await desk.refusal('sme', of, 'record-office-step', opposition)).toEqual([403]);
    expect(await desk.refusal('handler', of, 'record-office-step', opposition)).toEqual([422, 'step: stepOutOfOrder']);
    const approved = { step: 'PreliminaryApproved', number: 'TM-1', publishedOn: '2026-11-20' };
    expect(await desk.refusal('handler', of, 'record-office-step', approved)).toEqual([
      422,
      'governedBy: neededForThisStep',
    ]);
    expect(await desk.act('handler', of, 'record-office-step', { ...approved, governedBy: 'unsettled' })).toEqual([
      'PreliminaryApproved',
    ]);
    expect(await desk.act('handler', of, 'record-office-step', opposition)).toEqual(['OppositionFiled']);
    expect(await desk.act('handler', of, 'record-term-extension', { months: 6, reason: '特殊情况' })).toEqual([
      'HandlingExtended',
    ]);
  });

  test('bad input names its fields', async () => {
    expect(refusalOf(await desk.lodging('trademark', { act: '' }))).toEqual([400, 'matter.act: required']);
    expect(refusalOf(await desk.lodging('priorityExamination', { what: 'everything' }))).toEqual([
      400,
      'matter.what: oneOf',
    ]);
    const of = await desk.lodge('trademark');
    expect(await desk.refusal('handler', of, 'record-suit', { against: 'nobody' })).toEqual([
      400,
      'against: oneOf',
      'court: required',
      'caseNumber: required',
      'party: required',
    ]);
    expect(await desk.refusal('respondent', of, 'withdraw', { reason: 'x' })).toEqual([404]);
  });
});

test('whom a request is against learns of it by the service, not by the lodging, and never what the offices keep of it', async () => {
  const of = await desk.lodge('adjudication');
  const read = (path: string) => desk.user('respondent').get(`/api/cases/${of}${path}`);
  for (const path of ['', '/actions', '/receipt']) expect((await read(path)).status).toBe(404);
  expect(await desk.refusal('respondent', of, 'open-track', {})).not.toContain(403);
  await desk.user('sme').command(`/api/cases/${of}/report-retaliation`, { what: '被威胁' });
  await desk.act('handler', of, 'file-case', filing);
  expect((await read('/actions')).status).toBe(404);
  const { body } = await desk.send('handler', `${of}/serve-respondent`, { ...service, noHomeInChina: false });
  const file = await read(`?atLeast=${body.position}`);
  expect(file.body).toMatchObject({ facts: { procedure: { withheld: true } } });
  expect(JSON.stringify(file.body)).not.toMatch(/retaliation|RetaliationReported|被威胁/);
});
