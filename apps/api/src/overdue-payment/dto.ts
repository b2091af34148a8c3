import type { Money } from '@redress/cases/shared/money.js';
import { LodgingDto } from '../commands/lodging.dto.js';
import { ComplainantDto, RespondentDto } from '../commands/party.dto.js';
import { OfficersAct } from '../commands/when.dto.js';
import {
  Day,
  Identifier,
  ListOf,
  MoneyField,
  Nested,
  OneOf,
  Promised,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/fields.js';
import { long } from '../procedure/lengths.js';
import { EvidenceDto } from '../procedure/papers.dto.js';

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
  @WholeNumber(0, 1200, { optional: true, nullable: true }) agreedDays?: number | null;
  @Day({ optional: true, nullable: true }) inspectionEndsOn?: string | null;
  @Day({ optional: true, nullable: true }) settlementConfirmedOn?: string | null;
  @MoneyField() amount!: Money;
  @MoneyField() disputed!: Money;
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
  @YesNo({ optional: true, nullable: true }) privateOrganisation?: boolean | null;
  @Nested(() => LodgingDto, { optional: true }) lodging?: LodgingDto;
}

export class SupplyMaterialsDto extends OfficersAct {
  @Text(long) statement!: string;
  @ListOf(() => EvidenceDto, 0, 100) evidence!: EvidenceDto[];
  @Nested(() => RespondentDto, { nullable: true }) respondent!: RespondentDto | null;
}

export class AcceptDto extends OfficersAct {}

export class DeclineDto extends OfficersAct {
  @Identifier({ description: 'notAPurchase, otherForum, otherByLaw, or the code of a ground of the operator' })
  ground!: string;
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

export class WithdrawDto extends OfficersAct {
  @Text(long) reason!: string;
}

export class CreditorFoundDto {
  @YesNo() sme!: boolean;
  @YesNo() privateOrganisation!: boolean;
}

export class DebtorFoundDto {
  @YesNo() publicBody!: boolean;
  @YesNo() largeFirm!: boolean;
  @YesNo() stateOwned!: boolean;
}

export class ExamineScopeDto extends OfficersAct {
  @Nested(() => CreditorFoundDto) creditor!: CreditorFoundDto;
  @Nested(() => DebtorFoundDto) debtor!: DebtorFoundDto;
  @Text(long) reason!: string;
}

export class RecordProceedingsDto extends OfficersAct {
  @OneOf(['court', 'arbitration']) forum!: 'court' | 'arbitration';
  @Text(200) body!: string;
  @Text(100) number!: string;
  @Day() filedOn!: string;
}
