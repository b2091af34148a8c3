import { ApiProperty } from '@nestjs/swagger';
import { caseStatuses } from '@redress/cases/kinds.js';
import { filterValues } from '@redress/projections/exporting/filter-values.js';
import type { ExportFilter } from '@redress/projections/exporting/export-table.js';
import { Identifier, OneOf, Text } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';
import { PastViewQuery } from '../views/query.dto.js';

export const exportFormats = ['csv', 'xlsx'] as const;

export class ExportQueryDto extends PastViewQuery implements ExportFilter {
  @OneOf(exportFormats, { optional: true }) format?: (typeof exportFormats)[number];
  @OneOf(filterValues.kind, { optional: true }) kind?: string;
  @OneOf(caseStatuses, { optional: true }) status?: string;
  @OneOf(filterValues.level, { optional: true }) level?: string;
  @OneOf(filterValues.queue, { optional: true }) queue?: string;
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
  /** The office which holds the cases. */
  @Identifier({ optional: true }) office?: string;
  /** A rule's id. */
  @Identifier({ optional: true }) clock?: string;
  @OneOf(filterValues.duty, { optional: true }) duty?: string;
  @OneOf(filterValues.standing, { optional: true }) standing?: string;
  @OneOf(filterValues.state, { optional: true }) state?: string;
  @Identifier({ optional: true }) mustAct?: string;
  @Text(100, { optional: true, description: 'Start of a case number or credit code, or part of a name' }) q?: string;
}

export class ExportResponse {
  @ApiProperty({ example: 'worklist' }) name!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: [String], description: 'What it can be narrowed by' }) filters!: readonly string[];
  @ApiProperty({ description: 'Whether it can be asked for as of a moment of the past' }) past!: boolean;
  @ApiProperty({ type: [String] }) formats!: readonly string[];
}
