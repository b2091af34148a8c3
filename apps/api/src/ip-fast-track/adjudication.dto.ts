import {
  absences,
  cancelGrounds,
  filingRefusalGrounds,
  goOnGrounds,
  objectionOutcomes,
  rulingBases,
  stayGrounds,
  type Conditions,
} from '@redress/cases/ip-fast-track/adjudication-events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { DefectDto, EvidenceDto } from '../procedure/papers.dto.js';
import { Day, Identifier, ListOf, Names, Nested, OneOf, Text, WholeNumber, YesNo } from '../problems/fields.js';
import { IpOpponentDto } from './lodging.dto.js';

const long = 10_000;
const serviceMethods = ['inPerson', 'post', 'electronic', 'left', 'publicNotice'] as const;
const sides = ['complainant', 'respondent'] as const;

export class IpRequireReportDto extends OfficersAct {
  @Text(long) reason!: string;
}

export class IpSupplyReportDto extends OfficersAct {
  @Text(100) number!: string;
  @YesNo() clean!: boolean;
}

export class IpRefuseReportDto extends OfficersAct {
  @Text(long, { nullable: true }) reason!: string | null;
}

export class IpTellDefectsDto extends OfficersAct {
  @ListOf(() => DefectDto, 1, 50) defects!: DefectDto[];
  @WholeNumber(1, 180) days!: number;
}

export class IpSuppliedDto extends OfficersAct {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => IpOpponentDto, { nullable: true }) respondent!: IpOpponentDto | null;
}

export class IpCureDefectsDto extends IpSuppliedDto {
  @YesNo() registerCopy!: boolean;
}

export class IpReasonDto extends OfficersAct {
  @Text(long) reason!: string;
}

class IpConditionsDto implements Conditions {
  @YesNo() standing!: boolean;
  @YesNo() clearRespondent!: boolean;
  @YesNo() concreteClaim!: boolean;
  @YesNo() jurisdiction!: boolean;
  @YesNo() noCourtCase!: boolean;
  @YesNo() noOtherRoute!: boolean;
}

class IpPanelDto {
  @Identifier() presiding!: string;
  @Names(1, 20, 100) members!: string[];
}

export class IpFileCaseDto extends OfficersAct {
  @Text(100) number!: string;
  @Nested(() => IpConditionsDto) conditions!: IpConditionsDto;
  @Nested(() => IpPanelDto) panel!: IpPanelDto;
  @YesNo() national!: boolean;
  @YesNo() patentInForce!: boolean;
}

export class IpRefuseFilingDto extends OfficersAct {
  @OneOf(filingRefusalGrounds) ground!: (typeof filingRefusalGrounds)[number];
  @Nested(() => IpConditionsDto) conditions!: IpConditionsDto;
  @YesNo() patentInForce!: boolean;
  @Text(long) reason!: string;
}

export class IpServiceDto extends OfficersAct {
  @OneOf(serviceMethods) method!: (typeof serviceMethods)[number];
  @Text(500) address!: string;
  @Text(500) proof!: string;
}

export class IpServeRespondentDto extends IpServiceDto {
  @YesNo() noHomeInChina!: boolean;
}

export class IpRecordDefenceDto extends OfficersAct {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @YesNo() timeBar!: boolean;
}

export class IpExtendDefenceDto extends OfficersAct {
  @WholeNumber(1, 180) days!: number;
  @Text(long) reason!: string;
}

export class IpObjectJurisdictionDto extends OfficersAct {
  @OneOf(sides) by!: (typeof sides)[number];
  @Text(long) ground!: string;
}

export class IpDecideJurisdictionDto extends OfficersAct {
  @OneOf(objectionOutcomes) outcome!: (typeof objectionOutcomes)[number];
  @Identifier({ nullable: true }) to!: string | null;
  @Text(200, { nullable: true }) body!: string | null;
  @Text(long) reason!: string;
}

export class IpDecideTimeBarDto extends OfficersAct {
  @YesNo() upheld!: boolean;
  @Day() knownOn!: string;
  @Text(long) reason!: string;
}

export class IpScheduleHearingDto extends OfficersAct {
  @Day() hearingOn!: string;
  @Text(300) place!: string;
}

export class IpHearingNoticeDto extends OfficersAct {
  @OneOf(serviceMethods) method!: (typeof serviceMethods)[number];
  @Text(500) proof!: string;
}

export class IpHoldHearingDto extends OfficersAct {
  @OneOf(absences) absent!: (typeof absences)[number];
  @Text(long) minutes!: string;
}

export class IpAddPartyDto extends OfficersAct {
  @Nested(() => IpOpponentDto) party!: IpOpponentDto;
  @Text(long) reason!: string;
}

export class IpChangeClaimDto extends OfficersAct {
  @Text(long) claim!: string;
  @Text(long) reason!: string;
}

export class IpOrderStayDto extends OfficersAct {
  @OneOf(stayGrounds) ground!: (typeof stayGrounds)[number];
  @Text(long) reason!: string;
  @Text(200) document!: string;
}

export class IpDeclineStayDto extends OfficersAct {
  @OneOf(goOnGrounds) ground!: (typeof goOnGrounds)[number];
  @Text(long) reason!: string;
}

export class IpExtensionDto extends OfficersAct {
  @WholeNumber(1, 24) months!: number;
  @Text(long) reason!: string;
}

class IpEarlierFindingDto {
  @Text(200) by!: string;
  @Text(100) number!: string;
  @Day() on!: string;
}

export class IpIssueRulingDto extends OfficersAct {
  @Text(100) number!: string;
  @YesNo() infringes!: boolean;
  @OneOf(rulingBases) basis!: (typeof rulingBases)[number];
  @Nested(() => IpEarlierFindingDto, { nullable: true }) earlier!: IpEarlierFindingDto | null;
  @YesNo() wilful!: boolean;
  @Text(long) orders!: string;
  @Text(long) reasons!: string;
}

export class IpServeRulingDto extends IpServiceDto {
  @OneOf(sides) party!: (typeof sides)[number];
}

export class IpPublishRulingDto extends OfficersAct {
  @Text(300) place!: string;
}

export class IpRequestEnforcementDto extends OfficersAct {
  @Text(200) court!: string;
  @Text(long) reason!: string;
}

const listGrounds = ['wilfulRepeat', 'notPerforming'] as const;

export class IpListSeriousDto extends OfficersAct {
  @OneOf(listGrounds) ground!: (typeof listGrounds)[number];
  @Text(long) reason!: string;
}

export class IpConcludeDto extends OfficersAct {
  @Text(long) summary!: string;
}

export class IpWithdrawDto extends OfficersAct {
  @Text(long) reason!: string;
}

export class IpCancelCaseDto extends OfficersAct {
  @OneOf(cancelGrounds) ground!: (typeof cancelGrounds)[number];
  @Text(long) reason!: string;
}
