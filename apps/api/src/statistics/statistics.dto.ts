import { applyDecorators } from '@nestjs/common';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { heldBy } from '@redress/projections/holders/queries.js';
import { tellApart, type TellApart } from '@redress/projections/statistics/figures.js';
import { Identifier, OneOf, presence, property, rule } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';
import { caseKindNames } from '../views/list.responses.js';
import { ViewQuery } from '../views/query.dto.js';
import { TwoTimesQuery } from '../views/two-times.dto.js';

const isPeriod = (value: unknown): boolean =>
  typeof value === 'string' && /^20\d\d(-Q[1-4]|-(0[1-9]|1[0-2]))?$/.test(value);

/** A year, a quarter or a month. */
function PeriodField(): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example: '2026-Q2', description: '`2026`, `2026-Q2` or `2026-06`' }, {}),
    ...presence({}),
    rule('period', isPeriod, 'period'),
  );
}

class PeriodQuery extends IntersectionType(ViewQuery, TwoTimesQuery) {
  @PeriodField() period!: string;
}

export class StatisticsQueryDto extends PeriodQuery {
  @OneOf(tellApart, { optional: true }) by?: TellApart;
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
  /** An office of the city, of a district, or a street station. */
  @Identifier({ optional: true }) office?: string;
  @OneOf(caseKindNames, { optional: true }) kind?: KindName;
  @Identifier({ optional: true }) category?: string;
  @Identifier({ optional: true }) respondentType?: string;
}

export class InspectionsQueryDto extends PeriodQuery {
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
}

export class HoldersQueryDto extends ViewQuery {
  @PeriodField() period!: string;
  @OneOf(heldBy, { optional: true }) by?: (typeof heldBy)[number];
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
  @Identifier({ optional: true }) office?: string;
  @OneOf(caseKindNames, { optional: true }) kind?: KindName;
}

const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class StageFiguresResponse {
  @ApiProperty({ description: 'A status of some kind of case' }) stage!: string;
  @ApiProperty({ type: 'integer', description: 'How often it was left in the period' }) left!: number;
  @ApiProperty({ type: 'integer', description: 'Calendar days' }) medianDays!: number;
  @ApiProperty({ type: 'integer', description: 'Calendar days' }) p90Days!: number;
}

export class SatisfactionFiguresResponse {
  @ApiProperty({ ...counts, description: 'Answers by rating, 1 to 5' }) ratings!: Readonly<Record<string, number>>;
  @ApiProperty({ type: Number, nullable: true }) mean!: number | null;
}

export class OnTimeResponse {
  @ApiProperty({ type: 'integer' }) met!: number;
  @ApiProperty({ type: 'integer' }) metLate!: number;
  @ApiProperty({ type: 'integer', description: 'Over, or discontinued when over' }) late!: number;
  @ApiProperty({ type: 'integer', description: 'Not yet due, paused, or discontinued in time' }) open!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'met ÷ (met + metLate + late); null where there are none' })
  rate!: number | null;
  @ApiProperty({ type: 'integer', description: 'Beside the rate, never in it' }) provisional!: number;
  @ApiProperty({ type: 'integer', description: 'Beside the rate, never in it' }) cannotTell!: number;
}

export class FiguresResponse {
  @ApiProperty({ type: Number, description: 'Lodged in the period' }) lodged!: number;
  @ApiProperty({ type: 'integer' }) accepted!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ ...counts, description: 'Refusals by ground' }) refusedBy!: Readonly<Record<string, number>>;
  @ApiProperty({ type: 'integer', description: 'Standing closed, by the day on which they were' }) concluded!: number;
  @ApiProperty({ ...counts, description: 'By outcome, or the way they ended' })
  concludedWith!: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'Of the cases lodged in the period, yuan' }) claimed!: string;
  @ApiProperty({ description: 'Payments and refunds recorded in the period, yuan' }) recovered!: string;
  @ApiProperty({ type: [StageFiguresResponse] }) stages!: readonly StageFiguresResponse[];
  @ApiProperty() satisfaction!: SatisfactionFiguresResponse;
  @ApiProperty({ description: 'Of clocks due in the period' }) onTime!: OnTimeResponse;
}

export class StatisticsRowResponse extends FiguresResponse {
  @ApiProperty({ type: String, nullable: true, description: 'What the row is told apart by; null for all in one' })
  key!: string | null;
  @ApiProperty({ type: NameResponse, nullable: true, description: 'Of a district or an office' })
  name!: NameResponse | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Place among the districts by on-time rate' })
  rank!: number | null;
}

export class KnownLawResponse {
  @ApiProperty({ example: 'calendar-CN' }) stream!: string;
  @ApiProperty({ type: 'integer', nullable: true }) version!: number | null;
  @ApiProperty() position!: string;
  @ApiProperty() hash!: string;
}

export class ProvenanceResponse {
  @ApiProperty({ description: 'Everything up to it is in the figures' }) position!: string;
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty({ format: 'date-time' }) knownAt!: string;
  @ApiProperty({ type: [KnownLawResponse] }) law!: readonly KnownLawResponse[];
}

export class StatisticsResponse extends ProvenanceResponse {
  @ApiProperty() period!: string;
  @ApiProperty({ type: [StatisticsRowResponse] }) rows!: readonly StatisticsRowResponse[];
}

export const inspections = ['businessCharges', 'intermediary', 'arrears', 'policyLastMile'] as const;

export class InspectionResponse extends FiguresResponse {
  @ApiProperty({ enum: inspections }) inspection!: (typeof inspections)[number];
}

export class InspectionsResponse extends ProvenanceResponse {
  @ApiProperty() period!: string;
  @ApiProperty({ type: [InspectionResponse] }) rows!: readonly InspectionResponse[];
}

export class HeldTimeResponse {
  @ApiProperty({ description: 'Office, officer, stage or kind; empty: in nobody’s hands' }) key!: string;
  @ApiProperty({ type: NameResponse, nullable: true }) name!: NameResponse | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of an officer' }) office!: string | null;
  @ApiProperty({ type: 'integer' }) cases!: number;
  @ApiProperty({ type: Number }) seconds!: number;
  @ApiProperty({ type: Number, description: 'Of them while the handling was paused' }) pausedSeconds!: number;
}

export class HoldersResponse {
  @ApiProperty({ format: 'date-time' }) from!: string;
  @ApiProperty({ format: 'date-time' }) to!: string;
  @ApiProperty({ type: [HeldTimeResponse] }) rows!: readonly HeldTimeResponse[];
}

export class HoldingResponse {
  @ApiProperty() office!: NameResponse;
  @ApiProperty({ type: String, nullable: true }) person!: string | null;
  @ApiProperty() stage!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The ground of a pause' }) paused!: string | null;
  @ApiProperty({ format: 'date-time' }) from!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) to!: string | null;
  @ApiProperty({ type: Number }) seconds!: number;
}

export class CaseHoldersResponse {
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty({ format: 'date-time' }) knownAt!: string;
  @ApiProperty({ type: Number, description: 'From the lodging to the closing, or to this moment' })
  elapsedSeconds!: number;
  @ApiProperty({ type: [HoldingResponse], description: 'One after the other; they sum to what elapsed' })
  holdings!: readonly HoldingResponse[];
}
