import { testDatabase } from '../../test/database.js';
import { covers, type CaseAccess, type Scope } from './scope.js';
import { scopeSql } from './scope-sql.js';

const codes = ['A', 'B'];
const offices = ['city', '310115-handling', '310104-handling'];
const districts = ['310115', '310104'];

const cases: CaseAccess[] = codes.flatMap((complainantCode) =>
  offices.flatMap((acceptingOffice) =>
    [null, ...offices].flatMap((handlingOffice) =>
      [null, ...districts].map((district) => ({
        complainantCode,
        acceptingOffice,
        handlingOffice,
        mediator: null,
        district,
      })),
    ),
  ),
);

const scopes: Scope[] = [
  { kind: 'all' },
  { kind: 'none' },
  ...codes.map((creditCode) => ({ kind: 'company', creditCode }) as const),
  ...offices.map((office) => ({ kind: 'acceptingOffice', office }) as const),
  ...offices.map((office) => ({ kind: 'handlingOffice', office }) as const),
  ...districts.map((district) => ({ kind: 'district', district }) as const),
  { kind: 'company', creditCode: "' OR true --" },
];

let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(
    'CREATE TABLE listed (id int, complainant_code text, accepting_office text, handling_office text, district text)',
  );
  for (const [id, listed] of cases.entries()) {
    await database.pool.query('INSERT INTO listed VALUES ($1, $2, $3, $4, $5)', [
      id,
      listed.complainantCode,
      listed.acceptingOffice,
      listed.handlingOffice,
      listed.district,
    ]);
  }
});
afterAll(() => database.drop());

it.each(scopes)('lists with $kind exactly the cases which that scope covers', async (scope) => {
  const { where, parameters } = scopeSql(scope, 2);
  const { rows } = await database.pool.query<{ id: number }>(
    `SELECT id FROM listed WHERE id >= $1::int AND ${where} ORDER BY id`,
    [0, ...parameters],
  );
  const covered = [...cases.keys()].filter((id) => covers(scope, cases[id]!));
  expect(rows.map(({ id }) => id)).toEqual(covered);
});
