import { ApiProperty } from '@nestjs/swagger';
import type { SealedPart } from '@redress/privacy/register.js';
import { Phone, Text, Uuid } from '../problems/fields.js';

export class ForgetDto {
  @Text(500, { description: 'Why; it stays in the log, so it names nobody' }) reason!: string;
}

export class RedactDto extends ForgetDto {
  @Uuid() text!: string;
}

export class SearchPersonsDto {
  @Text(200, { optional: true }) name?: string;
  @Phone({ optional: true }) phone?: string;
}

export class ForgettingAnswer {
  @ApiProperty({ description: 'Position in the log of the event, a decimal string' }) position!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ description: 'It had been forgotten before; nothing was changed' }) before!: boolean;
  @ApiProperty({ description: 'The key is destroyed; false while the worker has not come to it' }) erased!: boolean;
}

export class SealedPartResponse implements SealedPart {
  @ApiProperty({ format: 'uuid', description: 'Id of the person or of the text' }) id!: string;
  @ApiProperty({ enum: ['person', 'text'] }) of!: 'person' | 'text';
  @ApiProperty() revision!: string;
  @ApiProperty() type!: string;
  @ApiProperty({ example: 'data.claim.complainant.contact' }) path!: string;
  @ApiProperty() erased!: boolean;
}

export class FoundPersonResponse {
  @ApiProperty({ format: 'uuid' }) person!: string;
  @ApiProperty({
    type: [String],
    description: 'Ids of the cases in which the person stands, as far as one may read them',
  })
  cases!: string[];
}
