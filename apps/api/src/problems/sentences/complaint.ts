import type { complaintRefusals } from '@redress/cases/shared/refusals/complaint.js';
import type { Sentence } from './sentence.js';

export const complaintSentences: Readonly<Record<(typeof complaintRefusals)[number], Sentence>> = {
  policyMissing: [
    '投诉政策落实的，须写明是哪一项政策、作出了什么承诺（《民营经济促进法》第七十条）。',
    'A complaint about a policy names the policy and what it promised (Private Economy Promotion Law, Art. 70).',
  ],
  policyOutsideCategory: ['只有政策落实类投诉才填写政策。', 'A policy is named only in a complaint about a policy.'],
  noCharges: ['投诉涉企收费的，至少填写一项收费。', 'A complaint about charges names at least one charge.'],
  alreadyGraded: [
    '已定级；改变等级由部门负责人复核。',
    'This is graded already; the head of the department may review the grading.',
  ],
  notGraded: ['尚未定级。', 'The complaint has not been graded yet.'],
  sameGrade: ['复核后的等级与原等级相同。', 'This is the grade it has already.'],
  notEntitled: [
    '企业不符合该政策条件的，不能认定承诺未兑现（《民营经济促进法》第七十条）。',
    'A promise is not broken towards a firm which does not meet its terms (Private Economy Promotion Law, Art. 70).',
  ],
  remedyMissing: [
    '认定未兑现的，须写明如何兑现、何时兑现（《民营经济促进法》第七十条）。',
    'What is found broken is to be mended: say how, and by when (Private Economy Promotion Law, Art. 70).',
  ],
  remedyWithoutBreach: ['承诺已兑现，无须补救。', 'The promise was kept: there is nothing to mend.'],
  noSuchCharge: ['投诉中没有这一项收费。', 'The complaint names no such charge.'],
  allowedOffList: [
    '清单未列入的项目没有允许的金额（《优化营商环境条例》第二十五条）。',
    'What is not on the list has no amount that is allowed (Regulation on Optimizing the Business Environment, Art. 25).',
  ],
  allowedMissing: ['清单列入的项目须填写允许的金额。', 'Say what the list allows for this item.'],
  chargeAboveList: [
    '收取 {charged} 元，超过清单允许的 {allowed} 元（《优化营商环境条例》第二十五条）。',
    '{charged} yuan were charged, more than the {allowed} the list allows (Regulation on Optimizing the Business Environment, Art. 25).',
  ],
  chargeWithinList: [
    '收取 {charged} 元，未超过清单允许的 {allowed} 元（《优化营商环境条例》第二十五条）。',
    '{charged} yuan were charged, no more than the {allowed} the list allows (Regulation on Optimizing the Business Environment, Art. 25).',
  ],
  refundExceedsExcess: [
    '退还金额不得超过多收的 {excess} 元（《优化营商环境条例》第二十五条）。',
    'No more can be paid back than was charged beyond the list, {excess} yuan (Regulation on Optimizing the Business Environment, Art. 25).',
  ],
  noRefundOrdered: ['该项收费没有责令退还。', 'No refund of this charge was ordered.'],
  exceedsRefund: ['超过尚未退还的 {outstanding} 元。', 'This exceeds the {outstanding} yuan still to be paid back.'],
  agencyMissing: [
    '认定指定中介的，须写明是哪一家（《优化营商环境条例》第四十三条）。',
    'Name the agency which the firm was told to use (Regulation on Optimizing the Business Environment, Art. 43).',
  ],
  conditionsIncomplete: [
    '行政处罚法第三十三条的六项条件须各认定一次。',
    'Each of the six conditions of Administrative Penalty Law Art. 33 is found proved or not, once.',
  ],
  exemptionMandatory: [
    '条件已具备，依法不予处罚，不能认定不免罚（《行政处罚法》第三十三条）。',
    'The conditions are proved: by law there is no penalty, so it cannot be refused (Administrative Penalty Law, Art. 33).',
  ],
  exemptionNotProved: [
    '没有一项免罚理由的条件全部具备（《行政处罚法》第三十三条）。',
    'No ground of exemption has all its conditions proved (Administrative Penalty Law, Art. 33).',
  ],
  alreadyReferred: ['该事项已移送，尚未答复。', 'This was referred already and is not answered yet.'],
  noCluster: ['须先将同类投诉关联为一组。', 'Link the complaints as a cluster first.'],
  findingMissing: [
    '此类投诉须先办理“{command}”，再出具结果。',
    'A complaint of this category needs this first: {command}.',
  ],
  explanationMissing: [
    '不能办结或只能部分解决的，须作出解释（《上海市优化营商环境条例》第四十九条，施行至2025年12月31日，其后按服务规范）。',
    'What cannot be done, or not wholly, is to be explained to the complainant (Shanghai Business Environment Regulation, Art. 49, to 2025-12-31; since then a service norm).',
  ],
  refundOutstanding: [
    '尚有 {outstanding} 元未退还，不能记为已解决。',
    '{outstanding} yuan are still to be paid back: this is not resolved.',
  ],
  findingAgainstRespondent: [
    '已认定存在问题，不能记为不成立。',
    'A fault was found, so the complaint is not unfounded.',
  ],
  noReferral: ['尚未移送，不能以移送作为结果。', 'Nothing was referred, so that cannot be the result.'],
  notFedBack: ['须先向投诉人反馈，才能办结。', 'The complainant must have the result before the case is concluded.'],
  petitionNotAccepted: [
    '该信访事项未予受理，不能办结答复（《信访工作条例》）。',
    'The petition was not accepted: there is nothing to finish (Regulation on Petition Work).',
  ],
  noPetition: [
    '只有已分办的信访事项可以延长；其他投诉没有延长的规定（《信访工作条例》）。',
    'Only a petition that has been sorted can be extended; no rule extends other complaints (Regulation on Petition Work).',
  ],
  extendedOnce: [
    '已延长过 {days} 日，只能延长一次（《信访工作条例》）。',
    'This was extended by {days} days; it can be extended once (Regulation on Petition Work).',
  ],
  petitionExtension: [
    '延长不得超过 {longest} 日（信访工作条例）。',
    'At most {longest} days more (Regulation on Petition Work).',
  ],
  trackOutOfOrder: ['现在还不能办理此步骤（{command}）。', 'This step ({command}) is not the next one.'],
};

/** Statuses and commands of the kind in words. */
export const complaintWords: Readonly<Record<string, Sentence>> = {
  beginHandling: ['开始办理', 'begin the handling'],
  grade: ['定级', 'grade'],
  regrade: ['复核定级', 'review the grading'],
  checkPolicy: ['核查政策兑现', 'check the policy'],
  checkCharge: ['核查收费清单', 'check the charge against the list'],
  recordRefund: ['记录退还', 'record a refund'],
  checkIntermediary: ['核查中介服务', 'check the intermediary'],
  reviewExemption: ['审查轻微免罚', 'review the exemption from penalty'],
  referCompetition: ['移送市场监管部门', 'refer to the market regulator'],
  answerReferral: ['记录移送答复', 'record the answer to a referral'],
  findCluster: ['形成同类投诉结论', 'find on the cluster'],
  conclude: ['办结', 'conclude'],
  receiveLead: ['接收违法线索', 'receive a lead'],
  extendLeadCheck: ['延长核查', 'extend the check of a lead'],
  checkLead: ['核查线索', 'check a lead'],
  decideCaseFiling: ['决定是否立案', 'decide on filing a case'],
  tellReporter: ['告知举报人', 'tell the reporter'],
  referCompetence: ['报请指定管辖', 'refer a conflict of competence'],
  decideCompetence: ['指定管辖', 'decide on competence'],
  endMediation: ['终止调解', 'end the mediation'],
  tellParties: ['告知当事人', 'tell the parties'],
  registerPetition: ['登记信访', 'register a petition'],
  sortPetition: ['分办信访', 'sort a petition'],
  objectToPetition: ['对信访转送提出异议', 'object to the transfer of a petition'],
  finishPetition: ['办结信访', 'finish a petition'],
  requestPetitionReview: ['申请复查', 'ask for review'],
  decidePetitionReview: ['复查决定', 'decide the review'],
  requestPetitionReReview: ['申请复核', 'ask for re-review'],
  decidePetitionReReview: ['复核决定', 'decide the re-review'],
  filePenaltyCase: ['行政处罚立案', 'file a penalty case'],
  decidePenalty: ['行政处罚决定', 'decide on a penalty'],
  requestHelp: ['在线求助', 'ask for help on line'],
  answerHelp: ['答复求助', 'answer a request for help'],
};
