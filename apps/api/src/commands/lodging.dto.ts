import type { Lodging } from '@redress/cases/shared/procedure/events.js';
import { CreditCode, Day, Nested, OneOf, Text } from '../problems/fields.js';

const channels = ['online', 'counter', 'phone', 'letter', 'hotline12345', 'otherOffice'] as const;

export class AgentDto {
  @Text(200) name!: string;
  @CreditCode() creditCode!: string;
  @Text(500, { description: 'The paper which empowers the agent (授权委托书)' }) authority!: string;
}

/** How the case came in, where the complainant does not lodge itself. */
export class LodgingDto {
  @OneOf(channels) channel!: Lodging['channel'];
  @Day() receivedOn!: string;
  @Nested(() => AgentDto, { nullable: true }) agent!: AgentDto | null;
}
