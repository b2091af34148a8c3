import type { Command, CommandBody, CommandName, OwnCommandName } from '../complaint/commands.js';
import type { LodgedComplaint } from '../complaint/complaint-rules.js';
import { exemptionConditions } from '../complaint/exemption.js';
import type { ComplaintEvent } from '../complaint/events.js';
import { complaint as kind } from '../complaint/kind.js';
import { closed, statuses, type Existing, type State, type Status } from '../complaint/state.js';
import { steps, trackCommands, type TrackBodies, type TrackCommandName } from '../complaint/tracks.js';
import type { Money } from '../shared/money.js';
import type { Lodging } from '../shared/procedure/events.js';
import type { OfficeRef } from '../shared/reference.js';
import { after, applied, circumstances, standing, told, type Machine, type Standing, type Trial } from './machine.js';
import { city, minhang, procedureBodies, procedureTrials, pudong } from './procedure.js';

export const yuan = (text: string) => text as Money;
export const today = '2025-09-10';

export const regulator: OfficeRef = {
  id: 'city-market',
  name: { zh: '市市场监管局', en: 'Municipal Administration for Market Regulation' },
  district: null,
};

export const lodged: LodgedComplaint = {
  category: 'businessCharges',
  complainant: {
    name: '上海申精机械有限公司',
    creditCode: '91310115MADEM00117',
    sizeType: 'small',
    address: '浦东新区川沙路1号',
    contact: { name: '王芳', phone: '13800000000' },
  },
  respondent: { name: '某行业协会', creditCode: null, unitType: 'association', address: null, contact: null },
  title: '强制收取培训费',
  facts: '年检时要求缴纳培训费',
  request: '退还',
  policy: null,
  charges: [
    { item: '培训费', chargedOn: '2025-08-01', amount: yuan('3000.00'), receipt: 'S-1' },
    { item: '检测费', chargedOn: '2025-08-02', amount: yuan('500.00'), receipt: null },
  ],
  evidence: [{ kind: 'invoice', title: '收据', reference: 's1.pdf' }],
  promises: { noOtherForum: true, truth: true, signatory: '陈强' },
};

export const policy = {
  title: '专精特新扶持办法',
  documentNumber: '沪经信企〔2024〕1号',
  issuer: '某区经委',
  promise: '认定后一次性奖励10万元',
};

export const online: Lodging = { by: 'complainant', channel: 'online', receivedOn: today, agent: null };
export const byHotline: Lodging = { by: 'officer', channel: 'hotline12345', receivedOn: today, agent: null };

const tracks: TrackBodies = {
  receiveLead: { source: '投诉材料', what: '涉嫌强制收费' },
  extendLeadCheck: { reason: '案情复杂' },
  checkLead: { found: true, report: '属实' },
  decideCaseFiling: { filed: true, reporterNamed: true, reason: '涉嫌违法' },
  tellReporter: { how: '书面' },
  referCompetence: { between: ['甲区局', '乙区局'], to: '市局', ground: '管辖争议' },
  decideCompetence: { competent: '甲区局', reason: '行为地' },
  holdMediation: { place: '调解室', attendees: ['王芳'], minutes: '未达成', outcome: 'adjourned' },
  endMediation: { reason: '无法达成一致' },
  agreeSettlement: { terms: '退还一半' },
  tellParties: { how: '书面' },
  registerPetition: { number: 'XF-1' },
  sortPetition: { accepted: true, to: '区信访办', reason: '属本级' },
  objectToPetition: { by: '区信访办', ground: '非本级' },
  finishPetition: { documentNumber: 'XFY-1', opinion: '支持' },
  requestPetitionReview: { ground: '不服' },
  decidePetitionReview: { documentNumber: 'FC-1', upheld: false, reason: '原意见正确' },
  requestPetitionReReview: { ground: '仍不服' },
  decidePetitionReReview: { documentNumber: 'FH-1', upheld: false, reason: '维持' },
  filePenaltyCase: { number: 'LA-1', suspicion: '违规收费' },
  decidePenalty: { number: 'CF-1', penalised: true, reason: '违法' },
  requestHelp: { workingHours: false, question: '如何提交' },
  answerHelp: { answer: '已电话说明' },
};

const procedure = procedureBodies('CO-2025-0000-0000-00028', {
  documentKind: 'answer',
  pauseGround: 'awaitingComplainant',
});

/** A body for each command which the rules take once what it answers is there. */
export const bodies: { readonly [C in CommandName]: CommandBody<C> } = {
  ...procedure,
  ...tracks,
  lodge: { complaint: lodged, lodging: online, acceptingOffice: city, takenBy: 'smeServiceCentre' },
  supplyMaterials: { statement: '补交', evidence: [], respondent: null },
  accept: {},
  decline: { ground: 'otherForum', reason: '法院已受理', advice: '可向法院主张' },
  grade: { grade: 'general', reason: '事实清楚' },
  regrade: { grade: 'hard', reason: '涉及多部门' },
  transfer: { to: pudong, ground: '属地管理' },
  beginHandling: {},
  checkPolicy: {
    policy: policy.title,
    documentNumber: policy.documentNumber,
    promise: policy.promise,
    entitled: true,
    found: 'notKept',
    reason: '未拨付',
    remedy: { what: '拨付', by: '2025-10-31' },
  },
  checkCharge: {
    charge: 1,
    listed: 'notListed',
    list: '上海市涉企收费目录清单（2025年版）',
    allowed: null,
    refund: { amount: yuan('3000.00'), by: '2025-09-30' },
    reason: '清单外收费',
  },
  recordRefund: { charge: 1, amount: yuan('1000.00'), reference: '回单' },
  checkIntermediary: {
    service: '环评报告',
    agency: '某环评公司',
    onList: true,
    forced: false,
    named: true,
    bodysOwnWork: false,
    reason: '指定机构',
  },
  reviewExemption: {
    document: '某罚告〔2025〕1号',
    listEntry: null,
    conditions: exemptionConditions.map((condition) => ({ condition, proved: true, by: '现场记录' })),
    exempted: true,
    reason: '轻微并已改正',
  },
  referCompetition: { matter: 'unfairCompetition', to: regulator, object: '混淆行为' },
  answerReferral: { referral: 1, found: true, answer: '已立案' },
  findCluster: { about: 'body', subject: '某行业协会', found: '普遍存在', measure: '通报并统一退还' },
  extendHandling: { days: 30, reason: '情况复杂' },
  issueResult: { outcome: 'partlyResolved', answer: '责令退还', explanation: '部分已过退还期限' },
  feedBack: { to: 'complainant', how: '电话并书面' },
  conclude: {},
  withdraw: { reason: '已解决' },
} satisfies { readonly [C in OwnCommandName]: CommandBody<C> } & object;

export function command<C extends CommandName>(name: C, changes: Partial<CommandBody<C>> = {}): Command {
  return { name, body: { ...bodies[name], ...changes } } as unknown as Command;
}

const toLodging = [command('lodge')];
const toAcceptance = [...toLodging, command('accept')];
const toTransfer = [...toAcceptance, command('transfer')];
const toFindings = [...toTransfer, command('beginHandling'), command('checkCharge'), command('referCompetition')];
const toResult = [...toFindings, command('grade'), command('issueResult')];

/** A way to each status, by commands alone. */
export const wayTo: Readonly<Record<Status | 'none', readonly Command[]>> = {
  none: [],
  lodged: toLodging,
  returnedForSupplement: [...toLodging, command('requestSupplement')],
  accepted: toAcceptance,
  transferred: toTransfer,
  inHandling: toFindings,
  resultIssued: toResult,
  concluded: [...toResult, command('feedBack'), command('conclude')],
  declined: [...toLodging, command('decline')],
  withdrawn: [...toLodging, command('withdraw')],
  terminated: [...toAcceptance, command('terminate')],
  handedOver: [...toAcceptance, command('handToPlatform')],
  merged: [...toLodging, command('mergeCase')],
};

/** The steps of its track which bring it to where this one goes on from. */
export function leadingTo(name: TrackCommandName): readonly TrackCommandName[] {
  const { track, from } = steps[name];
  let ways: { readonly stage: string; readonly way: readonly TrackCommandName[] }[] = [{ stage: 'none', way: [] }];
  for (;;) {
    const found = ways.find(({ stage }) => (from as readonly string[]).includes(stage));
    if (found) return found.way;
    ways = ways.flatMap(({ stage, way }) =>
      trackCommands
        .filter((next) => steps[next].track === track && (steps[next].from as readonly string[]).includes(stage))
        .map((next) => ({ stage: steps[next].to, way: [...way, next] })),
    );
  }
}

const trackTrials = Object.fromEntries(
  trackCommands.map((name) => [
    name,
    [{ first: leadingTo(name).map((one) => command(one)), command: command(name) }] satisfies Trial<Command>[],
  ]),
);

export const machine: Machine<State, Command, ComplaintEvent> = {
  kind,
  statuses,
  closed,
  wayTo,
  on: today,
  command: (name) => command(name),
  trials: {
    ...(procedureTrials(procedure) as Machine<State, Command, ComplaintEvent>['trials']),
    ...trackTrials,
    regrade: [{ first: [command('grade')], command: command('regrade') }],
    findCluster: [{ first: [command('linkCase', { relation: 'cluster' })], command: command('findCluster') }],
    referCompetition: [{ command: command('referCompetition', { matter: 'fairCompetitionReview' }) }],
    extendHandling: [
      { first: [command('registerPetition'), command('sortPetition')], command: command('extendHandling') },
    ],
    transfer: [{ command: command('transfer', { to: minhang }) }],
    issueResult: [{ first: [command('grade')], command: command('issueResult') }],
    conclude: [{ first: [command('feedBack')], command: command('conclude') }],
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
