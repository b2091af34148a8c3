import { categories, respondentTypes } from '@redress/cases/complaint/complaint.js';
import type { Category, Respondent } from '@redress/cases/complaint/complaint.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { SentLodging } from '@redress/casework/kernel/lodging.js';
import { LodgingDto } from '../commands/lodging.dto.js';
import { ComplainantDto, ContactDto } from '../commands/party.dto.js';
import { OfficersAct } from '../commands/when.dto.js';
import { EvidenceDto } from '../procedure/papers.dto.js';
import {
  CreditCode,
  Day,
  Identifier,
  ListOf,
  MoneyField,
  Nested,
  OneOf,
  Promised,
  Text,
  WholeNumber,
} from '../problems/fields.js';

export const long = 10_000;

export class ComplaintRespondentDto {
  @Text(200) name!: string;
  @CreditCode({ nullable: true }) creditCode!: string | null;
  @OneOf(respondentTypes) unitType!: Respondent['unitType'];
  @Text(500, { nullable: true }) address!: string | null;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

export class PolicyLeadDto {
  @Text(300) title!: string;
  @Text(100, { nullable: true }) documentNumber!: string | null;
  @Text(200) issuer!: string;
  @Text(2000) promise!: string;
}

export class ChargeDto {
  @Text(300) item!: string;
  @Day() chargedOn!: string;
  @MoneyField() amount!: Money;
  @Text(300, { nullable: true }) receipt!: string | null;
}

export class ComplaintPromisesDto {
  @Promised() noOtherForum!: true;
  @Promised() truth!: true;
  @Text(100) signatory!: string;
}

export class LodgeComplaintDto {
  @OneOf(categories) category!: Category;
  @Nested(() => ComplainantDto) complainant!: ComplainantDto;
  @Nested(() => ComplaintRespondentDto) respondent!: ComplaintRespondentDto;
  @Text(300) title!: string;
  @Text(long) facts!: string;
  @Text(long) request!: string;
  @Nested(() => PolicyLeadDto, { nullable: true }) policy!: PolicyLeadDto | null;
  @ListOf(() => ChargeDto, 0, 100) charges!: ChargeDto[];
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => ComplaintPromisesDto) promises!: ComplaintPromisesDto;
  @Nested(() => LodgingDto, { optional: true }) lodging?: SentLodging;
  /** Whose rules an officer takes it by, where the hotline did not bring it. */
  @OneOf(['smeServiceCentre', 'marketRegulation'], { optional: true })
  takenBy?: 'smeServiceCentre' | 'marketRegulation';
}

export class SupplyComplaintMaterialsDto extends OfficersAct {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => ComplaintRespondentDto, { nullable: true }) respondent!: ComplaintRespondentDto | null;
}

export class DeclineComplaintDto extends OfficersAct {
  @Identifier({
    description:
      'notAFirmsMatter, otherForum, overduePayment, abnormalComplainant, otherByLaw, or a ground of the operator’s own',
  })
  ground!: string;
  @Text(long) reason!: string;
  @Text(long, { description: 'Which way is open to the firm instead' }) advice!: string;
}

export class GradeComplaintDto extends OfficersAct {
  @OneOf(['general', 'hard']) grade!: 'general' | 'hard';
  @Text(long) reason!: string;
}

export class TransferComplaintDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) ground!: string;
}

export class ExtendComplaintDto extends OfficersAct {
  @WholeNumber(1, 365) days!: number;
  @Text(long) reason!: string;
}

const outcomes = ['resolved', 'partlyResolved', 'notResolved', 'unfounded', 'referred'] as const;

export class IssueComplaintResultDto extends OfficersAct {
  @OneOf(outcomes) outcome!: (typeof outcomes)[number];
  @Text(long) answer!: string;
  @Text(long, { nullable: true, description: 'Why it cannot be done, or not wholly' }) explanation!: string | null;
}

export class FeedBackComplaintDto extends OfficersAct {
  @OneOf(['complainant', 'acceptingAuthority']) to!: 'complainant' | 'acceptingAuthority';
  @Text(500) how!: string;
}

export class WithdrawComplaintDto extends OfficersAct {
  @Text(long) reason!: string;
}
