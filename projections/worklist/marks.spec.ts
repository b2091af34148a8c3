import { caseNumber, type CaseKind } from '@redress/cases/shared/case-number.js';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { searchable } from '../name-search.js';
import { Parameters } from '../reader.js';
import { caseMarks, markedCompany, markedNumber } from './marks.js';

const text = fc.array(fc.constantFrom(...'上海宏业建设集团信息科技𠮷a09'), { minLength: 1, maxLength: 6 });
const code = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 18, maxLength: 18 })
  .map((digits) => digits.join(''));

describe('The marks of a case', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  /** Whether a case with the marks is read for what is sought. */
  const isRead = async (marks: string, condition: (parameters: Parameters) => string) => {
    const parameters = new Parameters();
    const row = `(SELECT ${parameters.add(marks)}::bigint AS marks) AS row`;
    const { rows } = await database.pool.query<{ read: boolean }>(
      `SELECT ${condition(parameters)} AS read FROM ${row}`,
      parameters.values,
    );
    return rows[0]!.read;
  };

  it('pass over no case which has a part of a name, the beginning of a code or of a number', async () => {
    const kinds = fc.constantFrom<CaseKind>('overduePayment', 'complaint', 'creditRepair', 'ipFastTrack');
    const years = fc.integer({ min: 2000, max: 2099 });
    await fc.assert(
      fc.asyncProperty(text, text, text, code, code, kinds, years, async (a, b, c, own, other, kind, year) => {
        const name = searchable([...a, ...b, ...c].join(''));
        const number = caseNumber(kind, year, '0192a000-0000-8000-8000-0000000000ff');
        const marks = caseMarks([searchable(b.join('')), name], [own, other], number);
        const sought = [b.join(''), [...name][0]!, own.slice(0, 4), own.slice(0, 8), other];
        for (const search of sought)
          expect([search, await isRead(marks, (to) => markedCompany(search, to))]).toEqual([search, true]);
        for (const length of [5, 7, 12, number.length])
          expect(await isRead(marks, (to) => markedNumber(number.slice(0, length), to))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('pass over cases of another year, another region and other names', async () => {
    const marks = caseMarks(['上海宏业建设集团'], ['91310115MA1K4XXX0A'], 'OP-2025-0000-0000-00000');
    for (const number of ['OP-2026', 'CO-2025', 'IP-20'])
      expect(await isRead(marks, (to) => markedNumber(number, to))).toBe(false);
    expect(await isRead(marks, (to) => markedCompany('91310112', to))).toBe(false);
    expect(await isRead(marks, (to) => markedCompany('信息科技', to))).toBe(false);
  });
});
