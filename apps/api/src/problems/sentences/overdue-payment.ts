import type { overduePaymentRefusals } from '@redress/cases/shared/refusals/overdue-payment.js';
import type { CommandName } from '@redress/cases/overdue-payment/commands.js';
import type { Status } from '@redress/cases/overdue-payment/state.js';
import type { ProcedureCommandName } from '@redress/cases/shared/procedure/commands.js';
import type { Sentence } from './sentence.js';

export const overduePaymentSentences: Readonly<Record<(typeof overduePaymentRefusals)[number], Sentence>> = {
  noLines: ['至少填写一笔欠款。', 'At least one line is needed.'],
  sizeOfBody: ['机关、事业单位不适用企业规模。', 'A public body has no size type.'],
  sizeOfFirm: ['企业须选择规模，不清楚可选“不清楚”。', 'A firm needs a size type; "unknown" may be chosen.'],
  sizeOfLargeFirm: ['大型企业的规模应为“大型”或“不清楚”。', 'A large firm is of size "large" or "unknown".'],
  respondentNotLarge: [
    '第 802 号令投诉渠道只受理对机关、事业单位和大型企业的投诉；对中小企业的欠款可协商、调解、仲裁或起诉。',
    'Order 802 opens this channel against public bodies and large firms only; against a smaller firm there are negotiation, mediation, arbitration and the courts.',
  ],
  amountNotPositive: ['金额须大于零。', 'The amount must be more than zero.'],
  disputedExceedsAmount: ['有争议部分不得超过该笔金额。', 'The disputed part cannot exceed the amount.'],
  acceptedBeforeDelivery: ['验收日期不得早于交付日期。', 'Acceptance cannot come before delivery.'],
  dueBeforeContract: ['付款期限不得早于合同签订日期。', 'The due date cannot come before the contract.'],
  notYetOverdue: ['付款期限尚未届满。', 'This is not overdue yet.'],
  totalTooLarge: ['各笔合计超出可受理的金额上限。', 'The lines together exceed the largest sum that can be claimed.'],
  notAMediatorHere: ['该人员不是本部门的调解员。', 'That person is not a mediator of this office.'],
  alreadyMediator: ['该调解员已在办理本案。', 'That mediator has the case already.'],
  admittedExceedsClaim: [
    '承认金额不得超过投诉金额 {claimed} 元。',
    'The admitted sum cannot exceed the sum claimed, {claimed} yuan.',
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
    '已延长至合计 {totalDays} 日；再次延长须超过此数。',
    'The handling was extended to {totalDays} days in all already; a further extension must exceed that.',
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
};

/** Statuses and commands of the kind in words. */
export const overduePaymentWords: Readonly<Record<Status | Exclude<CommandName, ProcedureCommandName>, Sentence>> = {
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
};
