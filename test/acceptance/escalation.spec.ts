import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runEscalation } from '../../apps/worker/src/escalation.js';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { caseCategories } from '@redress/projections/followed-case/case-kinds.js';
import type { Position } from '@redress/event-store/port.js';
import { demonstrationAccounts } from '@redress/access/demonstration-accounts.js';
import { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { startApplication, type TestApplication } from '../application.js';
import { ApiUser } from './client.js';
import { Handling } from './handling.js';

interface Rung {
  caseId: string;
  caseNumber: string;
  clock: { rule: string };
  subject: string;
  run: string;
  rung: string;
  act: string;
  firedAt: string | null;
  late: boolean;
  dueOn: string;
  awaits: string | null;
  mustAct: { office: { id: string }; person: { id: string } | null } | null;
  told: { receiver: string; office: { id: string } }[];
  level: string;
}

interface Page {
  rows: Rung[];
  today: string;
}

let application: TestApplication;
let supervisor: ApiUser;

beforeAll(async () => {
  application = await startApplication({ demonstrationCases: true });
  supervisor = await ApiUser.of(application, 'supervisor');
}, 60_000);

afterAll(() => application.close());

async function fired(): Promise<readonly FiredRung[]> {
  const log = await application.parts.store.readAll({
    after: '0' as Position,
    limit: 10_000,
    categories: caseCategories,
  });
  return log.flatMap((event) => (event.type === 'RungFired' ? [event.data as unknown as FiredRung] : []));
}

/** Until the view has seen every event and nothing that is due is left open. */
async function untilQuiet(): Promise<readonly FiredRung[]> {
  for (;;) {
    await waitForView(application.parts.pool, 'escalations', await application.parts.store.head(), 10_000);
    const { rows, today } = (await supervisor.get<Page>('/api/escalations?state=open&limit=1')).body;
    const now = await fired();
    if (now.length > 0 && (rows[0]?.dueOn ?? '9999') > today) return now;
    await sleep(200);
  }
}

test('due rungs of the late case fire once each, with why, and none fires again for a second worker (invariant 13)', async () => {
  const second = runEscalation({
    ...application.parts,
    law: new LawDirectory(application.parts.store),
    offices: new OfficeDirectory(application.parts.store),
    guard: new ClockGuard(application.parts.pool, application.parts.store),
    owner: randomUUID(),
  });
  const rungs = await untilQuiet();
  await second.stop();
  const keys = rungs.map((rung) => `${rung.run} ${rungKey(rung)}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(rungs.every(({ explanation }) => explanation !== null && typeof explanation === 'object')).toBe(true);
  // The case of 17,814,441.01 yuan is eight days over: amber, red and the district were due before it was loaded.
  expect(rungs.filter(({ clock }) => clock === 'result').map(({ rung, late }) => ({ rung, late }))).toEqual(
    expect.arrayContaining([{ rung: 'district', late: true }]),
  );
  const page = (await supervisor.get<Page>('/api/escalations?state=fired&limit=200')).body;
  expect(page.rows).toHaveLength(rungs.length);
  const open = (await supervisor.get<Page>('/api/escalations?state=open&limit=200')).body;
  expect(open.rows.length).toBeGreaterThan(0);
  expect(open.rows.every(({ dueOn }) => dueOn > open.today)).toBe(true);
}, 60_000);

test('a district’s own officers see its board; a company sees its own cases alone; the operator sees none', async () => {
  const [mediator, xuhui, sme, operator] = await Promise.all(
    ['mediator', 'mediator-xuhui', 'sme-xuhui', 'operator'].map((account) => ApiUser.of(application, account)),
  );
  const total = async (user: ApiUser) => (await user.get<{ total: number }>('/api/worklist')).body.total;
  expect(
    await Promise.all([total(supervisor), total(mediator!), total(xuhui!), total(sme!), total(operator!)]),
  ).toEqual([14, 6, 1, 4, 0]);
});

describe('what a rung asks of the office', () => {
  const named = ({ clock, subject, run, rung }: Rung) => ({ clock: clock.rule, subject, run, rung });
  const awaiting = async (user: ApiUser) =>
    (await user.get<Page>('/api/escalations?state=awaiting&limit=200')).body.rows;
  const actions = async (user: ApiUser, caseId: string) =>
    (await user.get<{ command: string; rungs: object[] }[]>(`/api/cases/${caseId}/actions`)).body;
  const listed = async (user: ApiUser, { caseNumber }: Rung) => {
    const { rows } = (
      await user.get<{ rows: { caseNumber: string; level: string; awaited: object[] }[] }>('/api/worklist?limit=200')
    ).body;
    return rows.find((row) => row.caseNumber === caseNumber)!;
  };
  let head: ApiUser;
  let late: readonly Rung[];
  let one: (awaits: string) => Rung;

  beforeAll(async () => {
    await untilQuiet();
    const fired = (await supervisor.get<Page>('/api/escalations?state=fired&limit=200')).body.rows;
    const caseId = fired.find(({ clock, rung }) => clock.rule === 'result' && rung === 'district')!.caseId;
    late = (await awaiting(supervisor)).filter((rung) => rung.caseId === caseId);
    one = (awaits) => late.find((rung) => rung.awaits === awaits)!;
    const office = one('reason').mustAct!.office.id;
    head = await ApiUser.of(application, accountOf(office, 'departmentHead'));
  }, 60_000);

  test('a reason: it stands in the actions, the worklist and the escalations until the holder has given it', async () => {
    const rung = one('reason');
    const before = (await actions(head, rung.caseId)).find(({ command }) => command === 'giveRungReason');
    expect(before!.rungs).toContainEqual(named(rung));
    expect((await listed(head, rung)).awaited).toContainEqual(expect.objectContaining({ act: 'requireReason' }));
    const path = `/api/cases/${rung.caseId}/give-rung-reason`;
    const given = await head.command<{ position: string }>(path, { ...named(rung), reason: '被投诉人账册在审计中' });
    expect(given.status).toBe(200);
    await waitForView(application.parts.pool, 'escalations', given.body.position as Position, 10_000);
    expect((await awaiting(head)).some(({ run, rung: id }) => run === rung.run && id === rung.rung)).toBe(false);
    const again = await head.command(path, { ...named(rung), reason: 'x' });
    expect(again).toMatchObject({ status: 409, body: { code: 'noReasonAwaited' } });
    const chinese = await head.command(path, { ...named(rung), reason: 'x' }, { 'Accept-Language': 'zh-CN' });
    expect(chinese.body.title).toBe('该级提醒未要求说明原因，或者已说明。');
  });

  test('a decision: what it proposes against the respondent is taken up or declined, once', async () => {
    const rung = one('decision');
    expect(rung.act).toMatch(/^propose/);
    const path = `/api/cases/${rung.caseId}/decide-proposal`;
    expect((await supervisor.command(path, { ...named(rung), accepted: true, reason: 'x' })).status).toBe(403);
    const answer = { ...named(rung), accepted: false, reason: '被投诉人已提出付款计划' };
    expect((await head.command(path, answer)).status).toBe(200);
    const again = await head.command(path, answer);
    expect(again).toMatchObject({ status: 409, body: { code: 'noProposalAwaited' } });
  });

  test('a higher level: by hand the case rises at once, the office above reads it and sees that it was told', async () => {
    const rung = one('reason');
    const escalate = (office: string) =>
      supervisor.command<{ position: string; events: { type: string }[] }>(`/api/cases/${rung.caseId}/escalate`, {
        office,
        act: '提级督办',
        reason: '久拖不决',
      });
    const raised = await escalate('310000-handling');
    expect(raised.body.events.map(({ type }) => type)).toEqual(['EscalatedByHand', 'LevelRaised']);
    await waitForView(application.parts.pool, 'worklist', raised.body.position as Position, 10_000);
    expect((await listed(supervisor, rung)).level).toBe('city');
    const above = await ApiUser.of(application, 'handler-city');
    expect(await listed(above, rung)).toMatchObject({ level: 'city' });
    expect((await above.get(`/api/cases/${rung.caseId}`)).status).toBe(200);
    expect((await escalate(one('reason').mustAct!.office.id)).status).toBe(422);
  });

  test('nothing of it is the parties’ to read: whom it tells, what it waits for, and what was set aside are the offices’ own', async () => {
    for (const account of ['sme', 'agent', 'respondent']) {
      const party = await ApiUser.of(application, account);
      for (const state of ['open', 'fired', 'held', 'awaiting'])
        expect((await party.get<Page>(`/api/escalations?state=${state}`)).body.rows).toEqual([]);
    }
  });

  test('a rung that no ladder of the case has cannot be set aside', async () => {
    const [rung] = (await supervisor.get<Page>('/api/escalations?state=open&limit=1')).body.rows;
    const override = (changes: object) =>
      supervisor.command(`/api/cases/${rung!.caseId}/override-rung`, { ...named(rung!), reason: 'x', ...changes });
    for (const changes of [{ rung: 'purple' }, { clock: 'purple' }, { subject: 'line-99' }, { run: randomUUID() }])
      expect(await override(changes)).toMatchObject({ status: 409, body: { code: 'noSuchRung' } });
    const both = await Promise.all([override({}), override({ reason: 'y' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('the dry run says what would fire until a day, whom it would tell, and writes nothing', async () => {
  const head = await application.parts.store.head();
  const { body, status } = await supervisor.get<{
    today: string;
    complete: boolean;
    rows: { dueOn: string | null; fires: boolean; told: object[]; skipped: string | null; raisesTo: string | null }[];
  }>('/api/escalations/dry-run?until=2099-12-31');
  expect(status).toBe(200);
  expect(body.complete).toBe(true);
  const firing = body.rows.filter(({ fires }) => fires);
  expect(firing.length).toBeGreaterThan(0);
  expect(firing.every(({ told, dueOn }) => told.length > 0 && dueOn! > body.today)).toBe(true);
  expect(firing.map(({ dueOn }) => dueOn)).toEqual(firing.map(({ dueOn }) => dueOn).sort());
  expect(firing.some(({ raisesTo }) => raisesTo === 'jointConference')).toBe(true);
  expect(firing.some(({ skipped }) => skipped === 'atItsLevel')).toBe(true);
  expect(await application.parts.store.head()).toBe(head);
  const mediator = await ApiUser.of(application, 'mediator');
  expect((await mediator.get('/api/escalations/dry-run?until=2099-12-31')).status).toBe(403);
  expect((await supervisor.get('/api/escalations/dry-run?until=soon')).status).toBe(400);
});

test('law that came before the first case moved nothing: what begins under it has had no other day', async () => {
  const moves = await supervisor.get<Moves>('/api/law-moves?limit=1');
  expect(moves.body).toMatchObject({ stream: expect.stringMatching(/^(policy|lawPack|calendar)-/) as string });
  expect([moves.body.rows, moves.body.next]).toEqual([[], null]);
});

test('what new law moved can be read: a policy without ladders takes every open rung away, and those fired stay', async () => {
  const { store, clock, pool } = application.parts;
  const [version] = await store.readStream('policy-default');
  const policy = { ...(version!.data.policy as object), version: 9, ladders: [] };
  const before = (await supervisor.get<Page>('/api/escalations?state=fired&limit=200')).body.rows;
  const { id: _, ...meta } = { id: '', ...version!.meta, commandId: randomUUID(), occurredAt: await clock.now() };
  const entered = { id: randomUUID(), type: version!.type, schema: 1, data: { digest: 'nine', policy }, meta };
  await store.append('policy-default', 'any', [entered]);
  await waitForView(pool, 'escalations', await store.head(), 20_000);
  expect((await supervisor.get<Page>('/api/escalations?state=open')).body.rows).toEqual([]);
  const after = (await supervisor.get<Page>('/api/escalations?state=fired&limit=200')).body.rows;
  expect(after.map(({ run, rung }) => [run, rung])).toEqual(before.map(({ run, rung }) => [run, rung]));
  const { caseId: later } = await new Handling(application).lodged();
  await waitForView(pool, 'escalations', await store.head(), 20_000);
  const moves = await supervisor.get<Moves>('/api/law-moves?stream=policy-default');
  expect(moves.body.stream).toBe('policy-default');
  expect(moves.body.rows.flatMap(({ clocks }) => clocks)).toEqual([]);
  const rungs = moves.body.rows.flatMap((row) => row.rungs);
  expect(rungs.length).toBeGreaterThan(0);
  expect(rungs.every(({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter === null)).toBe(true);
  expect(rungs.some((rung) => rung.fired)).toBe(true);
  expect(moves.body.rows.map(({ caseId }) => caseId)).not.toContain(later);
  expect((await supervisor.get('/api/law-moves?stream=calendar-XX')).status).toBe(404);
}, 60_000);

interface Moves {
  stream: string;
  next: string | null;
  rows: {
    caseId: string;
    clocks: object[];
    rungs: { dueBefore: string | null; dueAfter: string | null; fired: boolean }[];
  }[];
}

function accountOf(office: string, role: string): string {
  const account = demonstrationAccounts().find((one) => one.role === role && 'office' in one && one.office === office);
  if (!account) throw new Error(`no ${role} of ${office} has an account`);
  return account.name;
}
