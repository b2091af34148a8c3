import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';

const { pudong, agency } = demonstrationCompanies;

const complainant = {
  ...pudong,
  sizeType: 'small',
  address: '浦东新区川沙路1号',
  contact: { name: '王芳', phone: '13800000000' },
};

/** A complaint about a charge, as its sender writes it. */
export const sentComplaint = {
  category: 'businessCharges',
  complainant,
  respondent: { name: '某行业协会', creditCode: null, unitType: 'association', address: null, contact: null },
  title: '年检时强制收取培训费',
  facts: '协会要求先缴培训费才予年检',
  request: '退还培训费',
  policy: null,
  charges: [{ item: '培训费', chargedOn: '2025-08-01', amount: '3000.00', receipt: 'S-1' }],
  evidence: [{ kind: 'invoice', title: '收据', reference: 's1.pdf' }],
  promises: { noOtherForum: true, truth: true, signatory: '陈强' },
};

export const sentPolicyComplaint = {
  ...sentComplaint,
  category: 'policyLastMile',
  respondent: { name: '某区经委', creditCode: null, unitType: 'stateOrgan', address: null, contact: null },
  title: '专精特新奖励未兑现',
  charges: [],
  policy: {
    title: '专精特新扶持办法',
    documentNumber: '沪经信企〔2024〕1号',
    issuer: '某区经委',
    promise: '认定后一次性奖励10万元',
  },
};

/** How an officer takes a case in, on this day. */
export const takenIn = (receivedOn: string, channel = 'hotline12345') => ({ channel, receivedOn, agent: null });

export const byAgent = (receivedOn: string) => ({
  channel: 'online',
  receivedOn,
  agent: { ...agency, authority: '授权委托书' },
});

/** What each command says unless a test says otherwise. */
export const complaintBodies = {
  grade: { grade: 'general', reason: '事实清楚' },
  regrade: { grade: 'hard', reason: '涉及多部门' },
  transfer: { office: '310115-handling', ground: '属地管理' },
  checkCharge: {
    charge: 1,
    listed: 'notListed',
    list: '上海市涉企收费目录清单（2025年版）',
    allowed: null,
    refund: { amount: '3000.00', by: '2027-12-31' },
    reason: '清单外收费',
  },
  recordRefund: { charge: 1, amount: '3000.00', reference: '回单1' },
  issueResult: { outcome: 'resolved', answer: '已责令退还并退款到账', explanation: null },
  feedBack: { to: 'complainant', how: '电话并书面' },
};

/** A request about a record of another body, as its sender writes it; Order 36 is in force from 2026-04-01. */
export const sentRepair = {
  applicant: complainant,
  record: {
    body: { name: '上海市交通委员会', kind: 'other', place: 'shanghai' },
    kind: 'penalty',
    documentNumber: '沪交罚〔2026〕1号',
    foundOn: '2026-03-10',
    publishedOn: '2026-03-15',
    class: 'general',
    form: 'fine',
    field: 'general',
    content: '超限运输，罚款二万元',
    crossProvince: false,
  },
  ruling: null,
  notice: null,
  corrections: '已缴纳罚款并整改',
  materials: [{ kind: 'other', title: '缴款书', reference: 'p.pdf' }],
  promise: { truth: true, liability: true, inPublic: true, signatory: '陈强' },
};

/** The four conditions, proved but for these. */
export const conditionsBut = (...unproved: readonly string[]) =>
  ['minimumReached', 'corrected', 'promised', 'otherLegal'].map((condition) => ({
    condition,
    proved: !unproved.includes(condition),
    by: '核对材料',
  }));

export const repairBodies = {
  passToDepartment: { office: '310115-handling', ground: '谁认定、谁修复' },
  reviewConditions: { conditions: conditionsBut() },
  decideRepair: { repaired: true, reason: '条件均已具备' },
  endPublicity: { platforms: ['信用中国'] },
  shareResult: { with: ['全国信用信息共享平台'] },
  tellResult: { how: '站内信' },
};
