import { ApiProperty } from '@nestjs/swagger';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { DuplicateReason } from '@redress/projections/parties/queries.js';
import { Text, WholeNumberText } from '../problems/fields.js';
import { caseKindNames } from '../views/list.responses.js';
import { ViewQuery } from '../views/query.dto.js';

export class PartiesQueryDto extends ViewQuery {
  @Text(100, { description: 'Part of a name it bears or bore, or the start of its code' }) q!: string;
  @WholeNumberText(1, 200) limit?: number;
}

export class CompanyResponse {
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) formerNames!: readonly string[];
  @ApiProperty({ type: 'integer' }) asComplainant!: number;
  @ApiProperty({ type: 'integer' }) asRespondent!: number;
  @ApiProperty({ type: 'integer' }) open!: number;
}

export class CompaniesResponse {
  @ApiProperty({ type: [CompanyResponse] }) rows!: readonly CompanyResponse[];
  @ApiProperty({ description: 'There are more than these' }) more!: boolean;
}

const reasons = ['contractNumber', 'amount', 'dates', 'complainant'] as const;

export class DuplicateHintResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ enum: caseKindNames }) kind!: KindName;
  @ApiProperty() open!: boolean;
  @ApiProperty({ format: 'date' }) lodgedOn!: string;
  @ApiProperty({ type: String, nullable: true }) amount!: string | null;
  @ApiProperty({ enum: reasons, isArray: true, description: 'What they have in common' })
  reasons!: readonly DuplicateReason[];
}

export class CaseLinkResponse {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty({ example: 'duplicate' }) relation!: string;
  @ApiProperty({ description: 'It is the other case which names this one' }) fromOther!: boolean;
}

export class NearCasesResponse {
  @ApiProperty({ type: [CaseLinkResponse] }) links!: readonly CaseLinkResponse[];
  @ApiProperty({ type: [DuplicateHintResponse], description: 'Whether they are of one matter, people decide' })
  duplicates!: readonly DuplicateHintResponse[];
}
