import type { Mark } from '@redress/deadlines/law/law-pack.js';
import type { Name } from '../shared/reference.js';
import type { RecordingBody } from './record.js';

/**
 * O58: NDRC Order 58. D22: 国办发〔2025〕22号. O36: NDRC Order 36. S107: SAMR Order 107. S2021: the market regulators' rules
 * of 2021. SHB67: Shanghai Regulation on Optimizing the Business Environment, Art. 67.
 */
export type RegimeId = 'O58' | 'D22' | 'O36' | 'S2021' | 'S107' | 'SHB67';
export type RepairTrack = 'creditChina' | 'marketRegulation';

export interface Regime {
  readonly id: RegimeId;
  readonly title: Name;
  /** PlainDates, both included; `validTo` null while it is in force. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Of the dates. */
  readonly mark: Mark;
}

export const regimes: Readonly<Record<RegimeId, Regime>> = {
  O58: {
    id: 'O58',
    title: {
      zh: '失信行为纠正后的信用信息修复管理办法（试行）（国家发展改革委令第58号）',
      en: 'NDRC Order 58',
    },
    validFrom: '2023-05-01',
    validTo: '2026-03-31',
    mark: 'secondary',
  },
  D22: {
    id: 'D22',
    title: {
      zh: '关于进一步完善信用修复制度的实施方案（国办发〔2025〕22号）',
      en: 'State Council Office 2025/22',
    },
    validFrom: '2025-06-22',
    validTo: null,
    mark: 'secondary',
  },
  O36: {
    id: 'O36',
    title: { zh: '信用修复管理办法（国家发展改革委令第36号）', en: 'NDRC Order 36' },
    validFrom: '2026-04-01',
    validTo: null,
    mark: 'secondary',
  },
  S2021: {
    id: 'S2021',
    title: { zh: '市场监督管理信用修复规定（2021年）', en: 'Market-regulation rules of 2021' },
    validFrom: '2021-09-01',
    validTo: '2025-12-24',
    mark: 'secondary',
  },
  S107: {
    id: 'S107',
    title: { zh: '市场监督管理信用修复管理办法（总局令第107号）', en: 'SAMR Order 107' },
    validFrom: '2025-12-25',
    validTo: null,
    mark: 'secondary',
  },
  SHB67: {
    id: 'SHB67',
    title: {
      zh: '上海市优化营商环境条例第六十七条',
      en: 'Shanghai Regulation on Optimizing the Business Environment, Art. 67',
    },
    validFrom: '2024-11-01',
    validTo: null,
    mark: 'confirmed',
  },
};

/** Which rules a request goes by, and why; `governing` is null for a day before any that were read. */
export interface RegimeChoice {
  readonly track: RepairTrack;
  readonly governing: RegimeId | null;
  /** In force beside it: computed too, and flagged where they disagree. */
  readonly beside: readonly RegimeId[];
  readonly reasons: readonly Name[];
}

/** By the body that made the record, and by the day of the request (a design choice: no transition rule was read). */
export function regimeOf(body: RecordingBody, on: string): RegimeChoice {
  const market = body.kind === 'marketRegulation';
  const order: readonly RegimeId[] = market ? ['S107', 'S2021'] : ['O36', 'O58'];
  const governing = order.find((id) => inForce(id, on)) ?? null;
  const others: readonly RegimeId[] = market ? [] : ['D22'];
  const shanghai: readonly RegimeId[] = body.place === 'shanghai' ? ['SHB67'] : [];
  return {
    track: market ? 'marketRegulation' : 'creditChina',
    governing,
    beside: [...others, ...shanghai].filter((id) => inForce(id, on)),
    reasons: [
      market
        ? {
            zh: '记录由市场监管部门作出，通过国家企业信用信息公示系统修复',
            en: 'a market regulator made the record: repaired through the National Enterprise Credit Information Publicity System',
          }
        : {
            zh: '记录由其他部门作出，通过“信用中国”修复',
            en: 'another body made the record: repaired through Credit China',
          },
      governing === null
        ? { zh: `${on} 适用的规定未读到`, en: `no rules in force on ${on} were read` }
        : {
            zh: `${on} 施行的是${regimes[governing].title.zh}`,
            en: `${regimes[governing].title.en} is in force on ${on}`,
          },
    ],
  };
}

function inForce(id: RegimeId, on: string): boolean {
  const { validFrom, validTo } = regimes[id];
  return validFrom <= on && (validTo === null || on <= validTo);
}
