import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import { startApplication, type TestApplication } from '../application.js';
import { Handling, type Done } from './handling.js';
import { specimenClaim } from './specimen-claim.js';

let application: TestApplication;
let desk: Handling;
let ours: Done;
let evil: Done;
let position: string;

/** A company may be called what a spreadsheet would run. */
const formula = '=HYPERLINK("http://evil.example","清欠")';

beforeAll(async () => {
  application = await startApplication();
  desk = new Handling(application);
  ours = await desk.inHandling();
  const claim = specimenClaim();
  evil = await desk.lodged({ respondent: { ...claim.respondent, name: formula, creditCode: null } }, 'sme');
  const other = {
    ...claim.complainant,
    name: '上海清欠演示软件服务有限公司（虚构）',
    creditCode: '91310104MADEM002X1',
  };
  position = (await desk.lodged({ complainant: other }, 'sme-xuhui')).position;
});

afterAll(() => application.close());

interface Downloaded {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

async function download(account: string, path: string, language = 'zh-CN'): Promise<Downloaded> {
  const headers = { Authorization: `Bearer ${await application.signIn(account)}`, 'Accept-Language': language };
  const response = await fetch(`${application.url}/api/exports/${path}`, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

const cells = ({ bytes }: Downloaded): string[][] => parse(bytes, { bom: true, relaxColumnCount: true });

/** The rows by their headings; the lines before them apart. */
function tableOf(answer: Downloaded): { about: Record<string, string>; rows: Record<string, string>[] } {
  const all = cells(answer);
  const end = all.findIndex((row) => row.join('') === '');
  const [about, headings] = [all.slice(0, end), all[end + 1]!];
  const rows = all.slice(end + 2).map((row) => Object.fromEntries(row.map((cell, i) => [headings[i]!, cell])));
  return { about: Object.fromEntries(about) as Record<string, string>, rows };
}

test('a view is given whole, with its position and times, and in the words of the reader', async () => {
  const answer = await download('supervisor', `worklist?atLeast=${position}`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="worklist-\d{4}-\d\d-\d\d\.csv"$/);
  const { about, rows } = tableOf(answer);
  expect(about).toMatchObject({ 导出: '案件清单', 行数: '3' });
  expect(about['日志位置']).toBe(answer.headers.get('export-position'));
  expect(BigInt(about['日志位置']!)).toBeGreaterThanOrEqual(BigInt(position));
  expect(about['导出时间']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
  expect(about['截至日期']).toBe(await desk.today());
  expect(rows.find((row) => row['案号'] === ours.caseNumber)).toMatchObject({
    案件类型: '拖欠款项',
    状态: '办理中',
    '主张金额（元）': '4554487.75',
    办理部门: expect.stringContaining('浦东') as string,
    期限状态: '计时中',
    暂定: expect.stringMatching(/^[是否]$/) as string,
    数据待恢复: '否',
  });
  const english = tableOf(await download('supervisor', 'worklist?format=csv', 'en'));
  expect(english.rows.find((row) => row['Case number'] === ours.caseNumber)).toMatchObject({
    Kind: 'Overdue payment',
    Status: 'In handling',
    'Not up to date': 'no',
  });
});

test('no cell is a formula, neither of a text file nor of a workbook', async () => {
  const { rows } = tableOf(await download('supervisor', 'worklist'));
  expect(rows.find((row) => row['案号'] === evil.caseNumber)!['被投诉人']).toBe(`'${formula}`);
  const workbook = new Excel.Workbook();
  const { bytes } = await download('supervisor', 'worklist?format=xlsx');
  await workbook.xlsx.load(bytes as unknown as Excel.Buffer);
  const sheet = workbook.worksheets[1]!;
  const texts: Excel.CellValue[] = [];
  sheet.eachRow((row) =>
    row.eachCell(({ value, type }) => {
      expect(type).not.toBe(Excel.ValueType.Formula);
      texts.push(value);
    }),
  );
  expect(texts).toContain(formula);
});

test('a workbook has sums, numbers and dates as what they are', async () => {
  const { bytes, headers } = await download('supervisor', 'worklist?format=xlsx', 'en');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(bytes as unknown as Excel.Buffer);
  const [about, sheet] = workbook.worksheets;
  expect(about!.getCell('B2').value).toBe(headers.get('export-position'));
  const headings = (sheet!.getRow(1).values as string[]).slice(1);
  const rows = (sheet!.getRows(2, sheet!.rowCount - 1) ?? []).map((row) =>
    Object.fromEntries(headings.map((heading, i) => [heading, row.getCell(i + 1).value])),
  );
  const row = rows.find((one) => one['Case number'] === ours.caseNumber)!;
  expect(row['Claimed (CNY)']).toBe(4554487.75);
  expect(row['Lodged on']).toBeInstanceOf(Date);
  expect(row['Lodged on']).toEqual(new Date(`${await desk.today()}T00:00:00Z`));
  expect(typeof row['Calendar days left']).toBe('number');
});

test('16: nobody exports what they may not read', async () => {
  const numbers = async (account: string) =>
    tableOf(await download(account, 'worklist')).rows.map((row) => row['案号']);
  expect((await numbers('sme')).sort()).toEqual([ours.caseNumber, evil.caseNumber].sort());
  expect(await numbers('sme-xuhui')).toHaveLength(1);
  // The status and the clocks as they are, which the list on the screen tells it as far as it may know.
  expect(await numbers('respondent')).toEqual([]);
  expect(await numbers('mediator-xuhui')).toEqual([]);
  expect(await numbers('handler')).toEqual([ours.caseNumber]);
  expect((await download('sme', 'escalations')).status).toBe(403);
  expect((await download('operator', 'worklist')).status).toBe(403);
  const { body } = await (await desk.user('sme')).get<{ name: string }[]>('/api/exports');
  expect(body.map(({ name }) => name)).not.toContain('escalations');
});

test('every view can be exported, in both formats, and narrowed by what it names', async () => {
  const { body } = await (await desk.user('supervisor')).get<{ name: string; filters: string[] }[]>('/api/exports');
  expect(body.length).toBeGreaterThanOrEqual(3);
  for (const { name } of body) {
    for (const format of ['csv', 'xlsx'])
      expect([name, (await download('supervisor', `${name}?format=${format}`)).status]).toEqual([name, 200]);
    const answer = await download('supervisor', name);
    expect(String(tableOf(answer).rows.length)).toBe(answer.headers.get('export-rows'));
  }
  const narrowed = await download('supervisor', 'worklist?district=310115&status=inHandling&kind=overduePayment');
  expect(tableOf(narrowed).rows.map((row) => row['案号'])).toEqual([ours.caseNumber]);
});

const numbersOf = async (account: string, path: string) =>
  tableOf(await download(account, path))
    .rows.map((row) => row['案号']!)
    .sort();
const listed = async (account: string, path: string) => {
  const { rows } = (await desk.read(account, `/api/${path}`)).body as { rows: { caseNumber: string }[] };
  return rows.map(({ caseNumber }) => caseNumber).sort();
};

test.each([
  ['mediator', 'queue=mine'],
  ['mediator', 'queue=office'],
  ['intake', 'queue=unassigned'],
  ['supervisor', 'level=district'],
  ['supervisor', 'q=清欠'],
  ['supervisor', 'q=91310104&kind=overduePayment'],
  ['supervisor', 'status=inHandling&q=OP'],
])('an export is narrowed as the list on the screen is: the worklist of %s, %s', async (account, filter) => {
  const rows = await numbersOf(account, `worklist?${filter}`);
  expect(rows).toEqual(await listed(account, `worklist?${filter}&limit=200`));
  expect(rows.length).toBeGreaterThan(0);
});

test('so are the clocks behind the board, rungs, first contacts and parties', async () => {
  for (const filter of [
    'duty=office',
    'clock=transfer',
    'office=310115-handling&duty=office',
    'district=city&duty=office',
  ])
    expect([filter, await numbersOf('supervisor', `sla-board?${filter}`)]).toEqual([
      filter,
      await listed(
        'supervisor',
        `sla-board/cases?limit=200&${filter.replace('&duty=office', '').replace('duty=office', '')}`,
      ),
    ]);
  for (const standing of ['running', 'met', 'late'])
    expect([standing, await numbersOf('supervisor', `sla-board?duty=office&standing=${standing}`)]).toEqual([
      standing,
      await listed('supervisor', `sla-board/cases?limit=200&status=${standing}`),
    ]);
  for (const state of ['open', 'held', 'fired', 'awaiting'])
    expect([state, await numbersOf('supervisor', `escalations?state=${state}`)]).toEqual([
      state,
      await listed('supervisor', `escalations?limit=200&state=${state}`),
    ]);
  const parties = tableOf(await download('supervisor', `parties?q=${encodeURIComponent('演示软件')}`)).rows;
  expect([...new Set(parties.map((row) => row['统一社会信用代码']))]).toEqual(['91310104MADEM002X1']);
  expect(await numbersOf('supervisor', 'first-contact?office=nowhere')).toEqual([]);
});

test('15: an export of the past is that of its day, and carries both its times; of now, it is today’s', async () => {
  const now = (await application.parts.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]!.now;
  const then = now.toISOString();
  for (const name of ['worklist', 'sla-board']) {
    const today = await download('supervisor', `${name}?atLeast=${position}`);
    const past = await download('supervisor', `${name}?asOf=${then}&knownAt=${then}&atLeast=${position}`);
    const byRow = ({ rows }: ReturnType<typeof tableOf>) => rows.map((row) => JSON.stringify(row)).sort();
    expect([name, byRow(tableOf(past))]).toEqual([name, byRow(tableOf(today))]);
    const { about } = tableOf(past);
    expect(Date.parse(about['截至时点']!)).toBe(now.getTime());
    expect(Date.parse(about['当时所知']!)).toBe(now.getTime());
    expect(about['日志位置']).toBe(past.headers.get('export-position'));
  }
  const status = async (query: string) =>
    tableOf(await download('supervisor', `worklist?q=${evil.caseNumber}&${query}`)).rows.map((row) => row['状态']);
  const { position: after } = await desk.own('sme', evil, 'withdraw', { reason: '已付款' });
  expect(await status(`atLeast=${after}`)).toEqual(['已撤回']);
  expect(await status(`asOf=${then}&atLeast=${after}`)).toEqual(['待审查']);
  expect(await numbersOf('mediator', `worklist?asOf=${then}&queue=mine`)).toEqual([ours.caseNumber]);
  expect(await numbersOf('sme-xuhui', `worklist?asOf=${then}`)).toHaveLength(1);
  expect(await numbersOf('respondent', `worklist?asOf=${then}`)).toEqual([]);
  expect(await numbersOf('supervisor', `sla-board?asOf=${then}&standing=running&duty=office`)).toContain(
    ours.caseNumber,
  );
  expect((await download('supervisor', `worklist?asOf=${then}&format=xlsx`)).status).toBe(200);
});

test('figures are exported as they are told, with the period, the times and the law they rest on', async () => {
  const year = (await desk.today()).slice(0, 4);
  const figures = await download('supervisor', `statistics?period=${year}&by=district`);
  const { about, rows } = tableOf(figures);
  const { body } = await desk.read('supervisor', `/api/statistics?period=${year}&by=district`);
  const told = (body as { rows: { key: string; lodged: number; claimed: string; onTime: { met: number } }[] }).rows;
  expect(rows.map((row) => [row['代码'], row['提出'], row['主张金额（元）'], row['按期完成']])).toEqual(
    told.map(({ key, lodged, claimed, onTime }) => [key, String(lodged), claimed, String(onTime.met)]),
  );
  expect(rows.map((row) => row['名称'])).toContain('市级');
  expect(about).toMatchObject({ 导出: '统计快报', 统计期间: year, 日志位置: figures.headers.get('export-position') });
  expect(figures.bytes.toString()).toMatch(/依据,lawPack-CN-ORDER-802 \d+ [0-9a-f]{64}/);
  const held = tableOf(await download('supervisor', `holders?period=${year}&by=office`)).rows;
  expect(held.map((row) => row['代码'])).toContain('310115-handling');
  for (const name of ['statistics', 'holders'])
    expect((await download('head', `${name}?period=${year}&format=xlsx`)).status).toBe(200);
  for (const account of ['sme', 'mediator'])
    expect((await download(account, `statistics?period=${year}`)).status).toBe(403);
});

test('18: a wrong export is refused field by field', async () => {
  const refused = async (path: string) => {
    const { status, bytes } = await download('supervisor', path);
    const { errors = [] } = JSON.parse(bytes.toString()) as { errors?: { field: string; code: string }[] };
    return [status, ...errors.map(({ field, code }) => `${field} ${code}`)];
  };
  expect(await refused('nothing')).toEqual([404]);
  expect(await refused('worklist?format=pdf')).toEqual([400, 'format oneOf']);
  expect(await refused('worklist?status=none&kind=x')).toEqual([400, 'kind oneOf', 'status oneOf']);
  expect(await refused('escalations?status=lodged')).toEqual([400, 'status unknownField']);
  expect(await refused('worklist?limit=5')).toEqual([400, 'limit unknownField']);
  expect(await refused(`worklist?district='; DROP`)).toEqual([400, 'district identifier']);
  expect(await refused('worklist?queue=theirs&level=moon')).toEqual([400, 'level oneOf', 'queue oneOf']);
  expect(await refused('worklist?clock=x&standing=late')).toEqual([400, 'clock unknownField', 'standing unknownField']);
  expect(await refused('worklist?asOf=2999-01-01')).toEqual([400, 'asOf momentInFuture']);
  expect(await refused('parties?asOf=2026-06-30&knownAt=x')).toEqual([400, 'knownAt moment']);
  expect(await refused('parties?asOf=2026-06-30')).toEqual([400, 'asOf unknownField']);
  expect(await refused('statistics?by=moon')).toEqual([400, 'period required', 'by oneOf']);
  expect(await refused('holders?period=26&format=pdf')).toEqual([400, 'format oneOf', 'period period']);
  expect((await fetch(`${application.url}/api/exports/worklist`)).status).toBe(401);
});

test('whoever leaves in the middle of an export keeps no session of the database', async () => {
  const { pool } = application.parts;
  const { rows } = await pool.query<{ schema: string }>(
    `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'worklist'`,
  );
  const table = `${rows[0]!.schema}.worklist`;
  const columns = (
    await pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = 'worklist'`,
      [rows[0]!.schema],
    )
  ).rows.map(({ name }) => name);
  const others = columns.map((name) => (name === 'case_id' ? `case_id || '-' || n` : name)).join(', ');
  await pool.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${others} FROM ${table}, generate_series(1, 15000) n`,
  );
  const headers = { Authorization: `Bearer ${await application.signIn('supervisor')}` };
  for (const format of ['csv', 'xlsx']) {
    const leaving = new AbortController();
    const response = await fetch(`${application.url}/api/exports/worklist?format=${format}`, {
      headers,
      signal: leaving.signal,
    });
    const reader = response.body!.getReader();
    await reader.read();
    leaving.abort();
    await reader.read().catch(() => undefined);
  }
  const busy = async () =>
    (
      await pool.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL
       AND (query LIKE 'COPY%' OR query LIKE '%FROM views.worklist w%') AND pid <> pg_backend_pid()`)
    ).rowCount;
  for (let tries = 0; tries < 1_000 && (await busy()) !== 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await busy()).toBe(0);
});

test('peers’ pain, capped exports (zammad #2433; osTicket PR #5000; TheHive #1147): every row comes, and memory stays flat', async () => {
  const headers = { Authorization: `Bearer ${await application.signIn('supervisor')}`, 'Accept-Language': 'en' };
  const before = process.memoryUsage.rss();
  const response = await fetch(`${application.url}/api/exports/worklist`, { headers });
  let [lines, most] = [0, 0];
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    most = Math.max(most, process.memoryUsage.rss());
  }
  const told = Number(response.headers.get('export-rows'));
  expect(told).toBeGreaterThan(45_000);
  // The lines before the rows, and the headings.
  expect(lines).toBe(told + 7);
  expect((most - before) / 2 ** 20).toBeLessThan(150);
});
