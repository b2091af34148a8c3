import { ApiProperty } from '@nestjs/swagger';
import type { UnitType } from '@redress/cases/shared/party.js';
import type { DebtorsQuery } from '@redress/projections/debtor-watch/queries.js';
import { warningLevels as levels, type WarningLevel } from '@redress/deadlines/warnings/warning-rules.js';
import { Identifier, OneOf, WholeNumberText } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';
import { DistrictResponse, OfficeNameResponse, PersonResponse } from '../views/list.responses.js';
import { ViewQuery } from '../views/query.dto.js';

const orders = ['outstanding', 'claimed', 'open', 'cases'] as const;
const unitTypes = ['stateOrgan', 'publicInstitution', 'stateOwnedFirm', 'largeFirm', 'otherFirm'] as const;

export class DebtorsQueryDto extends ViewQuery {
  @OneOf(orders, { optional: true }) by?: DebtorsQuery['by'];
  @OneOf(levels, { optional: true }) warning?: WarningLevel;
  @WholeNumberText(1, 200) limit?: number;
}

export class WarningResponse {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: levels }) level!: WarningLevel;
  @ApiProperty() title!: NameResponse;
}

export class DebtorResponse {
  @ApiProperty({ description: 'Its code, or its name where no case has one' }) id!: string;
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: unitTypes }) unitType!: UnitType;
  @ApiProperty({ type: 'integer' }) cases!: number;
  @ApiProperty({ type: 'integer' }) open!: number;
  @ApiProperty({ type: 'integer' }) complainants!: number;
  @ApiProperty({ type: 'integer' }) districts!: number;
  @ApiProperty({ type: 'integer', description: 'Of the last twelve months' }) casesOfYear!: number;
  @ApiProperty({ type: 'integer' }) complainantsOfYear!: number;
  @ApiProperty({ type: 'integer' }) districtsOfYear!: number;
  @ApiProperty() claimed!: string;
  @ApiProperty() undisputed!: string;
  @ApiProperty() paid!: string;
  @ApiProperty() outstanding!: string;
  @ApiProperty({ type: 'integer', description: 'Cases whose settlement was not kept' }) broken!: number;
  @ApiProperty({ type: 'integer', description: 'Claims of a firm which had claimed before' }) repeated!: number;
  @ApiProperty({ type: 'integer', description: 'Lines with a term the law does not let be agreed' }) beyondLaw!: number;
  @ApiProperty({ type: 'integer', description: 'Supervisory orders, interviews, circulars' }) supervisoryActs!: number;
  @ApiProperty({ type: [WarningResponse], description: 'The gravest first' }) warnings!: readonly WarningResponse[];
}

export class DebtorsResponse {
  @ApiProperty({ type: [DebtorResponse] }) rows!: readonly DebtorResponse[];
  @ApiProperty({ description: 'There are more than these' }) more!: boolean;
  @ApiProperty({ description: 'Whose policy the warnings are: the platform’s, and no law' }) policy!: NameResponse;
  @ApiProperty({ type: 'integer', description: 'Of the policy in force; 0: none is published' }) policyVersion!: number;
  @ApiProperty({ format: 'date' }) today!: string;
}

export class DebtorPartResponse {
  @ApiProperty() of!: string;
  @ApiProperty({ type: 'integer' }) cases!: number;
  @ApiProperty() claimed!: string;
  @ApiProperty() paid!: string;
  @ApiProperty() outstanding!: string;
}

export class DebtorDistrictResponse extends DebtorPartResponse {
  @ApiProperty({ type: DistrictResponse, nullable: true, description: 'null: the city itself' })
  district!: DistrictResponse | null;
}

export class DebtorDetailResponse extends DebtorResponse {
  @ApiProperty({ type: [DebtorPartResponse] }) byYear!: readonly DebtorPartResponse[];
  @ApiProperty({ type: [DebtorDistrictResponse] }) byDistrict!: readonly DebtorDistrictResponse[];
}

export class FirstContactQueryDto extends ViewQuery {
  @Identifier({ optional: true }) office?: string;
  /** Division code. */
  @Identifier({ optional: true }) district?: string;
}

export class FirstContactResponse {
  @ApiProperty() officer!: PersonResponse;
  @ApiProperty() office!: OfficeNameResponse;
  @ApiProperty({ type: 'integer' }) cases!: number;
  @ApiProperty({ type: 'integer' }) open!: number;
  @ApiProperty({ type: 'integer', description: 'Within one working day of the receipt' }) contactedInTime!: number;
  @ApiProperty({ type: 'integer' }) contactedLate!: number;
  @ApiProperty({ type: 'integer' }) toContact!: number;
  @ApiProperty({ type: 'integer' }) contactOverdue!: number;
  @ApiProperty({ type: 'integer', description: 'Closed, and every clock of an office kept' }) answeredInTime!: number;
  @ApiProperty({ type: 'integer' }) answeredLate!: number;
  @ApiProperty({ type: 'integer', description: 'Open, with a clock of an office that is over' }) answerOverdue!: number;
  @ApiProperty({ type: 'integer' }) handedOver!: number;
  @ApiProperty({ type: 'integer', description: 'Neither the head nor a supervisor ordered it' })
  handedOverWithoutLeave!: number;
}

export class FirstContactsResponse {
  @ApiProperty({ type: [FirstContactResponse] }) rows!: readonly FirstContactResponse[];
  @ApiProperty({ format: 'date' }) today!: string;
}
