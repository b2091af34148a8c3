import { checkCharacter, type Respondent, type SizeType, type UnitType } from '@redress/cases/shared/party.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import { Chance } from './random.js';

export interface Person {
  readonly name: string;
  readonly phone: string;
}

export interface Sme {
  readonly name: string;
  readonly creditCode: string;
  readonly sizeType: 'micro' | 'small' | 'medium';
  readonly district: string;
  readonly address: string;
  readonly contact: Person;
}

/** Market entities by district, roughly: the shape of Shanghai, not its statistics. */
const districtWeights: readonly (readonly [number, string])[] = [
  [26, '310115'],
  [11, '310112'],
  [9, '310114'],
  [8, '310113'],
  [8, '310117'],
  [7, '310120'],
  [6, '310118'],
  [6, '310104'],
  [6, '310106'],
  [5, '310116'],
  [4, '310110'],
  [4, '310107'],
  [4, '310151'],
  [3, '310105'],
  [3, '310109'],
  [3, '310101'],
];

const characters = [
  ...'宏盛恒瑞达华信诚嘉源通泰鑫凯博锦润丰禾远卓越铭睿晟朗宇辰景沪申浦江海云天启航正和安康利众力博望新锐致诺',
];
const trades = [
  '建筑工程',
  '机电设备',
  '信息科技',
  '装饰设计',
  '物流',
  '环保科技',
  '印务',
  '食品',
  '精密机械',
  '园林绿化',
];
const furtherTrades = [
  '广告传媒',
  '电子',
  '新材料',
  '医疗器械',
  '服饰',
  '物业管理',
  '检测技术',
  '文化传播',
  '自动化',
  '五金',
];
const largeTrades = ['建设集团', '地产集团', '汽车集团', '商业集团', '能源集团', '置业发展', '重工', '通信产业'];
const bodies = [
  '教育局',
  '卫生健康委员会',
  '水务局',
  '绿化和市容管理局',
  '城市建设投资服务中心',
  '第一中学',
  '中心医院',
  '文化馆',
];
const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉力国斌凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞',
];
const streets = [
  '人民路',
  '解放路',
  '沪太路',
  '共和新路',
  '龙阳路',
  '漕宝路',
  '中山北路',
  '外环路',
  '工业园路',
  '创新路',
];
const symbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** Respondents are few and owe many: the debtors' share of the cases falls with their rank. */
const respondents = 4000;

/** The people, firms and bodies of a generated city: any member is a function of the seed and its number. All are made up. */
export class Population {
  private readonly debtors = new Map<number, Respondent>();

  constructor(private readonly seed: string) {}

  district(chance: Chance): string {
    return chance.weighted(districtWeights);
  }

  sme(number: number): Sme {
    const chance = new Chance(this.seed, 'sme', number);
    const district = this.district(chance);
    return {
      name: `上海${chance.one(characters)}${chance.one(characters)}${chance.one([...trades, ...furtherTrades])}有限公司`,
      creditCode: creditCode('91', district, chance),
      sizeType: chance.weighted([
        [45, 'micro'],
        [40, 'small'],
        [15, 'medium'],
      ]),
      district,
      address: address(district, chance),
      contact: person(chance),
    };
  }

  /** One of the debtors, the first of them oftenest. */
  respondent(chance: Chance): Respondent {
    return this.debtor(Math.floor(respondents * chance.fraction() ** 2.5));
  }

  private debtor(rank: number): Respondent {
    const known = this.debtors.get(rank);
    if (known) return known;
    const chance = new Chance(this.seed, 'respondent', rank);
    const district = this.district(chance);
    const unitType = chance.weighted<UnitType>([
      [60, 'largeFirm'],
      [20, 'stateOwnedFirm'],
      [12, 'publicInstitution'],
      [8, 'stateOrgan'],
    ]);
    const debtor = {
      ...nameOf(unitType, district, chance),
      unitType,
      address: address(district, chance),
      contact: null,
    };
    this.debtors.set(rank, debtor);
    return debtor;
  }
}

export function person(chance: Chance): Person {
  const name = chance.one(surnames) + chance.one(given) + (chance.happens(0.7) ? chance.one(given) : '');
  return { name, phone: `1${chance.one(['38', '39', '50', '58', '86'])}${chance.whole(10_000_000, 99_999_999)}` };
}

function nameOf(unitType: UnitType, district: string, chance: Chance) {
  if (unitType === 'largeFirm' || unitType === 'stateOwnedFirm') {
    const name = `上海${chance.one(characters)}${chance.one(characters)}${chance.one(largeTrades)}股份有限公司`;
    return { name, creditCode: creditCode('91', district, chance), sizeType: 'large' satisfies SizeType as SizeType };
  }
  const name = `上海市${shanghaiDistricts[district]!.zh}${chance.one(bodies)}（${chance.one(characters)}${chance.whole(1, 99)}）`;
  const kind = unitType === 'stateOrgan' ? '11' : '12';
  return { name, creditCode: creditCode(kind, district, chance), sizeType: 'notApplicable' as SizeType };
}

function address(district: string, chance: Chance): string {
  return `上海市${shanghaiDistricts[district]!.zh}${chance.one(streets)}${chance.whole(1, 2999)}号`;
}

function creditCode(kind: string, district: string, chance: Chance): string {
  let body = `${kind}${district}`;
  while (body.length < 17) body += chance.one(symbols);
  return body + checkCharacter(body);
}
