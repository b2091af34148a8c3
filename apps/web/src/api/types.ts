/** Every shape the pages take from or give to the API, under the names the pages use. */

export interface Name {
  readonly zh: string;
  readonly en: string;
}

export type Role =
  | 'sme'
  | 'intakeOfficer'
  | 'handlingOfficer'
  | 'mediator'
  | 'departmentHead'
  | 'supervisor'
  | 'operator';

export interface Me {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly roleTitle: Name;
  readonly office: {
    readonly id: string;
    readonly name: Name;
    readonly level: string;
    readonly district: string | null;
  } | null;
  readonly company: { readonly name: string; readonly creditCode: string } | null;
}

export interface DemonstrationAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly roleTitle: Name;
  readonly name: string;
  readonly officeName: Name | null;
}

export type Status =
  | 'lodged'
  | 'returnedForSupplement'
  | 'accepted'
  | 'transferred'
  | 'inHandling'
  | 'settled'
  | 'resultIssued'
  | 'concluded'
  | 'declined'
  | 'withdrawn'
  | 'terminated';

export type SizeType = 'micro' | 'small' | 'medium' | 'large' | 'notApplicable' | 'unknown';
export type UnitType = 'stateOrgan' | 'publicInstitution' | 'stateOwnedFirm' | 'largeFirm' | 'otherFirm';
export type Subject = 'goods' | 'works' | 'services';
export type EvidenceKind =
  | 'licence'
  | 'contract'
  | 'delivery'
  | 'workAcceptance'
  | 'statement'
  | 'invoice'
  | 'reminder'
  | 'correspondence'
  | 'other';

export interface Contact {
  readonly name: string;
  readonly phone: string;
}

export interface Respondent {
  readonly name: string;
  readonly creditCode: string | null;
  readonly unitType: UnitType;
  readonly sizeType: SizeType;
  readonly address: string;
  readonly contact: Contact | null;
}

export interface LodgedLine {
  readonly description: string;
  readonly deliveredOn: string;
  readonly workAcceptedOn: string | null;
  readonly agreedDueOn: string | null;
  readonly amount: string;
  readonly disputed: string;
}

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly reference: string;
}

/** What the complainant sends. */
export interface LodgedClaim {
  readonly complainant: {
    readonly name: string;
    readonly creditCode: string;
    readonly sizeType: SizeType;
    readonly address: string;
    readonly contact: Contact;
  };
  readonly respondent: Respondent;
  readonly contract: {
    readonly title: string;
    readonly number: string | null;
    readonly subject: Subject;
    readonly concludedOn: string;
    readonly payWhenPaid: boolean;
  };
  readonly lines: readonly LodgedLine[];
  readonly request: string;
  readonly facts: string;
  readonly evidence: readonly Evidence[];
  readonly promises: { readonly noOtherForum: true; readonly truth: true; readonly signatory: string };
}

/** What the file holds. */
export interface Claim extends Omit<LodgedClaim, 'lines'> {
  readonly lines: readonly (LodgedLine & { readonly line: number })[];
}

export interface CommandAnswer {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: string;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export interface Office {
  readonly id: string;
  readonly name: Name;
  readonly level?: string;
  readonly district?: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Officer {
  readonly id: string;
  readonly name: Name;
  readonly title: Name;
}

export interface Holder {
  readonly office: Office | null;
  readonly person: Person | null;
}

export type ClockStatus = 'running' | 'dueSoon' | 'paused' | 'met' | 'metLate' | 'late' | 'ended' | 'cannotTell';
export type Unit = 'WD' | 'D' | 'month' | 'hour';

export interface RowClock {
  readonly rule: string;
  readonly title: Name;
  readonly dueOn: string | null;
  readonly cautiousDueOn: string | null;
  readonly provisional: boolean;
  readonly status: ClockStatus;
  readonly daysLeft: number | null;
  readonly unit: Unit;
}

export interface WorklistRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly status: Status;
  readonly complainant: string;
  readonly respondent: string;
  readonly total: string;
  readonly outstanding: string;
  readonly lodgedOn: string;
  readonly handlingOffice: Office | null;
  readonly mediator: Person | null;
  readonly holder: Holder | null;
  readonly clock: RowClock | null;
  readonly parked: boolean;
}

export interface Worklist {
  readonly rows: readonly WorklistRow[];
  readonly next: string | null;
  readonly total: number;
  readonly today: string;
}

export interface ExplainedDay {
  readonly date: string;
  readonly why: Name;
  readonly source: string | null;
}

export interface ExplainedEvent {
  readonly event: string;
  readonly type: string;
  readonly on: string;
  readonly recordedOn: string | null;
}

export interface Explanation {
  readonly summary: Name;
  readonly law: {
    readonly pack: string;
    readonly packVersion: number;
    readonly instrument: Name;
    readonly article: string;
    readonly text: Name;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly mark: Mark;
    readonly effect: Effect;
  };
  readonly start: ExplainedEvent;
  readonly unit: Unit;
  readonly length: { readonly base: number | null; readonly total: number | null };
  readonly counted: { readonly from: string; readonly to: string; readonly days: number } | null;
  readonly skipped: readonly ExplainedDay[];
  readonly madeUp: readonly ExplainedDay[];
  readonly pauses: readonly {
    readonly from: ExplainedEvent;
    readonly to: ExplainedEvent | null;
    readonly days: number | null;
    readonly article: string;
  }[];
  readonly extensions: readonly {
    readonly approval: ExplainedEvent;
    readonly counts: boolean;
    readonly why: Name;
    readonly approver: Name;
    readonly article: string;
    readonly dueBefore: string | null;
    readonly dueAfter: string | null;
  }[];
  readonly roll: {
    readonly raw: string;
    readonly makeUpCounts: string | null;
    readonly makeUpOff: string | null;
    readonly note: Name;
  } | null;
  readonly stop: ExplainedEvent | null;
  readonly ended: ExplainedEvent | null;
  readonly calendar: readonly string[];
  readonly provisional: Name | null;
  readonly cannotTell: Name | null;
  readonly designChoices: readonly Name[];
}

export type Mark = 'confirmed' | 'secondary' | 'unconfirmed';
export type Effect = 'statutory' | 'serviceNorm' | 'reminder';

export interface Clock extends RowClock {
  readonly subject: string;
  readonly startedOn: string;
  readonly stoppedOn: string | null;
  readonly effect: Effect;
  readonly mark: Mark;
  readonly explanation: Explanation;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
}

export interface TimelineEntry {
  readonly revision: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly occurredAtReason: string | null;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CaseFile {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly revision: string;
  readonly position: string;
  readonly status: Status;
  readonly claim: Claim;
  readonly total: string;
  readonly disputed: string;
  readonly paid: string;
  readonly outstanding: string;
  readonly acceptingOffice: Office;
  readonly handlingOffice: Office | null;
  readonly mediator: Person | null;
  readonly holder: Holder | null;
  readonly reply: { readonly statement: string; readonly admitted: string; readonly on: string } | null;
  readonly mediations: readonly {
    readonly on: string;
    readonly place: string;
    readonly attendees: readonly string[];
    readonly minutes: string;
    readonly outcome: string;
  }[];
  readonly settlement: {
    readonly on: string;
    readonly total: string;
    readonly terms: string;
    readonly instalments: readonly {
      readonly instalment: number;
      readonly dueOn: string;
      readonly amount: string;
      readonly paid: string;
      readonly status: 'open' | 'paid' | 'partly' | 'overdue';
    }[];
  } | null;
  readonly payments: readonly {
    readonly payment: number;
    readonly paidOn: string;
    readonly amount: string;
    readonly instalment: number | null;
    readonly method: string;
    readonly reference: string;
  }[];
  readonly extension: {
    readonly totalDays: number;
    readonly reason: string;
    readonly approvedBy: Person;
    readonly on: string;
  } | null;
  readonly result: { readonly on: string; readonly outcome: string; readonly summary: string } | null;
  readonly fedBackTo: readonly string[];
  readonly clocks: readonly Clock[];
  readonly rungs: readonly {
    readonly clock: string;
    readonly rung: string;
    readonly title: Name;
    readonly firedOn: string;
    readonly tells: string;
    readonly act: string;
    readonly late: boolean;
  }[];
  readonly timeline: readonly TimelineEntry[];
  readonly today: string;
  readonly parked: boolean;
}

export interface AllowedAction {
  readonly command: string;
  readonly method: string;
  readonly path: string;
}

export interface HistoryEvent extends TimelineEntry {
  readonly position: string;
  readonly id: string;
  readonly schema: number;
  readonly commandId: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface History {
  readonly caseNumber: string;
  readonly events: readonly HistoryEvent[];
  readonly verified: { readonly ok: boolean; readonly firstFault: string | null };
}

export interface BoardCounts {
  readonly running: number;
  readonly dueSoon: number;
  readonly paused: number;
  readonly late: number;
  readonly met: number;
  readonly metLate: number;
  readonly ended: number;
  readonly cannotTell: number;
  readonly provisional: number;
}

export interface BoardRow extends BoardCounts {
  readonly district: { readonly code: string; readonly name: Name } | null;
  readonly clock: string;
}

export interface Board {
  readonly today: string;
  readonly rows: readonly BoardRow[];
  readonly totals: BoardCounts;
  readonly clocks: readonly { readonly rule: string; readonly title: Name }[];
}

export interface Escalation {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly clock: { readonly rule: string; readonly title: Name };
  readonly rung: string;
  readonly title: Name;
  readonly tells: string;
  readonly act: string;
  readonly dueOn: string;
  readonly clockDueOn: string;
  readonly firedAt: string | null;
  readonly late: boolean;
  readonly district: string | null;
  readonly handlingOffice: Office | null;
}

export interface Escalations {
  readonly rows: readonly Escalation[];
  readonly next: string | null;
}

export interface Health {
  readonly status: 'ok' | 'degraded';
  readonly database: unknown;
  readonly projections: readonly {
    readonly view: string;
    readonly version: number | string;
    readonly position: string;
    readonly head: string;
    readonly lagEvents: number;
    readonly lagSeconds: number;
    readonly parked: number;
  }[];
  readonly clock: unknown;
}
