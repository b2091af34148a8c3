import type { ipFastTrackRefusals } from '@redress/cases/shared/refusals/ip-fast-track.js';
import type { Sentence } from './sentence.js';

export const ipFastTrackSentences: Readonly<Record<(typeof ipFastTrackRefusals)[number], Sentence>> = {
  noOpponentHere: ['优先审查没有被请求人（局令第85号）。', 'Priority examination has no other party (CNIPA 85).'],
  conditionNotMet: [
    '局令第81号第12条的此项条件不具备，不能立案。',
    'This condition of CNIPA 81, Art. 12 is not met: the case cannot be filed.',
  ],
  conditionAgainstFile: [
    '认定与请求书记载的不符（局令第81号第12条）。',
    'This finding contradicts what the request says (CNIPA 81, Art. 12).',
  ],
  conditionsAllMet: [
    '局令第81号第12条的条件全部具备，不能以此为由不予立案。',
    'Every condition of CNIPA 81, Art. 12 is met: this is no ground to refuse.',
  ],
  registerCopyMissing: [
    '缺少专利登记簿副本（局令第81号第14条），请一次告知补正。',
    'The copy of the patent register is missing (CNIPA 81, Art. 14): tell it as a defect.',
  ],
  reportNotForInvention: [
    '只有实用新型和外观设计才有专利权评价报告（局令第81号第14条）。',
    'Only a utility model or a design has an evaluation report (CNIPA 81, Art. 14).',
  ],
  reportAlreadyRequired: [
    '已要求提交专利权评价报告（局令第81号第14条）。',
    'The evaluation report has been required already (CNIPA 81, Art. 14).',
  ],
  reportNotRequired: [
    '尚未要求提交专利权评价报告（局令第81号第14条）。',
    'No evaluation report has been required (CNIPA 81, Art. 14).',
  ],
  reportNotRefused: [
    '请求人没有无正当理由拒不提交评价报告（局令第81号第14条）。',
    'The requester has not refused the evaluation report without reason (CNIPA 81, Art. 14).',
  ],
  reportOutstanding: [
    '要求提交的专利权评价报告尚未提交（局令第81号第14条）。',
    'The evaluation report which was required is still outstanding (CNIPA 81, Art. 14).',
  ],
  defectsAlreadyTold: [
    '缺陷已于 {on} 一次书面告知，不能再次告知（局令第81号第16条）。',
    'All defects were told once, on {on} (CNIPA 81, Art. 16); they are not told again.',
  ],
  nothingToCure: ['未曾告知需要补正的缺陷（局令第81号第16条）。', 'No defects were told (CNIPA 81, Art. 16).'],
  periodStillRuns: [
    '期限至 {until} 届满，尚未届满（局令第81号第16条、局令第81号第65条）。',
    'The period runs until {until} and is not over yet (CNIPA 81, Art. 16 and 65).',
  ],
  filingAlreadyExtended: [
    '立案期限已延长过一次（局令第81号第20条）。',
    'The time for filing has been extended once (CNIPA 81, Art. 20).',
  ],
  limitationOver: [
    '请求时效已于 {until} 届满；仅在侵权行为仍在继续且专利权有效时可以受理（局令第81号第19条）。',
    'The time to ask ended on {until}; a late request is taken only while the act goes on and the patent is valid (CNIPA 81, Art. 19).',
  ],
  actGoesOn: [
    '侵权行为仍在持续且专利权有效的，不得以超过时效为由不予立案（局令第81号第19条）。',
    'The act goes on and the patent is in force: the filing is not refused for the limitation (CNIPA 81, Art. 19).',
  ],
  notTimeBarred: [
    '请求没有超过三年时效（局令第81号第19条）。',
    'The request is within the three years (CNIPA 81, Art. 19).',
  ],
  panelNotOdd: [
    '合议组由三名以上单数人员组成，现为 {size} 名（局令第81号第20条）。',
    'The panel has three members or more, an odd number; this one has {size} (CNIPA 81, Art. 20).',
  ],
  panelTwice: [
    '同一人不能在合议组中重复（局令第81号第20条）。',
    'The same person cannot sit twice in the panel (CNIPA 81, Art. 20).',
  ],
  defenceAlreadyThere: ['已收到答辩书。', 'The defence has been received.'],
  noDefence: ['尚未收到答辩书。', 'No defence has been received.'],
  defenceAlreadyPassedOn: ['答辩书已送达请求人。', 'The defence has been passed on already.'],
  defenceStillRuns: [
    '答辩期至 {until} 届满，此前不能书面裁决（局令第81号第22条）。',
    'The term of the defence runs until {until}: no ruling on the papers before (CNIPA 81, Art. 22).',
  ],
  jurisdictionAlreadyObjected: [
    '已于 {on} 提出管辖异议（局令第81号第9条）。',
    'The jurisdiction was objected to on {on} (CNIPA 81, Art. 9).',
  ],
  noJurisdictionObjection: [
    '没有待决定的管辖异议（局令第81号第9条）。',
    'There is no open objection to the jurisdiction (CNIPA 81, Art. 9).',
  ],
  jurisdictionObjectionOpen: [
    '管辖异议尚未决定（局令第81号第9条）。',
    'The objection to the jurisdiction has not been decided (CNIPA 81, Art. 9).',
  ],
  objectionInTime: [
    '异议在答辩期（至 {until}）内提出，不属逾期（局令第81号第9条）。',
    'The objection came within the term of the defence (until {until}): it is not out of time (CNIPA 81, Art. 9).',
  ],
  competentOfficeMissing: [
    '异议成立的，须写明有管辖权的部门（局令第81号第9条）。',
    'Where the objection is upheld, name the competent office (CNIPA 81, Art. 9).',
  ],
  competentOfficeNotNeeded: [
    '异议不成立的，不移送其他部门（局令第81号第9条）。',
    'Where the objection is not upheld, the case goes nowhere else (CNIPA 81, Art. 9).',
  ],
  noTimeBarDefence: [
    '被请求人未提出时效抗辩（局令第81号第19条）。',
    'The respondent has not raised the time bar (CNIPA 81, Art. 19).',
  ],
  timeBarAlreadyDecided: [
    '时效抗辩已有决定（局令第81号第19条）。',
    'The time-bar defence has been decided (CNIPA 81, Art. 19).',
  ],
  hearingTooSoon: [
    '口头审理至少应在3个工作日前通知，请改定较晚的日期（局令第81号第26条）。',
    'The hearing is notified at least 3 working days before: choose a later day (CNIPA 81, Art. 26).',
  ],
  hearingAlreadyHeld: ['口头审理已经举行。', 'The hearing has been held.'],
  noHearing: ['没有待举行的口头审理。', 'No hearing is scheduled.'],
  hearingAlreadyNotified: ['口头审理已经通知。', 'The hearing has been notified.'],
  hearingNotNotified: [
    '口头审理尚未通知当事人（局令第81号第26条）。',
    'The parties have not been told of the hearing (CNIPA 81, Art. 26).',
  ],
  noticeTooLate: [
    '通知最迟应在 {until} 送达；请改期（局令第81号第26条）。',
    'The notice had to be served by {until}; set another day (CNIPA 81, Art. 26).',
  ],
  notTheHearingDay: [
    '口头审理定于 {on} 举行（局令第81号第26条）。',
    'The hearing is set for {on} (CNIPA 81, Art. 26).',
  ],
  hearingNotHeld: ['口头审理尚未举行（局令第81号第26条）。', 'No hearing has been held (CNIPA 81, Art. 26).'],
  notStayed: ['案件未中止。', 'The case is not stayed.'],
  stayNotForInvention: [
    '发明专利被请求宣告无效的，可以不中止（局令第81号第29条）。',
    'An invalidation request against an invention need not stay the case (CNIPA 81, Art. 29).',
  ],
  noInvalidationPending: [
    '没有已受理而未决的无效宣告请求（局令第81号第28条、局令第81号第29条）。',
    'No invalidation request is pending (CNIPA 81, Art. 28 and 29).',
  ],
  notAnInvention: [
    '涉案专利不是发明专利（局令第81号第29条）。',
    'The patent is not one of invention (CNIPA 81, Art. 29).',
  ],
  noCleanReport: [
    '没有未发现缺陷的专利权评价报告（局令第81号第29条）。',
    'There is no evaluation report that found the patent clean (CNIPA 81, Art. 29).',
  ],
  notRefiled: [
    '不是再次提出的无效宣告请求（局令第81号第29条）。',
    'The invalidation request was not filed again (CNIPA 81, Art. 29).',
  ],
  mustStay: [
    '无效宣告请求已被受理，应当中止，或者依局令第81号第29条决定不中止。',
    'An invalidation request was accepted: the case must be stayed, unless it is decided under CNIPA 81, Art. 29 that it goes on.',
  ],
  withdrawnByRequester: [
    '请求人自行撤回的（局令第81号第36条），没有可异议的结果；可以重新提出请求。',
    'The requester withdrew it itself (CNIPA 81, Art. 36): there is no outcome to object to; it may ask anew.',
  ],
  patentInvalid: [
    '专利权已被宣告无效，不能裁决；应当撤销案件（局令第81号第36条）。',
    'The patent was declared invalid: no ruling is made, the case is cancelled (CNIPA 81, Art. 36).',
  ],
  patentNotInvalid: [
    '专利权未被宣告无效（局令第81号第36条）。',
    'The patent was not declared invalid (CNIPA 81, Art. 36).',
  ],
  stepAlreadyTaken: [
    '本次延长已经批准过（局令第81号第37条）。',
    'This extension has been approved already (CNIPA 81, Art. 37).',
  ],
  firstStepMissing: [
    '须先由负责人批准延长一个月（局令第81号第37条）。',
    'The head approves the first month first (CNIPA 81, Art. 37).',
  ],
  stepTooLong: [
    '本次最多延长 {longest} 个月（局令第81号第37条）。',
    'At most {longest} month(s) by this step (CNIPA 81, Art. 37).',
  ],
  earlierFindingMissing: [
    '重复侵权直接裁决须写明在先的判决或者裁决（局令第81号第34条）。',
    'A direct ruling on repeat infringement names the earlier judgment or ruling (CNIPA 81, Art. 34).',
  ],
  earlierFindingNotNeeded: [
    '只有重复侵权的直接裁决才写明在先裁判（局令第81号第34条）。',
    'Only a direct ruling on repeat infringement names an earlier one (CNIPA 81, Art. 34).',
  ],
  repeatMeansInfringes: [
    '重复侵权的直接裁决只能认定侵权（局令第81号第34条）。',
    'A direct ruling on repeat infringement finds infringement (CNIPA 81, Art. 34).',
  ],
  rulingAlreadyServed: ['裁决书已送达该当事人。', 'The ruling has been served on this party.'],
  rulingAlreadyPublished: ['裁决已经公开。', 'The ruling has been published.'],
  rulingNotServed: ['裁决书尚未送达双方当事人。', 'The ruling has not been served on both parties.'],
  rulingNotPublished: ['裁决尚未公开（局令第81号第83条）。', 'The ruling has not been published (CNIPA 81, Art. 83).'],
  noRuling: ['尚未作出裁决。', 'There is no ruling.'],
  nothingToEnforce: [
    '没有认定侵权的裁决（《专利法》第65条）。',
    'There is no ruling that finds infringement (Patent Law, Art. 65).',
  ],
  suitPending: [
    '当事人已起诉，裁决尚不能申请强制执行（《专利法》第65条）。',
    'A party has sued: the ruling cannot be enforced yet (Patent Law, Art. 65).',
  ],
  enforcementAlreadyRequested: ['已申请强制执行。', 'Enforcement has been requested.'],
  alreadyOnSeriousList: [
    '已列入严重违法失信名单（局令第81号第34条）。',
    'This is on the serious list already (CNIPA 81, Art. 34).',
  ],
  notWilfulRepeat: [
    '裁决未认定故意重复侵权（局令第81号第34条）。',
    'The ruling does not find wilful repeat infringement (CNIPA 81, Art. 34).',
  ],
  noRespondent: [
    '没有明确的被请求人，请先补正（局令第81号第65条）。',
    'There is no clear respondent: have it supplied first (CNIPA 81, Art. 65).',
  ],
  opinionAlreadyGiven: [
    '对方已提交意见（局令第81号第65条）。',
    'The other side has given its opinion (CNIPA 81, Art. 65).',
  ],
  noOpinion: ['对方尚未提交意见（局令第81号第65条）。', 'The other side has given no opinion (CNIPA 81, Art. 65).'],
  alreadyNotarised: ['调解协议已公证（局令第81号第69条）。', 'The agreement has been notarised (CNIPA 81, Art. 69).'],
  notProvincial: [
    '优先审查须由省级知识产权局推荐（局令第85号第13条）。',
    'Priority is recommended by the provincial office (CNIPA 85, Art. 13).',
  ],
  priorityNotGiven: [
    '属于局令第85号第8条不予优先审查的情形。',
    'This is a case of CNIPA 85, Art. 8, in which priority is not given.',
  ],
  isRecommended: ['该请求已获推荐（局令第85号第13条）。', 'The request has been recommended (CNIPA 85, Art. 13).'],
  firstActionOfInvention: [
    '只有发明专利申请有第一次审查意见的期限（局令第85号第15条）。',
    'Only an invention has a term for the first action (CNIPA 85, Art. 15).',
  ],
  firstActionIssued: [
    '第一次审查意见已经发出（局令第85号第15条）。',
    'The first action has been issued (CNIPA 85, Art. 15).',
  ],
  actionUnanswered: [
    '上一次审查意见尚未答复（局令第85号第16条）。',
    'The action before has not been answered (CNIPA 85, Art. 16).',
  ],
  nothingToAnswer: ['没有待答复的审查意见（局令第85号第16条）。', 'There is no action to answer (CNIPA 85, Art. 16).'],
  policeNumber: [
    '公安机关立案的填写案号；不立案的不填（《商标法》2026年修订第75条）。',
    'Give the number where the police filed a case, and only there (Trademark Law as revised in 2026, Art. 75).',
  ],
  noAmountWithoutAgreement: ['未达成协议的，不填写金额。', 'Without an agreement there is no amount.'],
  fineWithoutInfringement: [
    '认定侵权的才能处以罚款（《商标法》：2019年第60条，2027年起第74条）。',
    'A fine needs a finding of infringement (Trademark Law: 2019 Art. 60, from 2027 Art. 74).',
  ],
  trademarkFineBeyondLaw: [
    '罚款最高为 {highest} 元（《商标法》：2019年第60条，2027年起第74条）。',
    'The fine is at most {highest} yuan (Trademark Law: 2019 Art. 60, from 2027 Art. 74).',
  ],
  trackAlreadyThere: ['该法院的这一案号已经关联。', 'This case of this court is linked already.'],
  noSuchTrack: ['没有关联这一案号。', 'No such court case is linked.'],
  trackAlreadyClosed: ['这一案号已经结案。', 'This court case has been closed already.'],
  suitAlreadyThere: ['该起诉已经登记。', 'This suit has been recorded.'],
  trademarkOnly: ['仅适用于商标案件（《商标法》）。', 'This is for trademark cases only (Trademark Law).'],
  neededForThisStep: ['此步骤须填写本项。', 'This step needs it.'],
  notForThisStep: ['此步骤不填写本项。', 'This step does not have it.'],
  stepOutOfOrder: ['须先登记前一步骤（{step}）。', 'The step before it ({step}) is to be recorded first.'],
};
