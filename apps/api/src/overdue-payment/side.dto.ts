import type { Finding } from '@redress/cases/overdue-payment/findings.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { Party } from '@redress/cases/shared/procedure/events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, Identifier, MoneyField, Names, Nested, OneOf, Text, WholeNumber, YesNo } from '../problems/fields.js';
import { long } from '../procedure/lengths.js';
import { ActDocumentDto } from './respondent.dto.js';

const parties = ['complainant', 'respondent'] as const;
const sizes = ['micro', 'small', 'medium', 'large', 'notApplicable', 'unknown'] as const;

export class RaiseSizeDisputeDto extends OfficersAct {
  @OneOf(parties) of!: Party;
  @OneOf(parties, { optional: true }) by?: Party;
  @Text(long) ground!: string;
  @Identifier() office!: string;
}

export class DecideSizeDisputeDto extends OfficersAct {
  @OneOf(parties) of!: Party;
  @OneOf(sizes) size!: (typeof sizes)[number];
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
  @Text(long) reason!: string;
}

export class ReferToMarketRegulationDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) ground!: string;
  @Text(300) receipt!: string;
}

const decisions = ['correctionOrdered', 'fined', 'noAction'] as const;

export class RecordReferralAnswerDto extends OfficersAct {
  @WholeNumber(1, 1000) referral!: number;
  @OneOf(['province', 'belowProvince']) level!: 'province' | 'belowProvince';
  @OneOf(decisions) decision!: (typeof decisions)[number];
  @MoneyField({ nullable: true }) fine!: Money | null;
  @Day({ nullable: true }) dueOn!: string | null;
  @Text(long) reason!: string;
}

export class BadCreditFoundDto {
  @Text(200) by!: string;
  @Text(300) law!: string;
  @Text(300) document!: string;
  @Day() on!: string;
}

export class DecideBadCreditDto extends OfficersAct {
  @Nested(() => BadCreditFoundDto) found!: BadCreditFoundDto;
  @YesNo() serious!: boolean;
  @Names(1, 20, 200) recordedIn!: string[];
  @Text(long) reason!: string;
}

export class RequestReceivableConfirmationDto extends OfficersAct {
  @MoneyField() amount!: Money;
  @Text(200, { nullable: true }) financier!: string | null;
}

export class ConfirmReceivableDto extends OfficersAct {
  @WholeNumber(1, 1000) request!: number;
  @MoneyField() amount!: Money;
}

export class RefuseReceivableDto extends OfficersAct {
  @WholeNumber(1, 1000) request!: number;
  @Text(long) reason!: string;
}

const findings = [
  'payWhenPaid',
  'nonCashForced',
  'auditForced',
  'depositOutsideTheFourKinds',
  'guaranteeLetterRefused',
  'depositNotReturned',
  'excuseChangeOfRepresentative',
  'excuseInternalProcess',
  'excuseCompletionFiling',
  'excuseFinalAudit',
] as const satisfies readonly Finding[];

export class RecordFindingDto extends OfficersAct {
  @OneOf(findings) finding!: Finding;
  @WholeNumber(1, 100, { nullable: true }) line!: number | null;
  @Text(long) facts!: string;
}
