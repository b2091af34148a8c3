import type { Pool } from 'pg';
import { past } from './followed-case/past.js';
import { pastWorklist, type PastListQuery } from './history/lists.js';
import { history } from './history/projection.js';
import { parties } from './parties/projection.js';
import { fourCases, settled, waiting } from './testing/cases.js';
import { ViewUnderTest } from './testing/view-under-test.js';

const endOf = (day: string) => `${day}T23:59:59.999999+08:00`;
const thatDay = (day: string) => past(endOf(day), endOf(day));

describe('A past list that is searched', () => {
  let view: ViewUnderTest;

  beforeAll(async () => {
    view = await ViewUnderTest.of(history);
    const { store } = await fourCases();
    await view.catchUp(store);
    await view.catchUp(store, 100, parties);
  });
  afterAll(() => view.drop());

  const page = (query: Partial<PastListQuery>, at = thatDay('2026-05-10'), db: Pool = view.pool) =>
    pastWorklist(db, { kind: 'all' }, { queue: { of: 'all' }, limit: 50, ...query }, at);
  const found = async (search: string, at = thatDay('2026-05-10')) =>
    (await page({ search }, at)).rows.map(({ caseId }) => caseId);

  it('finds a case by a name a party had then, by its number or code, as today’s list does', async () => {
    for (const search of ['水务', '方水', ' 东方 水 ', '东', 'op 2025', 'OP-2025-0000', 'ＯＰ２０２５'])
      expect([search, await found(search)]).toEqual([search, [waiting]]);
    for (const search of ['宏业建设（集团）', '91310000132', '９１３１００００１３２', '申精'])
      expect([search, (await found(search)).includes(settled)]).toEqual([search, true]);
    expect(await found('水务', thatDay('2025-12-23'))).toEqual([]);
    expect(await found('无此企业')).toEqual([]);
    const { rows, total, more } = await page({ search: '申精', limit: 2 });
    expect([rows.length, total, more]).toEqual([2, 3, true]);
  });

  it('reads no list whole for it: the few cases of a name come from the index of names', async () => {
    const asked: (readonly [string, unknown[]])[] = [];
    const listening = {
      query: (text: string, values: unknown[]) => (asked.push([text, values]), view.pool.query(text, values)),
    } as unknown as Pool;
    await page({ search: '水务' }, undefined, listening);
    const [names, list] = asked;
    expect(await view.planOf(...names!, 'enable_indexscan')).toMatch(/Bitmap Index Scan on party_by_pair/);
    expect(list![1]).toContainEqual([waiting]);
  });
});
