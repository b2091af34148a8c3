import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { startApplication, type TestApplication } from '../application.js';
import { cases, claims, conflict, denied, Handling, invalid, malformed, notFound, type Done } from './handling.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

const last = async (of: Done) => (await desk.events(of)).at(-1)!;
const statusFor = async (by: string, of: Done, path = '') =>
  (await desk.read(by, `${cases}/${of.caseId}${path}?atLeast=${of.position}`)).status;

/** Whether a list of this account has the case; by its number, and by a party's name. */
async function listed(by: string, of: Done, search = ''): Promise<boolean> {
  const { body } = await desk.read(by, `/api/worklist?atLeast=${of.position}${search}`);
  return (body.rows as { caseNumber: string }[]).some(({ caseNumber }) => caseNumber === of.caseNumber);
}

async function readFile(by: string, of: Done) {
  const { body } = await desk.read(by, `${cases}/${of.caseId}?atLeast=${of.position}`);
  return body as { claim: { evidence: { title: string }[] }; timeline: { id: string; type: string; data: object }[] };
}

/** A claim in the hands of 浦东新区, taken in by the specialist of its street. */
async function answeredFor(): Promise<Done> {
  const handled = await desk.inHandling();
  return desk.act('handler', handled, 'name-first-contact', {
    officer: '310115-zhangjiang-serviceSpecialist-1',
    reason: null,
  });
}

const number = (of: Done) => `&q=${of.caseNumber}`;

describe('a mark on the whole file', () => {
  test('keeps it from the other offices: no file, no row, no search, no figure behind a board, no command', async () => {
    const handled = await answeredFor();
    for (const by of ['intake', 'specialist', 'handler']) expect([by, await statusFor(by, handled)]).toEqual([by, 200]);
    expect(await listed('intake', handled)).toBe(true);

    const mark = { mark: 'tradeSecret', what: '成本价与供货渠道' };
    const marked = await desk.act('handler', handled, 'mark-confidential', mark);
    expect((await last(marked)).data).toEqual({ ...mark, part: null });
    for (const by of ['handler', 'mediator', 'head', 'specialist', 'supervisor', 'supervisor-pudong'])
      expect([by, await statusFor(by, marked), await listed(by, marked, number(marked))]).toEqual([by, 200, true]);

    expect([await statusFor('intake', marked), await statusFor('intake', marked, '/history')]).toEqual([404, 404]);
    const name = encodeURIComponent(demonstrationCompanies.respondent.name);
    for (const search of ['', number(marked), `&q=${name}`])
      expect([search, await listed('intake', marked, search)]).toEqual([search, false]);
    const behind = await desk.read('intake', `/api/sla-board/cases?atLeast=${marked.position}`);
    expect(JSON.stringify(behind.body)).not.toContain(marked.caseNumber);
    await desk.refuses('intake', marked, 'add-note', { text: 'x', visibleTo: 'officials' }, notFound);
    await desk.refuses('mediator-xuhui', marked, 'add-note', { text: 'x', visibleTo: 'officials' }, notFound);
  });

  test('goes on between the parties, who are told that it is marked and not of what', async () => {
    const handled = await desk.inHandling();
    const marked = await desk.act('head', handled, 'mark-confidential', { mark: 'tradeSecret', what: '核心配方' });
    expect((await readFile('sme', marked)).timeline[0]).toMatchObject({
      type: 'ConfidentialityMarked',
      data: { mark: 'tradeSecret', what: { withheld: true } },
    });
    expect(await statusFor('respondent', marked)).toBe(200);
    expect((await readFile('respondent', marked)).timeline[0]!.type).not.toBe('ConfidentialityMarked');
    for (const by of ['sme', 'respondent'])
      expect(JSON.stringify(await readFile(by, marked))).not.toContain('核心配方');
  });

  test('as a state secret leaves it to who has it in hand, the head, who answers for it, and the supervision', async () => {
    const handled = await answeredFor();
    const marked = await desk.act('head', handled, 'mark-confidential', { mark: 'stateSecret', what: '涉密项目' });
    for (const by of ['mediator', 'head', 'specialist', 'supervisor'])
      expect([by, await statusFor(by, marked)]).toEqual([by, 200]);
    for (const by of ['handler', 'intake']) expect([by, await statusFor(by, marked)]).toEqual([by, 404]);
    expect(await listed('handler', marked, number(marked))).toBe(false);
    await desk.refuses('handler', marked, `${claims}/${marked.caseId}/issue-result`, result, notFound);
    const taken = await desk.act('head', marked, 'assign-officer', { officer: '310115-handlingOfficer-1' });
    expect(await statusFor('handler', taken)).toBe(200);
    expect(await statusFor('mediator', taken)).toBe(404);
  });

  test('ends when it is lifted, by a head or the supervision, with a reason', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'mark-confidential', { mark: 'personalInformation', what: '法定代表人病历' });
    const { id: event } = await last(handled);
    const lift = { event, reason: '材料已撤回' };
    await desk.refuses('handler', handled, 'lift-confidentiality', lift, denied('wrongRole'));
    await desk.refuses('sme', handled, 'lift-confidentiality', lift, invalid('event: notYourPart'));
    const lifted = await desk.act('head', handled, 'lift-confidentiality', lift);
    expect(await statusFor('intake', lifted)).toBe(200);
    expect(await listed('intake', lifted, number(lifted))).toBe(true);
    await desk.refuses('head', handled, 'lift-confidentiality', lift, invalid('event: noSuchMark'));
    await desk.refuses('head', handled, 'lift-confidentiality', { ...lift, event: 'x' }, malformed('event: uuid'));
  });
});

const result = { outcome: 'unfounded', summary: 'x' };

describe('a mark on one entry of the file', () => {
  const paper = (title: string) => ({ evidence: [{ kind: 'other', title, reference: 'b.pdf' }] });

  test('a party sets on what it brought, and the other side never reads it', async () => {
    const handled = await desk.inHandling();
    const { events } = await desk.act('sme', handled, 'add-evidence', paper('底价单'));
    const event = events[0]!.id;
    const mark = { mark: 'tradeSecret', what: '报价', event };
    const [entry] = (await readFile('sme', handled)).timeline;
    expect(entry).toMatchObject({ id: event, type: 'EvidenceAdded' });
    await desk.refuses('respondent', handled, 'mark-confidential', mark, invalid('event: notYourPart'));
    await desk.refuses('sme', handled, 'mark-confidential', { ...mark, event: null }, invalid('event: notYourPart'));
    const marked = await desk.act('sme', handled, 'mark-confidential', mark);
    const seen = await readFile('respondent', marked);
    expect(seen.timeline.find(({ type }) => type === 'EvidenceAdded')!.data).toEqual({ withheld: true });
    expect(JSON.stringify(seen)).not.toMatch(/底价单|报价/);
    expect(seen.claim.evidence.map(({ title }) => title)).toEqual(['合同']);
    for (const by of ['sme', 'mediator', 'handler']) {
      const titles = (await readFile(by, marked)).claim.evidence.map(({ title }) => title);
      expect([by, titles]).toEqual([by, ['合同', '底价单']]);
    }
    await desk.refuses('sme', handled, 'mark-confidential', mark, invalid('mark: alreadyMarked'));
    const { id } = await last(marked);
    await desk.refuses(
      ...(['respondent', handled, 'lift-confidentiality', { event: id, reason: 'x' }] as const),
      invalid('event: notYourPart'),
    );
    const lifted = await desk.act('sme', handled, 'lift-confidentiality', { event: id, reason: '可公开' });
    expect((await readFile('respondent', lifted)).claim.evidence).toHaveLength(2);
  });

  test('an office sets on its own papers: neither party reads them, nor another office; the audit keeps its chain', async () => {
    const handled = await desk.inHandling();
    const { events } = await desk.act('handler', handled, 'add-evidence', paper('协查函复函'));
    const mark = { mark: 'personalInformation', what: '涉及第三人', event: events[0]!.id };
    const marked = await desk.act('mediator', handled, 'mark-confidential', mark);
    for (const by of ['sme', 'respondent', 'intake'])
      expect([by, JSON.stringify(await readFile(by, marked)).includes('协查函')]).toEqual([by, false]);
    expect(await listed('intake', marked, number(marked))).toBe(true);
    const audit = (await desk.read('intake', `${cases}/${marked.caseId}/history?atLeast=${marked.position}`)).body;
    expect(audit.verified).toEqual({ ok: true, firstFault: null });
    expect(JSON.stringify(audit)).not.toContain('协查函');
    const whole = await desk.read('handler', `${cases}/${marked.caseId}/history?atLeast=${marked.position}`);
    expect(JSON.stringify(whole.body)).toContain('协查函');
  });

  test('is set on what is there, and on no step, lodging or mark', async () => {
    const handled = await desk.inHandling();
    const [lodged, accepted] = await desk.events(handled);
    const mark = (event: string) => ({ mark: 'tradeSecret', what: 'x', event });
    for (const { id } of [lodged!, accepted!])
      await desk.refuses('handler', handled, 'mark-confidential', mark(id), invalid('event: notMarkable'));
    await desk.refuses('handler', handled, 'mark-confidential', mark(handled.caseId), invalid('event: noSuchEvent'));
    await desk.refuses('sme-xuhui', handled, 'mark-confidential', mark(lodged!.id), notFound);
  });

  test('two officers who mark at once both have their mark, and neither undoes the other', async () => {
    const handled = await desk.inHandling();
    const kinds = ['tradeSecret', 'personalInformation'];
    await Promise.all(
      kinds.map((mark, i) => desk.act(i ? 'head' : 'handler', handled, 'mark-confidential', { mark, what: 'x' })),
    );
    const marks = (await desk.events(handled)).filter(({ type }) => type === 'ConfidentialityMarked');
    expect(marks.map(({ data }) => data.mark).sort()).toEqual([...kinds].sort());
  });
});

describe('an agent', () => {
  const agent = { ...demonstrationCompanies.agency, authority: '授权委托书（2026）字第2号' };

  test('is appointed by the complainant after the lodging, and then reads and acts', async () => {
    const handled = await desk.inHandling();
    expect(await statusFor('agent', handled)).toBe(404);
    await desk.refuses('respondent', handled, 'appoint-agent', { agent }, denied('wrongRole'));
    await desk.refuses('agent', handled, 'appoint-agent', { agent }, notFound);
    const own = { agent: { ...agent, ...demonstrationCompanies.pudong } };
    await desk.refuses('sme', handled, 'appoint-agent', own, invalid('agent.creditCode: agentIsComplainant'));
    const appointed = await desk.act('sme', handled, 'appoint-agent', { agent });
    expect([await statusFor('agent', appointed), await listed('agent', appointed)]).toEqual([200, true]);
    await desk.act('agent', handled, 'add-note', { text: '代理人意见', visibleTo: 'parties' });
    await desk.refuses('sme', handled, 'appoint-agent', { agent }, conflict('agentStands'));
    await desk.refuses('agent', handled, 'appoint-agent', { agent }, denied('wrongRole'));
    expect(JSON.stringify(await readFile('respondent', appointed))).not.toContain('字第2号');
  });

  test('whose authority is taken back neither acts nor reads from then on; what it did stands', async () => {
    const today = await desk.today();
    const lodging = { channel: 'online', receivedOn: today, agent };
    const lodged = await desk.lodged({ lodging }, 'agent');
    expect((await desk.actions('agent', lodged)).length).toBeGreaterThan(3);
    await desk.refuses(
      ...(['sme', lodged, 'revoke-agent', { from: '2199-01-01', reason: '自行办理' }] as const),
      invalid('from: dateInFuture'),
    );
    await desk.refuses(
      ...(['sme', lodged, 'revoke-agent', { from: '2020-01-01', reason: '自行办理' }] as const),
      invalid('from: beforePreviousStep'),
    );
    const revoked = await desk.act('sme', lodged, 'revoke-agent', { from: today, reason: '自行办理' });
    expect((await last(revoked)).data).toMatchObject({ agent, from: today });
    expect([await statusFor('agent', revoked), await listed('agent', revoked)]).toEqual([404, false]);
    expect((await desk.read('agent', `${cases}/${revoked.caseId}/actions`)).status).toBe(404);
    await desk.refuses('agent', lodged, `${claims}/${lodged.caseId}/withdraw`, { reason: 'x' }, notFound);
    await desk.refuses('sme', lodged, 'revoke-agent', { reason: 'x' }, conflict('noAgent'));
    expect((await desk.events(lodged))[0]!.data).toMatchObject({ lodging: { agent } });
    await desk.own('sme', lodged, 'withdraw', { reason: '已和解' });
  });

  test('may lay it down itself; an officer records what came by letter', async () => {
    const handled = await desk.inHandling();
    await desk.act('handler', handled, 'appoint-agent', { agent });
    await desk.act('agent', handled, 'revoke-agent', { reason: '辞去委托' });
    expect(await desk.actions('agent', handled)).toEqual([]);
  });
});
