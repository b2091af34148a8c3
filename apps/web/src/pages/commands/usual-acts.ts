import type { AllowedAction } from '../../api/types.js';

/** So many stand in sight without being chosen among. */
const few = 8;

/** The acts which cases of a kind mostly take, in the order in which they come. */
const usual: Readonly<Record<string, readonly string[]>> = {
  complaint: [
    ...['accept', 'decline', 'transfer', 'receiveMaterials', 'beginHandling', 'grade'],
    ...['holdMediation', 'agreeSettlement', 'issueResult', 'feedBack', 'tellParties', 'conclude'],
  ],
  creditRepair: [
    ...['passToDepartment', 'accept', 'decline', 'reviewConditions', 'decideRepair', 'recordRepairNotice'],
    ...['liftSanctions', 'removeRecord', 'recordPenalty', 'publishPenalty'],
  ],
  ipFastTrack: [
    ...['fileCase', 'refuseFiling', 'supplyReport', 'recordDefence', 'passDefenceOn', 'scheduleHearing'],
    ...['serveHearingNotice', 'holdHearing', 'mediateDamages', 'issueRuling'],
    ...['fileMediation', 'refuseMediation', 'holdMediation', 'agreeSettlement'],
  ],
};

/** What is looked into before the result, by what a complaint is about. */
const checks: Readonly<Record<string, readonly string[]>> = {
  businessCharges: ['checkCharge', 'recordRefund'],
  intermediary: ['checkIntermediary', 'recordRefund'],
  policyLastMile: ['checkPolicy'],
  fairCompetition: ['referCompetition', 'answerReferral'],
  unfairCompetition: ['receiveLead', 'checkLead', 'decideCaseFiling', 'tellReporter'],
  penaltyExemption: ['reviewExemption'],
};

/** Of a kind's own acts those in sight, the usual first; where there are few of them, or none is usual, all as they come. */
export function actsInSight(
  kind: string,
  category: string | null,
  own: readonly AllowedAction[],
): readonly AllowedAction[] {
  if (own.length <= few) return own;
  const found = [...checksOf(kind, category), ...(usual[kind] ?? [])].flatMap((name) =>
    own.filter(({ command }) => command === name),
  );
  return found.length > 0 ? found : own;
}

function checksOf(kind: string, category: string | null): readonly string[] {
  return kind === 'complaint' && category !== null ? (checks[category] ?? []) : [];
}
