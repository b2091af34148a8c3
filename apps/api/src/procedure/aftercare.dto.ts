import type { Party, Rating, ReopeningGround } from '@redress/cases/shared/procedure/events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Identifier, OneOf, Text, Uuid, WholeNumber, YesNo } from '../problems/fields.js';
import { long } from './lengths.js';

export class RateSatisfactionDto {
  @WholeNumber(1, 5) rating!: Rating;
  @Text(long) comment!: string;
}

export class CheckBadReviewDto extends OfficersAct {
  @Text(500) how!: string;
  @Text(long) found!: string;
  @Text(long) remedy!: string;
}

export class RecordFollowUpCallDto extends OfficersAct {
  @Text(500) how!: string;
  @Text(long) what!: string;
}

export class ObjectToOutcomeDto extends OfficersAct {
  /** Whose it is, where the office records one that came on paper; left out, the complainant's. A party's is its own. */
  @OneOf(['complainant', 'respondent'], { optional: true }) by?: Party;
  @Text(long) ground!: string;
}

export class DecideOutcomeObjectionDto extends OfficersAct {
  @OneOf(['complainant', 'respondent']) by!: Party;
  @YesNo() upheld!: boolean;
  @Text(long) reason!: string;
}

export class ReopenDto extends OfficersAct {
  @OneOf(['objectionUpheld', 'newFacts']) ground!: ReopeningGround;
  @Text(long) reason!: string;
}

export class ReportRetaliationDto extends OfficersAct {
  @Text(long) what!: string;
}

export class MarkProtectionDto extends OfficersAct {
  @Text(500) measure!: string;
  @Text(long) reason!: string;
}

class RungDto extends OfficersAct {
  @Identifier() clock!: string;
  @Identifier() subject!: string;
  @Uuid() run!: string;
  @Identifier() rung!: string;
}

export class AcknowledgeRungDto extends RungDto {
  @Text(long) remark!: string;
}

export class OverrideRungDto extends RungDto {
  @Text(long) reason!: string;
}

export class GiveRungReasonDto extends RungDto {
  @Text(long) reason!: string;
}

export class DecideProposalDto extends RungDto {
  @YesNo() accepted!: boolean;
  @Text(long) reason!: string;
}

export class EscalateDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(500) act!: string;
  @Text(long) reason!: string;
}

export class TerminateDto extends OfficersAct {
  @Identifier() ground!: string;
  @Text(long) reason!: string;
}
