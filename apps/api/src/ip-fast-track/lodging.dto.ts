import { mediationSubjects, patentTypes, prioritySubjects, standings } from '@redress/cases/ip-fast-track/matter.js';
import type { SentLodging } from '@redress/casework/kernel/lodging.js';
import { LodgingDto } from '../commands/lodging.dto.js';
import { ComplainantDto, ContactDto } from '../commands/party.dto.js';
import { EvidenceDto } from '../procedure/papers.dto.js';
import { CreditCode, Day, Identifier, ListOf, Nested, OneOf, Promised, Text, YesNo } from '../problems/fields.js';

const long = 10_000;

export class IpOpponentDto {
  @Text(200) name!: string;
  @CreditCode({ nullable: true }) creditCode!: string | null;
  @Text(500) address!: string;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

class IpTruthDto {
  @Promised() truth!: true;
  @Text(100) signatory!: string;
}

class IpPatentDto {
  @Text(50) number!: string;
  @Text(300) title!: string;
  @OneOf(patentTypes) type!: (typeof patentTypes)[number];
  @Day() grantedOn!: string;
  @YesNo() registerCopy!: boolean;
}

/** What every request says, whatever its route. */
export class IpRequestDto {
  @Nested(() => ComplainantDto) complainant!: ComplainantDto;
  @Nested(() => IpOpponentDto, { nullable: true }) respondent!: IpOpponentDto | null;
  /** Office asked to handle it; null leaves it with the accepting office. */
  @Identifier({ nullable: true }) office!: string | null;
  @Text(long) claim!: string;
  @Text(long) facts!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => IpTruthDto) promises!: IpTruthDto;
  @Nested(() => LodgingDto, { optional: true }) lodging?: SentLodging;
}

class IpAdjudicationMatterDto {
  @Nested(() => IpPatentDto) patent!: IpPatentDto;
  @OneOf(standings) standing!: (typeof standings)[number];
  @Day({ nullable: true }) knownOn!: string | null;
  @YesNo() actContinues!: boolean;
  @YesNo() foreignRelated!: boolean;
  @YesNo() majorCrossDistrict!: boolean;
}

export class IpAdjudicationRequestDto extends IpRequestDto {
  @Nested(() => IpAdjudicationMatterDto) matter!: IpAdjudicationMatterDto;
}

class IpMediationMatterDto {
  @Nested(() => IpPatentDto) patent!: IpPatentDto;
  @OneOf(mediationSubjects) subject!: (typeof mediationSubjects)[number];
}

export class IpMediationRequestDto extends IpRequestDto {
  @Nested(() => IpMediationMatterDto) matter!: IpMediationMatterDto;
}

class IpApplicationDto {
  @Text(50) number!: string;
  @Text(300) title!: string;
  @Day() filedOn!: string;
}

class IpPriorityMatterDto {
  @OneOf(prioritySubjects) what!: (typeof prioritySubjects)[number];
  @Nested(() => IpApplicationDto) application!: IpApplicationDto;
  @YesNo() divisionalOfAccelerated!: boolean;
  @YesNo() sameDayFiling!: boolean;
  @YesNo() alreadyAccelerated!: boolean;
}

export class IpPriorityRequestDto extends IpRequestDto {
  @Nested(() => IpPriorityMatterDto) matter!: IpPriorityMatterDto;
}

class IpRightDto {
  @Text(300) title!: string;
  @Text(100, { nullable: true }) number!: string | null;
}

class IpComplaintMatterDto {
  @Nested(() => IpRightDto) right!: IpRightDto;
  @Text(long) act!: string;
}

export class IpComplaintRequestDto extends IpRequestDto {
  @Nested(() => IpComplaintMatterDto) matter!: IpComplaintMatterDto;
}
