import type { Command, CommandBody, CommandName } from '../credit-repair/commands.js';
import { repairConditions, type RepairCondition } from '../credit-repair/conditions.js';
import type { CreditRepairEvent } from '../credit-repair/events.js';
import { creditRepair as kind } from '../credit-repair/kind.js';
import type { CreditRecord, RepairRequest } from '../credit-repair/record.js';
import { closed, statuses, type Existing, type State, type Status } from '../credit-repair/state.js';
import type { Lodging } from '../shared/procedure/events.js';
import type { OfficeRef } from '../shared/reference.js';
import { after, applied, circumstances, standing, told, type Machine, type Standing } from './machine.js';
import { minhang, procedureBodies, procedureTrials, pudong } from './procedure.js';

/** Order 36 and Order 107 are in force. */
export const today = '2026-09-10';

export const creditChina: OfficeRef = {
  id: 'credit-china-shanghai',
  name: { zh: '信用中国（上海）', en: 'Credit China (Shanghai)' },
  district: null,
};

export const record: CreditRecord = {
  body: { name: '上海市交通委员会', kind: 'other', place: 'shanghai' },
  kind: 'penalty',
  documentNumber: '沪交罚〔2026〕1号',
  foundOn: '2026-03-10',
  publishedOn: '2026-03-15',
  class: 'general',
  form: 'fine',
  field: 'general',
  content: '超限运输，罚款二万元',
  crossProvince: false,
};

export const market: CreditRecord = {
  ...record,
  body: { name: '浦东新区市场监督管理局', kind: 'marketRegulation', place: 'shanghai' },
};

export const request: RepairRequest = {
  applicant: {
    name: '上海申精机械有限公司',
    creditCode: '91310115MADEM00117',
    sizeType: 'small',
    address: '浦东新区川沙路1号',
    contact: { name: '王芳', phone: '13800000000' },
  },
  record,
  ruling: null,
  notice: null,
  corrections: '已缴纳罚款并整改',
  materials: [{ kind: 'other', title: '缴款书', reference: 'p.pdf' }],
  promise: { truth: true, liability: true, inPublic: true, signatory: '陈强' },
};

export const ruling = {
  court: '上海市第三中级人民法院',
  caseNumber: '（2026）沪03破1号',
  approves: 'reorganisationPlan',
  ruledOn: '2026-08-01',
} as const;

export const online: Lodging = { by: 'complainant', channel: 'online', receivedOn: today, agent: null };

/** The four conditions, proved but for these. */
export const found = (...unproved: readonly RepairCondition[]) =>
  repairConditions.map((condition) => ({ condition, proved: !unproved.includes(condition), by: '核对材料' }));

const procedure = procedureBodies('CR-2026-0000-0000-00028', {
  documentKind: 'other',
  pauseGround: 'awaitingApplicant',
});

/** A body for each command which the rules take once what it answers is there. */
export const bodies: { readonly [C in CommandName]: CommandBody<C> } = {
  ...procedure,
  lodge: { request, lodging: online, acceptingOffice: creditChina },
  supplyMaterials: { statement: '补交', evidence: [], corrections: null },
  passToDepartment: { to: pudong, ground: '谁认定、谁修复' },
  accept: {},
  decline: { ground: 'notTheFindingBody', reason: '非本部门认定' },
  reviewConditions: { conditions: found() },
  extendHandling: { days: 10, reason: '需要核实' },
  decideRepair: { repaired: true, reason: '条件均已具备' },
  endPublicity: { platforms: ['信用中国', '信用中国（上海）'] },
  shareResult: { with: ['全国信用信息共享平台'] },
  tellResult: { how: '站内信' },
  reachMaximum: { corrected: true, sectorRule: null },
  recordRepairNotice: { number: '修告〔2026〕1号', servedOn: '2026-03-12' },
  liftSanctions: { measures: ['限制招投标'] },
  findFalsePromise: { what: '缴款书系伪造', adopted: null },
  raiseObjection: { about: 'content', by: 'source', ground: '主体错误' },
  markObjection: {},
  forwardObjection: { to: '市交通委' },
  receiveObjection: {},
  decideObjection: { upheld: true, correction: '更正主体名称', reason: '属实' },
  withdraw: { reason: '不再需要' },
  recordPenalty: { number: '沪交罚〔2026〕1号' },
  publishPenalty: { where: '信用中国' },
  annulPenalty: { document: '复议决定书' },
  withdrawRecord: { where: '信用中国' },
  notifyRevocation: { document: '撤销通知' },
  deleteRecord: { where: '信用中国（上海）' },
  receiveRepairProof: { document: '修复证明' },
  removeRecord: { where: '查询界面' },
};

export function command<C extends CommandName>(name: C, changes: Partial<CommandBody<C>> = {}): Command {
  return { name, body: { ...bodies[name], ...changes } } as unknown as Command;
}

const toDepartment = [command('lodge'), command('passToDepartment')];
const toAcceptance = [...toDepartment, command('accept')];
const toRepair = [...toAcceptance, command('reviewConditions'), command('decideRepair')];
const toConclusion = [...toRepair, command('endPublicity'), command('shareResult'), command('tellResult')];
const toRefusal = [
  ...toAcceptance,
  command('reviewConditions', { conditions: found('otherLegal') }),
  command('decideRepair', { repaired: false, reason: '另有限制' }),
];
/** Found long enough ago for publicity to have reached its maximum of a year. */
const old = { ...request, record: { ...record, foundOn: '2025-09-09', publishedOn: null } };

/** A way to each status, by commands alone. */
export const wayTo: Readonly<Record<Status | 'none', readonly Command[]>> = {
  none: [],
  requested: [command('lodge')],
  returnedForSupplement: [command('lodge'), command('requestSupplement')],
  passed: toDepartment,
  accepted: toAcceptance,
  repaired: toRepair,
  refused: toRefusal,
  declined: [...toDepartment, command('decline')],
  stoppedAtMaximum: [command('lodge', { request: old }), command('reachMaximum')],
  concluded: toConclusion,
  withdrawn: [command('lodge'), command('withdraw')],
  terminated: [...toAcceptance, command('terminate')],
  handedOver: [command('lodge'), command('handToPlatform')],
  merged: [command('lodge'), command('mergeCase')],
  voided: [...toConclusion, command('findFalsePromise', { adopted: { barMonths: 12 } })],
};

/** As the way does, of a record whose maximum has been reached, or with a ruling of a court. */
function withRequest(changed: RepairRequest): Pick<Machine<State, Command, CreditRepairEvent>, 'wayTo'> {
  const ways = Object.entries(wayTo).map(([status, [lodge, ...further]]) => [
    status,
    lodge ? [command('lodge', { request: changed }), ...further] : [],
  ]);
  return { wayTo: Object.fromEntries(ways) as typeof wayTo };
}

export const machine: Machine<State, Command, CreditRepairEvent> = {
  kind,
  statuses,
  closed,
  ...withRequest({ ...old, ruling }),
  on: today,
  command: (name) => command(name),
  trials: {
    ...(procedureTrials(procedure) as Machine<State, Command, CreditRepairEvent>['trials']),
    decideRepair: [
      { first: [command('reviewConditions')], command: command('decideRepair') },
      {
        first: [command('reviewConditions', { conditions: found('otherLegal') })],
        command: command('decideRepair', { repaired: false }),
      },
    ],
    correctFact: [{ command: command('correctFact', { is: '2026-09-01' }) }],
    reopen: [
      { command: command('reopen') },
      {
        first: [command('objectToOutcome'), command('decideOutcomeObjection')],
        command: command('reopen', { ground: 'objectionUpheld' }),
      },
    ],
    endPublicity: [
      { command: command('endPublicity') },
      { first: [command('shareResult'), command('tellResult')], command: command('endPublicity') },
    ],
    reachMaximum: [
      { command: command('reachMaximum') },
      { command: command('reachMaximum', { corrected: false, sectorRule: '行业规定' }) },
    ],
    findFalsePromise: [
      { command: command('findFalsePromise') },
      { command: command('findFalsePromise', { adopted: { barMonths: 12 } }) },
    ],
    markObjection: [{ first: [command('raiseObjection')], command: command('markObjection') }],
    forwardObjection: [{ first: [command('raiseObjection')], command: command('forwardObjection') }],
    receiveObjection: [
      { first: [command('raiseObjection'), command('forwardObjection')], command: command('receiveObjection') },
    ],
    decideObjection: [{ first: [command('raiseObjection', { by: 'platform' })], command: command('decideObjection') }],
    publishPenalty: [{ first: [command('recordPenalty')], command: command('publishPenalty') }],
    withdrawRecord: [{ first: [command('annulPenalty')], command: command('withdrawRecord') }],
    deleteRecord: [{ first: [command('notifyRevocation')], command: command('deleteRecord') }],
    removeRecord: [{ first: [command('receiveRepairProof')], command: command('removeRecord') }],
    decideDispatchObjection: [
      { first: [command('objectToDispatch')], command: command('decideDispatchObjection', { to: minhang }) },
      {
        first: [command('objectToDispatch')],
        command: command('decideDispatchObjection', { to: 'acceptingAuthority' }),
      },
      { first: [command('objectToDispatch')], command: command('decideDispatchObjection', { upheld: false }) },
    ],
  },
};

export type Case = Standing<Existing>;

export function begun(): Standing<State> {
  return standing(kind);
}

/** A case in this status, and then these commands too. */
export function given(status: Status, ...further: readonly Command[]): Case {
  return after(kind, [...wayTo[status], ...further], today) as Case;
}

export function when<C extends CommandName>(
  { state }: Standing<State>,
  name: C,
  changes: Partial<CommandBody<C>> = {},
  on: string = today,
  knownOn: string = on > today ? on : today,
) {
  return kind.decide(command(name, changes), state, circumstances(on, knownOn));
}

/** The case after one more command. @throws Error where it is refused */
export function then<C extends CommandName>(
  from: Standing<State>,
  name: C,
  changes: Partial<CommandBody<C>> = {},
  on: string = today,
): Case {
  const decision = when(from, name, changes, on);
  if (decision.outcome === 'refused') throw new Error(`${name}: ${told(decision).join()}`);
  return applied(kind, from, decision.events, on) as Case;
}
