import { ApiProperty } from '@nestjs/swagger';
import { yearlyTasks, type YearlyTask } from '@redress/casework/yearly-reports/yearly-report.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { Day, Identifier, Text, WholeNumberText } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';
import { OfficeNameResponse } from '../views/list.responses.js';

export class ReportTasksQueryDto {
  /** The year reported on; left out: the one before this. */
  @WholeNumberText(2020, 2199) year?: number;
  /** One's own when left out; `all`: every office one oversees. */
  @Identifier({ optional: true }) office?: string;
}

export class ReportMadeDto {
  /** One's own when left out. */
  @Identifier({ optional: true }) office?: string;
  @Day() madeOn!: PlainDate;
  @Text(300, { description: 'Where it can be read: title and number of the document, or its address' })
  document!: string;
}

export class ReportTakenBackDto {
  /** One's own when left out. */
  @Identifier({ optional: true }) office?: string;
  @Text(300, { description: 'Why; it stays in the log, so it names nobody' }) reason!: string;
}

export class ReportMadeResponse {
  @ApiProperty({ format: 'date' }) madeOn!: string;
  @ApiProperty() document!: string;
  @ApiProperty({ description: 'Who recorded it' }) by!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
}

const states = ['open', 'dueSoon', 'late', 'done', 'doneLate'] as const;

export class ReportTaskResponse {
  @ApiProperty({ enum: yearlyTasks }) task!: YearlyTask;
  @ApiProperty({ description: 'Whose task it is' }) office!: OfficeNameResponse;
  @ApiProperty({ type: 'integer', description: 'The year reported on' }) year!: number;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: the text names no day' })
  dueOn!: string | null;
  @ApiProperty() instrument!: NameResponse;
  @ApiProperty() article!: string;
  @ApiProperty({ enum: ['confirmed', 'secondary'] }) mark!: 'confirmed' | 'secondary';
  @ApiProperty({ enum: states }) state!: (typeof states)[number];
  @ApiProperty({ type: ReportMadeResponse, nullable: true }) done!: ReportMadeResponse | null;
  @ApiProperty({ description: 'Whether this account may record now that it was made' }) mayMark!: boolean;
  @ApiProperty({ description: 'Whether it may take back what was recorded' }) mayTakeBack!: boolean;
  @ApiProperty({ description: 'Where its figures are told' }) report!: string;
}

export class ReportRecordedResponse {
  @ApiProperty({ description: 'Position in the log of the event, a decimal string' }) position!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
}
