import type { StatisticsRow } from '../../api/types.js';
import { closerTo } from './statistics-search.js';

const row = (key: string | null) => ({ key }) as StatisticsRow;
const search = { period: '2026', by: 'district', knownAt: '2026-06-30' };

describe('a row of figures', () => {
  it('leads to its own figures told apart further, of the same period and moment', () => {
    expect(closerTo(row('310115'), 'district', search)).toEqual({ ...search, district: '310115', by: 'office' });
    expect(closerTo(row('complaint'), 'kind', { ...search, district: '310115' })).toEqual({
      ...search,
      district: '310115',
      kind: 'complaint',
      by: 'category',
    });
  });

  it('of the city leads to what no district has', () => {
    expect(closerTo(row(''), 'district', search)).toMatchObject({ district: 'city' });
  });

  it('of a month leads to the districts of that month', () => {
    expect(closerTo(row('2026-03'), 'month', search)).toMatchObject({ period: '2026-03', by: 'district' });
  });

  it('without a value leads nowhere', () => {
    expect(closerTo(row(''), 'category', search)).toBeNull();
  });
});
