import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { complaintBodies, sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { startApplication, type TestApplication } from '../application.js';
import { cases, Handling, type Done } from './handling.js';
import { IpDesk, ipCases } from './ip-requests.js';
import { RightsDesk } from './rights-desk.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;
let ip: IpDesk;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
  ip = await IpDesk.of(application);
}, 60_000);
afterAll(() => application.close());

interface Read {
  readonly status: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly clocks: readonly { readonly rule: string }[];
  readonly timeline: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
}

type Written = Pick<Done, 'caseId' | 'caseNumber' | 'position'>;

/** The file as this account reads it, with all that was written up to `of`. */
async function fileOf(by: string, of: Written): Promise<Read> {
  const { status, body } = await desk.read(by, `${cases}/${of.caseId}?atLeast=${of.position}`);
  if (status !== 200) throw new Error(`${by}: ${status}`);
  return body as unknown as Read;
}
const typesFor = async (by: string, of: Written) => (await fileOf(by, of)).timeline.map(({ type }) => type);
const dataFor = async (by: string, of: Written, type: string) =>
  (await fileOf(by, of)).timeline.find((entry) => entry.type === type)?.data;
const rowsOf = async (by: string, of: Written, search = '') => {
  const { body } = await desk.read(by, `/api/worklist?atLeast=${of.position}${search}`);
  return (body.rows as { caseNumber: string; status: string }[]).filter(
    ({ caseNumber }) => caseNumber === of.caseNumber,
  );
};

describe('a criminal lead handed to the police (Trademark Law 2026, Art. 75)', () => {
  const passed = async () => {
    const of = await ip.lodge('trademark');
    await ip.act('handler', of, 'accept-complaint', { number: '沪知投1号' });
    const body = { organ: '浦东公安分局', suspicion: '假冒注册商标，数额巨大', receipt: 'JZ-1' };
    const { body: done } = await ip.send('handler', `${of}/pass-to-police`, body);
    return done;
  };

  test('is not shown to the suspect: not in the file, its facts, its status, the lists, nor in a refusal', async () => {
    const lead = await passed();
    const read = await fileOf('respondent', lead);
    expect(read.timeline.map(({ type }) => type)).toEqual(['IpComplaintAccepted', 'IpComplaintLodged']);
    expect([read.status, read.facts.status]).toEqual(['inHandling', 'inHandling']);
    expect(JSON.stringify(read)).not.toMatch(/olice|公安|数额巨大/);
    expect(await rowsOf('respondent', lead)).toMatchObject([{ status: 'inHandling' }]);
    expect(await rowsOf('respondent', lead, '&status=withPolice')).toEqual([]);
    expect(await rowsOf('respondent', lead, '&status=inHandling')).toHaveLength(1);
    const refused = await ip.user('respondent').command(`${cases}/${lead.caseId}/object-to-outcome`, { ground: 'x' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'notAllowedInStatus' } });
    expect(JSON.stringify(refused.body)).not.toMatch(/olice/);
    for (const board of ['sla-board', 'escalations']) {
      expect((await desk.read('respondent', `/api/${board}`)).body.rows).toEqual([]);
    }
  });

  test('is there for the office and for who complained; nor is the answer of the police the suspect’s', async () => {
    const lead = await passed();
    expect((await fileOf('handler', lead)).status).toBe('withPolice');
    expect(await dataFor('sme', lead, 'PassedToPolice')).toMatchObject({ organ: '浦东公安分局' });
    expect(await rowsOf('handler', lead, '&status=withPolice')).toHaveLength(1);
    const answer = { outcome: 'caseFiled', number: '沪公立1号', reason: '已立案侦查' };
    const { body: answered } = await ip.send('handler', `${lead.caseId}/record-police-answer`, answer);
    expect((await fileOf('handler', answered)).status).toBe('referred');
    expect((await fileOf('respondent', answered)).status).toBe('inHandling');
    const track = { track: 'criminal', court: '浦东新区人民法院', caseNumber: '（2026）沪0115刑初1号' };
    const { body: opened } = await ip.user('handler').command<Done>(`${ipCases}/${lead.caseId}/open-track`, track);
    expect(await typesFor('respondent', opened)).toEqual(['IpComplaintAccepted', 'IpComplaintLodged']);
    expect(await typesFor('sme', opened)).toEqual(expect.arrayContaining(['PoliceAnswered', 'TrackOpened']));
  });

  test('what changed meanwhile is told to the suspect as little as in the file', async () => {
    const lead = await passed();
    const note = { text: 'x', visibleTo: 'parties' };
    const headers = { 'If-Match': '"0"' };
    const stale = await ip.user('respondent').command(`${cases}/${lead.caseId}/add-note`, note, headers);
    expect(stale.status).toBe(412);
    const { changes } = (stale.body as { current: { changes: { type: string }[] } }).current;
    expect(changes.map(({ type }) => type)).toEqual(['IpComplaintAccepted']);
  });
});

describe('what offices weigh among themselves', () => {
  test('is theirs: reports, dispatch objections, overridden rungs, the reasons of a hand-over', async () => {
    const handled = await desk.inHandling();
    const coHandlers = [{ office: '310104-handling', task: '查被投诉人关联账户', reportBy: null }];
    await desk.act('handler', handled, 'arrange-joint-handling', { coHandlers, ground: '疑似转移资产' });
    await desk.act('mediator-xuhui', handled, 'record-co-handler-report', { report: '账户已清空' });
    await desk.act('handler', handled, 'end-joint-handling', { reason: '已查明' });
    const received = (await desk.events(handled)).find(({ type }) => type === 'MaterialsReceived')!;
    const rung = { clock: 'result', subject: 'case', run: received.id, rung: 'amber' };
    await desk.act('head', handled, 'override-rung', { ...rung, reason: '领导已知悉' });
    await desk.act('handler', handled, 'name-first-contact', { officer: '310115-mediator-2', reason: null });
    const done = await desk.act('handler', handled, 'hand-down', { office: '310115-zhangjiang', ground: '人手不足' });
    for (const by of ['sme', 'respondent']) {
      const read = JSON.stringify(await fileOf(by, done));
      for (const hidden of ['账户', '领导', '转移资产']) expect([by, read.includes(hidden)]).toEqual([by, false]);
    }
    expect(await dataFor('sme', done, 'JointHandlingArranged')).toMatchObject({
      coHandlers: [{ office: { id: '310104-handling' }, task: { withheld: true } }],
    });
    expect(await typesFor('respondent', done)).not.toEqual(
      expect.arrayContaining(['JointHandlingArranged', 'RungOverridden', 'FirstContactNamed']),
    );
    expect(await rowsOf('respondent', done)).toMatchObject([{ firstContact: null }]);
    expect(await rowsOf('sme', done)).toMatchObject([{ firstContact: { id: '310115-mediator-2' } }]);
    expect((await fileOf('supervisor', done)).timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CoHandlerReported', 'RungOverridden']),
    );
  });

  test('a referral to the market regulator is not the respondent’s to read', async () => {
    const handled = await desk.inHandling();
    const referral = { office: '310000-market', ground: '滥用优势地位', receipt: 'SJ-1' };
    const done = await desk.own('handler', handled, 'refer-to-market-regulation', referral);
    expect(await typesFor('sme', done)).toContain('MarketRegulationReferred');
    expect(await typesFor('respondent', done)).not.toContain('MarketRegulationReferred');
  });
});

describe('other companies’ cases', () => {
  const ofXuhui = () =>
    desk.inHandling({ complainant: { ...specimenClaim().complainant, ...demonstrationCompanies.xuhui } }, 'sme-xuhui');

  test('are linked without either company learning of the other; its own links it sees', async () => {
    const [own, ownToo, others] = [await desk.inHandling(), await desk.inHandling(), await ofXuhui()];
    const link = (to: Done) => ({ case: to.caseNumber, relation: 'related', note: `与${to.caseNumber}同一项目` });
    await desk.act('handler', own, 'link-case', link(others));
    const done = await desk.act('handler', own, 'link-case', link(ownToo));
    const read = await fileOf('sme', done);
    expect(read.timeline.filter(({ type }) => type === 'CaseLinked').map(({ data }) => data.to)).toEqual([
      { caseId: ownToo.caseId, caseNumber: ownToo.caseNumber },
    ]);
    expect(JSON.stringify(read)).not.toContain(others.caseNumber);
    expect(JSON.stringify(await fileOf('respondent', done))).toContain(others.caseNumber);
    expect(JSON.stringify(await fileOf('handler', done))).toContain(others.caseNumber);
    expect((await desk.read('sme', `${cases}/${others.caseId}`)).status).toBe(404);
  });

  test('a merger tells each party of the other case only where it is its own', async () => {
    const into = await desk.inHandlingForLong({ respondent: { ...specimenClaim().respondent } });
    const from = await desk.inHandling();
    const merged = await desk.act('handler', from, 'merge-case', {
      case: into.caseId,
      ground: `并入${into.caseNumber}`,
    });
    expect(await dataFor('sme', merged, 'CaseMerged')).toMatchObject({ into: { caseNumber: into.caseNumber } });
    expect(await dataFor('respondent', merged, 'CaseMerged')).toEqual({
      into: { withheld: true },
      ground: { withheld: true },
    });
    expect((await fileOf('respondent', merged)).status).toBe('merged');
    await desk.soon(into, 'MergedCaseTaken');
    const { position } = await desk.act('handler', into, 'add-note', { text: '已并案', visibleTo: 'officials' });
    expect(await dataFor('sme', { ...into, position }, 'MergedCaseTaken')).toMatchObject({
      from: { caseNumber: from.caseNumber },
    });
  });

  test('a cluster names to each complainant its own cases alone, and is nothing to the body complained of', async () => {
    const complaints = new RightsDesk(application, 'complaint');
    const respondent = { ...sentComplaint.respondent, ...demonstrationCompanies.respondent };
    const handled = async (by: string, company: object) => {
      const complainant = { ...sentComplaint.complainant, ...company };
      const of = await complaints.lodge({ ...sentComplaint, complainant, respondent }, by);
      await complaints.act('intake', of, 'accept');
      await complaints.act('intake', of, 'transfer', complaintBodies.transfer);
      await complaints.act('handler', of, 'begin-handling');
      return of;
    };
    const of = await handled('sme', demonstrationCompanies.pudong);
    const [own, others] = [
      await handled('sme', demonstrationCompanies.pudong),
      await handled('sme-xuhui', demonstrationCompanies.xuhui),
    ];
    for (const one of [own, others])
      await complaints.act('handler', of, 'link-case', { case: one, relation: 'cluster', note: '同一收费' });
    const finding = { about: 'body', subject: '某协会', found: '普遍存在', measure: '统一退还' };
    const { body: found } = await complaints.send('handler', of, 'find-cluster', finding);
    const members = async (by: string) =>
      ((await dataFor(by, found, 'ClusterFound'))?.members as { caseId: string }[] | undefined)?.map(
        ({ caseId }) => caseId,
      );
    expect(await members('handler')).toEqual([own, others]);
    expect(await members('sme')).toEqual([own]);
    expect(await members('respondent')).toBeUndefined();
    for (const by of ['sme', 'respondent'])
      expect([by, JSON.stringify(await fileOf(by, found)).includes(others)]).toEqual([by, false]);
  });
});
