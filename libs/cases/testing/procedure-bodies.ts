import type { ProcedureBodies } from '../shared/procedure/commands.js';
import type { OfficeRef } from '../shared/reference.js';

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
export const xuhui: OfficeRef = {
  id: '310104-handling',
  name: { zh: '徐汇区科经委', en: 'Xuhui Commission of Science and Economy' },
  district: '310104',
};
export const regulator: OfficeRef = {
  id: 'city-market',
  name: { zh: '市市场监管局', en: 'Municipal Administration for Market Regulation' },
  district: null,
};

export const rung = {
  clock: 'smeCentre.general',
  subject: 'case',
  run: '0192a000-0000-8000-8000-00000000000a',
  rung: 'amber',
  policy: 'default.1',
  rungDueOn: '2025-09-16',
  clockDueOn: '2025-09-17',
  tells: 'holder',
  act: 'notify',
  title: { zh: '黄牌', en: 'Amber' },
  late: false,
  explanation: {},
};

const other = { caseId: '0192a000-0000-8000-8000-000000000002', caseNumber: 'CO-2025-0000-0000-00028' };

/** A body for each shared command which the rules take once what it answers is there. */
export const procedureBodies: ProcedureBodies = {
  nameFirstContact: { officer: { id: 'officer-he', name: '何静' }, office: city, reason: null },
  recordFirstContact: { how: 'phone', what: '已联系企业' },
  assignOfficer: { officer: { id: 'officer-li', name: '李敏' }, office: city },
  takeOver: { office: city },
  handUp: { to: city, level: 'city', ground: '疑难' },
  handDown: { to: xuhui, level: 'district', ground: '属地' },
  arrangeJointHandling: { coHandlers: [{ office: xuhui, task: '核实', reportBy: null }], ground: '涉及多部门' },
  recordCoHandlerReport: { office: xuhui, report: '已核实' },
  endJointHandling: { reason: '已完成' },
  objectToDispatch: { by: pudong, ground: '不属本部门', latestOn: null },
  decideDispatchObjection: { upheld: true, to: xuhui, reason: '属徐汇' },
  handToPlatform: { platform: '国家平台', ground: '央企', receipt: 'R-1' },
  addNote: { text: '备忘', visibleTo: 'officials' },
  addEvidence: { by: 'complainant', evidence: [{ kind: 'other', title: '照片', reference: 'p.jpg' }] },
  issueDocument: { documentKind: 'other', title: '告知书', number: null, to: 'complainant', text: '内容' },
  serveDocument: { document: 1, method: 'electronic', address: '企业信箱', proof: '回执' },
  requestSupplement: { defects: [{ item: '营业执照', what: '未附' }], dueOn: null, arisenFrom: '重新提交的材料' },
  pauseHandling: { ground: 'awaitingComplainant', reason: '待补充' },
  resumeHandling: { ground: 'awaitingComplainant', reason: '已补充' },
  correctFact: { event: '', field: 'occurredAt', was: null, is: '2025-09-09', reason: '笔误' },
  linkCase: { to: other, relation: 'cluster', note: '同一单位' },
  unlinkCase: { to: other, reason: '误关联' },
  mergeCase: { into: { ...other, open: true }, ground: '同一事项' },
  takeMergedCase: { from: other },
  rateSatisfaction: { by: 'complainant', rating: 1, comment: '太慢' },
  checkBadReview: { how: 'phone', found: '属实', remedy: '道歉并补办' },
  recordFollowUpCall: { how: 'phone', what: '满意' },
  objectToOutcome: { by: 'complainant', ground: '不服' },
  decideOutcomeObjection: { by: 'complainant', upheld: true, reason: '有理' },
  reopen: { ground: 'newFacts', reason: '新证据' },
  reportRetaliation: { what: '停止供货' },
  markProtection: { measure: '专人联系', reason: '报复' },
  markConfidential: { mark: 'tradeSecret', what: '报价' },
  fireRung: { ...rung, rung: 'red' },
  acknowledgeRung: { ...rung, remark: '知悉' },
  overrideRung: { ...rung, rung: 'notice', reason: '已延期' },
  escalate: { to: pudong, act: '督办', reason: '久拖' },
  terminate: { ground: { code: 'settled', validFrom: '2025-01-01', validTo: null, needs: null }, reason: '已和解' },
};
