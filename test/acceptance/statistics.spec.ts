import { startApplication, type TestApplication } from '../application.js';
import { ago, Handling, type Done } from './handling.js';
import { Caller } from './refusals.js';

interface Row {
  key: string | null;
  name: { zh: string } | null;
  rank: number | null;
  lodged: number;
  claimed: string;
  onTime: { met: number; metLate: number; late: number; rate: number | null; provisional: number } | null;
}
interface Told {
  position: string;
  asOf: string;
  knownAt: string;
  law: { stream: string; version: number | null; hash: string }[];
  rows: Row[];
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
  expect(pudong.onTime!.met).toBeGreaterThanOrEqual(2);
  const { met, metLate, late } = pudong.onTime!;
  expect(pudong.onTime!.rate).toBeCloseTo(met / (met + metLate + late), 3);
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
  expect(month.rows[0]!.onTime).toBeNull();
});

test('the special inspections, the yearly tasks and their reports', async () => {
  const { rows } = await get<{ rows: { inspection: string }[] }>(`statistics/inspections?period=${year}`);
  expect(rows.map(({ inspection }) => inspection)).toEqual([
    'businessCharges',
    'intermediary',
    'arrears',
    'policyLastMile',
  ]);
  const tasks = await get<{ task: string; year: number; dueOn: string | null; report: string }[]>('statistics/tasks');
  expect(tasks.map(({ task, dueOn }) => [task, dueOn])).toEqual([
    ['disclosure', `${year}-03-31`],
    ['yearlyReport', null],
  ]);
  for (const { report } of tasks) expect((await get<Told>(report.slice(5))).rows).toBeInstanceOf(Array);
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
