import { exemptionConditions, type ExemptionCondition } from '@redress/cases/complaint/exemption.js';
import type { Money } from '@redress/cases/shared/money.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, Identifier, ListOf, MoneyField, Nested, OneOf, Text, WholeNumber, YesNo } from '../problems/fields.js';
import { long } from './dto.js';

export class RemedyDto {
  @Text(long) what!: string;
  @Day() by!: string;
}

export class CheckPolicyDto extends OfficersAct {
  @Text(300) policy!: string;
  @Text(100, { nullable: true }) documentNumber!: string | null;
  @Text(2000) promise!: string;
  @YesNo() entitled!: boolean;
  @OneOf(['kept', 'notKept']) found!: 'kept' | 'notKept';
  @Text(long) reason!: string;
  @Nested(() => RemedyDto, { nullable: true }) remedy!: RemedyDto | null;
}

export class RefundDto {
  @MoneyField() amount!: Money;
  @Day() by!: string;
}

export class CheckChargeDto extends OfficersAct {
  @WholeNumber(1, 100) charge!: number;
  @OneOf(['listed', 'aboveList', 'notListed']) listed!: 'listed' | 'aboveList' | 'notListed';
  @Text(300, { description: 'The list looked at, with the date of its version' }) list!: string;
  @MoneyField({ nullable: true }) allowed!: Money | null;
  @Nested(() => RefundDto, { nullable: true }) refund!: RefundDto | null;
  @Text(long) reason!: string;
}

export class RecordRefundDto extends OfficersAct {
  @WholeNumber(1, 100) charge!: number;
  @MoneyField() amount!: Money;
  @Text(300) reference!: string;
}

export class CheckIntermediaryDto extends OfficersAct {
  @Text(300) service!: string;
  @Text(200, { nullable: true }) agency!: string | null;
  @YesNo() onList!: boolean;
  @YesNo() forced!: boolean;
  @YesNo() named!: boolean;
  @YesNo() bodysOwnWork!: boolean;
  @Text(long) reason!: string;
}

export class ExemptionConditionDto {
  @OneOf(exemptionConditions) condition!: ExemptionCondition;
  @YesNo() proved!: boolean;
  @Text(2000) by!: string;
}

export class ReviewExemptionDto extends OfficersAct {
  @Text(200) document!: string;
  @Text(300, { nullable: true }) listEntry!: string | null;
  @ListOf(() => ExemptionConditionDto, 1, 12) conditions!: ExemptionConditionDto[];
  @YesNo() exempted!: boolean;
  @Text(long) reason!: string;
}

export class ReferCompetitionDto extends OfficersAct {
  @OneOf(['fairCompetitionReview', 'unfairCompetition']) matter!: 'fairCompetitionReview' | 'unfairCompetition';
  @Identifier() office!: string;
  @Text(2000) object!: string;
}

export class AnswerReferralDto extends OfficersAct {
  @WholeNumber(1, 1000) referral!: number;
  @YesNo() found!: boolean;
  @Text(long) answer!: string;
}

export class FindClusterDto extends OfficersAct {
  @OneOf(['body', 'policy']) about!: 'body' | 'policy';
  @Text(300) subject!: string;
  @Text(long) found!: string;
  @Text(long) measure!: string;
}
