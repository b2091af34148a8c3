import type { Topic } from '../topics.js';

interface Text {
  readonly title: string;
  /** `{name}` stands for a fact; a sentence in `[…]` is left out where one of its facts is not known. */
  readonly body: string;
}

/** What each notice says, in both languages. */
export const texts: Readonly<Record<Topic, { readonly 'zh-CN': Text; readonly en: Text }>> = {
  lodged: {
    'zh-CN': { title: '已收到您的诉求', body: '我们已收到您的诉求，案号 {case}。凭案号可随时查询由谁办理、何时办结。' },
    en: {
      title: 'Your case has been received',
      body: 'We have received your case; its number is {case}. With it you can see at any time who has it and by when.',
    },
  },
  arrived: {
    'zh-CN': { title: '新收案件', body: '{complainant} 提交了新案件 {case}。[被投诉人：{respondent}。]' },
    en: { title: 'A new case', body: '{complainant} has lodged the case {case}.[ Respondent: {respondent}.]' },
  },
  supplementRequested: {
    'zh-CN': { title: '请补正材料', body: '案件 {case} 需要补正：{defects}。[请于 {dueOn} 前提交。]' },
    en: {
      title: 'Please supply what is missing',
      body: 'The case {case} needs these to be put right: {defects}.[ Please send them by {dueOn}.]',
    },
  },
  resubmitted: {
    'zh-CN': { title: '材料已补正', body: '{complainant} 已补正案件 {case} 的材料。' },
    en: { title: 'Materials were supplied', body: '{complainant} has supplied what the case {case} lacked.' },
  },
  accepted: {
    'zh-CN': { title: '案件已受理', body: '案件 {case} 已受理，办理期限见案卷。' },
    en: { title: 'The case was accepted', body: 'The case {case} was accepted; its dates stand in the file.' },
  },
  declined: {
    'zh-CN': { title: '案件不予受理', body: '案件 {case} 不予受理。[理由：{reason}。]对此不服的途径见案卷。' },
    en: {
      title: 'The case was not accepted',
      body: 'The case {case} was not accepted.[ Reason: {reason}.] What you can do about it stands in the file.',
    },
  },
  transferred: {
    'zh-CN': { title: '案件已转办', body: '案件 {case} [现由 {office} ]办理。' },
    en: { title: 'The case was passed on', body: 'The case {case} was passed on.[ It is now with {office}.]' },
  },
  received: {
    'zh-CN': { title: '转来案件', body: '案件 {case}（{complainant}）转至本部门，请及时接收办理。' },
    en: {
      title: 'A case has come to your office',
      body: 'The case {case} ({complainant}) now lies with your office; please take it on.',
    },
  },
  assigned: {
    'zh-CN': { title: '案件已指派给您', body: '案件 {case}（{complainant}）已指派给您。' },
    en: { title: 'A case was assigned to you', body: 'The case {case} ({complainant}) was assigned to you.' },
  },
  answerDemanded: {
    'zh-CN': { title: '请书面答复', body: '案件 {case}（投诉人 {complainant}）需要您答复。[请于 {dueOn} 前答复。]' },
    en: {
      title: 'An answer is asked of you',
      body: 'You are asked to answer the case {case} (complainant {complainant}).[ Please answer by {dueOn}.]',
    },
  },
  replied: {
    'zh-CN': { title: '被投诉人已答复', body: '被投诉人已就案件 {case} 作出答复，内容见案卷。' },
    en: { title: 'The respondent has answered', body: 'The respondent has answered the case {case}; see the file.' },
  },
  documentServed: {
    'zh-CN': { title: '文书送达', body: '案件 {case} 有文书送达您，送达之日起计算期限，内容见案卷。' },
    en: {
      title: 'A document was served on you',
      body: 'A document in the case {case} was served on you; terms count from that day. See the file.',
    },
  },
  hearing: {
    'zh-CN': { title: '口头审理通知', body: '案件 {case} 定于 {hearingOn} 口头审理。[地点：{place}。]' },
    en: { title: 'An oral hearing', body: 'The case {case} will be heard on {hearingOn}.[ Place: {place}.]' },
  },
  instalmentsOffered: {
    'zh-CN': { title: '被投诉人提出分期付款', body: '案件 {case} 的被投诉人提出分期支付，共 {total} 元。' },
    en: { title: 'Instalments were offered', body: 'The respondent of the case {case} offers CNY {total} in parts.' },
  },
  settled: {
    'zh-CN': { title: '已达成和解', body: '案件 {case} 已达成和解，金额 {total} 元，付款安排见案卷。' },
    en: {
      title: 'The case was settled',
      body: 'The case {case} was settled for CNY {total}; see the file for the plan.',
    },
  },
  paymentClaimed: {
    'zh-CN': {
      title: '请核对付款凭证',
      body: '案件 {case} 的被投诉人提交了 {paidOn} 付款 {amount} 元的凭证，请核对。',
    },
    en: {
      title: 'Please check a proof of payment',
      body: 'The respondent of the case {case} says that CNY {amount} was paid on {paidOn}; please check.',
    },
  },
  paymentRecorded: {
    'zh-CN': { title: '付款已登记', body: '案件 {case} 登记付款 {amount} 元。' },
    en: { title: 'A payment was recorded', body: 'A payment of CNY {amount} was recorded in the case {case}.' },
  },
  instalmentMissed: {
    'zh-CN': { title: '分期款逾期未付', body: '案件 {case} 于 {dueOn} 到期的分期款尚有 {open} 元未付。' },
    en: { title: 'An instalment was missed', body: 'CNY {open} due on {dueOn} in the case {case} has not been paid.' },
  },
  result: {
    'zh-CN': { title: '案件已有结果', body: '案件 {case} 已有处理结果。[{summary}]' },
    en: { title: 'There is a result', body: 'The case {case} has its result.[ {summary}]' },
  },
  terminated: {
    'zh-CN': { title: '案件终止办理', body: '案件 {case} 已终止办理。[理由：{reason}。]' },
    en: { title: 'Handling was terminated', body: 'The handling of the case {case} was ended.[ Reason: {reason}.]' },
  },
  merged: {
    'zh-CN': { title: '案件已合并', body: '案件 {case} 已并入 {into}，今后在该案办理。' },
    en: { title: 'Cases were merged', body: 'The case {case} was merged into {into}, where it goes on.' },
  },
  rung: {
    'zh-CN': { title: '期限提醒：{title}', body: '案件 {case}（{complainant}）：{title}。期限 {dueOn}。' },
    en: { title: 'A term: {title}', body: 'The case {case} ({complainant}): {title}. Due on {dueOn}.' },
  },
  raised: {
    'zh-CN': { title: '案件提级督办', body: '案件 {case}（{complainant}）已提级，由 {office} 督办。' },
    en: { title: 'A case was raised', body: 'The case {case} ({complainant}) was raised; {office} watches over it.' },
  },
  approaching: {
    'zh-CN': { title: '期限将至：{title}', body: '案件 {case} 的“{title}”将于 {dueOn} 到期。' },
    en: { title: 'A date draws near: {title}', body: '“{title}” in the case {case} is due on {dueOn}.' },
  },
  erasure: {
    'zh-CN': { title: '个人信息已依法删除', body: '案件 {case} 中的一项个人信息或文字已依法删除，今后不可读取。' },
    en: {
      title: 'Personal data was erased',
      body: 'Personal data or a text in the case {case} was erased under the law and cannot be read any more.',
    },
  },
};

/** What a mail says around its notice. */
export const frame = {
  'zh-CN': {
    subject: '【清欠维权】{title}（{case}）',
    link: '查看案卷：{url}',
    foot: '本邮件由系统发出，请勿回复。接收方式可在“通知设置”中更改。',
    digest: '【清欠维权】今日通知 {count} 条',
  },
  en: {
    subject: 'Redress: {title} ({case})',
    link: 'The file: {url}',
    foot: 'Sent by the system; please do not answer. How you hear from us can be changed under “Notices”.',
    digest: 'Redress: {count} notices of the day',
  },
} as const;
