import { type Text } from '../text.js';

export type StartKind = 'delivery' | 'acceptance' | 'inspectionEnd' | 'settlement';
export type PaymentFlag = 'payWhenPaidVoid' | 'cappedAtMaximum' | 'longTermForReview';

export const STARTS: Readonly<Record<StartKind, Text>> = {
  delivery: { zh: '自交付之日起', en: 'from delivery' },
  acceptance: { zh: '自检验或者验收合格之日起', en: 'from the day inspection or acceptance is passed' },
  inspectionEnd: {
    zh: '买方拖延检验、验收，自约定检验期限届满之日起',
    en: 'the buyer delayed inspection: from the end of the agreed inspection period',
  },
  settlement: { zh: '自双方确认结算金额之日起', en: 'from the day both sides confirmed the settled amount' },
};

export const FLAGS: Readonly<Record<PaymentFlag, Text>> = {
  payWhenPaidVoid: {
    zh: '约定以收到第三方付款为条件的条款无效（法释〔2024〕11号第一条；国令第802号第九条第二款）',
    en: "a term that makes payment depend on a third party's payment is void (Judicial Interpretation 2024/11, item 1; Order 802 Art 9¶2)",
  },
  cappedAtMaximum: {
    zh: '约定期限超过法定最长期限，按最长期限计',
    en: 'the agreed term exceeds the longest the law allows: the longest is counted',
  },
  longTermForReview: {
    zh: '约定期限较长，请核查是否合理（不当然违法）',
    en: 'the agreed term is long: to be looked at, not in itself a breach',
  },
};

export const NO_TERM: Readonly<Record<'notAccepted' | 'noNumber', Text>> = {
  notAccepted: {
    zh: '尚未验收，合同未约定检验期限：付款期限未起算',
    en: 'not yet accepted, and no inspection period is agreed: the term has not begun',
  },
  noNumber: {
    zh: '合同未约定付款期限，订立时的法律也未规定日数，不得推定60日',
    en: 'no term is agreed, and the law in force when the contract was made has no number: none is invented',
  },
};

export const VOID_TERM: Text = {
  zh: '背靠背条款无效，合理付款期限由法院根据案件情况、行业规范和交易习惯确定（法释〔2024〕11号第二条）',
  en: "the term is void: a court fixes a reasonable one by the case, the trade's norms and the parties' habits (Judicial Interpretation 2024/11, item 2)",
};
