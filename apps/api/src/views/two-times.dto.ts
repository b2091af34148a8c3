import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isInstant } from '@redress/event-store/instant.js';
import { presence, property, rule } from '../problems/fields.js';

/** A moment of the past: a day in Shanghai, of which the end is meant, or an instant. */
function Moment(description: string): PropertyDecorator {
  return applyDecorators(
    property({ type: String, description, example: '2026-06-30' }, { optional: true }),
    ...presence({ optional: true }),
    rule('moment', (v) => typeof v === 'string' && (isPlainDate(v) || isInstant(v)), 'moment'),
  );
}

const asOfText =
  'State as of this moment: a day in Shanghai (its end), or an ISO 8601 time with an offset. Left out: now, or `knownAt`';
const knownAtText =
  'As it was known at this moment; what was recorded later is left out, the law too. Never before `asOf`. Left out: now';

/** A moment told with its two parts, as query parameters. */
export class TwoTimesQuery {
  @Moment(asOfText) asOf?: string;
  @Moment(knownAtText) knownAt?: string;
}

export class TwoTimes {
  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Told of the past alone' })
  asOf?: string;
  @ApiProperty({ type: String, format: 'date-time', required: false }) knownAt?: string;
}

/** Two moments to be compared. What is left out of the second is now. */
export class DifferenceQuery {
  @Moment(`Of the earlier reading. ${asOfText}`) fromAsOf?: string;
  @Moment(`Of the earlier reading. ${knownAtText}`) fromKnownAt?: string;
  @Moment(`Of the later reading. ${asOfText}`) toAsOf?: string;
  @Moment(`Of the later reading. ${knownAtText}`) toKnownAt?: string;
}

export class MomentResponse {
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty({ format: 'date-time' }) knownAt!: string;
}
