import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@redress/notices/texts/render.js';
import { topics, type Topic } from '@redress/notices/topics.js';
import { OneOf, Phone, Text, WholeNumberText, YesNo } from '../problems/fields.js';
import { MailAddress, SomeOf, UuidList, YesNoText } from './fields.js';

export class InboxQueryDto {
  @YesNoText() unread?: boolean;
  @Text(100, { optional: true, description: '`next` of the page before' }) after?: string;
  @WholeNumberText(1, 200) limit?: number;
}

export class NoticeResponse {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: topics }) topic!: Topic;
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, nullable: true }) caseNumber!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() read!: boolean;
}

export class InboxResponse {
  @ApiProperty({ type: [NoticeResponse] }) rows!: readonly NoticeResponse[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ type: 'integer', description: 'Of the whole inbox' }) unread!: number;
}

export class MarkReadDto {
  /** Left out: all of them. */
  @UuidList(200) notices?: string[];
}

export class UnreadResponse {
  @ApiProperty({ type: 'integer' }) unread!: number;
}

const mails = ['each', 'daily', 'off'] as const;

export class PreferencesDto {
  @OneOf(languages) language!: Language;
  @OneOf(mails) mail!: (typeof mails)[number];
  @MailAddress({ nullable: true }) mailAddress!: string | null;
  @YesNo() sms!: boolean;
  @Phone({ nullable: true }) phone!: string | null;
  @SomeOf(topics) muted!: Topic[];
}

export class PreferencesResponse {
  @ApiProperty({ enum: languages }) language!: Language;
  @ApiProperty({ enum: mails, description: 'A mail each, one a day, or none' }) mail!: (typeof mails)[number];
  @ApiProperty({ type: String, nullable: true }) mailAddress!: string | null;
  @ApiProperty() sms!: boolean;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ enum: topics, isArray: true, description: 'Of these only the inbox tells' })
  muted!: readonly Topic[];
  @ApiProperty({ description: 'The server knew nobody at this address; nothing is sent there any more' })
  mailRefused!: boolean;
  @ApiProperty() phoneRefused!: boolean;
}

export class CalendarLinkResponse {
  @ApiProperty({
    description: 'Whoever has this link reads the calendar; it is shown once',
    example: '/api/calendar/….ics',
  })
  path!: string;
}

export class RetriedResponse {
  @ApiProperty({ type: 'integer' }) queued!: number;
}
