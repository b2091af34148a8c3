import { migrate } from '@redress/platform/migrate.js';
import { testDatabase } from '../../test/database.js';
import type { Account } from './account.js';
import { loadDemonstrationAccounts } from './demonstration-accounts.js';
import { CreateAccess1795305600200 } from './migrations/create-access.js';
import { WidenRoles1795399200000 } from './migrations/widen-roles.js';
import { ReadLog } from './read-log.js';

const subject = { caseId: '019a0000-0000-8000-8000-000000000001', caseNumber: 'OP-2026-0000-0000-00000' };
const other = { ...subject, caseId: '019a0000-0000-8000-8000-000000000002' };

let database: Awaited<ReturnType<typeof testDatabase>>;
let accounts: readonly Account[];
let readLog: ReadLog;
const named = (name: string): Account => accounts.find((account) => account.name === name)!;

beforeAll(async () => {
  database = await testDatabase();
  await migrate(database.url, [CreateAccess1795305600200, WidenRoles1795399200000]);
  accounts = await loadDemonstrationAccounts(database.pool);
  readLog = new ReadLog(database.pool);
});
afterAll(() => database.drop());

it('records who of which office read what of which case, the newest first (invariant 16)', async () => {
  await readLog.record(named('mediator'), subject, 'caseFile');
  await readLog.record(named('supervisor'), subject, 'history');
  await readLog.record(named('head'), other, 'caseFile');
  expect(await readLog.ofCase(subject.caseId, 10)).toMatchObject([
    { accountName: 'supervisor', role: 'supervisor', office: '310000-supervision', what: 'history' },
    { accountName: 'mediator', personName: { zh: '周敏', en: 'Zhou Min' }, what: 'caseFile' },
  ]);
  expect(await readLog.ofCase(subject.caseId, 1)).toHaveLength(1);
});

it('does not record a complainant who reads its own case', async () => {
  await readLog.record(named('sme'), other, 'caseFile');
  expect(await readLog.ofCase(other.caseId, 10)).toHaveLength(1);
});

it.each([
  'UPDATE access.reads SET what = $$x$$',
  'DELETE FROM access.reads',
  'TRUNCATE access.reads',
  'DELETE FROM access.accounts',
])('the database refuses %s', async (statement) => {
  await expect(database.pool.query(statement)).rejects.toThrow(/append-only|foreign key/);
});
