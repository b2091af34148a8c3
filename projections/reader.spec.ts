import { testDatabase, type TestDatabase } from '../test/database.js';
import { beginsWith, Parameters, reader } from './reader.js';

describe('Who reads the views', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('is answered when a view was made anew with columns of another type, though the plan was kept', async () => {
    const read = reader(database.pool);
    const asked = () => read.prepared<{ n: unknown }>('SELECT n FROM told WHERE n <> $1', [1]);
    await database.pool.query('CREATE VIEW told AS SELECT 2 AS n');
    expect(await asked()).toEqual([{ n: 2 }]);
    await database.pool.query('DROP VIEW told; CREATE VIEW told AS SELECT 3.50::numeric AS n');
    for (let times = 0; times < 2; times++) expect(await asked()).toEqual([{ n: '3.50' }]);
  });

  it('hears of every other fault of a statement', async () => {
    await expect(reader(database.pool).prepared('SELECT 1 / 0')).rejects.toThrow('division by zero');
  });

  it('finds by its bounds what begins with a text, and nothing else', async () => {
    const parameters = new Parameters();
    const condition = beginsWith('word COLLATE "C"', 'OP-2026', parameters);
    const words = parameters.add(['OP-2025', 'OP-2026', 'OP-2026-ZZ', 'OP-2027', 'OP-202', 'op-2026']);
    const found = await reader(database.pool).query<{ word: string }>(
      `SELECT word FROM unnest(${words}::text[]) AS word WHERE ${condition} ORDER BY 1`,
      parameters.values,
    );
    expect(found.map(({ word }) => word)).toEqual(['OP-2026', 'OP-2026-ZZ']);
  });
});
