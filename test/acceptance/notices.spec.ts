import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ical from 'node-ical';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { deliveryHealth } from '@redress/notices/delivery-health.js';
import { recordApproaching } from '@redress/notices/record-approaching.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import { views } from '@redress/projections/registry.js';
import { parked } from '../../apps/cli/src/parked/parked.js';
import { answered, refused, said } from '../../apps/cli/src/testing/redress.js';
import { startApplication, type TestApplication } from '../application.js';
import { mailServer, type MailServer } from '../mail-server.js';
import { ApiUser, type Answer } from './client.js';
import { Handling, type Done } from './handling.js';

interface Inbox {
  readonly rows: readonly {
    id: string;
    topic: string;
    title: string;
    body: string;
    caseNumber: string;
    read: boolean;
  }[];
  readonly next: string | null;
  readonly unread: number;
}

const preferences = { language: 'zh-CN', mail: 'each', mailAddress: null, sms: false, phone: null, muted: [] };
const calls: { headers: IncomingHttpHeaders; body: string }[] = [];

let mail: MailServer;
let gateway: Server;
let folder: string;
let application: TestApplication;
let desk: Handling;

beforeAll(async () => {
  mail = await mailServer();
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(202).end();
    });
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  folder = mkdtempSync(join(tmpdir(), 'gateway-key-'));
  writeFileSync(join(folder, 'key'), 'shared secret\n');
  application = await startApplication({
    notices: {
      smtpUrl: mail.url,
      smsGatewayUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`,
      smsGatewayKeyPath: join(folder, 'key'),
    },
  });
  desk = new Handling(application);
});

afterAll(async () => {
  await application.close();
  await mail.close();
  gateway.close();
  rmSync(folder, { recursive: true });
});

const user = (account: string) => desk.user(account);
const prefer = async (account: string, changes: object): Promise<Answer> =>
  (await user(account)).put('/api/notices/preferences', { ...preferences, ...changes });

/** The inbox as far as it is of this case, once there are so many. */
async function inboxOf(account: string, { caseNumber }: Done, count: number): Promise<Inbox['rows']> {
  for (let tries = 0; ; tries++) {
    const { body } = await (await user(account)).get<Inbox>('/api/notices?limit=200');
    const rows = body.rows.filter((row) => row.caseNumber === caseNumber);
    if (rows.length >= count || tries > 2_000) return rows;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
const topicsOf = (rows: Inbox['rows']) => rows.map(({ topic }) => topic);

test('each act reaches those whom it concerns, in their inbox, and the respondent nothing before it was told of the case', async () => {
  const done = await desk.inHandling();
  expect(topicsOf(await inboxOf('sme', done, 3)).sort()).toEqual(['accepted', 'lodged', 'transferred']);
  expect(topicsOf(await inboxOf('intake', done, 1))).toEqual(['arrived']);
  expect(topicsOf(await inboxOf('handler', done, 1))).toEqual(['received']);
  expect(topicsOf(await inboxOf('mediator', done, 1))).toEqual(['assigned']);
  expect(await inboxOf('respondent', done, 0)).toEqual([]);
  expect(await inboxOf('sme-xuhui', done, 0)).toEqual([]);
  await desk.own('handler', done, 'demand-answer', {
    dueOn: await desk.today(),
    document: { title: '函', number: null },
  });
  expect(topicsOf(await inboxOf('respondent', done, 1))).toEqual(['answerDemanded']);
});

test('a mail is sent once, in the reader’s language, with what is sealed opened at the sending', async () => {
  await prefer('sme', { mailAddress: 'clerk@sme.example', language: 'en' });
  const done = await desk.lodged();
  await desk.act('intake', done, 'request-supplement', {
    defects: [{ item: '合同', what: '缺少第三页' }],
    arisenFrom: null,
  });
  const mails = await mail.to('clerk@sme.example', 2);
  const subjects = [
    `Redress: Please supply what is missing (${done.caseNumber})`,
    `Redress: Your case has been received (${done.caseNumber})`,
  ];
  expect(mails.map(({ subject }) => subject).sort()).toEqual(subjects);
  const asked = mails.find(({ subject }) => subject === subjects[0])!;
  expect(asked.text).toContain('合同: 缺少第三页');
  expect(asked.text).toContain(`http://redress.example/cases/${done.caseNumber}`);
  expect(asked.headers.get('auto-submitted')).toBe('auto-generated');
  const [notice] = await inboxOf('sme', done, 2);
  expect(asked.messageId).toBe(`<${notice!.id}.mail@redress.example>`);
  const { rows } = await application.parts.pool.query('SELECT facts FROM notices.notices WHERE id = $1', [notice!.id]);
  expect(JSON.stringify(rows)).not.toContain('缺少第三页');
});

test('a server that is busy is tried again, one which knows nobody of that name is not, and the settings say so', async () => {
  mail.busyFor = 1;
  await prefer('sme', { mailAddress: 'later@sme.example' });
  await desk.lodged();
  expect(await mail.to('later@sme.example', 1)).toHaveLength(1);

  mail.unknown.add('nobody@sme.example');
  await prefer('sme', { mailAddress: 'nobody@sme.example' });
  await desk.lodged();
  for (let tries = 0; tries < 2_000; tries++) {
    const { body } = await (await user('sme')).get('/api/notices/preferences');
    if (body.mailRefused === true) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const before = await queued();
  await desk.lodged();
  expect((await (await user('sme')).get('/api/notices/preferences')).body).toMatchObject({ mailRefused: true });
  const { body } = await (await user('sme')).get<{ notices: object }>('/api/health');
  expect(body.notices).toMatchObject({ healthy: true, dead: 0, refused: 1 });
  expect(await queued()).toEqual(before);
});

const queued = async () =>
  (
    await application.parts.pool.query<{ count: string }>(
      `SELECT count(*) FROM notices.deliveries WHERE state = 'queued'`,
    )
  ).rows;

test('after the last try a delivery is a dead letter: health is red until the operator has it tried once more', async () => {
  await prefer('sme', { mailAddress: 'dead@sme.example' });
  mail.busyFor = 1;
  const { pool } = application.parts;
  await pool.query(
    `CREATE FUNCTION one_try() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.max_attempts = 1; RETURN NEW; END'`,
  );
  await pool.query(
    `CREATE TRIGGER one_try BEFORE INSERT ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION one_try()`,
  );
  await desk.lodged();
  const health = async () => (await user('operator')).get<{ notices: { dead: number } }>('/api/health');
  for (let tries = 0; tries < 2_000 && (await health()).body.notices.dead === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(await health()).toMatchObject({ status: 503, body: { notices: { healthy: false, dead: 1 } } });
  expect((await (await user('sme')).command('/api/notices/retry')).status).toBe(403);
  expect((await (await user('operator')).command('/api/notices/retry')).body).toEqual({ queued: 1 });
  expect(await mail.to('dead@sme.example', 1)).toHaveLength(1);
  await pool.query('DROP FUNCTION one_try CASCADE');
});

test('who wants one mail a day gets one, and muted topics stay in the inbox', async () => {
  await prefer('sme', { mailAddress: 'daily@sme.example', mail: 'daily', muted: ['accepted'] });
  const done = await desk.lodged();
  await desk.own('intake', done, 'accept');
  expect(await inboxOf('sme', done, 2)).toHaveLength(2);
  const { pool } = application.parts;
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT run_at AS at FROM graphile_worker.jobs WHERE key LIKE 'digest:%'`,
  );
  expect(rows.map(({ at }) => at.toISOString().slice(11))).toEqual(['00:00:00.000Z']);
  expect(await mail.to('daily@sme.example', 0)).toEqual([]);
  await pool.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'digest:%'`);
  const [digest, ...others] = await mail.to('daily@sme.example', 1);
  expect(others).toEqual([]);
  expect(digest!.subject).toBe('【清欠维权】今日通知 1 条');
  expect(digest!.text).toContain(done.caseNumber);
});

test('a short message goes out by a signed call, with the same key for every try', async () => {
  await prefer('sme', { sms: true, phone: '13800000000' });
  const done = await desk.lodged();
  for (let tries = 0; tries < 2_000 && calls.length === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const { headers, body } = calls[0]!;
  const [notice] = await inboxOf('sme', done, 1);
  expect(JSON.parse(body)).toEqual({
    id: `${notice!.id}.sms`,
    to: '13800000000',
    text: expect.stringContaining(done.caseNumber) as string,
  });
  expect(headers['idempotency-key']).toBe(`${notice!.id}.sms`);
  const signed = `${String(headers['x-redress-timestamp'])}.${body}`;
  expect(headers['x-redress-signature']).toBe(
    `sha256=${createHmac('sha256', 'shared secret').update(signed).digest('hex')}`,
  );
  await prefer('sme', {});
});

test('a date of a party that draws near is told once, however often it is looked for; one that moves is told again', async () => {
  const { pool, store } = application.parts;
  const done = await desk.lodged();
  const date = {
    stream: `overduePayment-${done.caseId}`,
    rule: 'instalment',
    subject: '1',
    run: 'a-run',
    title: { zh: '分期付款', en: 'Instalment' },
  };
  const tell = (dueOn: string) =>
    recordApproaching(pool, store, new Set(), { ...date, dueOn }, new Date().toISOString());
  for (let time = 0; time < 3; time++) await tell('2026-12-01');
  await tell('2026-12-02');
  const rows = await inboxOf('sme', done, 3);
  expect(rows.filter(({ topic }) => topic === 'approaching').map(({ body }) => body)).toEqual([
    `“Instalment” in the case ${done.caseNumber} is due on 2026-12-02.`,
    `“Instalment” in the case ${done.caseNumber} is due on 2026-12-01.`,
  ]);
});

describe('an event which could not be read for notices is parked as one that a view could not apply', () => {
  const environment = { ...process.env };
  const health = () => deliveryHealth(application.parts.pool);
  beforeAll(() => {
    const { url, masterKeyPath } = application.places;
    const operator = { REDRESS_PASSWORD: demonstrationPassword };
    Object.assign(process.env, { DATABASE_URL: url, MASTER_KEY_PATH: masterKeyPath, ...operator });
  });
  afterAll(() => void (process.env = environment));

  test('it is listed, tried again and dropped by an event which gives the reason, and health is green', async () => {
    const eventId = '01930000-0000-8000-8000-0000000000ff';
    const stream = 'overduePayment-0192a000-0000-8000-8000-0000000000ff';
    const actor = { id: 'x', name: 'x', role: 'handlingOfficer', organisation: null };
    const meta = { commandId: eventId, commandHash: '', correlationId: eventId, causationId: null, actor };
    await application.parts.store.append(stream, 'none', [
      {
        id: eventId,
        type: 'ClaimLodged',
        schema: 1,
        data: { claim: null },
        meta: { ...meta, occurredAt: '2026-11-02T10:00:00+08:00' },
      },
    ]);
    for (let tries = 0; tries < 2_000 && (await health()).parked === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    const listed = await answered<{ view: string }[]>(parked, 'list');
    const ours = { view: 'notices', stream, eventId, events: 1, error: expect.stringContaining('Error') as string };
    expect(listed.find(({ view }) => view === 'notices')).toMatchObject(ours);
    const again = await said(parked, `replay notices ${stream}`);
    expect([again.exit, again.out]).toEqual([1, expect.stringContaining(`still cannot be applied: ${eventId}`)]);
    expect(await health()).toMatchObject({ healthy: false, parked: 1 });

    const dropped = await said(parked, `drop all ${stream} ${eventId} --reason 误导入 --account operator`);
    expect([dropped.exit, dropped.out]).toEqual([0, expect.stringContaining(`notices  ${eventId}`)]);
    expect(await health()).toMatchObject({ healthy: true, parked: 0 });
    expect(await refused(parked, `replay notices ${stream}`)).toContain('nothing of this stream is parked');
    expect(await application.parts.store.readStream('parked-notices')).toMatchObject([
      {
        type: 'ParkedEventDropped',
        data: { view: 'notices', stream, eventId, reason: '误导入' },
        meta: { actor: { role: 'operator' }, causationId: eventId },
      },
    ]);
  });

  test('it is told when it can be read, once, by the ways which the worker has', async () => {
    await prefer('sme', { mailAddress: 'parked@sme.example' });
    const { pool } = application.parts;
    const done = await desk.lodged();
    const [notice] = await inboxOf('sme', done, 1);
    expect(await mail.to('parked@sme.example', 1)).toHaveLength(1);
    await prefer('sme', { mailAddress: 'replayed@sme.example' });
    // As if the worker's release had not known it.
    await pool.query(
      `INSERT INTO notices.parked (event_id, stream, position, error)
       SELECT e.id, e.stream, e.position, '' FROM es.events e JOIN notices.notices n USING (position) WHERE n.id = $1`,
      [notice!.id],
    );
    await pool.query('DELETE FROM notices.notices WHERE id = $1', [notice!.id]);
    expect(await said(parked, `replay notices overduePayment-${done.caseId}`)).toMatchObject({ exit: 0 });
    expect((await inboxOf('sme', done, 1)).map(({ id }) => id)).toEqual([notice!.id]);
    expect(await mail.to('replayed@sme.example', 1)).toHaveLength(1);
    expect(await health()).toMatchObject({ healthy: true, parked: 0 });
    await prefer('sme', {});
  });
});

test('a rebuild of the views tells nobody anything', async () => {
  const { pool, store } = application.parts;
  const told = async () => (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM notices.notices')).rows;
  const before = await told();
  await rebuildViews(store, pool, views.slice(0, 2), 'switch', { batch: 500 });
  expect(await told()).toEqual(before);
});

test('the inbox is read page by page, marked as read, and nobody’s but one’s own', async () => {
  const sme = await user('sme');
  const { body: first } = await sme.get<Inbox>('/api/notices?limit=1');
  const { body: second } = await sme.get<Inbox>(`/api/notices?limit=1&after=${first.next}`);
  expect(second.rows[0]!.id).not.toBe(first.rows[0]!.id);
  const own = first.rows[0]!.id;
  await (await user('sme-xuhui')).command('/api/notices/read', { notices: [own] });
  expect((await sme.get<Inbox>('/api/notices?limit=1')).body.rows[0]!.read).toBe(false);
  expect((await sme.command('/api/notices/read', { notices: [own] })).body).toEqual({ unread: first.unread - 1 });
  expect((await sme.get<Inbox>('/api/notices?limit=1')).body.rows[0]!.read).toBe(true);
  expect((await sme.command('/api/notices/read')).body).toEqual({ unread: 0 });
  expect((await sme.get<Inbox>('/api/notices?unread=true')).body).toEqual({ rows: [], next: null, unread: 0 });
});

test('what an officer has to keep is a calendar behind a secret link, which ends when it is revoked or made anew', async () => {
  const done = await desk.inHandling();
  const mediator = await user('mediator');
  const { body: link } = await mediator.command<{ path: string }>('/api/notices/calendar');
  const read = (path: string, headers = {}) => fetch(`${application.url}${path}`, { headers });
  let first = await read(link.path);
  let text = await first.text();
  for (let tries = 0; tries < 2_000 && !text.includes(done.caseNumber); tries++) {
    first = await read(link.path);
    text = await first.text();
  }
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const dates = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  const { body: file } = await mediator.get<{ clocks: { rule: string; dueOn: string; status: string }[] }>(
    `/api/cases/${done.caseNumber}`,
  );
  const due = file.clocks.find(({ rule }) => rule === 'result')!.dueOn.replaceAll('-', '');
  expect(text).toContain(`DTSTART;VALUE=DATE:${due}`);
  expect(JSON.stringify(dates)).toContain(done.caseNumber);
  const again = await read(link.path, { 'If-None-Match': first.headers.get('etag') });
  expect([again.status, await again.text()]).toEqual([304, '']);

  const { body: anew } = await mediator.command<{ path: string }>('/api/notices/calendar');
  expect((await read(link.path)).status).toBe(404);
  expect((await read(anew.path)).status).toBe(200);
  expect((await mediator.delete('/api/notices/calendar')).status).toBe(204);
  expect((await read(anew.path)).status).toBe(404);
  expect((await (await user('sme')).command('/api/notices/calendar')).body).toMatchObject({ code: 'wrongRole' });
});

test('18: what cannot be is refused field by field, and changes nothing', async () => {
  const sme = await user('sme');
  const { body: before } = await sme.get('/api/notices/preferences');
  const wrong = {
    ...preferences,
    language: 'fr',
    mailAddress: 'a@b',
    phone: 'x',
    muted: ['lodged', 'lodged'],
    more: 1,
  };
  const answer = await sme.put<{ errors: { field: string; code: string }[] }>('/api/notices/preferences', wrong);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
    'language oneOf',
    'mailAddress mailAddress',
    'more unknownField',
    'muted list',
    'phone phone',
  ]);
  const muted = await sme.put<{ errors: { code: string }[] }>('/api/notices/preferences', {
    ...preferences,
    muted: ['x'],
  });
  expect(muted.body.errors).toMatchObject([{ field: 'muted', code: 'oneOf' }]);
  expect((await prefer('sme', { sms: true })).body).toMatchObject({ errors: [{ field: 'phone', code: 'required' }] });
  expect((await sme.get('/api/notices/preferences')).body).toEqual(before);
  for (const query of ['after=x', 'limit=0', 'unread=maybe', 'nothing=1'])
    expect((await sme.get(`/api/notices?${query}`)).status).toBe(400);
  expect((await sme.command('/api/notices/read', { notices: ['x'] })).status).toBe(400);
  expect((await fetch(`${application.url}/api/calendar/none.ics`)).status).toBe(404);
  expect((await fetch(`${application.url}/api/notices`)).status).toBe(401);
  const stranger = await ApiUser.of(application, 'sme-xuhui');
  expect((await stranger.get<Inbox>('/api/notices')).body).toEqual({ rows: [], next: null, unread: 0 });
});
