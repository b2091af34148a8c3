import type { ProcedureBodies, ProcedureCommand, ProcedureCommandName } from '../shared/procedure/commands.js';
import type { OfficeRef, PersonRef } from '../shared/reference.js';
import type { Trial } from './machine.js';

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
export const minhang: OfficeRef = {
  id: '310112-handling',
  name: { zh: '闵行区经委', en: 'Minhang Commission of Economy' },
  district: '310112',
};
export const street: OfficeRef = {
  id: '310115-zhangjiang',
  name: { zh: '张江镇政府', en: 'Zhangjiang Town Government' },
  district: '310115',
};

export const officerLi: PersonRef = { id: 'officer-li', name: '李敏' };

const rung = { clock: 'result', subject: 'case', run: '0192a000-0000-8000-8000-00000000000a', rung: 'amber' };
const anotherCase = { caseId: '0192a000-0000-8000-8000-0000000000ff' };

/**
 * A body for each shared command, which the rules take wherever the status allows it.
 *
 * @param number of another case of the kind
 */
export function procedureBodies(
  number: string,
  own: { readonly documentKind: string; readonly pauseGround: string },
): { readonly [C in ProcedureCommandName]: Readonly<ProcedureBodies[C]> } {
  const other = { ...anotherCase, caseNumber: number };
  return {
    nameFirstContact: { officer: officerLi, office: pudong, reason: '原首接责任人调离' },
    recordFirstContact: { how: 'phone', what: '已告知办理流程' },
    assignOfficer: { officer: { id: 'officer-sun', name: '孙静' }, office: pudong },
    takeOver: { office: pudong },
    handUp: { to: minhang, level: 'district', ground: '涉及多个街镇' },
    handDown: { to: street, level: 'street', ground: '属地办理' },
    arrangeJointHandling: { coHandlers: [{ office: street, task: '现场核查', reportBy: null }], ground: '联席会议' },
    recordCoHandlerReport: { office: street, report: '已核查' },
    endJointHandling: { reason: '协办事项完成' },
    objectToDispatch: { by: pudong, ground: '不属本区', latestOn: null },
    decideDispatchObjection: { upheld: true, to: minhang, reason: '注册地在闵行' },
    handToPlatform: { platform: '国家统一平台', ground: '被投诉人为中央企业', receipt: 'N-2025-001' },
    addNote: { text: '电话沟通', visibleTo: 'officials' },
    addEvidence: { by: 'complainant', evidence: [{ kind: 'statement', title: '对账单', reference: 's.pdf' }] },
    issueDocument: {
      documentKind: own.documentKind,
      title: '通知',
      number: '沪经信〔2025〕1号',
      to: 'respondent',
      text: '',
    },
    serveDocument: { document: 1, method: 'post', address: '闵行区虹梅路2号', proof: 'EMS 100' },
    requestSupplement: { defects: [{ item: '营业执照', what: '未附' }], dueOn: '2026-12-31', arisenFrom: null },
    pauseHandling: {
      ground: own.pauseGround,
      local: { code: own.pauseGround, validFrom: '2020-01-01', validTo: null, needs: null },
      reason: '等待',
    },
    resumeHandling: { ground: own.pauseGround, reason: '已毕' },
    correctFact: { event: 'e0', field: 'occurredAt', was: null, is: '2025-07-01', reason: '登记有误' },
    linkCase: { to: other, relation: 'related', note: '' },
    unlinkCase: { to: other, reason: '误关联' },
    mergeCase: {
      into: { ...other, open: true, complainantCode: '91310115MADEM00117', recordedOn: '2025-01-06' },
      ground: '重复投诉',
    },
    takeMergedCase: { from: other },
    rateSatisfaction: { by: 'complainant', rating: 2, comment: '太慢' },
    checkBadReview: { how: '电话', found: '属实', remedy: '已整改' },
    recordFollowUpCall: { how: '电话', what: '满意' },
    objectToOutcome: { by: 'complainant', ground: '未采信证据' },
    decideOutcomeObjection: { by: 'complainant', upheld: true, reason: '成立' },
    reopen: { ground: 'newFacts', reason: '出现新的证据' },
    reportRetaliation: { what: '被取消供应商资格' },
    markProtection: { measure: '身份保密', reason: '担心报复' },
    markConfidential: { by: 'office', mark: 'tradeSecret', what: '图纸', part: null },
    liftConfidentiality: { by: 'office', event: 'e1', reason: '已公开' },
    appointAgent: { agent: { name: '某律所', creditCode: '91310104MADEM002X1', authority: '授权委托书' } },
    revokeAgent: { from: null, reason: '自行办理' },
    fireRung: {
      ...rung,
      policy: 'default.1',
      rungDueOn: '2025-09-30',
      clockDueOn: '2025-10-01',
      tells: ['holder'],
      told: [{ receiver: 'holder', office: pudong, person: officerLi }],
      act: 'notify',
      title: { zh: '黄牌', en: 'Amber' },
      late: false,
      explanation: {},
      raise: null,
    },
    acknowledgeRung: { ...rung, remark: '已阅' },
    overrideRung: { ...rung, reason: '已另行督办' },
    giveRungReason: { ...rung, reason: '对方未提供账目' },
    decideProposal: { ...rung, accepted: true, reason: '逾期已久' },
    escalate: { to: { level: 'city', office: city, takesFile: false }, act: 'report', reason: '长期未决' },
    terminate: {
      ground: { code: 'complainantUnreachable', validFrom: '2025-01-01', validTo: null, needs: null },
      reason: '多次联系未果',
    },
  };
}

/** What the shared commands need on the file first, and their several ways on. */
export function procedureTrials(bodies: ReturnType<typeof procedureBodies>): {
  readonly [C in ProcedureCommandName]?: readonly Trial<ProcedureCommand>[];
} {
  const of = <C extends ProcedureCommandName>(name: C, changes: Partial<ProcedureBodies[C]> = {}): ProcedureCommand =>
    ({ name, body: { ...bodies[name], ...changes } }) as unknown as ProcedureCommand;
  return {
    recordCoHandlerReport: [{ first: [of('arrangeJointHandling')], command: of('recordCoHandlerReport') }],
    endJointHandling: [{ first: [of('arrangeJointHandling')], command: of('endJointHandling') }],
    decideDispatchObjection: [
      { first: [of('objectToDispatch')], command: of('decideDispatchObjection') },
      { first: [of('objectToDispatch')], command: of('decideDispatchObjection', { to: 'acceptingAuthority' }) },
      { first: [of('objectToDispatch')], command: of('decideDispatchObjection', { upheld: false }) },
    ],
    serveDocument: [{ first: [of('issueDocument')], command: of('serveDocument') }],
    resumeHandling: [{ first: [of('pauseHandling')], command: of('resumeHandling') }],
    revokeAgent: [{ first: [of('appointAgent')], command: of('revokeAgent') }],
    // How many events the lodging makes is the kind's own.
    liftConfidentiality: ['e1', 'e2', 'e3'].map((event) => ({
      early: [of('markConfidential')],
      command: of('liftConfidentiality', { event }),
    })),
    terminate: [
      { command: of('terminate') },
      // The supplement was to be supplied before.
      {
        command: of('terminate', { ground: { ...bodies.terminate.ground!, needs: 'supplementLapsed' } }),
        on: '2027-01-04',
      },
    ],
    unlinkCase: [{ first: [of('linkCase')], command: of('unlinkCase') }],
    checkBadReview: [{ first: [of('rateSatisfaction')], command: of('checkBadReview') }],
    decideOutcomeObjection: [{ first: [of('objectToOutcome')], command: of('decideOutcomeObjection') }],
    acknowledgeRung: [{ early: [of('fireRung')], command: of('acknowledgeRung') }],
    giveRungReason: [{ early: [of('fireRung', { act: 'requireReason' })], command: of('giveRungReason') }],
    decideProposal: [{ early: [of('fireRung', { act: 'proposeInterview' })], command: of('decideProposal') }],
  };
}
