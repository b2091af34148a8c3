import type { overduePaymentRefusals } from '@redress/cases/shared/refusals/overdue-payment.js';
import type { OwnCommandName } from '@redress/cases/overdue-payment/commands.js';
import type { Status } from '@redress/cases/overdue-payment/state.js';
import type { Sentence } from './sentence.js';

export const overduePaymentSentences: Readonly<Record<(typeof overduePaymentRefusals)[number], Sentence>> = {
  interestNotComputable: ['按这些数据无法计算利息。', 'Interest cannot be computed from this.'],
  noLines: ['至少填写一笔欠款。', 'At least one line is needed.'],
  sizeOfBody: [
    '机关、事业单位不适用企业规模（第 802 号令第三条）。',
    'A public body has no size type (Order 802, Art. 3).',
  ],
  sizeOfFirm: [
    '企业须选择规模，不清楚可选“不清楚”（第 802 号令第三条）。',
    'A firm needs a size type; "unknown" may be chosen (Order 802, Art. 3).',
  ],
  sizeOfLargeFirm: [
    '大型企业的规模应为“大型”或“不清楚”（第 802 号令第三条）。',
    'A large firm is of size "large" or "unknown" (Order 802, Art. 3).',
  ],
  respondentNotLarge: [
    '第 802 号令投诉渠道只受理对机关、事业单位和大型企业的投诉；对中小企业的欠款可协商、调解、仲裁或起诉。',
    'Order 802 opens this channel against public bodies and large firms only; against a smaller firm there are negotiation, mediation, arbitration and the courts.',
  ],
  amountNotPositive: ['金额须大于零。', 'The amount must be more than zero.'],
  disputedExceedsAmount: ['有争议部分不得超过该笔金额。', 'The disputed part cannot exceed the amount.'],
  acceptedBeforeDelivery: ['验收日期不得早于交付日期。', 'Acceptance cannot come before delivery.'],
  dueBeforeContract: ['付款期限不得早于合同签订日期。', 'The due date cannot come before the contract.'],
  notYetOverdue: ['付款期限尚未届满（第 802 号令第九条）。', 'This is not overdue yet (Order 802, Art. 9).'],
  totalTooLarge: ['各笔合计超出可受理的金额上限。', 'The lines together exceed the largest sum that can be claimed.'],
  notAMediatorHere: ['该人员不是本部门的调解员。', 'That person is not a mediator of this office.'],
  alreadyMediator: ['该调解员已在办理本案。', 'That mediator has the case already.'],
  admittedExceedsClaim: [
    '承认金额不得超过投诉金额 {claimed} 元。',
    'The admitted sum cannot exceed the sum claimed, {claimed} yuan.',
  ],
  lessThanPaid: [
    '不得少于已支付的本金 {paid} 元。',
    'This cannot be less than the {paid} yuan of principal paid already.',
  ],
  noMediator: ['须先指派调解员。', 'A mediator must be assigned first.'],
  noInstalments: ['至少约定一期付款。', 'At least one instalment is needed.'],
  dueBeforeSettlement: ['付款日期不得早于和解之日。', 'An instalment cannot be due before the settlement.'],
  instalmentsOutOfOrder: ['各期日期须依次递增。', 'Instalments must follow one another in time.'],
  instalmentsDoNotAddUp: [
    '各期合计 {together} 元，与总额不符。',
    'The instalments add up to {together} yuan, not to the total.',
  ],
  exceedsOutstanding: [
    '超过尚欠金额 {outstanding} 元；本金之外的利息等款项请先记入和解。',
    'This exceeds the {outstanding} yuan outstanding; interest and the like beyond it belong in a settlement first.',
  ],
  noSuchInstalment: ['没有这一期。', 'There is no such instalment.'],
  paidBeforeSettlement: [
    '{settledOn} 和解之前的付款不属于和解的任何一期。',
    'A payment made before the settlement of {settledOn} belongs to none of its instalments.',
  ],
  extensionBeyondLaw: [
    '合计须多于 {regular} 日且不超过 {longest} 日（第 802 号令第二十五条）。',
    'The total must exceed {regular} days and not exceed {longest} (Order 802, Art. 25).',
  ],
  alreadyExtended: [
    '已延长至合计 {totalDays} 日；再次延长须超过此数（第 802 号令第二十五条第二款）。',
    'The handling was extended to {totalDays} days in all already; a further extension must exceed that (Order 802, Art. 25¶2).',
  ],
  notPaidInFull: [
    '尚欠 {outstanding} 元，不能记为全额支付。',
    '{outstanding} yuan are outstanding: this is not paid in full.',
  ],
  noSettlement: ['尚未达成和解。', 'There is no settlement.'],
  settlementStands: [
    '已达成和解，结果应为“已和解”“部分支付”或“全额支付”。',
    'There is a settlement: the result is "settled", "partly paid" or "paid in full".',
  ],
  nothingPaid: ['尚无付款记录。', 'No payment has been recorded.'],
  nothingOutstanding: ['已无尚欠金额，与此结果不符。', 'Nothing is outstanding, which this result contradicts.'],
  alreadyFedBack: ['已向该方反馈。', 'The result has been fed back to them already.'],
  onlyPromotionLaw: [
    '对国有企业的此类欠款适用《民营经济促进法》第六十七条、第六十九条：可协商、调解、审计或起诉，不适用第 802 号令投诉渠道。',
    'To this debt of a state-owned firm the Private Economy Promotion Law (Art. 67, 69) applies: negotiation, mediation, audit or the courts, not the channel of Order 802.',
  ],
  outOfScope: ['经审查不属于第 802 号令的适用范围。', 'The examination found that Order 802 does not cover this debt.'],
  termTwice: ['付款期限只填日期或天数之一。', 'The term is given as a day or in days, not both.'],
  noSuchLine: ['没有这一笔欠款。', 'There is no such line.'],
  noReply: ['被投诉人尚未答复。', 'The respondent has not answered.'],
  answerTermRuns: [
    '答复期限至 {dueOn}，尚未届满（第 802 号令第二十五条第三款）。',
    'The term to answer runs until {dueOn} (Order 802, Art. 25¶3).',
  ],
  nothingUndisputed: [
    '没有未付的无争议部分（第 802 号令第十五条）。',
    'Nothing undisputed is unpaid (Order 802, Art. 15).',
  ],
  noAnswerDemanded: [
    '尚未要求被投诉人答复（第 802 号令第二十五条第三款）。',
    'No answer has been demanded of the respondent (Order 802, Art. 25¶3).',
  ],
  notTheGroundOfOrder: [
    '案卷所载情形与所选督办事由不符（第 802 号令第二十五条第三款）。',
    'The file does not show this ground for a supervisory order (Order 802, Art. 25¶3).',
  ],
  orderTermRuns: [
    '督办书期限至 {dueOn}，尚未届满（第 802 号令第二十五条第三款）。',
    'The term of the supervisory order runs until {dueOn} (Order 802, Art. 25¶3).',
  ],
  noSupervisoryOrder: [
    '须先发出督办书（第 802 号令第二十五条第三款）。',
    'A supervisory order must come first (Order 802, Art. 25¶3).',
  ],
  answeredSince: [
    '督办书发出后被投诉人已答复（第 802 号令第二十五条第三款）。',
    'The respondent has answered since the supervisory order (Order 802, Art. 25¶3).',
  ],
  noInterviewOrCircular: [
    '责令整改须与约谈或者通报一并作出（第 802 号令第二十五条第三款）。',
    'An order to correct comes with a formal interview or a public circular (Order 802, Art. 25¶3).',
  ],
  supervisoryOrderOwed: [
    '被投诉人未按要求答复，应当先发出督办书（第 802 号令第二十五条第三款）。',
    'The respondent did not answer as it had to: a supervisory order must be issued first (Order 802, Art. 25¶3).',
  ],
  noSuchOffer: ['没有这项提议。', 'There is no such offer.'],
  offerAnswered: ['该提议已答复。', 'That offer has been answered.'],
  alreadyMissed: ['该期已记为未按期支付。', 'That instalment is recorded as missed already.'],
  instalmentNotDue: ['该期于 {dueOn} 到期，尚未逾期。', 'That instalment is due on {dueOn}; it has not been missed.'],
  instalmentPaid: ['该期已付清。', 'That instalment has been paid.'],
  settlementNotKept: [
    '和解未按期履行且仍有尚欠金额，不能记为已和解。',
    'The settlement was not kept and something is outstanding: the result is not "settled".',
  ],
  allocationExceedsPayment: [
    '费用与利息合计不得超过付款金额（《民法典》第五百六十一条）。',
    'Costs and interest together cannot exceed the payment (Civil Code, Art. 561).',
  ],
  interestNotOnSheet: [
    '超过案卷中利息计算表尚未支付的利息（《民法典》第五百六十一条）。',
    'This exceeds the unpaid interest of the sheet on the file (Civil Code, Art. 561).',
  ],
  noSuchProof: ['没有这项付款证明。', 'There is no such proof of payment.'],
  proofAnswered: ['该付款证明已处理。', 'That proof of payment has been dealt with.'],
  nonCashNotAccepted: [
    '投诉人接受的非现金支付余额为 {accepted} 元，不得强制接受（第 802 号令第十一条）。',
    'The complainant has accepted {accepted} yuan otherwise than in cash; it cannot be forced to take more (Order 802, Art. 11).',
  ],
  sheetExceedsClaim: [
    '计算表的本金不得超过投诉金额 {claimed} 元。',
    'The principal of the sheet cannot exceed the sum claimed, {claimed} yuan.',
  ],
  noSum: ['应为金额。', 'This must be a sum.'],
  sizeDisputeOpen: [
    '对该方规模类型的异议尚待认定（第 802 号令第二十九条）。',
    'A dispute about that party’s size is still to be decided (Order 802, Art. 29).',
  ],
  noSizeDispute: [
    '没有对该方规模类型的异议（第 802 号令第二十九条）。',
    'There is no dispute about that party’s size (Order 802, Art. 29).',
  ],
  confirmationOpen: [
    '上一次确权请求尚未答复（第 802 号令第十六条）。',
    'An earlier request to confirm the receivable has not been answered (Order 802, Art. 16).',
  ],
  confirmedExceedsRequest: [
    '确认金额不得超过请求金额 {requested} 元（第 802 号令第十六条）。',
    'What is confirmed cannot exceed the {requested} yuan requested (Order 802, Art. 16).',
  ],
  noConfirmationRequested: [
    '没有这次确权请求（第 802 号令第十六条）。',
    'There is no such request to confirm the receivable (Order 802, Art. 16).',
  ],
  confirmationAnswered: [
    '该确权请求已答复（第 802 号令第十六条）。',
    'That request to confirm the receivable has been answered (Order 802, Art. 16).',
  ],
  findingDoesNotApply: [
    '该认定不适用于本合同或者本被投诉人（第 802 号令第九条、第十二条、第十三条）。',
    'That finding does not apply to this contract or this respondent (Order 802, Art. 9, 12 and 13).',
  ],
  alreadyFound: ['已作出该认定。', 'That has been found already.'],
  lawNotInForce: [
    '该法自 {from} 起施行（《反不正当竞争法》2025年修订）。',
    'That law is in force from {from} (Anti-Unfair Competition Law as revised in 2025).',
  ],
  notAgainstABody: [
    '《反不正当竞争法》第十五条不适用于机关、事业单位。',
    'Article 15 of the Anti-Unfair Competition Law does not apply to public bodies.',
  ],
  provinceLevelOnly: [
    '只有省级以上监督检查部门可以作出该决定（《反不正当竞争法》第三十一条）。',
    'Only a regulator of province level or above decides this (Anti-Unfair Competition Law, Art. 31).',
  ],
  correctionFirst: [
    '须先责令限期改正，逾期不改正的方可罚款（《反不正当竞争法》第三十一条）。',
    'Correction is ordered first; a fine follows where it is not made in time (Anti-Unfair Competition Law, Art. 31).',
  ],
  fineDoesNotFit: [
    '罚款决定须填写金额，其他决定不填（《反不正当竞争法》第三十一条）。',
    'A fine has its amount, and no other decision has one (Anti-Unfair Competition Law, Art. 31).',
  ],
  competitionFineBeyondLaw: [
    '罚款不得超过 {largest} 元（《反不正当竞争法》第三十一条）。',
    'A fine cannot exceed {largest} yuan (Anti-Unfair Competition Law, Art. 31).',
  ],
  badCreditDecided: [
    '已决定记录失信（第 802 号令第二十六条）。',
    'Recording bad credit has been decided already (Order 802, Art. 26).',
  ],
  respondentUnidentified: [
    '被投诉人的统一社会信用代码尚不清楚（第 802 号令第二十六条）。',
    'The respondent’s unified social credit code is not known (Order 802, Art. 26).',
  ],
};

/** Statuses and commands of the kind in words. */
export const overduePaymentWords: Readonly<Record<Status | OwnCommandName, Sentence>> = {
  lodged: ['待审查', 'under review'],
  returnedForSupplement: ['待补正', 'returned for supplement'],
  accepted: ['已受理', 'accepted'],
  transferred: ['已转办', 'transferred'],
  inHandling: ['办理中', 'in handling'],
  settled: ['已和解', 'settled'],
  resultIssued: ['已出结果', 'result issued'],
  concluded: ['已办结', 'concluded'],
  declined: ['不予受理', 'declined'],
  withdrawn: ['已撤回', 'withdrawn'],
  terminated: ['已终止', 'terminated'],
  lodge: ['提交投诉', 'lodge'],
  supplyMaterials: ['提交补正材料', 'supply materials'],
  accept: ['受理', 'accept'],
  decline: ['不予受理', 'decline'],
  transfer: ['转办', 'transfer'],
  receiveMaterials: ['收到材料', 'receive the materials'],
  assignMediator: ['指派调解员', 'assign a mediator'],
  recordReply: ['记录答复', 'record the reply'],
  holdMediation: ['调解', 'mediate'],
  agreeSettlement: ['达成和解', 'agree a settlement'],
  recordPayment: ['记录付款', 'record a payment'],
  extendHandling: ['延长办理期限', 'extend the handling'],
  issueResult: ['出具处理结果', 'issue the result'],
  feedBack: ['反馈结果', 'feed back the result'],
  withdraw: ['撤回', 'withdraw'],
  handedOver: ['已移交外部平台', 'handed to a platform outside'],
  merged: ['已并入他案', 'merged'],
  examineScope: ['审查适用范围', 'examine the scope'],
  recordProceedings: ['记录诉讼或仲裁', 'record court or arbitration proceedings'],
  demandAnswer: ['要求答复', 'demand an answer'],
  pressUndisputed: ['催付无争议部分', 'press for the undisputed part'],
  answer: ['答复', 'answer'],
  assessReply: ['评判答复', 'assess the reply'],
  disputeParts: ['提出争议部分', 'dispute parts'],
  issueSupervisoryOrder: ['发出督办书', 'issue a supervisory order'],
  holdInterview: ['约谈', 'hold a formal interview'],
  issueCircular: ['通报', 'issue a public circular'],
  orderCorrection: ['责令整改', 'order correction'],
  offerInstalments: ['提出分期方案', 'offer instalments'],
  declineInstalments: ['拒绝分期方案', 'decline the instalments'],
  recordMissedInstalment: ['记录未按期支付', 'record a missed instalment'],
  provePayment: ['提交付款证明', 'prove a payment'],
  rejectPaymentProof: ['不认可付款证明', 'reject the proof of payment'],
  offerNonCash: ['提出非现金支付', 'offer payment otherwise than in cash'],
  answerNonCash: ['答复非现金支付', 'answer the offer of non-cash payment'],
  attachSheet: ['附利息计算表', 'attach an interest sheet'],
  raiseSizeDispute: ['提出规模类型异议', 'dispute a size type'],
  decideSizeDispute: ['认定规模类型', 'decide a size type'],
  referToMarketRegulation: ['移送市场监管', 'refer to market regulation'],
  recordReferralAnswer: ['记录移送答复', 'record the answer to a referral'],
  decideBadCredit: ['决定记录失信', 'decide to record bad credit'],
  requestReceivableConfirmation: ['请求确权', 'request confirmation of a receivable'],
  confirmReceivable: ['确认应收账款', 'confirm the receivable'],
  refuseReceivable: ['拒绝确权', 'refuse to confirm the receivable'],
  recordFinding: ['作出认定', 'record a finding'],
};
