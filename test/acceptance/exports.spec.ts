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

const cells = ({ bytes }: Downloaded): string[][] =>
  parse(bytes, { bom: true, relaxColumnCount: true, skipEmptyLines: true });

/** The rows by their headings; the lines before them apart. */
function tableOf(answer: Downloaded): { about: Record<string, string>; rows: Record<string, string>[] } {
  const all = cells(answer);
  const [about, headings] = [all.slice(0, 5), all[5]!];
  const rows = all.slice(6).map((row) => Object.fromEntries(row.map((cell, i) => [headings[i]!, cell])));
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
  for (let tries = 0; tries < 200 && (await busy()) !== 0; tries++)
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
