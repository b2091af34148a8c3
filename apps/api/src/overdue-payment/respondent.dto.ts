import type { Money } from '@redress/cases/shared/money.js';
import { ContactDto } from '../commands/party.dto.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, ListOf, MoneyField, Names, Nested, OneOf, Text, WholeNumber, YesNo } from '../problems/fields.js';
import { long } from '../procedure/lengths.js';

/** The paper of an act. */
export class ActDocumentDto {
  @Text(300) title!: string;
  @Text(100, { nullable: true }) number!: string | null;
}

export class DemandDto extends OfficersAct {
  @Day() dueOn!: string;
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
}

export class ReplyDto {
  @Text(long) statement!: string;
  @MoneyField() admitted!: Money;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

export class RecordReplyDto extends OfficersAct {
  @Text(long) statement!: string;
  @MoneyField() admitted!: Money;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}

export class AssessReplyDto extends OfficersAct {
  @YesNo() proper!: boolean;
  @Text(long) reason!: string;
}

export class DisputedLineDto {
  @WholeNumber(1, 100) line!: number;
  @MoneyField() disputed!: Money;
  @Text(long) reason!: string;
}

export class DisputePartsDto extends OfficersAct {
  @ListOf(() => DisputedLineDto, 1, 100) lines!: DisputedLineDto[];
}

export class IssueSupervisoryOrderDto extends OfficersAct {
  @OneOf(['noAnswer', 'improperAnswer']) ground!: 'noAnswer' | 'improperAnswer';
  @Day() dueOn!: string;
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
  @Text(long) effect!: string;
}

export class HoldInterviewDto extends OfficersAct {
  @Text(300) place!: string;
  @Names(1, 30, 100) attendees!: string[];
  @Text(long) minutes!: string;
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
  @Text(long) effect!: string;
}

export class IssueCircularDto extends OfficersAct {
  @Text(300) published!: string;
  @Text(long) text!: string;
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
  @Text(long) effect!: string;
}

export class OrderCorrectionDto extends OfficersAct {
  @Day() dueOn!: string;
  @Text(long) demands!: string;
  @Nested(() => ActDocumentDto) document!: ActDocumentDto;
  @Text(long) effect!: string;
}
