import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

export type RungUnit = 'WD' | 'D';

/** The holder, the officer of first contact (首接), the head of the holding office, or the office of a level above it. */
export type RungReceiver = (typeof rungReceivers)[number];
export type RungLevel = (typeof rungLevels)[number];

/** 街镇 → 区 → 市 → 联席会议, the lowest first. */
export const rungLevels = ['street', 'district', 'city', 'jointConference'] as const;
export const rungReceivers = ['holder', 'firstContact', 'departmentHead', ...rungLevels] as const;

/**
 * What a rung does beside telling: raise the case to the highest level told (提级), ask the holder for a reason, or propose
 * an act against the respondent (督办书, 约谈, 通报, 责令整改), which the handling authority takes up or not.
 */
export type RungAct = 'notify' | 'raiseLevel' | 'requireReason' | ProposedAct;
export type ProposedAct = keyof typeof eventOfProposed;

/** The event by which each proposed act is done: a kind which cannot record it cannot be proposed it. */
export const eventOfProposed = {
  proposeSupervisoryOrder: 'SupervisoryOrderIssued',
  proposeInterview: 'FormalInterviewHeld',
  proposeCircular: 'PublicCircularIssued',
  proposeCorrection: 'CorrectionOrdered',
} as const;

/** One rung: `offset` days after the due date (negative: before it), who is told, what is done. */
export interface Rung {
  readonly id: string;
  readonly offset: number;
  readonly unit: RungUnit;
  readonly tells: readonly RungReceiver[];
  readonly act: RungAct;
  readonly title: Text;
  /** Where the default came from; never an article of law. */
  readonly basis: Text;
}

export interface Ladder {
  readonly caseKind: string;
  /** The id of the clock rule. */
  readonly rule: string;
  readonly rungs: readonly Rung[];
}

/** The operator's own policy (平台规则): a service norm beside the law, which never moves a statutory date. */
export interface EscalationPolicy {
  readonly id: string;
  readonly version: number;
  readonly effect: 'serviceNorm';
  readonly title: Text;
  readonly validFrom: PlainDate;
  readonly ladders: readonly Ladder[];
}

/** Why a rung of a clock that is not over has no day: its clock is paused or cannot tell, or the calendar ends before it. */
export type RungWait = 'paused' | 'cannotTell' | 'calendar';

/** A rung of a clock that is not over, with its day or why it has none. */
export type ClimbedRung = DueRung | (Omit<DueRung, 'dueOn' | 'provisional'> & { readonly waits: RungWait });

/** A rung with the day on which it is due to fire. (case, rule, subject, run, rung) fires once (invariant 13). */
export interface DueRung {
  readonly rung: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
  readonly tells: readonly RungReceiver[];
  readonly act: RungAct;
  readonly title: Text;
}

/** The highest level among those told: where a rung which raises the level raises it to. */
export function levelTold(tells: readonly string[]): RungLevel | null {
  return rungLevels.findLast((level) => tells.includes(level)) ?? null;
}
