import { randomUUID } from 'node:crypto';
import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';
import { systemCommands, type ProcedureCommandName } from '@redress/cases/shared/procedure/commands.js';
import { procedureCommandNames } from '@redress/cases/shared/procedure/decide.js';
import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, cases, conflict, Handling, invalid, malformed, type Done } from './handling.js';

let application: TestApplication;
let desk: Handling;
let handled: Done;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  desk = new Handling(application);
  handled = await desk.inHandling();
}, 60_000);
afterAll(() => application.close());

const run = randomUUID();
const rung = { clock: 'result', subject: 'case', run, rung: 'amber' };
const text = '测试';

/** A body for each shared command which the door takes. */
const bodies: Readonly<Partial<Record<ProcedureCommandName, object>>> = {
  nameFirstContact: { officer: '310115-mediator-2', reason: text },
  recordFirstContact: { how: 'phone', what: text },
  assignOfficer: { officer: '310115-mediator-2' },
  takeOver: {},
  handUp: { office: '310000-handling', ground: text },
  handDown: { office: '310115-zhangjiang', ground: text },
  handToPlatform: { platform: text, ground: text, receipt: '1' },
  objectToDispatch: { ground: text },
  decideDispatchObjection: { upheld: false, office: null, reason: text },
  arrangeJointHandling: { coHandlers: [{ office: '310104-handling', task: text, reportBy: null }], ground: text },
  recordCoHandlerReport: { report: text },
  endJointHandling: { reason: text },
  addNote: { text, visibleTo: 'officials' },
  addEvidence: { evidence: [{ kind: 'other', title: text, reference: 'x.pdf' }] },
  issueDocument: { documentKind: 'other', title: text, number: null, to: 'office', text },
  serveDocument: { document: 1, method: 'post', address: text, proof: text },
  requestSupplement: { defects: [{ item: text, what: text }] },
  pauseHandling: { ground: 'negotiation', reason: text },
  resumeHandling: { ground: 'negotiation', reason: text },
  correctFact: { event: run, field: 'occurredAt', is: '2026-01-05', reason: text },
  linkCase: { case: run, relation: 'related', note: text },
  unlinkCase: { case: run, reason: text },
  mergeCase: { case: run, ground: text },
  rateSatisfaction: { rating: 5, comment: text },
  checkBadReview: { how: text, found: text, remedy: text },
  recordFollowUpCall: { how: text, what: text },
  objectToOutcome: { ground: text },
  decideOutcomeObjection: { by: 'complainant', upheld: true, reason: text },
  reopen: { ground: 'newFacts', reason: text },
  reportRetaliation: { what: text },
  markProtection: { measure: text, reason: text },
  markConfidential: { mark: 'tradeSecret', what: text },
  liftConfidentiality: { event: run, reason: text },
  appointAgent: { agent: { ...demonstrationCompanies.agency, authority: text } },
  revokeAgent: { reason: text },
  acknowledgeRung: { ...rung, remark: text },
  overrideRung: { ...rung, reason: text },
  giveRungReason: { ...rung, reason: text },
  decideProposal: { ...rung, accepted: true, reason: text },
  escalate: { office: '310000-handling', act: text, reason: text },
  terminate: { ground: 'other', reason: text },
};

const commands = procedureCommandNames.filter((name) => !systemCommands.has(name));
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What comes of each of these commands: the status, and the code where it is a refusal. */
async function answers(by: string, of: Done, names: readonly ProcedureCommandName[]) {
  const user = await desk.user(by);
  return Promise.all(
    names.map(async (name) => {
      const { status, body } = await user.command<{ code?: string }>(
        `${cases}/${of.caseId}/${kebab(name)}`,
        bodies[name],
      );
      return [name, status, body.code ?? null] as const;
    }),
  );
}

test('every shared command has a body here', () => {
  expect(commands.filter((name) => bodies[name] === undefined)).toEqual([]);
});

describe('a command that is not on the list of actions is refused, and leaves no trace', () => {
  const nobodysHere = ['sme-xuhui', 'mediator-xuhui', 'agent', 'operator', 'handler-ip', 'handler-market'];

  test.each(nobodysHere)('whoever has no part in the case is not told that there is one: %s', async (by) => {
    const head = await application.parts.store.head();
    const all = await answers(by, handled, commands);
    expect(all.filter(([, status]) => status !== 404)).toEqual([]);
    expect(await application.parts.store.head()).toBe(head);
  });

  const parties = ['sme', 'respondent', 'intake', 'mediator', 'handler', 'head', 'supervisor'];

  test.each(parties)('in handling: %s', async (by) => {
    const listed = await desk.actions(by, handled);
    const head = await application.parts.store.head();
    const others = commands.filter((name) => !listed.includes(name));
    const allowed = await answers(by, handled, others);
    expect(allowed.filter(([, status, code]) => status === 200 || (status === 422 && code === null))).toEqual([]);
    for (const [name, status, code] of allowed)
      expect([name, status === 403 || status === 404 || (status === 409 && code !== null)]).toEqual([name, true]);
    expect(await application.parts.store.head()).toBe(head);
  });

  test.each(parties)('once it was withdrawn: %s', async (by) => {
    const withdrawn = await desk.own('sme', await desk.lodged(), 'withdraw', { reason: text });
    const listed = await desk.actions(by, withdrawn);
    const head = await application.parts.store.head();
    const refused = await answers(
      by,
      withdrawn,
      commands.filter((name) => !listed.includes(name)),
    );
    expect(refused.filter(([, status]) => ![403, 404, 409].includes(status))).toEqual([]);
    expect(await application.parts.store.head()).toBe(head);
  });
});

describe('two officers at once', () => {
  /** Statuses of both answers, the lower first. */
  const both = async (of: Done, path: string, by: readonly [string, string], body: object) => {
    const users = await Promise.all(by.map((account) => desk.user(account)));
    const sent = await Promise.all(users.map((user) => user.command(`${cases}/${of.caseId}/${path}`, body)));
    return sent.map(({ status }) => status).sort();
  };
  const count = async (of: Done, type: string) => (await desk.events(of)).filter((one) => one.type === type).length;

  test('decide one objection once', async () => {
    const of = await desk.inHandling();
    await desk.act('handler', of, 'object-to-dispatch', { ground: text });
    const decision = { upheld: true, office: '310104-handling', reason: text };
    expect(await both(of, 'decide-dispatch-objection', ['intake', 'supervisor'], decision)).toEqual([200, 409]);
    expect(await count(of, 'DispatchObjectionDecided')).toBe(1);
  });

  test('end a case once, and pause it once on one ground', async () => {
    const of = await desk.inHandling();
    const pause = { ground: 'negotiation', reason: text };
    expect(await both(of, 'pause-handling', ['handler', 'head'], pause)).toEqual([200, 422]);
    expect(await both(of, 'terminate', ['handler', 'head'], { ground: 'other', reason: text })).toEqual([200, 409]);
    expect([await count(of, 'HandlingPaused'), await count(of, 'HandlingTerminated')]).toEqual([1, 1]);
  });

  test('both take a file over: each does, one after the other, and the last has it', async () => {
    const of = await desk.inHandling();
    expect(await both(of, 'take-over', ['handler', 'head'], {})).toEqual([200, 200]);
    const taken = (await desk.events(of)).filter(({ type }) => type === 'OfficerAssigned');
    expect(taken[1]!.data.previous).toEqual(taken[0]!.data.officer);
  });

  test('name one agent once; its revocation and its last act come in one order or the other', async () => {
    const of = await desk.inHandling();
    const agent = { agent: { ...demonstrationCompanies.agency, authority: text } };
    expect(await both(of, 'appoint-agent', ['sme', 'handler'], agent)).toEqual([200, 409]);
    const [sme, acting] = await Promise.all([desk.user('sme'), desk.user('agent')]);
    const [revoked, noted] = await Promise.all([
      sme.command(`${cases}/${of.caseId}/revoke-agent`, { reason: text }),
      acting.command(`${cases}/${of.caseId}/add-note`, { text, visibleTo: 'parties' }),
    ]);
    expect([revoked.status, [200, 404].includes(noted.status)]).toEqual([200, true]);
    const types = (await desk.events(of)).map(({ type }) => type);
    expect(types.indexOf('AgentRevoked') > types.lastIndexOf('NoteAdded')).toBe(true);
  });
});

describe('what the acts of the procedure rest on', () => {
  test('every channel is one an officer takes a case in by, with the day of receipt; online is the complainant’s', async () => {
    for (const channel of ['counter', 'phone', 'letter', 'hotline12345', 'otherOffice']) {
      const lodging = { channel, receivedOn: ago(3), agent: null };
      const [event] = await desk.events(await desk.lodged({ lodging }, 'intake'));
      expect(event).toMatchObject({
        occurredAt: `${ago(3)}T00:00:00+08:00`,
        data: { lodging: { ...lodging, by: 'officer' } },
      });
    }
    const [online] = await desk.events(await desk.lodged());
    expect(online!.data).toMatchObject({ lodging: { by: 'complainant', channel: 'online', receivedOn: ago(0) } });
  });

  test('the first contact answers for it whoever holds it; at each moment an office, a person and a level have it', async () => {
    const specialist = '310115-zhangjiang-serviceSpecialist-1';
    const held = async (of: Done) => {
      const { body } = await desk.read('supervisor', `/api/worklist?atLeast=${of.position}&q=${of.caseNumber}`);
      const [row] = body.rows as readonly Held[];
      return [row!.firstContact?.id, row!.holder.office.id, row!.holder.person?.id ?? null, row!.level];
    };
    const of = await desk.lodged({ lodging: { channel: 'phone', receivedOn: ago(0), agent: null } }, 'specialist');
    expect(await held(of)).toEqual([specialist, '310000-accepting', null, 'city']);
    await desk.own('intake', of, 'accept');
    await desk.own('intake', of, 'transfer', { office: '310115-handling', ground: text });
    const received = await desk.own('handler', of, 'receive-materials');
    expect(await held(received)).toEqual([specialist, '310115-handling', null, 'district']);
    const assigned = await desk.act('handler', of, 'assign-officer', { officer: '310115-mediator-2' });
    expect(await held(assigned)).toEqual([specialist, '310115-handling', '310115-mediator-2', 'district']);
    const down = await desk.act('handler', of, 'hand-down', { office: '310115-zhangjiang', ground: text });
    expect(await held(down)).toEqual([specialist, '310115-zhangjiang', null, 'street']);
    const up = await desk.act('specialist', of, 'hand-up', { office: '310000-handling', ground: text });
    expect(await held(up)).toEqual([specialist, '310000-handling', null, 'city']);
    const ended = await desk.act('handler-city', of, 'terminate', { ground: 'other', reason: text });
    expect((await held(ended))[0]).toBe(specialist);
    expect(await desk.actions('specialist', of)).toEqual(expect.arrayContaining(['recordFollowUpCall', 'addNote']));
  });

  test('while offices act together the one lead hands the file to nobody', async () => {
    const of = await desk.inHandling();
    await desk.act('handler', of, 'arrange-joint-handling', bodies.arrangeJointHandling);
    expect((await desk.events(of)).at(-1)!.data).toMatchObject({ lead: { id: '310115-handling' } });
    await desk.refuses('handler', of, 'hand-up', bodies.handUp!, conflict('jointHandlingStands'));
    await desk.refuses('handler', of, 'object-to-dispatch', { ground: text }, conflict('jointHandlingStands'));
    const late = { coHandlers: [{ office: '310104-handling', task: text, reportBy: '2020-01-01' }], ground: text };
    await desk.act('handler', of, 'end-joint-handling', { reason: text });
    await desk.refuses('handler', of, 'arrange-joint-handling', late, invalid('coHandlers[0].reportBy: dayPassed'));
  });

  test('the review starts again from what was supplied, in full', async () => {
    const lodged = await desk.lodged({ lodging: { channel: 'letter', receivedOn: ago(20), agent: null } }, 'intake');
    const review = async (of: Done) => {
      const { body } = await desk.read('intake', `${cases}/${of.caseId}?atLeast=${of.position}`);
      return (body.clocks as Clock[]).filter(({ rule }) => rule === 'review').at(-1)!;
    };
    const first = await review(lodged);
    expect(first.startedOn).toBe(ago(20));
    await desk.act('intake', lodged, 'request-supplement', { ...bodies.requestSupplement, ...asOf(15) });
    const papers = {
      statement: text,
      evidence: [{ kind: 'licence', title: '执照', reference: 'l.pdf' }],
      respondent: null,
    };
    const supplied = await desk.own('sme', lodged, 'supply-materials', papers);
    const again = await review(supplied);
    expect([again.startedOn, again.dueOn > first.dueOn]).toEqual([ago(0), true]);
  });

  test('a platform outside has the case from the day on which it was handed over, under its receipt', async () => {
    const lodged = await desk.lodged({ lodging: { channel: 'letter', receivedOn: ago(9), agent: null } }, 'intake');
    await desk.act('intake', lodged, 'hand-to-platform', { ...bodies.handToPlatform, receipt: 'QG-7', ...asOf(6) });
    expect((await desk.events(lodged)).at(-1)).toMatchObject({
      occurredAt: `${ago(6)}T00:00:00+08:00`,
      data: { receipt: 'QG-7' },
    });
    const of = await desk.lodged();
    await desk.refuses(
      'intake',
      of,
      'hand-to-platform',
      { platform: text, ground: text },
      malformed('receipt: required'),
    );
  });

  test('an extension names its approver, who is the head of the department', async () => {
    const of = await desk.inHandling();
    const extended = await desk.own('head', of, 'extend-handling', { totalDays: 60, reason: text });
    expect((await desk.events(extended)).at(-1)!.data).toMatchObject({ approvedBy: { id: '310115-departmentHead-1' } });
  });
});

interface Held {
  readonly firstContact: { readonly id: string } | null;
  readonly holder: { readonly office: { readonly id: string }; readonly person: { readonly id: string } | null };
  readonly level: string;
}
interface Clock {
  readonly rule: string;
  readonly startedOn: string;
  readonly dueOn: string;
}
