import type { DenialCode } from '@redress/access/policies/rules.js';
import type { RefusalCode } from '@redress/cases/shared/decision.js';
import type { Language } from './language.js';
import { complaintSentences, complaintWords } from './sentences/complaint.js';
import { creditRepairSentences, creditRepairWords } from './sentences/credit-repair.js';
import { ipFastTrackSentences } from './sentences/ip-fast-track.js';
import { ipFastTrackWords } from './sentences/ip-fast-track-words.js';
import { overduePaymentSentences, overduePaymentWords } from './sentences/overdue-payment.js';
import { procedureSentences, procedureWords } from './sentences/procedure.js';
import type { Sentence } from './sentences/sentence.js';

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
  clockAhead: [
    '数据库时钟异常，确认之前不能办理；请联系系统运维。',
    'The time of the system is not to be trusted; nothing is recorded until an operator has confirmed it.',
  ],
  storeBusy: [
    '登记的业务过多，未作任何改动；请稍后重试。',
    'More is being recorded than can be at once and nothing was changed; please try again shortly.',
  ],
  noSignedHeads: [
    '本系统的日志没有签名树头，无法出具回执。',
    'The log here has no signed tree heads, so that no receipt can be given.',
  ],
  newerRelease: [
    '本案含有较新版本系统所作的记录，更新本系统后方可办理。',
    'This case holds records of a newer release; this server has to be updated first.',
  ],
  signInFailed: ['账号或密码不正确。', 'The account or the password is wrong.'],
  tooManyAttempts: ['尝试次数过多，请在 {seconds} 秒后重试。', 'Too many attempts; try again in {seconds} seconds.'],
  signInNeeded: ['请先登录，或登录已过期。', 'Please sign in; the session is missing or has expired.'],
  // Fields
  officesDay: [
    '企业自行办理的事项以到达之日为准，不能另填日期；以书面形式送达的由经办部门登记。',
    'What a party does here counts from the day it arrives and takes no other date; the office records what came on paper.',
  ],
  unknownField: ['不认识的字段。', 'This field is not known.'],
  required: ['必须填写。', 'This is required.'],
  text: ['应为文字。', 'This must be text.'],
  tooLong: ['不得超过 {max} 个字符。', 'At most {max} characters.'],
  controlCharacters: ['含有不可用的控制字符。', 'This contains control characters, which are not allowed.'],
  invisibleCharacter: [
    '含有不可见字符或改变文字方向的控制字符。',
    'This contains invisible characters, or controls which turn the direction of text.',
  ],
  brokenCharacter: ['含有残缺的字符（单独的代理码元）。', 'This contains half a character (a lone surrogate).'],
  tooDeep: ['嵌套层次过深。', 'This is nested too deeply.'],
  oneOf: ['应为下列之一：{values}。', 'This must be one of: {values}.'],
  money: [
    '应为不带负号、最多两位小数的金额，例如 "1280000.00"。',
    'This must be an amount without a sign and with at most two decimals, such as "1280000.00".',
  ],
  day: ['应为真实存在的日期，例如 2025-08-30。', 'This must be a date that exists, such as 2025-08-30.'],
  decimal: ['应为不带负号的十进制数，例如 "3.45"。', 'This must be a decimal number without a sign, such as "3.45".'],
  boolean: ['应为是或否。', 'This must be true or false.'],
  mustPromise: ['须作出此项承诺。', 'This promise must be given.'],
  wholeNumber: ['应为整数，{min} 至 {max}。', 'This must be a whole number from {min} to {max}.'],
  object: ['应为一组字段。', 'This must be an object.'],
  listOfObjects: ['列表中每一项均应为一组字段。', 'Each item of the list must be an object.'],
  list: ['应为列表，{min} 至 {max} 项。', 'This must be a list of {min} to {max} items.'],
  uuid: ['应为 UUID。', 'This must be a UUID.'],
  identifier: ['不是有效的标识。', 'This is not an identifier.'],
  revision: ['应为引号中的修订号，例如 "3"。', 'This must be a revision in quotes, such as "3".'],
  nothingToMatch: ['尚无案件，无修订号可比对。', 'There is no case yet whose revision could be matched.'],
  position: ['应为日志位置（十进制数字）。', 'This must be a position of the log (decimal digits).'],
  viewLags: ['数据正在更新，请稍后重试。', 'The view has not caught up yet; please try again.'],
  cursor: ['不是本列表的续页标记。', 'This is no cursor of this list.'],
  moment: [
    '应为日期（例如 2026-06-30，指当日终了），或带时区的时刻（ISO 8601）。',
    'This must be a day, such as 2026-06-30 (its end is meant), or an ISO 8601 time with an offset.',
  ],
  period: [
    '应为年份、季度或月份，例如 2026、2026-Q2、2026-06。',
    'This must be a year, a quarter or a month: 2026, 2026-Q2, 2026-06.',
  ],
  momentInFuture: ['不能晚于现在。', 'This lies in the future.'],
  knownBeforeItCame: [
    '“当时所知”不能早于“截至时点”：当时不可能知道以后的事。',
    'What was known is asked for before the moment it is about: knownAt cannot be earlier than asOf.',
  ],
  beforeTheLog: ['早于系统最早的记录（{began}）。', 'This is before the first record ({began}).'],
  notYetLodged: ['截至该时点，本案尚未提出。', 'As of that moment the case had not been lodged.'],
  mailAddress: [
    '应为电子邮件地址，例如 name@example.org。',
    'This must be an e-mail address, such as name@example.org.',
  ],
  phone: ['应为电话号码。', 'This must be a telephone number.'],
  // The yearly reports
  yearNotEnded: [
    '{year}年尚未结束，不能报告。',
    'The year {year} has not ended; there is nothing to report on it yet.',
  ],
  reportedBeforeYearEnded: ['报告日期应在{year}年结束之后。', 'A report on {year} is made after that year has ended.'],
  notReported: ['此项尚未登记，无可撤销。', 'This was not recorded; there is nothing to take back.'],
  alreadyReported: ['此项已登记，报告日期{on}。', 'This was recorded already, as made on {on}.'],
  // The procedure
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
  otherFirstContact: ['您不是该案件的首接负责人。', 'You are not the first contact of this case.'],
  ...procedureSentences,
  ...overduePaymentSentences,
  ...complaintSentences,
  ...creditRepairSentences,
  ...ipFastTrackSentences,
} satisfies Record<RefusalCode | DenialCode, Sentence> & Record<string, Sentence>;

/** What a problem or a field at fault may be called: a code without its sentences does not compile. */
export type ProblemCode = keyof typeof sentences;

/** Words for the values that sentences quote: statuses and commands of every kind. */
const quoted: Readonly<Record<string, Sentence>> = {
  ...procedureWords,
  ...overduePaymentWords,
  ...complaintWords,
  ...creditRepairWords,
  ...ipFastTrackWords,
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
    return quotes.has(name) ? quotedIn(value, at) : value;
  });
}

/** Parameters whose values are statuses, commands or steps. */
const quotes: ReadonlySet<string> = new Set(['status', 'command', 'step']);

function quotedIn(value: string, at: 0 | 1): string {
  return quoted[value]?.[at] ?? value;
}

export const problemCodes = Object.keys(sentences) as readonly ProblemCode[];
