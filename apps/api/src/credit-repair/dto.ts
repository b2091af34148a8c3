import { repairConditions, type RepairCondition } from '@redress/cases/credit-repair/conditions.js';
import {
  conductClasses,
  recordFields,
  recordForms,
  recordKinds,
  type CourtRuling,
  type CreditRecord,
  type RecordingBody,
} from '@redress/cases/credit-repair/record.js';
import type { SentLodging } from '@redress/casework/kernel/lodging.js';
import { LodgingDto } from '../commands/lodging.dto.js';
import { ComplainantDto } from '../commands/party.dto.js';
import { OfficersAct } from '../commands/when.dto.js';
import { EvidenceDto } from '../procedure/papers.dto.js';
import {
  Day,
  Identifier,
  ListOf,
  Names,
  Nested,
  OneOf,
  Promised,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/fields.js';

export const long = 10_000;

export class RecordingBodyDto {
  @Text(200) name!: string;
  @OneOf(['marketRegulation', 'other']) kind!: RecordingBody['kind'];
  @OneOf(['shanghai', 'elsewhere']) place!: RecordingBody['place'];
}

export class CreditRecordDto {
  @Nested(() => RecordingBodyDto) body!: RecordingBodyDto;
  @OneOf(recordKinds) kind!: CreditRecord['kind'];
  @Text(100) documentNumber!: string;
  @Day() foundOn!: string;
  @Day({ nullable: true }) publishedOn!: string | null;
  @OneOf(conductClasses) class!: CreditRecord['class'];
  @OneOf(recordForms) form!: CreditRecord['form'];
  @OneOf(recordFields) field!: CreditRecord['field'];
  @Text(long) content!: string;
  @YesNo() crossProvince!: boolean;
}

export class CourtRulingDto {
  @Text(200) court!: string;
  @Text(100) caseNumber!: string;
  @OneOf(['reorganisationPlan', 'settlement']) approves!: CourtRuling['approves'];
  @Day() ruledOn!: string;
}

export class RepairNoticeDto {
  @Text(100) number!: string;
  @Day() servedOn!: string;
}

export class CreditPromiseDto {
  @Promised() truth!: true;
  @Promised() liability!: true;
  @Promised() inPublic!: true;
  @Text(100) signatory!: string;
}

export class LodgeRepairDto {
  @Nested(() => ComplainantDto) applicant!: ComplainantDto;
  @Nested(() => CreditRecordDto) record!: CreditRecordDto;
  @Nested(() => CourtRulingDto, { nullable: true }) ruling!: CourtRulingDto | null;
  @Nested(() => RepairNoticeDto, { nullable: true }) notice!: RepairNoticeDto | null;
  @Text(long) corrections!: string;
  @ListOf(() => EvidenceDto, 0, 100) materials!: EvidenceDto[];
  @Nested(() => CreditPromiseDto) promise!: CreditPromiseDto;
  @Nested(() => LodgingDto, { optional: true }) lodging?: SentLodging;
}

export class SupplyRepairMaterialsDto extends OfficersAct {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Text(long, { nullable: true }) corrections!: string | null;
}

export class PassToDepartmentDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) ground!: string;
}

const declineGrounds = ['notTheFindingBody', 'notShown', 'barredBySectorRules', 'otherByLaw'] as const;

export class DeclineRepairDto extends OfficersAct {
  @OneOf(declineGrounds) ground!: (typeof declineGrounds)[number];
  @Text(long) reason!: string;
}

export class RepairConditionDto {
  @OneOf(repairConditions) condition!: RepairCondition;
  @YesNo() proved!: boolean;
  @Text(2000) by!: string;
}

export class ReviewConditionsDto extends OfficersAct {
  @ListOf(() => RepairConditionDto, 1, 8) conditions!: RepairConditionDto[];
}

export class ExtendRepairDto extends OfficersAct {
  @WholeNumber(1, 365) days!: number;
  @Text(long) reason!: string;
}

export class DecideRepairDto extends OfficersAct {
  @YesNo() repaired!: boolean;
  @Text(long) reason!: string;
}

export class EndPublicityDto extends OfficersAct {
  @Names(1, 20, 200) platforms!: string[];
}

export class ShareResultDto extends OfficersAct {
  @Names(1, 20, 200) with!: string[];
}

export class TellResultDto extends OfficersAct {
  @Text(500) how!: string;
}

export class ReachMaximumDto extends OfficersAct {
  @YesNo() corrected!: boolean;
  @Text(500, { nullable: true }) sectorRule!: string | null;
}

export class RecordRepairNoticeDto extends OfficersAct {
  @Text(100) number!: string;
  @Day() servedOn!: string;
}

export class LiftSanctionsDto extends OfficersAct {
  @Names(1, 20, 200) measures!: string[];
}

export class FindFalsePromiseDto extends OfficersAct {
  @Text(long) what!: string;
}

export class WithdrawRepairDto extends OfficersAct {
  @Text(long) reason!: string;
}
