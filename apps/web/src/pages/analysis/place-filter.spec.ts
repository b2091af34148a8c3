import type { Office } from '../../api/types.js';
import { districtOptions, officeOptions } from './place-filter.js';

const named = (zh: string) => ({ zh, en: `${zh} (en)` });
const office = (id: string, level: Office['level'], district: string | null): Office => ({
  id,
  name: named(id),
  level,
  district,
  districtName: district === null ? null : named(`of ${district}`),
});
const offices = [
  office('city', 'city', null),
  office('b-handling', 'district', '310115'),
  office('b-street', 'street', '310115'),
  office('a-handling', 'district', '310101'),
];
const name = (of: Office['name'] | null) => of?.zh ?? '';

describe('the places figures are narrowed to', () => {
  it('are each district once, in the order of their codes', () => {
    expect(districtOptions(offices, name)).toEqual([
      { value: '310101', label: 'of 310101' },
      { value: '310115', label: 'of 310115' },
    ]);
  });

  it('are the offices and street stations of the district chosen, or of all', () => {
    expect(officeOptions(offices, 'street', '310115', name).map(({ value }) => value)).toEqual(['b-street']);
    expect(officeOptions(offices, 'district', undefined, name).map(({ value }) => value)).toEqual([
      'b-handling',
      'a-handling',
    ]);
    expect(officeOptions(offices, 'city', 'city', name).map(({ value }) => value)).toEqual(['city']);
    expect(officeOptions(offices, 'street', '310101', name)).toEqual([]);
  });
});
