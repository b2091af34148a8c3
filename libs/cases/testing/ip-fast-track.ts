import type { Command, CommandName, OwnBody, OwnCommandName } from '../ip-fast-track/commands.js';
import type { Matter, Patent, Request, Route } from '../ip-fast-track/matter.js';
import { caseNumber } from '../shared/case-number.js';
import type { Money } from '../shared/money.js';
import type { OfficeRef } from '../shared/reference.js';
import { officerLi, procedureBodies } from './procedure.js';

export const yuan = (text: string) => text as Money;
export const today = '2026-03-02';
export const hearingDay = '2026-03-12';

export const ipOffice: OfficeRef = {
  id: 'city-ip',
  name: { zh: '市知识产权局', en: 'Municipal Intellectual Property Administration' },
  district: null,
};

export const patent: Patent = {
  number: 'ZL202320000001.5',
  title: '一种阀门',
  type: 'utilityModel',
  grantedOn: '2024-01-05',
  registerCopy: true,
};

export const matters = {
  adjudication: {
    route: 'adjudication',
    patent,
    standing: 'rightHolder',
    knownOn: '2025-06-01',
    actContinues: true,
    foreignRelated: false,
    majorCrossDistrict: false,
  },
  mediation: { route: 'mediation', patent, subject: 'damages' },
  priorityExamination: {
    route: 'priorityExamination',
    what: 'invention',
    application: { number: 'CN2026100000019', title: '一种传感器', filedOn: '2026-01-10' },
    divisionalOfAccelerated: false,
    sameDayFiling: false,
    alreadyAccelerated: false,
  },
  trademark: { route: 'trademark', right: { title: '申精', number: '10000001' }, act: '销售假冒商品' },
  copyright: { route: 'copyright', right: { title: '设计图册', number: null }, act: '复制发行' },
  tradeSecret: { route: 'tradeSecret', right: { title: '工艺配方', number: null }, act: '离职员工披露' },
} as const satisfies { readonly [R in Route]: Matter };

/** A request on this route, with what a test changes of its matter. */
export function request(matter: Matter, changes: Partial<Request> = {}): Request {
  const respondent = {
    name: '某阀门厂',
    creditCode: '91500110MADEM0100R',
    address: '闵行区虹梅路2号',
    contact: { name: '赵六', phone: '13900000000' },
  };
  return {
    lodging: { by: 'complainant', channel: 'online', receivedOn: today, agent: null },
    complainant: {
      name: '上海申精机械有限公司',
      creditCode: '91310115MADEM00117',
      sizeType: 'small',
      address: '浦东新区川沙路1号',
      contact: { name: '王芳', phone: '13800000000' },
    },
    respondent: matter.route === 'priorityExamination' ? null : respondent,
    matter,
    claim: '责令停止侵权',
    facts: '被请求人制造、销售',
    evidence: [{ kind: 'other', title: '公证书', reference: 'gz.pdf' }],
    promises: { truth: true, signatory: '陈强' },
    ...changes,
  };
}

export const met = {
  standing: true,
  clearRespondent: true,
  concreteClaim: true,
  jurisdiction: true,
  noCourtCase: true,
  noOtherRoute: true,
};

const service = { method: 'post', address: '闵行区虹梅路2号', proof: 'EMS 1' } as const;
const court = { court: '上海知识产权法院', caseNumber: '（2026）沪73民初1号' };

const own: { readonly [C in OwnCommandName]: OwnBody<C> } = {
  lodge: { request: request(matters.adjudication), acceptingOffice: ipOffice, office: ipOffice },
  supplyMaterials: { statement: '补交', evidence: [], respondent: null },
  requireReport: { reason: '实用新型' },
  supplyReport: { number: 'BG-1', clean: true },
  refuseReport: { reason: null },
  tellDefects: { defects: [{ item: '登记簿副本', what: '未附' }], days: 10 },
  cureDefects: { statement: '补正', evidence: [], respondent: null, registerCopy: true },
  extendFiling: { reason: '案情复杂' },
  fileCase: {
    number: '沪知裁〔2026〕1号',
    conditions: met,
    panel: {
      presiding: officerLi,
      members: [
        { id: 'a', name: '甲' },
        { id: 'b', name: '乙' },
      ],
    },
    national: false,
    patentInForce: true,
  },
  refuseFiling: {
    ground: 'conditionNotMet',
    conditions: { ...met, noCourtCase: false },
    patentInForce: true,
    reason: '已起诉',
  },
  serveRespondent: { ...service, noHomeInChina: false },
  recordDefence: { statement: '不侵权', evidence: [], timeBar: false },
  extendDefence: { days: 10, reason: '域外取证' },
  passDefenceOn: service,
  objectJurisdiction: { by: 'respondent', ground: '应由外省管辖' },
  decideJurisdiction: { outcome: 'rejected', to: null, body: null, reason: '侵权行为地在本市' },
  decideTimeBar: { upheld: false, knownOn: '2025-06-01', reason: '未超过三年' },
  scheduleHearing: { hearingOn: hearingDay, place: '第一审理庭' },
  serveHearingNotice: { method: 'post', proof: 'EMS 2' },
  holdHearing: { absent: 'none', minutes: '双方到庭' },
  addParty: { party: { name: '销售商', creditCode: null, address: '徐汇区', contact: null }, reason: '共同侵权' },
  changeClaim: { claim: '责令停止制造', reason: '变更请求' },
  orderStay: { ground: 'partyDied', reason: '等待继承人', document: '中止通知书' },
  declineStay: { ground: 'validDecisionInForce', reason: '已有维持有效的决定' },
  endStay: { reason: '继承人参加' },
  extendHandling: { months: 1, reason: '案情复杂', office: ipOffice },
  extendFurther: { months: 2, reason: '特别复杂', office: ipOffice },
  issueRuling: {
    number: '沪知裁〔2026〕1号',
    infringes: true,
    basis: 'papers',
    earlier: null,
    wilful: false,
    orders: '停止侵权',
    reasons: '落入保护范围',
  },
  serveRuling: { ...service, party: 'complainant' },
  publishRuling: { place: '局网站' },
  requestEnforcement: { court: '上海知识产权法院', reason: '期满不起诉又不停止' },
  listSerious: { ground: 'notPerforming', reason: '拒不执行' },
  conclude: { summary: '办结' },
  withdraw: { reason: '双方和解' },
  cancelCase: { ground: 'settled', reason: '双方和解' },
  serveMediationRequest: service,
  recordOpinion: { agrees: true, statement: '同意' },
  fileMediation: { number: '沪知调〔2026〕1号' },
  refuseMediation: { ground: 'disagrees', reason: '对方不同意' },
  tellMediationRefusal: service,
  holdMediation: { place: '调解室', attendees: ['王芳'], minutes: '分歧不大', outcome: 'adjourned' },
  agreeMediation: { terms: '赔偿并停止', amount: yuan('50000.00') },
  endMediation: { reason: '未达成一致' },
  notariseAgreement: { notary: '东方公证处', number: '（2026）沪东证字1号' },
  recommendPriority: { by: ipOffice, opinion: '同意推荐' },
  grantPriority: { notice: '优先审查通知书' },
  refusePriority: { ground: 'other', reason: '材料不足' },
  issueFirstAction: { notice: '第一次审查意见通知书' },
  notifyAction: { notifiedOn: today, notice: '审查意见' },
  answerAction: { statement: '意见陈述' },
  endPriority: { how: 'closed', reason: '授权' },
  acceptComplaint: { number: '沪知投〔2026〕1号' },
  declineComplaint: { ground: 'noRight', reason: '商标未注册' },
  referToBody: { body: '市文化市场行政执法总队', ground: '主管机关', receipt: 'R-1' },
  stayComplaint: { ground: 'ownershipDisputed', reason: '权属争议' },
  endComplaintStay: { reason: '权属已定' },
  passToPolice: { organ: '市公安局', suspicion: '涉嫌假冒注册商标罪', receipt: 'R-2' },
  recordPoliceAnswer: { outcome: 'noCrime', number: null, reason: '未达立案标准' },
  issueResult: {
    outcome: 'infringementFound',
    summary: '责令停止并罚款',
    fine: { amount: yuan('250000.00'), illegalTurnover: null, repeated: false },
  },
  feedBack: { how: '书面' },
  mediateDamages: { agreed: true, amount: yuan('30000.00'), terms: '十日内支付' },
  openTrack: { track: 'civil', ...court },
  closeTrack: { track: 'civil', ...court, outcome: '调解结案' },
  recordSuit: { against: 'ruling', ...court, party: 'respondent' },
  recordOfficeStep: { step: 'ApplicationReceived', number: 'TM-1' },
  recordTermExtension: { months: 3, reason: '特殊情况', office: ipOffice },
};

const procedure = procedureBodies(caseNumber('ipFastTrack', 2026, '0192a000-0000-8000-8000-0000000000ff'), {
  documentKind: 'ruling',
  pauseGround: 'testingOrAppraisal',
});

export type Bodies = { readonly [C in OwnCommandName]: OwnBody<C> } & typeof procedure;

/** A body for each command which the rules take once what it answers is there. */
export const bodies: Bodies = { ...procedure, ...own };

export function command<C extends CommandName>(name: C, changes: Partial<Bodies[C]> = {}): Command {
  return { name, body: { ...bodies[name], ...changes } } as unknown as Command;
}

export const lodging = (matter: Matter, changes: Partial<Request> = {}) =>
  command('lodge', { request: request(matter, changes) });
