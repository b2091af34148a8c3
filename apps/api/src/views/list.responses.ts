import { ApiProperty } from '@nestjs/swagger';
import { caseKinds } from '@redress/cases/kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
import { standings, type Standing } from '@redress/projections/law-in-force/standing.js';
import { NameResponse } from '../session/session.dto.js';
import { MomentResponse, TwoTimes } from './two-times.dto.js';

export const units = ['WD', 'D', 'month', 'year', 'hour'] as const;

export class OfficeNameResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: NameResponse;
}

export class PersonResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}

export class HolderResponse {
  @ApiProperty() office!: OfficeNameResponse;
  @ApiProperty({ type: PersonResponse, nullable: true }) person!: PersonResponse | null;
}

const duties = ['office', 'party'] as const;

export class RowClockResponse {
  @ApiProperty() rule!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) cautiousDueOn!: string | null;
  @ApiProperty({ description: 'The date rests on an unconfirmed rule or a year without a holiday notice' })
  provisional!: boolean;
  @ApiProperty({ enum: duties, description: 'Whose act is awaited: a party’s term is never an office’s lateness' })
  duty!: Duty;
  @ApiProperty({ enum: standings }) status!: Standing;
  @ApiProperty({ type: 'integer', nullable: true, description: 'In the unit; negative when over' }) daysLeft!:
    number | null;
  @ApiProperty({ enum: units }) unit!: (typeof units)[number];
}

export const caseKindNames = Object.keys(caseKinds) as readonly KindName[];

export const caseLevels = ['street', 'district', 'city', 'jointConference'] as const;

/** A rung as the commands on it name it. */
export class RungNameResponse {
  @ApiProperty() clock!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ format: 'uuid' }) run!: string;
  @ApiProperty() rung!: string;
}

export class AwaitedAnswerResponse extends RungNameResponse {
  @ApiProperty({ description: '`requireReason`, or the act proposed' }) act!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ format: 'date' }) on!: string;
}

export class CaseRowResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: caseKindNames }) kind!: KindName;
  @ApiProperty({ description: 'Of the kind’s own state machine' }) status!: string;
  @ApiProperty({ type: String, nullable: true }) category!: string | null;
  @ApiProperty() complainant!: string;
  @ApiProperty({ type: String, nullable: true }) respondent!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null where no money is claimed' }) total!: string | null;
  @ApiProperty({ type: String, nullable: true }) outstanding!: string | null;
  @ApiProperty({ format: 'date' }) lodgedOn!: string;
  @ApiProperty({ type: OfficeNameResponse, nullable: true }) handlingOffice!: OfficeNameResponse | null;
  @ApiProperty({ type: PersonResponse, nullable: true }) firstContact!: PersonResponse | null;
  @ApiProperty() holder!: HolderResponse;
  @ApiProperty({ enum: caseLevels, description: 'Of its office, or the one to which it was raised (提级)' })
  level!: CaseLevel;
  @ApiProperty({ type: [AwaitedAnswerResponse], description: 'Rungs which fired and wait for the office' })
  awaited!: readonly AwaitedAnswerResponse[];
  @ApiProperty({ type: RowClockResponse, nullable: true }) clock!: RowClockResponse | null;
  @ApiProperty({ description: 'An event of the case could not be applied to this view' }) parked!: boolean;
}

export class WorklistResponse extends TwoTimes {
  @ApiProperty({ type: [CaseRowResponse] }) rows!: readonly CaseRowResponse[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ description: 'Counted no further than `total`; of a search, cases are left to look through' })
  more!: boolean;
  @ApiProperty({ format: 'date' }) today!: string;
}

export class CaseRowsResponse extends TwoTimes {
  @ApiProperty({ type: [CaseRowResponse] }) rows!: readonly CaseRowResponse[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ format: 'date' }) today!: string;
}

export class BoardCountsResponse {
  @ApiProperty({ type: 'integer' }) running!: number;
  @ApiProperty({ type: 'integer' }) dueSoon!: number;
  @ApiProperty({ type: 'integer' }) paused!: number;
  @ApiProperty({ type: 'integer' }) late!: number;
  @ApiProperty({ type: 'integer' }) met!: number;
  @ApiProperty({ type: 'integer' }) metLate!: number;
  @ApiProperty({ type: 'integer' }) ended!: number;
  @ApiProperty({ type: 'integer' }) endedLate!: number;
  @ApiProperty({ type: 'integer' }) cannotTell!: number;
  @ApiProperty({ type: 'integer' }) provisional!: number;
}

export class DistrictResponse {
  @ApiProperty({ example: '310115' }) code!: string;
  @ApiProperty() name!: NameResponse;
}

export class BoardRowResponse extends BoardCountsResponse {
  @ApiProperty({
    type: DistrictResponse,
    nullable: true,
    description: 'null: the city itself, or the rows tell no districts apart',
  })
  district!: DistrictResponse | null;
  @ApiProperty({ type: OfficeNameResponse, nullable: true, description: 'Which holds the cases' })
  office!: OfficeNameResponse | null;
  @ApiProperty({ type: String, enum: caseKindNames, nullable: true }) kind!: KindName | null;
  @ApiProperty({ description: 'A rule, or `all` which await an office’s act' }) clock!: string;
}

export class ComparedCountsResponse {
  @ApiProperty() before!: BoardCountsResponse;
  @ApiProperty() after!: BoardCountsResponse;
  @ApiProperty({ type: BoardCountsResponse, description: 'After less before' }) change!: BoardCountsResponse;
}

export class ComparedRowResponse extends ComparedCountsResponse {
  @ApiProperty({ type: DistrictResponse, nullable: true }) district!: DistrictResponse | null;
  @ApiProperty({ type: OfficeNameResponse, nullable: true }) office!: OfficeNameResponse | null;
  @ApiProperty({ type: String, enum: caseKindNames, nullable: true }) kind!: KindName | null;
  @ApiProperty() clock!: string;
}

export class BoardDifferenceResponse {
  @ApiProperty() from!: MomentResponse;
  @ApiProperty() to!: MomentResponse;
  @ApiProperty({ type: [ComparedRowResponse] }) rows!: readonly ComparedRowResponse[];
  @ApiProperty() totals!: ComparedCountsResponse;
}

export class ClockNameResponse {
  @ApiProperty() rule!: string;
  @ApiProperty() title!: NameResponse;
}

export class BoardClockResponse extends ClockNameResponse {
  @ApiProperty({ enum: duties }) duty!: Duty;
}

export class BoardResponse extends TwoTimes {
  @ApiProperty({ format: 'date' }) today!: string;
  @ApiProperty({ type: [BoardRowResponse] }) rows!: readonly BoardRowResponse[];
  @ApiProperty() totals!: BoardCountsResponse;
  @ApiProperty({ type: [BoardClockResponse] }) clocks!: readonly BoardClockResponse[];
}

const heldGrounds = ['overridden', 'paused', 'cannotTell', 'calendar'] as const;
const awaitedAnswers = ['reason', 'decision', 'acknowledgement'] as const;

export class ToldResponse {
  @ApiProperty() receiver!: string;
  @ApiProperty() office!: OfficeNameResponse;
  @ApiProperty({ type: PersonResponse, nullable: true }) person!: PersonResponse | null;
}

export class EscalationResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: caseKindNames }) kind!: KindName;
  @ApiProperty() complainant!: string;
  @ApiProperty({ type: String, nullable: true }) respondent!: string | null;
  @ApiProperty() clock!: ClockNameResponse;
  @ApiProperty() rung!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ description: 'With run, rung and the clock’s rule: how the commands on a rung name it' })
  subject!: string;
  @ApiProperty({ format: 'uuid' }) run!: string;
  @ApiProperty({ type: [String], description: 'Receivers, as the policy names them' }) tells!: readonly string[];
  @ApiProperty({ type: [ToldResponse], description: 'Who they were; empty before it fires' })
  told!: readonly ToldResponse[];
  @ApiProperty() act!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null while it has no day' }) dueOn!:
    string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) clockDueOn!: string | null;
  @ApiProperty({ enum: heldGrounds, type: String, nullable: true, description: 'Why it does not fire' }) held!:
    (typeof heldGrounds)[number] | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Its day by the law now, where it fired on another',
  })
  movedTo!: string | null;
  @ApiProperty({ enum: awaitedAnswers, type: String, nullable: true }) awaits!: (typeof awaitedAnswers)[number] | null;
  @ApiProperty({ type: HolderResponse, nullable: true }) mustAct!: HolderResponse | null;
  @ApiProperty({ enum: caseLevels }) level!: CaseLevel;
  @ApiProperty() provisional!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) firedAt!: string | null;
  @ApiProperty() late!: boolean;
  @ApiProperty({ type: String, nullable: true }) district!: string | null;
  @ApiProperty({ type: OfficeNameResponse, nullable: true }) handlingOffice!: OfficeNameResponse | null;
  @ApiProperty() parked!: boolean;
}

export class EscalationsResponse {
  @ApiProperty({ type: [EscalationResponse] }) rows!: readonly EscalationResponse[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ format: 'date' }) today!: string;
}

export class OfficeResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: NameResponse;
  @ApiProperty({ enum: ['city', 'district', 'street'] }) level!: 'city' | 'district' | 'street';
  @ApiProperty({ type: String, nullable: true, description: 'Division code' }) district!: string | null;
  @ApiProperty({ type: NameResponse, nullable: true }) districtName!: NameResponse | null;
}

export class OfficerResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: NameResponse;
  @ApiProperty() title!: NameResponse;
}
