import { regimeOf, regimes } from './regime.js';

const other = { name: '市交通委', kind: 'other', place: 'elsewhere' } as const;
const market = { name: '某市场监管局', kind: 'marketRegulation', place: 'elsewhere' } as const;
const here = { place: 'shanghai' } as const;
const choice = (body: Parameters<typeof regimeOf>[0], on: string) => {
  const { track, governing, beside } = regimeOf(body, on);
  return [track, governing, beside];
};

describe('records of other bodies go through Credit China', () => {
  test.each([
    ['2023-04-30', null, []],
    ['2023-05-01', 'O58', []],
    ['2025-06-21', 'O58', []],
    ['2025-06-22', 'O58', ['D22']],
    ['2026-03-31', 'O58', ['D22']],
    ['2026-04-01', 'O36', ['D22']],
    ['2030-01-01', 'O36', ['D22']],
  ])('on %s: %s, beside it %j', (on, governing, beside) =>
    expect(choice(other, on)).toEqual(['creditChina', governing, beside]),
  );
});

describe('records of the market regulators have a track of their own', () => {
  test.each([
    ['2021-08-31', null],
    ['2021-09-01', 'S2021'],
    ['2025-12-24', 'S2021'],
    ['2025-12-25', 'S107'],
    ['2030-01-01', 'S107'],
  ])('on %s: %s', (on, governing) => expect(choice(market, on)).toEqual(['marketRegulation', governing, []]));
});

test('of a record made in Shanghai the Shanghai regulation speaks too, from its third amendment on', () => {
  expect(choice({ ...other, ...here }, '2024-10-31')).toEqual(['creditChina', 'O58', []]);
  expect(choice({ ...other, ...here }, '2024-11-01')).toEqual(['creditChina', 'O58', ['SHB67']]);
  expect(choice({ ...other, ...here }, '2026-04-01')).toEqual(['creditChina', 'O36', ['D22', 'SHB67']]);
  expect(choice({ ...market, ...here }, '2026-04-01')).toEqual(['marketRegulation', 'S107', ['SHB67']]);
});

test('the choice says why, by the body and by the date', () => {
  expect(regimeOf(market, '2026-01-01').reasons).toEqual([
    {
      zh: '记录由市场监管部门作出，通过国家企业信用信息公示系统修复',
      en: 'a market regulator made the record: repaired through the National Enterprise Credit Information Publicity System',
    },
    {
      zh: '2026-01-01 施行的是市场监督管理信用修复管理办法（总局令第107号）',
      en: 'SAMR Order 107 is in force on 2026-01-01',
    },
  ]);
  expect(regimeOf(other, '2020-01-01').reasons).toEqual([
    { zh: '记录由其他部门作出，通过“信用中国”修复', en: 'another body made the record: repaired through Credit China' },
    { zh: '2020-01-01 适用的规定未读到', en: 'no rules in force on 2020-01-01 were read' },
  ]);
});

test('every set of rules names itself, its days and how well they are known', () => {
  expect(Object.values(regimes).map(({ id, validFrom, validTo, mark }) => [id, validFrom, validTo, mark])).toEqual([
    ['O58', '2023-05-01', '2026-03-31', 'secondary'],
    ['D22', '2025-06-22', null, 'secondary'],
    ['O36', '2026-04-01', null, 'secondary'],
    ['S2021', '2021-09-01', '2025-12-24', 'secondary'],
    ['S107', '2025-12-25', null, 'secondary'],
    ['SHB67', '2024-11-01', null, 'confirmed'],
  ]);
  for (const [id, regime] of Object.entries(regimes)) {
    expect(regime.id).toBe(id);
    expect(regime.title.zh).toMatch(/\p{Script=Han}/u);
    expect(regime.title.en).toMatch(/^[ -~]+$/);
  }
});
