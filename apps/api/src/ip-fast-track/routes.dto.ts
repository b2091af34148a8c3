import type { Money } from '@redress/cases/shared/money.js';
import {
  complaintDeclineGrounds,
  complaintOutcomes,
  mediationOutcomes,
  mediationRefusals,
  priorityEndings,
  priorityRefusals,
} from '@redress/cases/ip-fast-track/route-events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, Identifier, MoneyField, Names, Nested, OneOf, Text, YesNo } from '../problems/fields.js';

const long = 10_000;

export class IpRecordOpinionDto extends OfficersAct {
  @YesNo() agrees!: boolean;
  @Text(long) statement!: string;
}

export class IpNumberedDto extends OfficersAct {
  @Text(100) number!: string;
}

export class IpRefuseMediationDto extends OfficersAct {
  @OneOf(mediationRefusals) ground!: (typeof mediationRefusals)[number];
  @Text(long) reason!: string;
}

export class IpHoldMediationDto extends OfficersAct {
  @Text(300) place!: string;
  @Names(1, 30, 100) attendees!: string[];
  @Text(long) minutes!: string;
  @OneOf(mediationOutcomes) outcome!: (typeof mediationOutcomes)[number];
}

export class IpAgreeMediationDto extends OfficersAct {
  @Text(long) terms!: string;
  @MoneyField({ nullable: true }) amount!: Money | null;
}

export class IpNotariseDto extends OfficersAct {
  @Text(200) notary!: string;
  @Text(100) number!: string;
}

export class IpRecommendPriorityDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) opinion!: string;
}

export class IpNoticeDto extends OfficersAct {
  @Text(200) notice!: string;
}

export class IpRefusePriorityDto extends OfficersAct {
  @OneOf(priorityRefusals) ground!: (typeof priorityRefusals)[number];
  @Text(long) reason!: string;
}

export class IpNotifyActionDto extends IpNoticeDto {
  @Day() notifiedOn!: string;
}

export class IpAnswerActionDto extends OfficersAct {
  @Text(long) statement!: string;
}

export class IpEndPriorityDto extends OfficersAct {
  @OneOf(priorityEndings) how!: (typeof priorityEndings)[number];
  @Text(long) reason!: string;
}

export class IpDeclineComplaintDto extends OfficersAct {
  @OneOf(complaintDeclineGrounds) ground!: (typeof complaintDeclineGrounds)[number];
  @Text(long) reason!: string;
}

export class IpReferDto extends OfficersAct {
  @Text(200) body!: string;
  @Text(long) ground!: string;
  @Text(200) receipt!: string;
}

const stays = ['ownershipDisputed', 'rightHolderSues'] as const;

export class IpStayComplaintDto extends OfficersAct {
  @OneOf(stays) ground!: (typeof stays)[number];
  @Text(long) reason!: string;
}

export class IpPassToPoliceDto extends OfficersAct {
  @Text(200) organ!: string;
  @Text(long) suspicion!: string;
  @Text(200) receipt!: string;
}

const policeAnswers = ['caseFiled', 'noCrime'] as const;

export class IpPoliceAnswerDto extends OfficersAct {
  @OneOf(policeAnswers) outcome!: (typeof policeAnswers)[number];
  @Text(100, { nullable: true }) number!: string | null;
  @Text(long) reason!: string;
}

class IpFineDto {
  @MoneyField() amount!: Money;
  @MoneyField({ nullable: true }) illegalTurnover!: Money | null;
  @YesNo() repeated!: boolean;
}

export class IpIssueResultDto extends OfficersAct {
  @OneOf(complaintOutcomes) outcome!: (typeof complaintOutcomes)[number];
  @Text(long) summary!: string;
  @Nested(() => IpFineDto, { nullable: true }) fine!: IpFineDto | null;
}

export class IpFeedBackDto extends OfficersAct {
  @Text(500) how!: string;
}

export class IpDamagesDto extends OfficersAct {
  @YesNo() agreed!: boolean;
  @MoneyField({ nullable: true }) amount!: Money | null;
  @Text(long) terms!: string;
}
