import type { CaseKind as KindName } from './shared/case-number.js';
import type { Name } from './shared/reference.js';

/** What a kind of case is called on paper. */
export const kindTitles: Readonly<Record<KindName, Name>> = {
  overduePayment: { zh: '拖欠款项', en: 'Overdue payment' },
  complaint: { zh: '权益投诉', en: 'Rights complaint' },
  creditRepair: { zh: '信用修复', en: 'Credit repair' },
  ipFastTrack: { zh: '知识产权快审', en: 'IP fast track' },
};

/** What every status of every kind is called on paper. */
export const statusTitles: Readonly<Record<string, Name>> = {
  lodged: { zh: '待审查', en: 'Under review' },
  returnedForSupplement: { zh: '待补正', en: 'Returned for supplement' },
  accepted: { zh: '已受理', en: 'Accepted' },
  transferred: { zh: '已转办', en: 'Transferred' },
  inHandling: { zh: '办理中', en: 'In handling' },
  settled: { zh: '已和解', en: 'Settled' },
  resultIssued: { zh: '已出结果', en: 'Result issued' },
  concluded: { zh: '已办结', en: 'Concluded' },
  declined: { zh: '不予受理', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
  handedOver: { zh: '已移交外部平台', en: 'Handed to a platform outside' },
  merged: { zh: '已并入他案', en: 'Merged' },
  referred: { zh: '已移送', en: 'Referred' },
  requested: { zh: '已申请', en: 'Requested' },
  passed: { zh: '已转主管部门', en: 'Passed to the department' },
  repaired: { zh: '予以修复', en: 'Repaired' },
  refused: { zh: '不予准许', en: 'Refused' },
  stoppedAtMaximum: { zh: '到期停止公示', en: 'Stopped at the maximum' },
  voided: { zh: '修复已撤销', en: 'Voided' },
  requestFiled: { zh: '已提出请求', en: 'Request filed' },
  defectsTold: { zh: '待补正', en: 'Defects told' },
  caseFiled: { zh: '已立案', en: 'Case filed' },
  inAdjudication: { zh: '裁决审理中', en: 'In adjudication' },
  stayed: { zh: '已中止', en: 'Stayed' },
  ruled: { zh: '已裁决', en: 'Ruled' },
  mediationRequested: { zh: '已请求调解', en: 'Mediation requested' },
  awaitingOpinion: { zh: '等待对方意见', en: 'Awaiting the opinion' },
  opinionAgreed: { zh: '对方同意调解', en: 'Mediation agreed to' },
  inMediation: { zh: '调解中', en: 'In mediation' },
  mediationRefused: { zh: '不予立案调解', en: 'Mediation not filed' },
  agreed: { zh: '调解达成协议', en: 'Agreed' },
  priorityRequested: { zh: '已请求优先审查', en: 'Priority requested' },
  recommended: { zh: '已推荐', en: 'Recommended' },
  underPriority: { zh: '优先审查中', en: 'Under priority' },
  complaintLodged: { zh: '已投诉', en: 'Complaint lodged' },
  complaintStayed: { zh: '投诉中止处理', en: 'Complaint stayed' },
  withPolice: { zh: '已移送公安机关', en: 'With the police' },
  cancelled: { zh: '已撤销案件', en: 'Cancelled' },
};
