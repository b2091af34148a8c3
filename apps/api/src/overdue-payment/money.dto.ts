import type { Money } from '@redress/cases/shared/money.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, ListOf, MoneyField, Names, Nested, OneOf, Text, WholeNumber, YesNo } from '../problems/fields.js';
import { long } from '../procedure/lengths.js';

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

export class OfferInstalmentsDto {
  @MoneyField() total!: Money;
  @ListOf(() => InstalmentDto, 1, 60) instalments!: InstalmentDto[];
  @Text(long) terms!: string;
}

export class DeclineInstalmentsDto extends OfficersAct {
  @WholeNumber(1, 1000) offer!: number;
  @Text(long) reason!: string;
}

export class AgreeSettlementDto extends OfficersAct {
  @MoneyField() total!: Money;
  @ListOf(() => InstalmentDto, 1, 60) instalments!: InstalmentDto[];
  @Text(long) terms!: string;
}

export class RecordMissedInstalmentDto extends OfficersAct {
  @WholeNumber(1, 60) instalment!: number;
}

const methods = ['bankTransfer', 'bill', 'electronicCertificate', 'cash', 'other'] as const;
type Method = (typeof methods)[number];

export class ProvePaymentDto {
  @MoneyField() amount!: Money;
  @Day() paidOn!: string;
  @OneOf(methods) method!: Method;
  @Text(300) reference!: string;
}

export class RejectPaymentProofDto extends OfficersAct {
  @WholeNumber(1, 1000) proof!: number;
  @Text(long) reason!: string;
}

const orders = ['interestFirst', 'principalFirst', 'agreed'] as const;

/** What the payment pays; costs and interest are said where the parties agreed on it. */
export class AllocationDto {
  @OneOf(orders) order!: (typeof orders)[number];
  @MoneyField({ optional: true }) costs?: Money;
  @MoneyField({ optional: true }) interest?: Money;
}

export class RecordPaymentDto extends OfficersAct {
  @MoneyField() amount!: Money;
  @WholeNumber(1, 60, { nullable: true }) instalment!: number | null;
  @OneOf(methods) method!: Method;
  @Text(300) reference!: string;
  @WholeNumber(1, 1000, { optional: true, nullable: true }) proof?: number | null;
  @Nested(() => AllocationDto, { optional: true }) allocation?: AllocationDto;
}

export class OfferNonCashDto {
  @OneOf(['bill', 'electronicCertificate']) instrument!: 'bill' | 'electronicCertificate';
  @MoneyField() amount!: Money;
  @Day() maturesOn!: string;
  @Text(long) terms!: string;
}

export class AnswerNonCashDto extends OfficersAct {
  @WholeNumber(1, 1000) offer!: number;
  @YesNo() accepted!: boolean;
  @Text(long) reason!: string;
}
