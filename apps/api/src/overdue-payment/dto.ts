import type { Money } from '@redress/cases/shared/money.js';
import {
  CreditCode,
  Day,
  Identifier,
  ListOf,
  MoneyField,
  Names,
  Nested,
  OneOf,
  Phone,
  Promised,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/fields.js';

const long = 10_000;
const sizes = ['micro', 'small', 'medium', 'large', 'notApplicable', 'unknown'] as const;
const unitTypes = ['stateOrgan', 'publicInstitution', 'stateOwnedFirm', 'largeFirm', 'otherFirm'] as const;
const evidenceKinds = [
  'licence',
  'contract',
  'delivery',
  'workAcceptance',
  'statement',
  'invoice',
  'reminder',
  'correspondence',
  'other',
] as const;

export class ContactDto {
  @Text(100) name!: string;
  @Phone() phone!: string;
}

export class ComplainantDto {
  @Text(200) name!: string;
  @CreditCode() creditCode!: string;
  @OneOf(['micro', 'small', 'medium']) sizeType!: 'micro' | 'small' | 'medium';
  @Text(500) address!: string;
  @Nested(() => ContactDto) contact!: ContactDto;
}

export class RespondentDto {
  @Text(200) name!: string;
  @CreditCode({ nullable: true }) creditCode!: string | null;
  @OneOf(unitTypes) unitType!: (typeof unitTypes)[number];
  @OneOf(sizes) sizeType!: (typeof sizes)[number];
  @Text(500) address!: string;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

export class ContractDto {
  @Text(300) title!: string;
  @Text(100, { nullable: true }) number!: string | null;
  @OneOf(['goods', 'works', 'services']) subject!: 'goods' | 'works' | 'services';
  @Day() concludedOn!: string;
  @YesNo() payWhenPaid!: boolean;
}

export class LineDto {
  @Text(500) description!: string;
  @Day() deliveredOn!: string;
  @Day({ nullable: true }) workAcceptedOn!: string | null;
  @Day({ nullable: true }) agreedDueOn!: string | null;
  @MoneyField() amount!: Money;
  @MoneyField() disputed!: Money;
}

export class EvidenceDto {
  @OneOf(evidenceKinds) kind!: (typeof evidenceKinds)[number];
  @Text(300) title!: string;
  @Text(300) reference!: string;
}

export class PromisesDto {
  @Promised() noOtherForum!: true;
  @Promised() truth!: true;
  @Text(100) signatory!: string;
}

export class LodgeDto {
  @Nested(() => ComplainantDto) complainant!: ComplainantDto;
  @Nested(() => RespondentDto) respondent!: RespondentDto;
  @Nested(() => ContractDto) contract!: ContractDto;
  @ListOf(() => LineDto, 1, 100) lines!: LineDto[];
  @Text(long) request!: string;
  @Text(long) facts!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => PromisesDto) promises!: PromisesDto;
}

/** What an officer may say of when the act took effect (invariant 15). */
export class OfficersAct {
  @Day({ optional: true }) occurredOn?: string;
  @Text(500, { optional: true }) occurredOnReason?: string;
}

export class DefectDto {
  @Text(200) item!: string;
  @Text(1000) what!: string;
}

export class RequestSupplementDto extends OfficersAct {
  @ListOf(() => DefectDto, 1, 50) defects!: DefectDto[];
}

export class SupplyMaterialsDto {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => RespondentDto, { nullable: true }) respondent!: RespondentDto | null;
}

export class AcceptDto extends OfficersAct {}

export class DeclineDto extends OfficersAct {
  @OneOf(['notAPurchase', 'otherForum', 'otherByLaw']) ground!: 'notAPurchase' | 'otherForum' | 'otherByLaw';
  @Text(long) reason!: string;
}

export class TransferDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) ground!: string;
}

export class ReceiveMaterialsDto extends OfficersAct {}

export class AssignMediatorDto extends OfficersAct {
  @Identifier() mediator!: string;
}

export class RecordReplyDto extends OfficersAct {
  @Text(long) statement!: string;
  @MoneyField() admitted!: Money;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

export class HoldMediationDto extends OfficersAct {
  @Text(300) place!: string;
  @Names(1, 30, 100) attendees!: string[];
  @Text(long) minutes!: string;
  @OneOf(['agreed', 'adjourned', 'failed']) outcome!: 'agreed' | 'adjourned' | 'failed';
}

export class InstalmentDto {
  @Day() dueOn!: string;
  @MoneyField() amount!: Money;
}

export class AgreeSettlementDto extends OfficersAct {
  @MoneyField() total!: Money;
  @ListOf(() => InstalmentDto, 1, 60) instalments!: InstalmentDto[];
  @Text(long) terms!: string;
}

const methods = ['bankTransfer', 'bill', 'electronicCertificate', 'cash', 'other'] as const;

export class RecordPaymentDto extends OfficersAct {
  @MoneyField() amount!: Money;
  @WholeNumber(1, 60, { nullable: true }) instalment!: number | null;
  @OneOf(methods) method!: (typeof methods)[number];
  @Text(300) reference!: string;
}

export class ExtendHandlingDto extends OfficersAct {
  @WholeNumber(1, 3650) totalDays!: number;
  @Text(long) reason!: string;
}

const outcomes = ['paidInFull', 'settled', 'partlyPaid', 'notSettled', 'unfounded'] as const;

export class IssueResultDto extends OfficersAct {
  @OneOf(outcomes) outcome!: (typeof outcomes)[number];
  @Text(long) summary!: string;
}

export class FeedBackDto extends OfficersAct {
  @OneOf(['complainant', 'acceptingAuthority']) to!: 'complainant' | 'acceptingAuthority';
  @Text(500) how!: string;
}

export class WithdrawDto {
  @Text(long) reason!: string;
}

const grounds = [
  'takenToCourtOrArbitration',
  'falseComplaint',
  'paidOutsideTheCase',
  'complainantUnreachable',
  'other',
] as const;

export class TerminateDto extends OfficersAct {
  @OneOf(grounds) ground!: (typeof grounds)[number];
  @Text(long) reason!: string;
}
