import { stdnum } from 'stdnum';
import { demonstrationOrganisation } from '@redress/organisation/demonstration.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase } from '../../test/database.js';
import { actorOf, isOfficial } from './account.js';
import { addAccounts } from './account-rows.js';
import { demonstrationAccounts, demonstrationCompanies, loadDemonstrationAccounts } from './demonstration-accounts.js';
import { CreateAccess1795305600200 } from './migrations/create-access.js';
import { WidenRoles1795399200000 } from './migrations/widen-roles.js';
import { roles } from './roles.js';

let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  await migrate(database.url, [CreateAccess1795305600200, WidenRoles1795399200000]);
});
afterAll(() => database.drop());

it('has an account of every role, and each official is an officer of the organisation in that role', () => {
  const accounts = demonstrationAccounts();
  expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(roles));
  const officers = demonstrationOrganisation().offices.flatMap((office) =>
    office.officers.map((officer) => [officer.officerId, office.established.officeId, officer.role].join()),
  );
  for (const account of accounts) {
    if ('officer' in account) expect(officers).toContain([account.officer, account.office, account.role].join());
  }
});

it('gives the made-up companies well-formed credit codes', () => {
  for (const { name, creditCode } of Object.values(demonstrationCompanies)) {
    expect(name).toContain('虚构');
    expect(stdnum.CN!.uscc!.validate(creditCode)).toMatchObject({ isValid: true, isCompany: true });
  }
});

it('loads the accounts once, in little time, when two starters run at the same time', async () => {
  const began = performance.now();
  const [first, second] = await Promise.all([
    loadDemonstrationAccounts(database.pool),
    loadDemonstrationAccounts(database.pool),
  ]);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(first).toEqual(second);
  expect(first).toHaveLength(demonstrationAccounts().length);
  expect(await loadDemonstrationAccounts(database.pool)).toEqual(first);
});

it('names the actor of an event by officer and office, by company, or by account', async () => {
  const accounts = await loadDemonstrationAccounts(database.pool);
  const actorNamed = (name: string) => actorOf(accounts.find((account) => account.name === name)!);
  expect(actorNamed('mediator')).toEqual({
    id: '310115-mediator-1',
    name: '周敏',
    role: 'mediator',
    organisation: '310115-handling',
  });
  expect(actorNamed('sme')).toMatchObject({ role: 'sme', organisation: demonstrationCompanies.pudong.creditCode });
  expect(actorNamed('operator')).toMatchObject({ role: 'operator', organisation: null });
  expect(accounts.filter(isOfficial).map(({ name }) => name)).not.toContain('operator');
});

it.each([
  ['a mediator without an office', { office: null, officer: null }],
  ['an operator with an office', { role: 'operator' }],
  ['an SME without a company', { role: 'sme', office: null, officer: null, district: null }],
  ['a respondent with an office', { role: 'respondent' }],
  ['a service specialist without an office', { role: 'serviceSpecialist', office: null, officer: null }],
  ['a role nobody knows', { role: 'minister' }],
  ['a name with a blank', { name: 'a b' }],
])('the database refuses %s', async (_, fault) => {
  const mediator = { name: 'faulty', role: 'mediator', officer: 'mediator-1', office: 'office-1', district: '310115' };
  const row = { ...mediator, ...fault };
  const inserted = database.pool.query(
    `INSERT INTO access.accounts (name, password_hash, role, person_zh, person_en, officer, office, district, demonstration)
     VALUES ($1, 'x', $2, '某人', 'Somebody', $3, $4, $5, true)`,
    [row.name, row.role, row.officer, row.office, row.district],
  );
  await expect(inserted).rejects.toThrow('check constraint');
});

it('leaves an account that is there as it is', async () => {
  const [account] = demonstrationAccounts();
  await loadDemonstrationAccounts(database.pool);
  await addAccounts(database.pool, [{ ...account!, passwordHash: 'another' }]);
  const { rows } = await database.pool.query<{ password_hash: string }>(
    'SELECT password_hash FROM access.accounts WHERE name = $1',
    [account!.name],
  );
  expect(rows[0]!.password_hash).toMatch(/^\$argon2id\$/);
});
