import type { Circumstances, Command, CommandBody, CommandName } from '../overdue-payment/commands.js';
import { decide } from '../overdue-payment/decide.js';
import type { Claim, OfficeRef, OverduePaymentEvent } from '../overdue-payment/events.js';
import { evolve, initial, type State, type Status } from '../overdue-payment/state.js';
import type { Decision } from '../shared/decision.js';
import type { Money } from '../shared/money.js';

export const yuan = (text: string) => text as Money;

export const city: OfficeRef = {
  id: 'city-accepting',
  name: { zh: '市经济信息化委', en: 'Municipal Commission of Economy and Informatization' },
  district: null,
};
export const pudong: OfficeRef = {
  id: '310115-handling',
  name: { zh: '浦东新区科经委', en: 'Pudong Commission of Science and Economy' },
  district: '310115',
};

export const claim: Claim = {
  complainant: {
    name: '上海申精机械有限公司',
    creditCode: '91310115MADEM00117',
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
      line: 1,
      description: '数控机床两台',
      deliveredOn: '2025-06-10',
      workAcceptedOn: null,
      agreedDueOn: '2025-07-10',
      amount: yuan('1000000.00'),
      disputed: yuan('80000.00'),
    },
  ],
  request: '支付货款',
  facts: '货到后未付款',
  evidence: [{ kind: 'contract', title: '采购合同', reference: 'contract.pdf' }],
  promises: { noOtherForum: true, truth: true, signatory: '陈强' },
};

/** A body for each command which the rules take wherever the status allows it. */
export const bodies: { readonly [C in CommandName]: CommandBody<C> } = {
  lodge: { claim, acceptingOffice: city },
  requestSupplement: { defects: [{ item: '营业执照', what: '未附' }] },
  supplyMaterials: { statement: '补交', evidence: [], respondent: null },
  accept: {},
  decline: { ground: 'otherForum', reason: '法院已受理' },
  transfer: { to: pudong, ground: '属地管理' },
  receiveMaterials: {},
  assignMediator: { mediator: { id: 'officer-li', name: '李敏' } },
  recordReply: { statement: '资金紧张', admitted: yuan('900000.00'), contact: null },
  holdMediation: { place: '调解室', attendees: ['王芳'], minutes: '同意分期', outcome: 'agreed' },
  agreeSettlement: {
    total: yuan('900000.00'),
    instalments: [
      { dueOn: '2025-10-01', amount: yuan('400000.00') },
      { dueOn: '2025-11-01', amount: yuan('500000.00') },
    ],
    terms: '两期付清',
  },
  recordPayment: { amount: yuan('100000.00'), instalment: null, method: 'bankTransfer', reference: '回单' },
  extendHandling: { totalDays: 60, reason: '情况复杂' },
  issueResult: { outcome: 'partlyPaid', summary: '部分支付' },
  feedBack: { to: 'complainant', how: '书面' },
  withdraw: { reason: '已付款' },
  terminate: { ground: 'takenToCourtOrArbitration', reason: '已起诉' },
  fireRung: {
    clock: 'result',
    subject: 'case',
    run: '0192a000-0000-8000-8000-00000000000a',
    rung: 'amber',
    policy: 'default.1',
    rungDueOn: '2025-09-30',
    clockDueOn: '2025-10-01',
    tells: 'holder',
    act: 'notify',
    title: { zh: '黄牌', en: 'Amber' },
    late: false,
    explanation: {},
  },
};

export function command<C extends CommandName>(name: C, changes: Partial<CommandBody<C>> = {}): Command {
  return { name, body: { ...bodies[name], ...changes } } as unknown as Command;
}

const toAcceptance = [command('lodge'), command('accept')];
const toHandling = [...toAcceptance, command('transfer'), command('receiveMaterials'), command('assignMediator')];
const toSettlement = [...toHandling, command('agreeSettlement')];
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
  concluded: [...toResult, command('feedBack'), command('feedBack', { to: 'acceptingAuthority' })],
  declined: [command('lodge'), command('decline')],
  withdrawn: [command('lodge'), command('withdraw')],
  terminated: [...toAcceptance, command('terminate')],
};

export const today = '2025-09-10';

/** Today in Shanghai, unless the act is dated back. */
export function at(on: string = today, knownOn: string = on > today ? on : today): Circumstances {
  const actor = { id: 'officer-zhao', name: '赵军' };
  return { caseId: '0192a000-0000-8000-8000-000000000001', today: knownOn, on, actor };
}

export function applied(state: State, events: readonly OverduePaymentEvent[], on: string = today): State {
  return events.reduce<State>((folded, event) => evolve(folded, { ...event, on }), state);
}

/** The state after these commands, each on the day it stands with. @throws Error where one is refused */
export function after(commands: readonly Command[], from: State = initial, on: string = today): State {
  return commands.reduce<State>((state, one) => {
    const decision = decide(one, state, at(on));
    if (decision.outcome === 'refused') throw new Error(`${one.name}: ${JSON.stringify(decision.refusals)}`);
    return applied(state, decision.events, on);
  }, from);
}

/** `field: code` of every refusal, or the types of the events. */
export function told(decision: Decision<OverduePaymentEvent>): readonly string[] {
  if (decision.outcome === 'accepted') return decision.events.map(({ type }) => type);
  return decision.refusals.map(({ field, code }) => (field ? `${field}: ${code}` : code));
}
