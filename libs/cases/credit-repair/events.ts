import type { EventsOf, Lodging, ProcedureShapes } from '../shared/procedure/events.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { ConditionFinding, RepairCondition } from './conditions.js';
import type { FalsePromiseConsequence } from './false-promise.js';
import type { RepairReading } from './publicity.js';
import type { ConductClass, CreditRecord, RepairNotice, RepairRequest } from './record.js';
import type { RecordShapes } from './record-track.js';
import type { RepairTrack } from './regime.js';

/** Streams of credit-repair requests (信用修复): `creditRepair-<case id>`. */
export const category = 'creditRepair';

export type DeclineGround =
  /** Another body made the record: 谁认定、谁修复. */
  | 'notTheFindingBody'
  /** Not shown in public, so that there is nothing to end. */
  | 'notShown'
  /** A list whose own rules bar repair. */
  | 'barredBySectorRules'
  | 'otherByLaw';

/** Who does the repair: who finds, repairs; Credit China (Shanghai) where it accepts the request itself. */
export type Repairer = 'department' | 'creditChinaShanghai' | 'creditChina' | 'marketRegulation';

export type ObjectionAbout = 'content' | 'period' | 'result';
/** Who can correct: the platform itself, the source of the record, a credit-service firm (上海市社会信用条例 Art. 36). */
export type Corrector = 'platform' | 'source' | 'creditService';
export type ObjectionTrack = 'shanghai' | 'creditChina';

interface OwnShapes {
  /** The finding, in the words by which the law packs choose their clocks; comes with the request. */
  FindingIssued: {
    class: ConductClass;
    track: RepairTrack;
    place: 'shanghai' | 'elsewhere';
    field: 'general' | 'safety';
    foundOn: string;
    documentNumber: string;
  };
  RepairRequested: {
    caseNumber: string;
    acceptingOffice: OfficeRef;
    lodging: Lodging;
    track: RepairTrack;
    request: RepairRequest;
    /** What the rules said on the day of the request. */
    reading: RepairReading;
  };
  Resubmitted: { statement: string; evidence: readonly EvidenceRef[]; corrections: string | null };
  PassedToDepartment: { to: OfficeRef; ground: string };
  DepartmentAccepted: { office: OfficeRef; by: Repairer; record: CreditRecord['kind'] };
  DepartmentDeclined: { office: OfficeRef; ground: DeclineGround; reason: string };
  /** Every condition proved or not, with what the rules say of the publicity on that day. */
  ConditionsReviewed: {
    conditions: readonly ConditionFinding[];
    unproved: readonly RepairCondition[];
    reading: RepairReading;
  };
  /** That there may be one was read, how long was not: recorded and told, and no clock is moved. */
  HandlingExtended: { days: number; reason: string; approvedBy: PersonRef };
  DepartmentDecided: { repaired: boolean; reason: string };
  RepairDecided: {
    repaired: boolean;
    by: Repairer;
    crossProvince: boolean;
    unproved: readonly RepairCondition[];
    reason: string;
  };
  /** `maximum`: it stopped by itself, what was found having been corrected. */
  PublicityEnded: { by: 'repair' | 'maximum'; platforms: readonly string[] };
  /** At the maximum and not corrected: the sector's own rules go on. */
  PublicityContinued: { sectorRule: string };
  RepairShared: { with: readonly string[] };
  ResultTold: { result: Result; how: string };
  RepairNoticeRecorded: RepairNotice;
  /** In bankruptcy, for the time being. */
  SanctionsLifted: { measures: readonly string[]; forTheTimeBeing: true };
  FalsePromiseFound: { what: string; adopted: boolean; consequence: FalsePromiseConsequence };
  ObjectionRaised: { objection: number; track: ObjectionTrack; by: Corrector; about: ObjectionAbout; ground: string };
  ObjectionMarked: { objection: number };
  ObjectionForwarded: { objection: number; to: string };
  SourceReceivedObjection: { objection: number; track: ObjectionTrack };
  ObjectionDecided: { objection: number; upheld: boolean; correction: string | null; reason: string };
  RequestWithdrawn: { reason: string };
}

export type Result = 'repaired' | 'refused' | 'declined' | 'stoppedAtMaximum';

interface CreditRepairShapes extends OwnShapes, RecordShapes, ProcedureShapes {}
export type CreditRepairEventType = keyof CreditRepairShapes;
export type CreditRepairEvent = EventsOf<CreditRepairShapes>;
