import { Day, Identifier, ListOf, Nested, OneOf, Text, YesNo } from '../problems/fields.js';
import { AgentDto } from '../commands/lodging.dto.js';
import { OfficersAct } from '../commands/when.dto.js';
import { long } from './lengths.js';

const contacts = ['phone', 'visit', 'message', 'letter'] as const;

export class NameFirstContactDto extends OfficersAct {
  @Identifier() officer!: string;
  @Text(long, { nullable: true, description: 'Needed where somebody was named before' }) reason!: string | null;
}

export class RecordFirstContactDto extends OfficersAct {
  @OneOf(contacts) how!: (typeof contacts)[number];
  @Text(long) what!: string;
}

export class AssignOfficerDto extends OfficersAct {
  @Identifier() officer!: string;
}

export class TakeOverDto extends OfficersAct {}

export class HandOnDto extends OfficersAct {
  @Identifier() office!: string;
  @Text(long) ground!: string;
}

export class CoHandlerDto {
  @Identifier() office!: string;
  @Text(1000) task!: string;
  @Day({ nullable: true }) reportBy!: string | null;
}

export class ArrangeJointHandlingDto extends OfficersAct {
  @ListOf(() => CoHandlerDto, 1, 20) coHandlers!: CoHandlerDto[];
  @Text(long) ground!: string;
}

export class RecordCoHandlerReportDto extends OfficersAct {
  @Text(long) report!: string;
}

export class EndJointHandlingDto extends OfficersAct {
  @Text(long) reason!: string;
}

export class ObjectToDispatchDto extends OfficersAct {
  @Text(long) ground!: string;
}

export class DecideDispatchObjectionDto extends OfficersAct {
  @YesNo() upheld!: boolean;
  @Identifier({ nullable: true }) office!: string | null;
  @Text(long) reason!: string;
}

export class HandToPlatformDto extends OfficersAct {
  @Text(300) platform!: string;
  @Text(long) ground!: string;
  @Text(300, { description: 'Number under which the platform received it' }) receipt!: string;
}

export class AppointAgentDto extends OfficersAct {
  @Nested(() => AgentDto) agent!: AgentDto;
}

export class RevokeAgentDto extends OfficersAct {
  /** From when the agent acts no more; null: the day of the act. */
  @Day({ optional: true, nullable: true }) from?: string | null;
  @Text(long) reason!: string;
}
