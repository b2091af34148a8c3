import type { DenialCode } from '@redress/access/policies.js';
import type { RefusalCode } from '@redress/cases/shared/decision.js';
import type { CommandName } from '@redress/cases/overdue-payment/commands.js';
import type { Status } from '@redress/cases/overdue-payment/state.js';
import type { Language } from './language.js';

type Sentence = readonly [zh: string, en: string];

/** Every refusal a caller may read, by code; `{name}` stands for a parameter. */
const sentences = {
  // The door
  invalid: ['提交的内容有误，未作任何改动。', 'The submission has faults; nothing was changed.'],
  seeFields: ['共 {count} 处需要更正，详见各字段。', '{count} field(s) need correcting; see each.'],
  brokenJson: ['请求内容不是有效的 JSON 对象。', 'The request body is not a valid JSON object.'],
  notJson: [
    '请求内容须为 UTF-8 编码的 JSON（Content-Type: application/json）。',
    'The body must be JSON in UTF-8 (Content-Type: application/json).',
  ],
  badAddress: ['请求地址有误。', 'The address of the request is malformed.'],
  tooLarge: ['请求内容过大，上限为 1 MB。', 'The request body is too large; the limit is 1 MB.'],
  notFound: ['未找到，或您无权查看。', 'Not found, or not for you to see.'],
  notAllowed: ['此地址不支持该请求方式。', 'This address does not take that method.'],
  unexpected: [
    '系统出现意外错误，未作任何改动；请稍后重试。',
    'Something unexpected failed and nothing was changed; please try again.',
  ],
  unavailable: ['系统暂时无法处理，请稍后重试。', 'The system cannot serve this at the moment; please try again.'],
  signInFailed: ['账号或密码不正确。', 'The account or the password is wrong.'],
  tooManyAttempts: ['尝试次数过多，请在 {seconds} 秒后重试。', 'Too many attempts; try again in {seconds} seconds.'],
  signInNeeded: ['请先登录，或登录已过期。', 'Please sign in; the session is missing or has expired.'],
  // Fields
  unknownField: ['不认识的字段。', 'This field is not known.'],
  required: ['必须填写。', 'This is required.'],
  text: ['应为文字。', 'This must be text.'],
  tooLong: ['不得超过 {max} 个字符。', 'At most {max} characters.'],
  controlCharacters: ['含有不可用的控制字符。', 'This contains control characters, which are not allowed.'],
  brokenCharacter: ['含有残缺的字符（单独的代理码元）。', 'This contains half a character (a lone surrogate).'],
  tooDeep: ['嵌套层次过深。', 'This is nested too deeply.'],
  oneOf: ['应为下列之一：{values}。', 'This must be one of: {values}.'],
  money: [
    '应为不带负号、最多两位小数的金额，例如 "1280000.00"。',
    'This must be an amount without a sign and with at most two decimals, such as "1280000.00".',
  ],
  day: ['应为真实存在的日期，例如 2025-08-30。', 'This must be a date that exists, such as 2025-08-30.'],
  creditCode: [
    '统一社会信用代码不正确（18 位，校验码按 GB 32100-2015）。',
    'This is not a unified social credit code (18 characters, check character by GB 32100-2015).',
  ],
  boolean: ['应为是或否。', 'This must be true or false.'],
  mustPromise: ['须作出此项承诺。', 'This promise must be given.'],
  wholeNumber: ['应为整数，{min} 至 {max}。', 'This must be a whole number from {min} to {max}.'],
  object: ['应为一组字段。', 'This must be an object.'],
  listOfObjects: ['列表中每一项均应为一组字段。', 'Each item of the list must be an object.'],
  list: ['应为列表，{min} 至 {max} 项。', 'This must be a list of {min} to {max} items.'],
  uuid: ['应为 UUID。', 'This must be a UUID.'],
  identifier: ['不是有效的标识。', 'This is not an identifier.'],
  revision: ['应为引号中的修订号，例如 "3"。', 'This must be a revision in quotes, such as "3".'],
  position: ['应为日志位置（十进制数字）。', 'This must be a position of the log (decimal digits).'],
  viewLags: ['数据正在更新，请稍后重试。', 'The view has not caught up yet; please try again.'],
  cursor: ['不是本列表的续页标记。', 'This is no cursor of this list.'],
  phone: ['应为电话号码。', 'This must be a telephone number.'],
  reasonForDate: ['生效日期早于今日时须说明原因。', 'A reason is needed when the date lies before today.'],
  dayForReason: ['说明了补录原因时须填写生效日期。', 'A date is needed with a reason for backdating.'],
  // The procedure
  notAllowedInStatus: [
    '案件当前状态（{status}）下不能办理此事项（{command}）。',
    'This ({command}) cannot be done while the case is in status "{status}".',
  ],
  commandIdReused: ['同一命令编号已用于另一内容。', 'This command id was used for something else.'],
  contended: ['案件正被他人同时办理，请重试。', 'Others are working on this case at the same time; please try again.'],
  changed: [
    '在您查看之后案件已有变化，请核对后重新提交。',
    'The case has changed since you read it; please compare and send again.',
  ],
  wrongRole: ['您的角色无权办理此事项。', 'Your role may not do this.'],
  otherCompany: ['该案件属于其他企业。', 'This case belongs to another company.'],
  otherOffice: ['该案件由其他部门办理。', 'This case is with another office.'],
  notTransferred: ['该案件尚未转办。', 'This case has not been transferred yet.'],
  otherMediator: ['该案件未指派给您调解。', 'You are not the mediator of this case.'],
  dateInFuture: ['日期不得晚于今日。', 'The date must not lie in the future.'],
  beforePreviousStep: ['不得早于 {since}。', 'This must not be earlier than {since}.'],
  noLines: ['至少填写一笔欠款。', 'At least one line is needed.'],
  sameParty: ['被投诉人不能与投诉人相同。', 'The respondent cannot be the complainant.'],
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
  notYourCompany: ['应与登录企业的名称一致：{name}。', 'This must be the name of the company signed in: {name}.'],
  noAcceptingOffice: ['尚未配置受理投诉部门。', 'No accepting authority has been set up.'],
  notAHandlingAuthority: ['该部门不是处理投诉部门。', 'That office is not a handling authority.'],
  notAMediatorHere: ['该人员不是本部门的调解员。', 'That person is not a mediator of this office.'],
  noHandlingOffice: ['案件尚无处理投诉部门。', 'The case has no handling authority yet.'],
  alreadyMediator: ['该调解员已在办理本案。', 'That mediator has the case already.'],
  noMediator: ['须先指派调解员。', 'A mediator must be assigned first.'],
  admittedExceedsClaim: [
    '承认金额不得超过投诉金额 {claimed} 元。',
    'The admitted sum cannot exceed the sum claimed, {claimed} yuan.',
  ],
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
  paidBeforeSettlement: [
    '{settledOn} 和解之前的付款不属于和解的任何一期。',
    'A payment made before the settlement of {settledOn} belongs to none of its instalments.',
  ],
  noSuchInstalment: ['没有这一期。', 'There is no such instalment.'],
  alreadyExtended: [
    '已延长至合计 {totalDays} 日；再次延长须超过此数。',
    'The handling was extended to {totalDays} days in all already; a further extension must exceed that.',
  ],
  extensionBeyondLaw: [
    '合计须多于 {regular} 日且不超过 {longest} 日（第 802 号令第二十五条）。',
    'The total must exceed {regular} days and not exceed {longest} (Order 802, Art. 25).',
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
  nothingOutstanding: ['已无尚欠金额，与此结果不符。', 'Nothing is outstanding, which this result contradicts.'],
  nothingPaid: ['尚无付款记录。', 'No payment has been recorded.'],
  alreadyFedBack: ['已向该方反馈。', 'The result has been fed back to them already.'],
  rungAlreadyFired: ['该级提醒已触发。', 'This rung has fired already.'],
  rungNotDue: ['该级提醒不再到期。', 'This rung is no longer due.'],
} satisfies Record<RefusalCode | DenialCode, Sentence> & Record<string, Sentence>;

/** What a problem or a field at fault may be called: a code without its sentences does not compile. */
export type ProblemCode = keyof typeof sentences;

/** Words for the values that sentences quote. */
const quoted: Readonly<Record<Status | CommandName | 'none', Sentence>> = {
  none: ['未提交', 'not lodged'],
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
  requestSupplement: ['要求补正', 'ask for supplement'],
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
  terminate: ['终止办理', 'terminate'],
  fireRung: ['触发提醒', 'fire a rung'],
};

export function sentence(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const at = language === 'zh-CN' ? 0 : 1;
  const pair: Sentence = sentences[code];
  return pair[at].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return name === 'status' || name === 'command' ? quotedIn(value, at) : value;
  });
}

function quotedIn(value: string, at: 0 | 1): string {
  return value in quoted ? quoted[value as keyof typeof quoted][at] : value;
}

export const problemCodes = Object.keys(sentences) as readonly ProblemCode[];
