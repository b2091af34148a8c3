import { ApiProperty } from '@nestjs/swagger';
import { caseStatuses } from '@redress/cases/kinds.js';
import type { ExportFilter } from '@redress/projections/exporting/export-table.js';
import { Identifier, OneOf } from '../problems/fields.js';
import { caseKindNames } from '../views/list.responses.js';
import { NameResponse } from '../session/session.dto.js';
import { ViewQuery } from '../views/query.dto.js';

const formats = ['csv', 'xlsx'] as const;

export class ExportQueryDto extends ViewQuery implements ExportFilter {
  @OneOf(formats, { optional: true }) format?: (typeof formats)[number];
  @OneOf(caseKindNames, { optional: true }) kind?: string;
  @OneOf(caseStatuses, { optional: true }) status?: string;
  /** Division code. */
  @Identifier({ optional: true }) district?: string;
}

export class ExportResponse {
  @ApiProperty({ example: 'worklist' }) name!: string;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: [String], description: 'What it can be narrowed by' }) filters!: readonly string[];
  @ApiProperty({ type: [String] }) formats!: readonly string[];
}
