import { ApiProperty } from '@nestjs/swagger';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { Day, Identifier, PositionField, WholeNumberText } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';
import { caseKindNames, ClockNameResponse, RungNameResponse, ToldResponse } from '../views/list.responses.js';
import { PageQuery } from '../views/query.dto.js';

export class DryRunQueryDto {
  @Day() until!: string;
  @PositionField() atLeast?: string;
  @WholeNumberText(1, 5000) limit?: number;
}

const skipGrounds = ['overridden', 'paused', 'cannotTell', 'calendar', 'parked', 'atItsLevel'] as const;
const levels = ['street', 'district', 'city', 'jointConference'] as const;

export class ForecastRungResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: caseKindNames }) kind!: KindName;
  @ApiProperty() clock!: ClockNameResponse;
  @ApiProperty() subject!: string;
  @ApiProperty({ format: 'uuid' }) run!: string;
  @ApiProperty() rung!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty() act!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty() provisional!: boolean;
  @ApiProperty() fires!: boolean;
  @ApiProperty({ type: [ToldResponse] }) told!: readonly ToldResponse[];
  @ApiProperty({ enum: levels, type: String, nullable: true }) raisesTo!: CaseLevel | null;
  @ApiProperty({
    enum: skipGrounds,
    type: String,
    nullable: true,
    description: 'Why it does not do what it is there for; at its level already, it still tells',
  })
  skipped!: (typeof skipGrounds)[number] | null;
}

export class DryRunResponse {
  @ApiProperty({ format: 'date' }) today!: string;
  @ApiProperty({ format: 'date' }) until!: string;
  @ApiProperty({ type: [ForecastRungResponse] }) rows!: readonly ForecastRungResponse[];
  @ApiProperty({ description: 'False where there are more than were asked for' }) complete!: boolean;
}

export class MovesQueryDto extends PageQuery {
  @Identifier({
    optional: true,
    description: 'Stream of the law, such as calendar-CN; left out, the latest version of all',
  })
  stream?: string;
}

class MovedResponse extends RungNameResponse {
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueBefore!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueAfter!: string | null;
}

export class MovedRungResponse extends MovedResponse {
  @ApiProperty({ description: 'It fired already, and does not fire again on its new day' }) fired!: boolean;
}

export class MovedClockResponse {
  @ApiProperty() clock!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ format: 'uuid' }) run!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueBefore!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueAfter!: string | null;
  @ApiProperty() provisionalBefore!: boolean;
  @ApiProperty() provisionalAfter!: boolean;
}

export class MovedCaseResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: caseKindNames }) kind!: KindName;
  @ApiProperty({ type: [MovedClockResponse] }) clocks!: readonly MovedClockResponse[];
  @ApiProperty({ type: [MovedRungResponse] }) rungs!: readonly MovedRungResponse[];
}

export class MovesResponse {
  @ApiProperty({ description: 'Of the law whose latest version this is about' }) stream!: string;
  @ApiProperty({ type: [String], description: 'What may be asked about' }) streams!: readonly string[];
  @ApiProperty({ description: 'Position of that version in the log' }) position!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ type: [MovedCaseResponse] }) rows!: readonly MovedCaseResponse[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
