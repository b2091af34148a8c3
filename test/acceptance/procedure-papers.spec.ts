import { startApplication, type TestApplication } from '../application.js';
import { cases, claims, conflict, denied, Handling, invalid, malformed, notFound, type Done } from './handling.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
});
afterAll(() => application.close());

const last = async (of: Done) => (await desk.events(of)).at(-1)!;

describe('notes and evidence', () => {
  test('are put on the file by whoever has to do with the case, each under their own name', async () => {
    const handled = await desk.inHandling();
    await desk.act('mediator', handled, 'add-note', { text: '对方请求延期', visibleTo: 'officials' });
    await desk.act('supervisor', handled, 'add-note', { text: '请抓紧', visibleTo: 'officials' });
    const evidence = [{ kind: 'statement', title: '对账单', reference: 'd.pdf' }];
    for (const [account, by] of [
      ['sme', 'complainant'],
      ['respondent', 'respondent'],
      ['handler', 'office'],
    ] as const) {
      await desk.act(account, handled, 'add-evidence', { evidence });
      expect((await last(handled)).data).toMatchObject({ by });
    }
    await desk.refuses('sme', handled, 'add-evidence', { evidence: [] }, malformed('evidence: list'));
    await desk.refuses('sme', handled, 'add-evidence', { evidence, by: 'office' }, malformed('by: unknownField'));
    await desk.refuses('sme-xuhui', handled, 'add-note', { text: 'x', visibleTo: 'parties' }, notFound);
    await desk.refuses('operator', handled, 'add-note', { text: 'x', visibleTo: 'parties' }, notFound);
  });
});

describe('documents', () => {
  const letter = {
    documentKind: 'supervisoryOrder',
    title: '督办书',
    number: null,
    to: 'respondent',
    text: '请按期答复',
  };
  const service = { document: 1, method: 'post', address: '重庆市綦江区', proof: 'EMS 1' };

  test('are issued and served once, with address and proof; the day of service is the act’s', async () => {
    const handled = await desk.inHandling();
    await desk.refuses('handler', handled, 'serve-document', service, invalid('document: noSuchDocument'));
    await desk.act('handler', handled, 'issue-document', letter);
    await desk.refuses(
      'handler',
      handled,
      'issue-document',
      { ...letter, documentKind: 'poem' },
      invalid('documentKind: documentKindUnknown'),
    );
    const early = { ...service, occurredOn: '2020-01-01', occurredOnReason: '补记' };
    await desk.refuses('handler', handled, 'serve-document', early, invalid('occurredOn: beforePreviousStep'));
    await desk.act('handler', handled, 'serve-document', service);
    expect((await last(handled)).data).toMatchObject({
      documentKind: 'supervisoryOrder',
      to: 'respondent',
      method: 'post',
    });
    await desk.refuses('handler', handled, 'serve-document', service, invalid('document: alreadyServed'));
    await desk.refuses('respondent', handled, 'issue-document', letter, denied('wrongRole'));
  });
});

describe('supplement (补正, 一次告知)', () => {
  const defects = [{ item: '营业执照', what: '未附' }];
  const papers = {
    statement: '补交',
    evidence: [{ kind: 'licence', title: '执照', reference: 'l.pdf' }],
    respondent: null,
  };

  test('asks for all at once; a second request says what it arises from', async () => {
    const lodged = await desk.lodged();
    await desk.refuses('intake', lodged, 'request-supplement', { defects: [] }, malformed('defects: list'));
    await desk.refuses(
      'intake',
      lodged,
      'request-supplement',
      { defects, dueOn: '2020-01-01' },
      invalid('dueOn: dayPassed'),
    );
    await desk.act('intake', lodged, 'request-supplement', { defects });
    await desk.refuses('intake', lodged, 'request-supplement', { defects }, conflict('notAllowedInStatus'));
    await desk.own('sme', lodged, 'supply-materials', papers);
    await desk.refuses('intake', lodged, 'request-supplement', { defects }, invalid('arisenFrom: toldOnce'));
    await desk.act('intake', lodged, 'request-supplement', { defects, arisenFrom: '新交的执照已过期' });
    expect((await last(lodged)).data).toMatchObject({ arisenFrom: '新交的执照已过期', dueOn: null });
  });
});

describe('pauses', () => {
  const ground = (of: string) => ({ ground: of, reason: '双方商定' });

  test('stand by ground, in pairs, and are the handling office’s own', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'pause-handling', ground('negotiation'));
    await desk.refuses('handler', handled, 'pause-handling', ground('negotiation'), invalid('ground: alreadyPaused'));
    await desk.refuses('handler', handled, 'pause-handling', ground('holiday'), invalid('ground: pauseGroundUnknown'));
    await desk.refuses('handler', handled, 'resume-handling', ground('sizeDispute'), invalid('ground: notPaused'));
    await desk.refuses('mediator', handled, 'resume-handling', ground('negotiation'), denied('wrongRole'));
    await desk.act('handler', handled, 'resume-handling', ground('negotiation'));
    expect((await desk.events(handled)).slice(-2).map(({ type }) => type)).toEqual([
      'HandlingPaused',
      'HandlingResumed',
    ]);
  });
});

describe('corrections', () => {
  test('keep both readings; what is not on the file, or reads so already, is none', async () => {
    const handled = await desk.inHandling();
    const [lodged] = await desk.events(handled);
    const title = { event: lodged!.id, field: 'claim.contract.title', is: '设备采购合同', reason: '笔误' };
    await desk.act('handler', handled, 'correct-fact', title);
    expect((await last(handled)).data).toMatchObject({
      was: '设备买卖合同',
      is: '设备采购合同',
      eventType: 'ClaimLodged',
    });
    await desk.refuses('handler', handled, 'correct-fact', title, invalid('is: readsSoAlready'));
    const of = (changes: object) => ({ ...title, ...changes });
    await desk.refuses(
      'handler',
      handled,
      'correct-fact',
      of({ field: 'claim.facts' }),
      invalid('field: notCorrectable'),
    );
    await desk.refuses(
      'handler',
      handled,
      'correct-fact',
      of({ field: '__proto__' }),
      invalid('field: notCorrectable'),
    );
    await desk.refuses(
      'handler',
      handled,
      'correct-fact',
      of({ event: handled.caseId }),
      invalid('event: noSuchEvent'),
    );
    await desk.refuses('handler', handled, 'correct-fact', of({ event: 'x' }), malformed('event: uuid'));
  });

  test('of a sealed text find what stands there', async () => {
    const handled = await desk.inHandling();
    const [lodged] = await desk.events(handled);
    const address = {
      event: lodged!.id,
      field: 'claim.complainant.address',
      is: '上海市浦东新区张江路 2 号',
      reason: '更正',
    };
    await desk.act('handler', handled, 'correct-fact', address);
    expect((await last(handled)).data).toMatchObject({ was: '上海市浦东新区张江路 1 号' });
  });

  test('of a day are what the clocks count by', async () => {
    const handled = await desk.inHandling();
    const received = (await desk.events(handled)).find(({ type }) => type === 'MaterialsReceived')!;
    const today = await desk.today();
    const day = (is: string) => ({ event: received.id, field: 'occurredAt', is, reason: '回执日期有误' });
    await desk.refuses('handler', handled, 'correct-fact', day(today), invalid('is: readsSoAlready'));
    await desk.refuses('handler', handled, 'correct-fact', day('2199-01-01'), invalid('is: dateInFuture'));
  });
});

describe('links and mergers', () => {
  test('link cases which the sender may read, and undo it', async () => {
    const [one, other] = [await desk.inHandling(), await desk.inHandling()];
    const link = { case: other.caseId, relation: 'related', note: '同一合同' };
    await desk.act('mediator', one, 'link-case', link);
    await desk.refuses('mediator', one, 'link-case', link, invalid('case: alreadyLinked'));
    await desk.refuses('mediator', one, 'link-case', { ...link, case: one.caseId }, invalid('case: sameCase'));
    const elsewhere = await desk.lodged();
    await desk.refuses('mediator', one, 'link-case', { ...link, case: elsewhere.caseId }, invalid('case: noSuchCase'));
    await desk.refuses('mediator', one, 'link-case', { ...link, case: 'x' }, invalid('case: noSuchCase'));
    await desk.act('mediator', one, 'unlink-case', { case: other.caseId, reason: '误联' });
    await desk.refuses('mediator', one, 'unlink-case', { case: other.caseId, reason: 'x' }, invalid('case: notLinked'));
  });

  test('a merged case is closed; the other takes it, by the system’s own command', async () => {
    // Both were lodged today: the id says which is the earlier, and the later goes into it.
    const both = [await desk.inHandling(), await desk.inHandling()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const [other, one] = both as [Done, Done];
    const merge = (into: Done) => ({ case: into.caseId, ground: '同一合同重复投诉' });
    await desk.refuses('mediator', one, 'merge-case', merge(other), denied('wrongRole'));
    await desk.refuses('handler', one, 'merge-case', merge(one), invalid('case: sameCase'));
    await desk.refuses('handler', other, 'merge-case', merge(one), invalid('case: mergeIntoLater'));
    await desk.act('handler', one, 'merge-case', merge(other));
    expect(await desk.soon(other, 'MergedCaseTaken')).toEqual({
      from: { caseId: one.caseId, caseNumber: one.caseNumber },
    });
    await desk.refuses('handler', one, '/api/overdue-payment-claims/x/accept', {}, notFound);
    await desk.refuses(
      'handler',
      one,
      `${claims}/${one.caseId}/issue-result`,
      { outcome: 'unfounded', summary: 'x' },
      conflict('notAllowedInStatus'),
    );
    await desk.refuses('handler', other, 'merge-case', merge(one), invalid('case: mergeIntoClosed'));
    const { body } = await desk.read('sme', `${cases}/${one.caseId}/actions`);
    expect(body).toEqual(expect.arrayContaining([expect.objectContaining({ command: 'addNote' })]));
  });
});
