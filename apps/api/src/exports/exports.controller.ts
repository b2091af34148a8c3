import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Pool } from 'pg';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOfBoards } from '@redress/access/scope.js';
import type { ExportTable } from '@redress/projections/exporting/export-table.js';
import { writeCsv } from '@redress/projections/exporting/write-csv.js';
import { writeXlsx } from '@redress/projections/exporting/write-xlsx.js';
import { exportTables } from '@redress/projections/exports.js';
import type { Logger } from '@redress/platform/logging.js';
import { LOGGER } from '../foundation/foundation.module.js';
import { languageOf } from '../problems/language.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import { begin, streamed } from './download.js';
import { ExportQueryDto, ExportResponse } from './exports.dto.js';

const writers = { csv: writeCsv, xlsx: writeXlsx };
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

@ApiTags('Exports')
@ApiBearerAuth()
@Controller('api/exports')
export class ExportsController {
  constructor(
    private readonly views: ViewReading,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What this account may export' })
  @ApiOkResponse({ type: [ExportResponse] })
  list(@CurrentAccount() account: Account): ExportResponse[] {
    return exportTables
      .filter((table) => isFor(table, account))
      .map(({ name, title, filters }) => ({ name, title, filters, formats: Object.keys(types) }));
  }

  @Get(':name')
  @ApiOperation({
    summary: 'A view whole, within what this account may read, as CSV or as a workbook; written as it is read',
    description:
      'The headers tell what it rests on before the first row: `Export-Rows` (how many there will be), `Export-Position`, `Export-Made-At`.',
  })
  @ApiParam({ name: 'name', enum: exportTables.map(({ name }) => name) })
  @ApiProduces(...Object.values(types))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Param('name') name: string,
    @Query() { format = 'csv', atLeast, ...filter }: ExportQueryDto,
    @CurrentAccount() account: Account,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const table = exportTables.find((one) => one.name === name);
    if (table === undefined) throw new ProblemException(404, 'notFound');
    if (!isFor(table, account)) throw new ProblemException(403, 'wrongRole');
    const faults = Object.keys(filter)
      .filter((field) => filter[field as keyof typeof filter] !== undefined)
      .filter((field) => !table.filters.some((known) => known === field))
      .map((field) => ({ field, code: 'unknownField' as const }));
    if (faults.length > 0) throw new ProblemException(400, 'invalid', {}, faults);
    const write = (pool: Pool, today: PlainDate) => {
      const asked = { scope: scopeOfBoards(account), filter, today, language: languageOf(request) };
      return writers[format](pool, table, asked, response, (snapshot) =>
        begin(response, snapshot, `${table.name}.${format}`, types[format]),
      );
    };
    await this.views.of(table.view, atLeast, (pool, today) =>
      streamed(response, this.logger, () => write(pool, today)),
    );
  }
}

function isFor(table: ExportTable, account: Account): boolean {
  return account.role !== 'operator' && (isOfficial(account) || !table.forOfficials);
}
