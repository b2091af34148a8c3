import type { creditRepairRefusals } from '@redress/cases/shared/refusals/credit-repair.js';
import type { Sentence } from './sentence.js';

export const creditRepairSentences: Readonly<Record<(typeof creditRepairRefusals)[number], Sentence>> = {
  publishedBeforeFinding: ['公示日期不得早于认定日期。', 'A record is not shown before it is made.'],
  notCorrected: [
    '须说明如何纠正、履行了哪些义务；破产程序中提交法院裁定的除外（国家发展改革委令第36号）。',
    'Say what was corrected and which duties were done, unless a court ruling in bankruptcy is brought (NDRC Order 36).',
  ],
  minimumNotReached: [
    '最短公示期尚未届满，{from} 起可以申请（国家发展改革委令第36号；市场监管的记录：总局令第107号）。',
    'The minimum publicity period has not run yet; repair may be requested from {from} (NDRC Order 36; for records of market regulation SAMR Order 107).',
  ],
  fourConditions: [
    '四项条件须各认定一次（国家发展改革委令第36号）。',
    'Each of the four conditions is found proved or not, once (NDRC Order 36).',
  ],
  minimumContradicted: [
    '与最短公示期不符：{from} 起方为届满（国家发展改革委令第36号；市场监管的记录：总局令第107号）。',
    'This contradicts the minimum period, which has run from {from} on (NDRC Order 36; for records of market regulation SAMR Order 107).',
  ],
  conditionsNotReviewed: [
    '须先逐项审查四项条件（国家发展改革委令第36号）。',
    'The four conditions must be reviewed first (NDRC Order 36).',
  ],
  conditionsNotProved: [
    '尚有条件未证实，不能予以修复（国家发展改革委令第36号）。',
    'A condition is not proved: it cannot be repaired (NDRC Order 36).',
  ],
  conditionsAllProved: [
    '条件均已证实，应当予以修复（国家发展改革委令第36号）。',
    'Every condition is proved: repair cannot be refused (NDRC Order 36).',
  ],
  noMaximum: [
    '已核实的规定没有为该记录设定最长公示期。',
    'No rule that was read sets a maximum publicity period for this record.',
  ],
  maximumNotReached: [
    '最长公示期至 {stopsAfter} 届满（国家发展改革委令第36号；市场监管的记录：总局令第107号）。',
    'The maximum publicity period runs to {stopsAfter} (NDRC Order 36; for records of market regulation SAMR Order 107).',
  ],
  sectorRuleNotNeeded: [
    '已纠正的，公示到期自动停止，无须依据行业规定（国家发展改革委令第36号；市场监管的记录：总局令第107号）。',
    'Corrected, publicity stops by itself: no rule of the sector is needed (NDRC Order 36; for records of market regulation SAMR Order 107).',
  ],
  sectorRuleMissing: [
    '未纠正的，须写明依据哪项行业规定继续公示（国家发展改革委令第36号；市场监管的记录：总局令第107号）。',
    'Not corrected: say by which rule of the sector publicity goes on (NDRC Order 36; for records of market regulation SAMR Order 107).',
  ],
  publicityEnded: ['公示已终止。', 'Publicity has ended already.'],
  alreadyShared: ['修复结论已共享。', 'The conclusion has been shared already.'],
  alreadyTold: ['结果已告知。', 'The result has been told already.'],
  noExtension: [
    '适用的规定没有延长办理的条款（国办发〔2025〕22号）。',
    'The rules that apply know no extension (State Council Office 2025/22).',
  ],
  extendedBefore: ['已延长过一次（国办发〔2025〕22号）。', 'This was extended before (State Council Office 2025/22).'],
  noticeOnFile: [
    '案卷中已有修复告知书（国家发展改革委令第36号）。',
    'A repair notice is on the file already (NDRC Order 36).',
  ],
  notBankruptcy: [
    '只有破产程序中的申请才能暂时解除惩戒（国家发展改革委令第36号）。',
    'Sanctions are lifted for the time being in bankruptcy alone (NDRC Order 36).',
  ],
  sanctionsLifted: ['惩戒已暂时解除。', 'The sanctions have been lifted already.'],
  objectionOpen: ['上一异议尚未决定。', 'An objection is still to be decided.'],
  noObjection: ['没有待决定的异议。', 'There is no objection to be decided.'],
  objectionMarked: ['已作异议标注。', 'The objection has been marked.'],
  objectionNotTheSources: [
    '该异议由受理单位自行更正，不转交信息提供单位（《上海市社会信用条例》第三十六条）。',
    'This is not for the source of the record to correct (Shanghai Social Credit Regulation, Art. 36).',
  ],
  objectionForwarded: ['已转交信息提供单位。', 'It has been forwarded to the source.'],
  objectionNotForwarded: [
    '尚未转交信息提供单位（《上海市社会信用条例》第三十六条）。',
    'It has not been forwarded to the source yet (Shanghai Social Credit Regulation, Art. 36).',
  ],
  objectionReceived: ['信息提供单位已收到。', 'The source has received it.'],
  objectionNotReceived: [
    '信息提供单位收到后才能决定（《上海市社会信用条例》第三十六条）。',
    'The source decides once it has received it (Shanghai Social Credit Regulation, Art. 36).',
  ],
  correctionMissing: [
    '异议成立的，须写明如何更正（《上海市社会信用条例》第三十六条）。',
    'Upheld: say what is corrected (Shanghai Social Credit Regulation, Art. 36).',
  ],
  correctionWithoutFault: [
    '异议不成立的，没有更正（《上海市社会信用条例》第三十六条）。',
    'Not upheld: there is nothing to correct (Shanghai Social Credit Regulation, Art. 36).',
  ],
  nothingRepaired: ['该申请没有予以修复，无可撤销。', 'Nothing was repaired, so there is nothing to void.'],
  repairBarred: [
    '已认定虚假承诺，{until} 前不予修复（平台规则）；仅在异议成立时重新办理。',
    'A promise was found false: no repair before {until} (platform policy); the case is reopened for an objection upheld alone.',
  ],
  recordOutOfOrder: ['现在还不能办理此步骤（{command}）。', 'This step ({command}) is not the next one.'],
};

/** Statuses and commands of the kind in words. */
export const creditRepairWords: Readonly<Record<string, Sentence>> = {
  requested: ['已申请', 'requested'],
  passed: ['已转主管部门', 'passed to the department'],
  repaired: ['予以修复', 'repaired'],
  refused: ['不予准许', 'refused'],
  stoppedAtMaximum: ['到期停止公示', 'stopped at the maximum'],
  voided: ['修复已撤销', 'voided'],
  passToDepartment: ['转主管部门', 'pass to the department'],
  reviewConditions: ['审查条件', 'review the conditions'],
  decideRepair: ['作出修复决定', 'decide on the repair'],
  endPublicity: ['终止公示', 'end the publicity'],
  shareResult: ['共享修复结论', 'share the conclusion'],
  tellResult: ['告知结果', 'tell the result'],
  reachMaximum: ['最长公示期届满', 'reach the maximum'],
  recordRepairNotice: ['登记修复告知书', 'record the repair notice'],
  liftSanctions: ['暂时解除惩戒', 'lift the sanctions'],
  findFalsePromise: ['认定虚假承诺', 'find a false promise'],
  raiseObjection: ['提出异议', 'raise an objection'],
  markObjection: ['标注异议', 'mark the objection'],
  forwardObjection: ['转交异议', 'forward the objection'],
  receiveObjection: ['信息提供单位收到异议', 'record the receipt of the objection'],
  decideObjection: ['决定异议', 'decide the objection'],
  recordPenalty: ['登记处罚决定', 'record the penalty decision'],
  publishPenalty: ['公示处罚', 'publish the penalty'],
  annulPenalty: ['处罚被撤销', 'record the annulment'],
  withdrawRecord: ['撤下记录', 'withdraw the record'],
  notifyRevocation: ['通知依据撤销', 'notify the revocation'],
  deleteRecord: ['删除记录', 'delete the record'],
  receiveRepairProof: ['收到修复证明', 'receive the proof of repair'],
  removeRecord: ['移出查询界面', 'remove the record from view'],
};
