import type { Circumstances } from '../shared/case-kind.js';
import type { Money } from '../shared/money.js';
import type { Claim } from '../overdue-payment/claim.js';
import type { Command, CommandBody, CommandName } from '../overdue-payment/commands.js';
import { decide } from '../overdue-payment/decide.js';
import type { OverduePaymentEvent } from '../overdue-payment/events.js';
import { overduePayment } from '../overdue-payment/kind.js';
import { closed, initial, statuses, type State, type Status } from '../overdue-payment/state.js';
import { applied as appliedTo, circumstances, told, type Machine, type Trial } from './machine.js';
import { city, officerLi, procedureBodies, procedureTrials, pudong } from './procedure.js';
import { interestInput, interestSheet } from './interest-sheet.js';

export const yuan = (text: string) => text as Money;

export const claim: Claim = {
  complainant: {
    name: '上海申精机械有限公司',
    creditCode: '91310115MADEM00117',
    sizeType: 'small',
    address: '浦东新区川沙路1号',
    contact: { name: '王芳', phone: '13800000000' },
  },
  privateOrganisation: true,
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
      line: 1,
      description: '数控机床两台',
      deliveredOn: '2025-06-10',
      workAcceptedOn: null,
      inspectionEndsOn: null,
      settlementConfirmedOn: null,
      agreedDueOn: '2025-07-10',
      agreedDays: null,
      amount: yuan('1000000.00'),
      disputed: yuan('80000.00'),
    },
  ],
  request: '支付货款',
  facts: '货到后未付款',
  evidence: [{ kind: 'contract', title: '采购合同', reference: 'contract.pdf' }],
  promises: { noOtherForum: true, truth: true, signatory: '陈强' },
};

export const today = '2025-09-10';

const document = { title: '函', number: '沪经信〔2025〕1号' };
const plan = {
  total: yuan('900000.00'),
  instalments: [
    { dueOn: '2025-10-01', amount: yuan('400000.00') },
    { dueOn: '2025-11-01', amount: yuan('500000.00') },
  ],
  terms: '两期付清',
};

/** A body for each command which the rules take wherever the status allows it. */
export const bodies: { readonly [C in CommandName]: CommandBody<C> } = {
  ...procedureBodies('OP-2025-0000-0000-0002', { documentKind: 'result', pauseGround: 'negotiation' }),
  lodge: {
    claim,
    lodging: { by: 'complainant', channel: 'online', receivedOn: today, agent: null },
    acceptingOffice: city,
    due: [],
  },
  examineScope: {
    creditor: { sme: true, privateOrganisation: true },
    debtor: { publicBody: false, largeFirm: true, stateOwned: false },
    reason: '查国家企业信用信息公示系统',
  },
  supplyMaterials: { statement: '补交', evidence: [], respondent: null, due: null },
  accept: {},
  decline: { ground: 'otherForum', reason: '法院已受理' },
  transfer: { to: pudong, ground: '属地管理' },
  receiveMaterials: {},
  assignMediator: { mediator: officerLi },
  recordProceedings: {
    forum: 'court',
    body: '浦东新区人民法院',
    number: '（2025）沪0115民初1号',
    filedOn: '2025-09-09',
  },
  withdraw: { reason: '已付款' },
  demandAnswer: { dueOn: '2025-09-20', document },
  pressUndisputed: { dueOn: '2025-09-20', document },
  recordReply: { statement: '资金紧张', admitted: yuan('900000.00'), contact: null },
  answer: { statement: '资金紧张', admitted: yuan('900000.00'), contact: null },
  assessReply: { proper: false, reason: '未说明付款安排' },
  disputeParts: { by: 'respondent', lines: [{ line: 1, disputed: yuan('100000.00'), reason: '质量问题' }] },
  issueSupervisoryOrder: { ground: 'improperAnswer', dueOn: '2025-09-30', document, effect: '限期答复' },
  holdInterview: { place: '会议室', attendees: ['张总'], minutes: '承诺付款', document, effect: '约谈' },
  issueCircular: { published: '官网', text: '通报', document, effect: '公开' },
  orderCorrection: { dueOn: '2025-10-10', demands: '付款', document, effect: '责令' },
  holdMediation: { place: '调解室', attendees: ['王芳'], minutes: '同意分期', outcome: 'agreed' },
  offerInstalments: plan,
  declineInstalments: { offer: 1, reason: '太久' },
  agreeSettlement: plan,
  recordMissedInstalment: { instalment: 1 },
  provePayment: { amount: yuan('100000.00'), paidOn: '2025-09-09', method: 'bankTransfer', reference: '回单' },
  rejectPaymentProof: { proof: 1, reason: '未到账' },
  recordPayment: {
    amount: yuan('100000.00'),
    instalment: null,
    method: 'bankTransfer',
    reference: '回单',
    proof: null,
    allocation: { order: 'interestFirst' },
  },
  offerNonCash: { instrument: 'bill', amount: yuan('100000.00'), maturesOn: '2026-03-10', terms: '商票' },
  answerNonCash: { offer: 1, accepted: true, reason: '同意' },
  attachSheet: { title: '逾期利息计算表', input: interestInput, result: interestSheet },
  raiseSizeDispute: { of: 'complainant', by: 'respondent', ground: '非中小企业', to: city },
  decideSizeDispute: { of: 'complainant', size: 'small', document, reason: '符合标准' },
  referToMarketRegulation: { to: city, ground: '滥用优势地位', receipt: '沪市监收1号' },
  recordReferralAnswer: {
    referral: 1,
    level: 'province',
    decision: 'correctionOrdered',
    fine: null,
    dueOn: '2025-12-01',
    reason: '查实',
  },
  decideBadCredit: {
    found: { by: '浦东新区法院', law: '民事诉讼法第二百六十六条', document: '（2025）沪0115执1号', on: '2025-09-01' },
    serious: true,
    recordedIn: ['全国信用信息共享平台'],
    reason: '拒不支付',
  },
  requestReceivableConfirmation: { amount: yuan('500000.00'), financier: '某银行' },
  confirmReceivable: { request: 1, amount: yuan('500000.00') },
  refuseReceivable: { request: 1, reason: '金额有争议' },
  recordFinding: { finding: 'excuseInternalProcess', line: 1, facts: '称内部流程未完' },
  extendHandling: { totalDays: 60, reason: '情况复杂' },
  issueResult: { outcome: 'partlyPaid', summary: '部分支付' },
  feedBack: { to: 'complainant', how: '书面' },
};

export function command<C extends CommandName>(name: C, changes: Partial<CommandBody<C>> = {}): Command {
  return { name, body: { ...bodies[name], ...changes } } as unknown as Command;
}

const toAcceptance = [command('lodge'), command('accept')];
const toHandling = [...toAcceptance, command('transfer'), command('receiveMaterials'), command('assignMediator')];
const toSettlement = [...toHandling, command('agreeSettlement')];
const fedBack = [command('feedBack'), command('feedBack', { to: 'acceptingAuthority' })];
const toResult = [...toHandling, command('recordPayment'), command('issueResult')];

/** A way to each status, by commands alone. */
export const wayTo: Readonly<Record<Status | 'none', readonly Command[]>> = {
  none: [],
  lodged: [command('lodge')],
  returnedForSupplement: [command('lodge'), command('requestSupplement')],
  accepted: toAcceptance,
  transferred: [...toAcceptance, command('transfer')],
  inHandling: toHandling,
  settled: toSettlement,
  resultIssued: toResult,
  concluded: [...toResult, ...fedBack],
  declined: [command('lodge'), command('decline')],
  withdrawn: [command('lodge'), command('withdraw')],
  terminated: [...toAcceptance, command('terminate')],
  handedOver: [...toAcceptance, command('handToPlatform')],
  merged: [command('lodge'), command('mergeCase')],
};

const asSettled = [...toSettlement, command('issueResult', { outcome: 'settled' })];
const later = '2025-10-20';
const improper = [command('demandAnswer'), command('recordReply'), command('assessReply')];
const refused = [...improper, command('issueSupervisoryOrder'), command('recordReply'), command('assessReply')];
const interviewed = [...refused, command('holdInterview')];

/** What a command needs on the file, and its several ways on. */
const trials: { readonly [C in CommandName]?: readonly Trial<Command>[] } = {
  ...procedureTrials(bodies),
  assignMediator: [{ command: command('assignMediator', { mediator: { id: 'officer-wu', name: '吴刚' } }) }],
  assessReply: [{ first: [command('recordReply')], command: command('assessReply') }],
  issueSupervisoryOrder: [{ first: improper, command: command('issueSupervisoryOrder') }],
  holdInterview: [{ first: refused, command: command('holdInterview') }],
  issueCircular: [{ first: refused, command: command('issueCircular') }],
  orderCorrection: [{ first: interviewed, command: command('orderCorrection') }],
  declineInstalments: [{ first: [command('offerInstalments')], command: command('declineInstalments') }],
  rejectPaymentProof: [{ first: [command('provePayment')], command: command('rejectPaymentProof') }],
  answerNonCash: [{ first: [command('offerNonCash')], command: command('answerNonCash') }],
  decideSizeDispute: [{ first: [command('raiseSizeDispute')], command: command('decideSizeDispute') }],
  referToMarketRegulation: [{ command: command('referToMarketRegulation'), on: later }],
  recordReferralAnswer: [
    { first: [command('referToMarketRegulation')], command: command('recordReferralAnswer'), on: later },
  ],
  confirmReceivable: [{ first: [command('requestReceivableConfirmation')], command: command('confirmReceivable') }],
  refuseReceivable: [{ first: [command('requestReceivableConfirmation')], command: command('refuseReceivable') }],
  recordMissedInstalment: [
    {
      ways: {
        inHandling: [...asSettled, ...fedBack, command('reopen')],
        resultIssued: asSettled,
        concluded: [...asSettled, ...fedBack],
      },
      command: command('recordMissedInstalment'),
      on: later,
    },
  ],
  issueResult: [
    { command: command('issueResult', { outcome: 'notSettled' }) },
    { command: command('issueResult', { outcome: 'settled' }) },
  ],
  feedBack: [
    { command: command('feedBack') },
    { first: [command('feedBack')], command: command('feedBack', { to: 'acceptingAuthority' }) },
  ],
};

export const machine: Machine<State, Command, OverduePaymentEvent> = {
  kind: overduePayment,
  statuses,
  closed,
  wayTo,
  on: today,
  command: (name) => command(name),
  trials,
};

/** Today in Shanghai, unless the act is dated back. */
export function at(on: string = today, knownOn: string = on > today ? on : today): Circumstances {
  return circumstances(on, knownOn);
}

export function applied(state: State, events: readonly OverduePaymentEvent[], on: string = today): State {
  const count = state.status === 'none' ? 0 : state.procedure.events.length;
  return appliedTo(overduePayment, { state, events: count }, events, on).state;
}

/** The state after these commands, each on the day it stands with. @throws Error where one is refused */
export function after(commands: readonly Command[], from: State = initial, on: string = today): State {
  return commands.reduce<State>((state, one) => {
    const decision = decide(lodgedOn(one, on), state, at(on));
    if (decision.outcome === 'refused') throw new Error(`${one.name}: ${told(decision).join(', ')}`);
    return applied(state, decision.events, on);
  }, from);
}

/** A case is received on the day it is lodged. */
export function lodgedOn(one: Command, on: string): Command {
  if (one.name !== 'lodge') return one;
  return command('lodge', { ...one.body, lodging: { ...one.body.lodging, receivedOn: on } });
}
