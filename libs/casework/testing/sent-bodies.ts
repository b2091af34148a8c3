import { demonstrationCompanies } from '@redress/access/demonstration-accounts.js';

/** What each command on an overdue-payment claim says unless a test says otherwise, as its sender writes it. */
export const sentBodies = {
  lodge: {
    complainant: {
      ...demonstrationCompanies.pudong,
      sizeType: 'small',
      address: '浦东新区川沙路1号',
      contact: { name: '王芳', phone: '13800000000' },
    },
    respondent: {
      name: '宏业建设（集团）有限公司',
      creditCode: '91500110MADEM0100R',
      unitType: 'largeFirm',
      sizeType: 'large',
      address: '闵行区虹梅路2号',
      contact: null,
    },
    contract: { title: '设备采购合同', number: null, subject: 'goods', concludedOn: '2025-03-01', payWhenPaid: false },
    lines: [
      {
        description: '数控机床两台',
        deliveredOn: '2025-06-10',
        workAcceptedOn: null,
        agreedDueOn: '2025-07-10',
        amount: '1000000.00',
        disputed: '80000.00',
      },
    ],
    request: '支付货款',
    facts: '货到后未付款',
    evidence: [{ kind: 'contract', title: '采购合同', reference: 'contract.pdf' }],
    promises: { noOtherForum: true, truth: true, signatory: '陈强' },
  },
  requestSupplement: { defects: [{ item: '营业执照', what: '未附' }] },
  supplyMaterials: { statement: '补交', evidence: [], respondent: null },
  accept: {},
  decline: { ground: 'otherForum', reason: '法院已受理' },
  transfer: { office: '310115-handling', ground: '属地管理' },
  receiveMaterials: {},
  assignMediator: { mediator: '310115-mediator-1' },
  recordReply: { statement: '资金紧张', admitted: '900000.00', contact: null },
  holdMediation: { place: '调解室', attendees: ['王芳'], minutes: '同意分期', outcome: 'agreed' },
  agreeSettlement: {
    total: '900000.00',
    instalments: [
      { dueOn: '2025-10-01', amount: '400000.00' },
      { dueOn: '2025-11-01', amount: '500000.00' },
    ],
    terms: '两期付清',
  },
  recordPayment: { amount: '100000.00', instalment: null, method: 'bankTransfer', reference: '回单' },
  extendHandling: { totalDays: 60, reason: '情况复杂' },
  issueResult: { outcome: 'partlyPaid', summary: '部分支付' },
  feedBack: { to: 'complainant', how: '书面' },
  withdraw: { reason: '已付款' },
  terminate: { ground: 'complainantUnreachable', reason: '电话、信函均无法联系' },
} as const;

/** The rung of a ladder as the system fires it. */
export const firedRung = {
  clock: 'result',
  subject: 'case',
  run: '0192a000-0000-8000-8000-00000000000a',
  rung: 'amber',
  policy: 'default.1',
  rungDueOn: '2025-09-30',
  clockDueOn: '2025-10-01',
  tells: ['holder'],
  told: [],
  act: 'notify',
  title: { zh: '黄牌', en: 'Amber' },
  late: false,
  explanation: {},
  raise: null,
};
