import { ApiProperty } from '@nestjs/swagger';
import { RungNameResponse } from './list.responses.js';

export class ActionResponse {
  @ApiProperty() command!: string;
  @ApiProperty({ enum: ['POST'] }) method!: 'POST';
  @ApiProperty({ description: 'Whether this account may say on which day the act took effect (`occurredOn`)' })
  dated!: boolean;
  @ApiProperty() path!: string;
  @ApiProperty({ type: [RungNameResponse], description: 'Of a command which answers rungs: those which wait for it' })
  rungs!: readonly RungNameResponse[];
}
