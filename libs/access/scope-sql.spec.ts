import { testDatabase } from '../../test/database.js';
import { covers, reachOf, reachColumns, type Scope } from './scope.js';
import { scopeSql } from './scope-sql.js';
import { assigned } from './testing/accounts.js';

const codes = ['A', 'B'];
const offices = ['city', '310115-handling', '310104-handling'];
const districts = ['310115', '310104'];

const reaches = codes
  .flatMap((code) =>
    [null, ...offices].flatMap((handlingOffice) =>
      [null, ...districts].flatMap((district) =>
        [[], ['310104-handling']].map((coHandlingOffices) =>
          reachOf({
            ...assigned,
            complainantCode: code,
            agentCode: handlingOffice && code,
            respondentCode: code,
            handlingOffice,
            coHandlingOffices,
            district,
          }),
        ),
      ),
    ),
  )
  .concat(
    [['tradeSecret'], ['stateSecret'], ['personalInformation', 'stateSecret']].flatMap((confidential) =>
      [null, 'mediator-1'].map((holder) =>
        reachOf({ ...assigned, holder, confidential, firstContact: 'specialist "1"' }),
      ),
    ),
  );

const injection = "' OR true --";
const scopes: Scope[] = [
  { kind: 'all' },
  { kind: 'none' },
  ...['complainant', 'agent', 'respondent'].flatMap((kind) =>
    [...codes, injection].map((creditCode) => ({ kind: kind as 'agent', creditCode })),
  ),
  ...[...offices, injection].flatMap((office) =>
    ['mediator-1', 'specialist "1"', '\\'].flatMap((officer) =>
      [true, false].map((isHead) => ({ kind: 'office', office, officer, isHead }) as const),
    ),
  ),
  ...districts.map((district) => ({ kind: 'district', district }) as const),
];

let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(
    `CREATE TABLE listed (
       id int, complainant_code text, agent_code text, told_respondent text, offices text[], district text)`,
  );
  for (const [id, reach] of reaches.entries()) {
    const columns = Object.entries(reachColumns(reach));
    const places = columns.map((_, i) => `$${i + 2}`).join(', ');
    await database.pool.query(
      `INSERT INTO listed (id, ${columns.map(([name]) => name).join(', ')}) VALUES ($1, ${places})`,
      [id, ...columns.map(([, value]) => value)],
    );
  }
});
afterAll(() => database.drop());

it.each(scopes)('lists with $kind $office $officer exactly the cases which that scope covers', async (scope) => {
  const { where, parameters } = scopeSql(scope, 2);
  const { rows } = await database.pool.query<{ id: number }>(
    `SELECT id FROM listed WHERE id >= $1::int AND ${where} ORDER BY id`,
    [0, ...parameters],
  );
  const covered = [...reaches.keys()].filter((id) => covers(scope, reaches[id]!));
  expect(rows.map(({ id }) => id)).toEqual(covered);
});
