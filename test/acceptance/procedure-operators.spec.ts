import { randomUUID } from 'node:crypto';
import { accountsNamed } from '@redress/access/account-rows.js';
import { confirmImport, importLaw } from '@redress/casework/reference/import-law.js';
import { releaseLawPacks } from '@redress/casework/reference/release-files.js';
import { complaintBodies, sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, cases, conflict, Handling, invalid, type Done } from './handling.js';
import { filing, IpDesk, service } from './ip-requests.js';
import { RightsDesk } from './rights-desk.js';

let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
}, 60_000);
afterAll(() => application.close());

/** What one operator enters, another confirms: it is in force from then on, and views have it at the position answered. */
async function entered(document: object): Promise<string> {
  const { parts } = application;
  const [one, other] = await accountsNamed(parts.pool, ['operator', 'operator-b']);
  const imported = await importLaw(parts, one!, randomUUID(), document);
  if (imported.outcome !== 'imported') throw new Error(JSON.stringify(imported));
  const confirmed = await confirmImport(parts, other!, randomUUID(), imported.importId);
  if (confirmed.outcome !== 'published') throw new Error(JSON.stringify(confirmed));
  return parts.store.head();
}

interface Rules {
  readonly label: { readonly zh: string; readonly en: string };
  readonly grounds: readonly { readonly code: string; readonly use: string }[];
  readonly dispatchObjectionDays: number | null;
  readonly supplementDays: number | null;
}
const rulesOf = async (kind: string) =>
  (await desk.read('intake', `/api/grounds?kind=${kind}`)).body as unknown as Rules;
const last = async (of: Done) => (await desk.events(of)).at(-1)!;

describe('what the operator sets for a kind of case', () => {
  const title = { zh: '平台规则', en: 'Platform policy' };
  const ground = (code: string, use: string, changes: object = {}) => {
    return { code, use, title, needs: null, validFrom: '2020-01-01', validTo: null, ...changes };
  };
  const defects = [{ item: '营业执照', what: '未附' }];

  test('before it sets any days there is no last day, and no supplement lapses', async () => {
    const rules = await rulesOf('overduePayment');
    expect(rules).toMatchObject({ dispatchObjectionDays: null, supplementDays: null });
    expect(rules.grounds.filter(({ use }) => use === 'pause').map(({ code }) => code)).toContain('negotiation');
    const handled = await desk.inHandlingForLong();
    await desk.act('handler', handled, 'object-to-dispatch', { ground: '不属本区' });
    const asked = await desk.lodged();
    await desk.act('intake', asked, 'request-supplement', { defects });
    expect((await last(asked)).data).toMatchObject({ dueOn: null });
    const end = { ground: 'other', reason: '未补正' };
    await desk.refuses('intake', asked, 'terminate', end, invalid('ground: supplementAwaited'));
  });

  test('is entered by one, confirmed by another, served, and then what commands go by', async () => {
    await entered({
      format: 'operator-rules/1',
      caseKind: 'overduePayment',
      version: 2,
      label: title,
      grounds: [
        ground('audit', 'pause'),
        ground('expired', 'pause', { validTo: '2024-12-31' }),
        ground('bankrupt', 'termination'),
        ground('notSupplied', 'termination', { needs: 'supplementLapsed' }),
      ],
      dispatchObjectionDays: 2,
      supplementDays: 15,
    });
    expect(await rulesOf('overduePayment')).toMatchObject({
      label: title,
      dispatchObjectionDays: 2,
      supplementDays: 15,
    });

    const handled = await desk.inHandling();
    const pause = (code: string) => ({ ground: code, reason: '待审计' });
    await desk.refuses(
      'handler',
      handled,
      'pause-handling',
      pause('negotiation'),
      invalid('ground: pauseGroundUnknown'),
    );
    await desk.refuses('handler', handled, 'pause-handling', pause('bankrupt'), invalid('ground: pauseGroundUnknown'));
    await desk.refuses('handler', handled, 'pause-handling', pause('expired'), invalid('ground: groundNotInForce'));
    await desk.act('handler', handled, 'pause-handling', pause('audit'));
    const other = { ground: 'other', reason: 'x' };
    await desk.refuses('handler', handled, 'terminate', other, invalid('ground: noSuchGround'));
    await desk.act('handler', handled, 'terminate', { ground: 'bankrupt', reason: '被投诉人破产' });
  });

  test('an objection to a dispatch comes within the days that it sets, counted from the dispatch', async () => {
    const late = await desk.inHandlingForLong();
    await desk.refuses('handler', late, 'object-to-dispatch', { ground: 'x' }, conflict('dispatchObjectionLate'));
    const transferred = (await desk.events(late)).find(({ type }) => type === 'Transferred')!;
    const then = asOf(37);
    await desk.act('handler', late, 'object-to-dispatch', { ground: '不属本区', ...then });
    const now = await desk.inHandling();
    await desk.act('handler', now, 'object-to-dispatch', { ground: '不属本区' });
    expect(transferred.occurredAt.slice(0, 10)).toBe(ago(38));
  });

  test('a supplement is due by the day which it sets, and the case lapses after it, no sooner; then it can be reopened', async () => {
    const lodging = { channel: 'counter', receivedOn: ago(60), agent: null };
    const lodged = await desk.lodged({ lodging }, 'intake');
    await desk.act('intake', lodged, 'request-supplement', { defects, ...asOf(59) });
    const { dueOn } = (await last(lodged)).data as { dueOn: string };
    expect(dueOn > ago(45) && dueOn < ago(20)).toBe(true);
    const lapse = { ground: 'notSupplied', reason: '逾期未补正' };
    const early = { ...lapse, occurredOn: dueOn, occurredOnReason: '补录' };
    await desk.refuses('intake', lodged, 'terminate', early, invalid('ground: groundNeedsFact'));
    await desk.act('intake', lodged, 'terminate', lapse);
    await desk.act('supervisor', lodged, 'reopen', { ground: 'newFacts', reason: '已补齐' });
    expect(await desk.actions('intake', lodged)).toEqual(expect.arrayContaining(['accept', 'requestSupplement']));
    const fresh = await desk.lodged();
    await desk.act('intake', fresh, 'request-supplement', { defects, dueOn: await desk.today() });
    await desk.refuses('intake', fresh, 'terminate', lapse, invalid('ground: groundNeedsFact'));
  });
});

describe('the call after a bad review', () => {
  let complaints: RightsDesk;
  beforeAll(() => void (complaints = new RightsDesk(application, 'complaint')));

  async function badlyRated() {
    const of = await complaints.lodge(sentComplaint);
    await complaints.act('intake', of, 'accept');
    await complaints.act('intake', of, 'transfer', complaintBodies.transfer);
    await complaints.act('handler', of, 'begin-handling');
    await complaints.act('handler', of, 'grade', complaintBodies.grade);
    await complaints.act('handler', of, 'terminate', { ground: 'other', reason: '另案处理' });
    return (await complaints.send('sme', of, 'rate-satisfaction', { rating: 1, comment: '未解释' })).body;
  }

  const clocksOf = async ({ caseId, position }: { caseId: string; position: string }) => {
    const { body } = await desk.read('handler', `${cases}/${caseId}?atLeast=${position}`);
    return (body.clocks as { rule: string; effect: string; dueOn: string }[]).filter(
      ({ rule }) => rule === 'badReview.check',
    );
  };

  test('has no date after the law of 2024, until the operator adopts it as a service norm', async () => {
    const before = await badlyRated();
    expect(await clocksOf(before)).toMatchObject([{ status: 'cannotTell', dueOn: null }]);

    const packs = (await releaseLawPacks()).map(({ document }) => document as Pack);
    const pack = packs.find(({ id }) => id === 'CN-SH-BUSINESS-ENVIRONMENT-2025')!;
    const adopted = (rule: Rule) =>
      rule.id === 'badReview.check' ? { ...rule, active: true, effect: 'serviceNorm' } : rule;
    await entered({ ...pack, version: pack.version + 1, rules: pack.rules.map(adopted) });
    const after = await badlyRated();
    const [clock] = await clocksOf(after);
    expect(clock).toMatchObject({ effect: 'serviceNorm' });
    expect(clock!.dueOn > (await desk.today())).toBe(true);
    const check = { how: '电话', found: '告知不清', remedy: '已补充说明' };
    const checked = await complaints.send('handler', after.caseId, 'check-bad-review', check);
    expect((await clocksOf(checked.body))[0]).toMatchObject({ status: 'met' });
    // A closed case keeps the law by which it was judged.
    expect((await clocksOf(before))[0]).toMatchObject({ status: 'cannotTell' });
  });
});

interface Rule {
  readonly id: string;
}
interface Pack {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly Rule[];
}

describe('a corrected day', () => {
  test('of a resumption, or of a service, is what the clocks and the file go by; both readings stay', async () => {
    const ip = await IpDesk.of(application);
    const lodging = { channel: 'counter', receivedOn: ago(40), agent: null };
    const of = await ip.lodge('adjudication', {}, { lodging }, 'intake-ip');
    await ip.act('handler', of, 'file-case', { ...filing, ...asOf(38) });
    await ip.act('handler', of, 'serve-respondent', { ...service, noHomeInChina: false, ...asOf(37) });
    const shared = async (path: string, body: object) => {
      const answer = await ip.user('handler').command<Done>(`${cases}/${of}/${path}`, body);
      if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    await shared('pause-handling', { ground: 'publicNotice', reason: '公告送达', ...asOf(30) });
    const resumed = await shared('resume-handling', { ground: 'publicNotice', reason: '公告期满', ...asOf(20) });
    const paper = { documentKind: 'hearingNotice', title: '口审通知', number: null, to: 'respondent', text: '请到庭' };
    await shared('issue-document', { ...paper, ...asOf(19) });
    const served = await shared('serve-document', { document: 1, ...service, ...asOf(10) });

    const fileAt = async (position: string) =>
      (await ip.user('handler').get(`${cases}/${of}?atLeast=${position}`)).body as unknown as IpFile;
    const before = await fileAt(served.position);
    const paused = ({ clocks }: IpFile) => clocks.find(({ explanation }) => explanation.pauses.length > 0)!;
    expect(paused(before).explanation.pauses).toMatchObject([{ to: { on: ago(20) }, days: 10 }]);

    const correct = (event: string, is: string) => ({ event, field: 'occurredAt', is, reason: '登记有误' });
    await shared('correct-fact', correct(served.events[0]!.id, ago(12)));
    const { position } = await shared('correct-fact', correct(resumed.events[0]!.id, ago(15)));
    const after = await fileAt(position);
    expect(after.facts.procedure).toMatchObject({
      pauses: [{ ground: 'publicNotice', from: ago(30), to: ago(15) }],
      documents: [{ document: 1, issuedOn: ago(19), servedOn: ago(12) }],
      corrections: [
        { was: ago(10), is: ago(12) },
        { was: ago(20), is: ago(15) },
      ],
    });
    expect(paused(after).explanation.pauses).toMatchObject([{ to: { on: ago(15) }, days: 15 }]);
    expect(paused(after).dueOn > paused(before).dueOn).toBe(true);
    expect(after.timeline.filter(({ type }) => type === 'HandlingResumed')).toHaveLength(1);

    const past = await ip
      .user('handler')
      .command(`${cases}/${of}/correct-fact`, correct(resumed.events[0]!.id, ago(31)));
    expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'is', code: 'beforePreviousStep' }] } });
    expect(await ip.actions('respondent', of)).not.toContain('correctFact');
  });
});

interface IpFile {
  readonly facts: { readonly procedure: object };
  readonly timeline: readonly { readonly type: string }[];
  readonly clocks: readonly {
    readonly rule: string;
    readonly dueOn: string;
    readonly explanation: { readonly pauses: readonly object[] };
  }[];
}
