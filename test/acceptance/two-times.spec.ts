import { setTimeout as sleep } from 'node:timers/promises';
import { startApplication, type TestApplication } from '../application.js';
import { ago, asOf, Handling, type Done } from './handling.js';
import { Caller } from './refusals.js';

interface File {
  status: string;
  revision: string;
  asOf?: string;
  knownAt?: string;
  claim: { facts: unknown; complainant: { contact: unknown } };
  clocks: { rule: string; dueOn: string; status: string }[];
  timeline: { type: string; recordedAt: string; data: Record<string, unknown> }[];
}
interface List {
  rows: { caseId: string; status: string; clock: { dueOn: string } | null }[];
  total: number;
  asOf?: string;
}
interface Board {
  rows: { district: { code: string } | null }[];
  totals: Record<string, number>;
  today: string;
}

let application: TestApplication;
let handling: Handling;
let supervisor: Caller;
let long: Done;
let last: Done;
/** Just before the days of the long case were corrected. */
let before: string;

beforeAll(async () => {
  application = await startApplication({ demonstrationCases: true, escalation: false });
  handling = new Handling(application);
  supervisor = await Caller.of(application, 'supervisor');
  long = await handling.inHandlingForLong();
  last = await handling.own('head', long, 'extend-handling', { totalDays: 60, reason: '情况复杂', ...asOf(20) });
  before = await now();
});

afterAll(() => application.close());

const now = async () => {
  const { rows } = await application.parts.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]!.now.toISOString();
};
const get = async <T>(path: string, by = 'supervisor') => {
  const { status, body } = await handling.read(by, `/api/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body as unknown as T;
};
const at = (held: string, known?: string) =>
  `asOf=${encodeURIComponent(held)}${known === undefined ? '' : `&knownAt=${encodeURIComponent(known)}`}`;
const fileAt = (held: string, known?: string) =>
  get<File>(`cases/${long.caseId}?atLeast=${last.position}&${at(held, known)}`);

test('15: today, as it is known now, is what lists, boards and files of today show', async () => {
  const moment = await now();
  for (const by of ['supervisor', 'handler', 'sme']) {
    const today = await get<Board>(`sla-board?atLeast=${last.position}`, by);
    const past = await get<Board>(`sla-board?${at(moment)}&atLeast=${last.position}`, by);
    expect({ rows: past.rows, totals: past.totals, today: past.today }).toEqual({
      rows: today.rows,
      totals: today.totals,
      today: today.today,
    });
    const listed = await get<List>(`worklist?atLeast=${last.position}`, by);
    const then = await get<List>(`worklist?${at(moment)}`, by);
    expect([then.rows, then.total]).toEqual([listed.rows, listed.total]);
    const clocks = await get<List>('sla-board/cases?limit=200', by);
    expect((await get<List>(`sla-board/cases?limit=200&${at(moment)}`, by)).rows).toEqual(clocks.rows);
  }
  const { asOf: _, knownAt: __, ...file } = await fileAt(moment);
  expect(file).toEqual(await get(`cases/${long.caseId}`));
});

test('the file as of a day is folded from what had taken effect by then', async () => {
  expect((await fileAt(ago(39))).status).toBe('accepted');
  expect((await fileAt(ago(38))).status).toBe('transferred');
  const early = await fileAt(ago(37));
  expect(early.status).toBe('inHandling');
  expect(early.timeline.map(({ type }) => type)).not.toContain('HandlingExtended');
  expect(early.asOf).toMatch(/T15:59:59\.999999Z$/);
});

test('a list of the past shows a case as it stood then, in the order of then', async () => {
  const then = await get<List>(`worklist?${at(ago(39))}`);
  expect(then.rows.find(({ caseId }) => caseId === long.caseId)?.status).toBe('accepted');
  const earlier = await get<List>(`worklist?${at(ago(50))}`);
  expect(earlier.rows.map(({ caseId }) => caseId)).not.toContain(long.caseId);
});

test('the difference between two moments of a case names facts, clocks and events; of a board, its figures', async () => {
  const between = `fromAsOf=${ago(38)}&toAsOf=${ago(20)}`;
  const difference = await get<{
    facts: { field: string; before: unknown; after: unknown }[];
    clocks: { rule: string; before: unknown; after: unknown }[];
    added: { type: string }[];
    removed: unknown[];
  }>(`cases/${long.caseId}/difference?${between}`);
  expect(difference.facts).toContainEqual({ field: 'status', before: 'transferred', after: 'inHandling' });
  expect(difference.added.map(({ type }) => type)).toContain('HandlingExtended');
  expect(difference.removed).toEqual([]);
  expect(difference.clocks.map(({ rule }) => rule)).toContain('result');
  interface Compared {
    district: { code: string } | null;
    before: Record<string, number>;
    after: Record<string, number>;
    change: Record<string, number>;
  }
  const boards = await get<{ rows: Compared[] }>(`sla-board/difference?${between}`);
  const pudong = boards.rows.find(({ district }) => district?.code === '310115')!;
  expect(pudong.change.running).toBe(pudong.after.running! - pudong.before.running!);
  expect(pudong.after.running).toBeGreaterThan(0);
});

test('10: a correction shows as of its day, and not in what was known before it', async () => {
  const accepted = (await handling.events(long)).find(({ type }) => type === 'FormallyAccepted')!;
  last = await handling.act('handler', long, 'correct-fact', {
    event: accepted.id,
    field: 'occurredAt',
    is: ago(40),
    reason: '受理日期登记有误',
  });
  expect((await fileAt(ago(40))).status).toBe('accepted');
  expect((await fileAt(ago(40), before)).status).toBe('lodged');
  const listed = async (query: string) =>
    (await get<List>(`worklist?atLeast=${last.position}&${query}`)).rows.find(({ caseId }) => caseId === long.caseId)
      ?.status;
  expect(await listed(at(ago(40)))).toBe('accepted');
  expect(await listed(at(ago(40), before))).toBe('lodged');
});

test('what was read of a past day leaves the clocks of today as they are', async () => {
  const today = () => get<File>(`cases/${long.caseId}?atLeast=${last.position}`);
  // The correction holds from the day of its fact, so it is the last event of that day as well as of today.
  expect((await fileAt(ago(40))).clocks.map(({ rule }) => rule)).not.toContain('result');
  const clocks = (await today()).clocks.map(({ rule, status }) => [rule, status]);
  expect(clocks).toContainEqual(['transfer', 'met']);
  expect(clocks).toContainEqual(['result', 'running']);
});

test('“history editable or deleted with the object” (zammad #344 #6200, TheHive #33): every moment of a closed case stays, and what was erased is erased at all of them', async () => {
  const lodged = await handling.lodged();
  const open = await now();
  await handling.own('sme', lodged, 'withdraw', { reason: '已付款' });
  const parts = await get<{ id: string; path: string }[]>(`cases/${lodged.caseId}/personal-data`);
  const read = (held: string) => get<File>(`cases/${lodged.caseId}?${at(held, held)}`);
  expect((await read(open)).status).toBe('lodged');
  expect((await read(open)).claim.complainant.contact).not.toEqual({ erased: true });
  const person = parts.find(({ path }) => path.endsWith('contact'))!;
  const erasing = await (
    await handling.user('supervisor')
  ).command(`/api/persons/${person.id}/forget`, { reason: '本人依法申请' });
  expect(erasing.status).toBe(200);
  let then = await read(open);
  for (let tries = 0; tries < 1_000 && !('erased' in (then.claim.complainant.contact as object)); tries++) {
    await sleep(50);
    then = await read(open);
  }
  expect(then.status).toBe('lodged');
  expect(then.claim.complainant.contact).toEqual({ erased: true });
});

test.each([
  [`worklist?asOf=2999-01-01`, 'asOf: momentInFuture'],
  [`sla-board?knownAt=2999-01-01T00:00:00Z`, 'knownAt: momentInFuture'],
  [`sla-board?asOf=2001-02-03`, 'asOf: beforeTheLog'],
  [`sla-board?asOf=yesterday`, 'asOf: moment'],
  [`sla-board/cases?knownAt=2026-06-30T10:00:00`, 'knownAt: moment'],
  [`sla-board/difference?fromAsOf=2999-01-01`, 'fromAsOf: momentInFuture'],
])('a moment that cannot be told of: %s', (path, ...errors) =>
  supervisor.isRefused({ method: 'GET', path: `/api/${path}` }, { status: 400, code: 'invalid', errors }),
);

test('what was known cannot be asked for before what it is about, nor a case before it was lodged', async () => {
  const [early, late] = [new Date(Date.parse(before) - 1000).toISOString(), before];
  await supervisor.isRefused(
    { method: 'GET', path: `/api/worklist?${at(late, early)}` },
    { status: 400, code: 'invalid', errors: ['knownAt: knownBeforeItCame'] },
  );
  await supervisor.isRefused(
    { method: 'GET', path: `/api/cases/${long.caseId}?asOf=${ago(41)}` },
    { status: 404, code: 'notYetLodged' },
  );
});

test('16: lists and boards of the past are not for a respondent, who is told less of its cases', async () => {
  const respondent = await Caller.of(application, 'respondent');
  for (const path of [`worklist?${at(ago(1))}`, `sla-board?${at(ago(1))}`, `sla-board/difference?fromAsOf=${ago(1)}`])
    await respondent.isRefused({ method: 'GET', path: `/api/${path}` }, { status: 403, code: 'wrongRole' });
});
