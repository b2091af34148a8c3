import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

export type RungUnit = 'WD' | 'D';
export type RungReceiver = 'holder' | 'departmentHead' | 'district' | 'city' | 'jointConference';
export type RungAct = 'notify' | 'raiseLevel' | 'requireReason';

/** One rung: `offset` days after the due date (negative: before it), who is told, what is done. */
export interface Rung {
  readonly id: string;
  readonly offset: number;
  readonly unit: RungUnit;
  readonly tells: RungReceiver;
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

/** A rung with the day on which it is due to fire. (case, rule, subject, run, rung) fires once (invariant 13). */
export interface DueRung {
  readonly rung: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
  readonly tells: RungReceiver;
  readonly act: RungAct;
  readonly title: Text;
}
