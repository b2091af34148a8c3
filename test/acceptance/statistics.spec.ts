import { startApplication, type TestApplication } from '../application.js';
import { ago, Handling, type Done } from './handling.js';
import { Caller } from './refusals.js';

interface Row {
  key: string | null;
  name: { zh: string } | null;
  rank: number | null;
  lodged: number;
  claimed: string;
  onTime: { met: number; metLate: number; late: number; rate: number | null; provisional: number };
}
interface Told {
  position: string;
  asOf: string;
  knownAt: string;
  law: { stream: string; version: number | null; hash: string }[];
  rows: Row[];
}

interface Task {
  task: string;
  office: { id: string };
  state: string;
}

let application: TestApplication;
let handling: Handling;
let supervisor: Caller;
let long: Done;
const year = ago(0).slice(0, 4);

beforeAll(async () => {
  application = await startApplication({ demonstrationCases: true, escalation: false });
  handling = new Handling(application);
  supervisor = await Caller.of(application, 'supervisor');
  long = await handling.inHandlingForLong();
});
afterAll(() => application.close());

const get = async <T>(path: string, by = 'supervisor') => {
  const { status, body } = await handling.read(by, `/api/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body as unknown as T;
};

test('figures carry what they rest on, and are the same when told again as of then', async () => {
  const told = await get<Told>(`statistics?period=${year}&by=district&atLeast=${long.position}`);
  expect(BigInt(told.position)).toBeGreaterThanOrEqual(BigInt(long.position));
  expect(told.law.map(({ stream }) => stream)).toEqual(
    expect.arrayContaining(['calendar-CN', 'lawPack-CN-ORDER-802', 'policy-default']),
  );
  const pudong = told.rows.find(({ key }) => key === '310115')!;
  expect(pudong.name?.zh).toContain('浦东');
  expect(pudong.onTime.met).toBeGreaterThanOrEqual(2);
  const { met, metLate, late } = pudong.onTime;
  expect(pudong.onTime.rate).toBeCloseTo(met / (met + metLate + late), 3);
  await handling.inHandlingForLong();
  const again = await get<Told>(`statistics?period=${year}&by=district&asOf=${told.asOf}&knownAt=${told.knownAt}`);
  expect(again.rows).toEqual(told.rows);
  expect(again.law).toEqual(told.law);
});

test('figures are told apart and filtered; each part is of the whole', async () => {
  const whole = (await get<Told>(`statistics?period=${year}`)).rows[0]!;
  for (const by of ['district', 'office', 'kind', 'category', 'respondentType', 'month', 'quarter']) {
    const { rows } = await get<Told>(`statistics?period=${year}&by=${by}`);
    expect([by, rows.reduce((sum, { lodged }) => sum + lodged, 0)]).toEqual([by, whole.lodged]);
  }
  const month = await get<Told>(
    `statistics?period=${ago(40).slice(0, 7)}&kind=overduePayment&respondentType=largeFirm`,
  );
  expect(month.rows[0]!.lodged).toBeGreaterThanOrEqual(1);
  expect(month.rows[0]!.onTime.met).toBeGreaterThanOrEqual(2);
  expect(month.rows[0]!.onTime.rate).toBeGreaterThan(0);
});

test('the special inspections, the yearly tasks and their reports', async () => {
  const { rows } = await get<{ rows: (Row & { inspection: string })[] }>(`statistics/inspections?period=${year}`);
  expect(rows.map(({ inspection }) => inspection)).toEqual([
    'businessCharges',
    'intermediary',
    'arrears',
    'policyLastMile',
  ]);
  const byCategory = (await get<Told>(`statistics?period=${year}&by=category&kind=complaint`)).rows;
  for (const { inspection, onTime } of rows)
    if (inspection !== 'arrears')
      expect([inspection, onTime]).toEqual([
        inspection,
        byCategory.find(({ key }) => key === inspection)?.onTime ?? expect.objectContaining({ rate: null }),
      ]);
  expect(rows.find(({ inspection }) => inspection === 'arrears')!.onTime.rate).toBeGreaterThan(0);
  const tasks = await get<{ task: string; year: number; dueOn: string | null; report: string }[]>('statistics/tasks');
  expect(tasks.map(({ task, dueOn }) => [task, dueOn])).toEqual([
    ['disclosure', `${year}-03-31`],
    ['yearlyReport', null],
  ]);
  for (const { report } of tasks) expect((await get<Told>(report.slice(5))).rows).toBeInstanceOf(Array);
});

const marked = (task: string, of: number | string, body: object, by = 'supervisor') =>
  handling.user(by).then((user) => user.command<object>(`/api/statistics/tasks/${task}/${of}/done`, body));

test('a yearly task is late or open until it is marked done, with who made it, when and where it can be read', async () => {
  const before = Number(year) - 1;
  const standing = async (query = '', by = 'supervisor') =>
    (await get<Task[]>(`statistics/tasks${query}`, by)).map(({ office, task, state }) => [office.id, task, state]);
  expect(await standing()).toEqual([
    ['310000-supervision', 'disclosure', ago(0) > `${year}-03-31` ? 'late' : expect.any(String)],
    ['310000-supervision', 'yearlyReport', 'open'],
  ]);
  const made = { madeOn: `${year}-01-05`, document: '沪经信公开〔2026〕8号' };
  expect((await marked('disclosure', before, made)).status).toBe(200);
  const late = { madeOn: ago(0), document: '浦府〔2026〕3号', office: '310115-handling' };
  for (const task of ['disclosure', 'yearlyReport'])
    expect((await marked(task, before, late, 'supervisor-pudong')).status).toBe(200);
  const [told] = await get<Task[]>('statistics/tasks');
  expect(told).toMatchObject({ year: before, state: 'done', done: made, mayMark: false, article: '18' });
  const all = await standing('?office=all');
  expect(all).toHaveLength(34);
  expect(all).toContainEqual(['310115-handling', 'yearlyReport', 'done']);
  expect(all).toContainEqual(['310115-handling', 'disclosure', ago(0) > `${year}-03-31` ? 'doneLate' : 'done']);
  expect(await standing('?office=all', 'supervisor-pudong')).toHaveLength(2);
  const takeBack = async (reason: string) =>
    (await handling.user('supervisor')).command(`/api/statistics/tasks/disclosure/${before}/take-back`, { reason });
  expect((await takeBack(' ')).body).toMatchObject({ errors: [{ field: 'reason', code: 'required' }] });
  expect((await takeBack('文号登记有误')).status).toBe(200);
  expect((await takeBack('文号登记有误')).body).toMatchObject({ status: 409, code: 'notReported' });
  expect((await marked('disclosure', before, made)).status).toBe(200);
});

test('18: a report is marked once, after its year, by the office whose it is', async () => {
  const made = { madeOn: ago(0), document: '文件' };
  const refused = (by: string, path: string, body: object, expected: Parameters<Caller['isRefused']>[1]) =>
    Caller.of(application, by).then((caller) =>
      caller.isRefused({ path: `/api/statistics/tasks/${path}/done`, body }, expected),
    );
  const before = Number(year) - 1;
  const faulty = (...errors: string[]) => ({ status: 422, code: 'invalid', errors });
  await refused('supervisor', `disclosure/${before}`, made, { status: 409, code: 'alreadyReported' });
  await refused('supervisor', `disclosure/${year}`, made, faulty('year: yearNotEnded'));
  const early = { ...made, madeOn: `${before}-12-31` };
  await refused('supervisor', `yearlyReport/${before}`, early, faulty('madeOn: reportedBeforeYearEnded'));
  const toCome = { ...made, madeOn: '2199-01-01' };
  await refused('supervisor', `yearlyReport/${before}`, toCome, faulty('madeOn: dateInFuture'));
  const wrong = { madeOn: '31.3.', document: ' ', who: 'x' };
  const errors = ['document: required', 'madeOn: day', 'who: unknownField'];
  await refused('supervisor', `yearlyReport/${before}`, wrong, { status: 400, code: 'invalid', errors });
  const elsewhere = { ...made, office: '310104-handling' };
  await refused('supervisor', `yearlyReport/${before}`, elsewhere, { status: 403, code: 'otherOffice' });
  await refused('mediator', `yearlyReport/${before}`, made, { status: 403, code: 'wrongRole' });
  await refused('supervisor', `audit/${before}`, made, { status: 404, code: 'notFound' });
  const year20 = { status: 400, code: 'invalid', errors: ['year: wholeNumber'] };
  await supervisor.isRefused({ method: 'GET', path: '/api/statistics/tasks?year=20' }, year20);
});

test('who held a case sums to what elapsed, to the second; who held files is told by office and officer', async () => {
  const told = await get<{
    asOf: string;
    elapsedSeconds: number;
    holdings: { from: string; to: string | null; seconds: number; stage: string }[];
  }>(`cases/${long.caseId}/holders`);
  const lodged = told.holdings[0]!.from;
  expect(told.elapsedSeconds).toBeCloseTo((Date.parse(told.asOf) - Date.parse(lodged)) / 1000, 1);
  expect(told.holdings.map(({ stage }) => stage)).toEqual(['lodged', 'accepted', 'transferred', 'inHandling']);
  const offices = await get<{ rows: { key: string; seconds: number }[] }>(
    `holders?period=${year}&atLeast=${long.position}`,
  );
  expect(offices.rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['310115-handling', '310000-accepting']));
});

test('16: a district sees its own figures, an office’s officer and a company none', async () => {
  await supervisor.isRefused(
    { method: 'GET', path: '/api/statistics?period=26' },
    { status: 400, code: 'invalid', errors: ['period: period'] },
  );
  for (const by of ['sme', 'mediator'])
    await (
      await Caller.of(application, by)
    ).isRefused({ method: 'GET', path: `/api/statistics?period=${year}` }, { status: 403, code: 'wrongRole' });
  const head = await get<Told>(`statistics?period=${year}&by=office`, 'head');
  expect(head.rows.map(({ key }) => key)).toEqual(['310115-handling']);
});
