import { readJson } from '../specimens/release.js';
import { adviseSize, type EnterpriseFigures, parseSizeStandard } from './size-types.js';

const standard = parseSizeStandard(readJson('size/data/size-types-2011.json'));
const size = (figures: EnterpriseFigures) => adviseSize(figures, standard).size;

describe('the size of an enterprise', () => {
  it('follows the worked examples of the standard', () => {
    expect(size({ industry: 2, employees: 350, revenue: '150000000' })).toBe('medium');
    expect(size({ industry: 2, employees: 350, revenue: '15000000' })).toBe('small');
    expect(size({ industry: 12, employees: 12, revenue: '400000' })).toBe('micro');
    expect(size({ industry: 4, employees: 250, revenue: '300000000' })).toBe('medium');
  });

  it('includes the number itself in "以上" and not in "以下"', () => {
    expect(size({ industry: 2, employees: 1000, revenue: '400000000.00' })).toBe('large');
    expect(size({ industry: 2, employees: 1000, revenue: '399999999.99' })).toBe('medium');
    expect(size({ industry: 2, employees: 999, revenue: '400000000' })).toBe('medium');
    expect(size({ industry: 2, employees: 20, revenue: '3000000' })).toBe('small');
    expect(size({ industry: 2, employees: 19, revenue: '3000000' })).toBe('micro');
  });

  it('looks only at the measures of the industry', () => {
    expect(size({ industry: 1, revenue: '200000000' })).toBe('large');
    expect(size({ industry: 15, employees: 300, assets: '1200000000' })).toBe('large');
    expect(size({ industry: 16, employees: 99, revenue: '9000000000' })).toBe('small');
  });

  it('gives no advice without a figure that decides, but needs none to know a micro enterprise', () => {
    const advice = adviseSize({ industry: 2, employees: 350 }, standard);
    expect(advice).toMatchObject({ size: null, missing: ['revenue'], mark: 'secondary' });
    expect(advice.reason.zh).toContain('缺少营业收入');
    expect(size({ industry: 2, employees: 10 })).toBe('micro');
    expect(size({ industry: 16 })).toBeNull();
  });

  it('says why', () => {
    const { reason, instrument } = adviseSize({ industry: 2, employees: 350, revenue: '15000000' }, standard);
    expect(reason.en).toBe(
      'industry: employees 350 reach medium; revenue (10,000 yuan) 1500 reach small; a type needs every threshold, so small is advised',
    );
    expect(instrument.zh).toContain('工信部联企业〔2011〕300号');
  });

  it('names measures and sizes in both languages, whatever is stated or lacking', () => {
    const why = (figures: EnterpriseFigures) => adviseSize(figures, standard).reason;
    expect(why({ industry: 15, employees: 300, assets: '1200000000' })).toEqual({
      zh: '租赁和商务服务业：从业人员（人）300，达大型；资产总额（万元）120000，达大型；各项均达到方为该类型，建议按大型',
      en: 'leasing and business services: employees 300 reach large; total assets (10,000 yuan) 120000 reach large; a type needs every threshold, so large is advised',
    });
    expect(why({ industry: 15 })).toEqual({
      zh: '租赁和商务服务业：缺少从业人员（人）、资产总额（万元），无法建议',
      en: 'leasing and business services: no advice without employees, total assets (10,000 yuan)',
    });
    expect(why({ industry: 2, employees: 10 })).toMatchObject({
      zh: expect.stringContaining('从业人员（人）10，达微型') as string,
      en: expect.stringContaining('employees 10 reach micro') as string,
    });
  });

  it('refuses an industry which is not listed and a figure which is none', () => {
    expect(() => size({ industry: 17 })).toThrow('no industry 17');
    expect(() => size({ industry: 2, employees: -1 })).toThrow('employees is no number');
    expect(() => size({ industry: 2, revenue: '1e9' })).toThrow('revenue is no number');
  });

  it('is read from the sixteen industries of the standard, refused where thresholds do not fall', () => {
    expect(standard.industries.map((industry) => industry.no)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
    const content = readJson('size/data/size-types-2011.json') as { industries: Record<string, unknown>[] };
    for (const employees of [[], [1000], [1000, 300], [1000, 300, 20, 1], [300, 300, 20], [1000, 20, 20]]) {
      const refused = structuredClone(content);
      Object.assign(refused.industries[1] as object, { employees });
      expect(() => parseSizeStandard(refused)).toThrow(
        'industries[1].employees: three falling thresholds are expected',
      );
    }
    Object.assign(content.industries[1] as object, { employees: [300, 1000, 20] });
    expect(() => parseSizeStandard(content)).toThrow('industries[1].employees: three falling thresholds are expected');
    Object.assign(content.industries[1] as object, { no: 1, employees: undefined, revenue: undefined });
    expect(() => parseSizeStandard(content)).toThrow('industries[1].no: industry 1 is there twice');
    expect(() => parseSizeStandard(content)).toThrow(
      'industries[1]: at least one of employees, revenue, assets is expected',
    );
  });
});
