import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { zone } from '@redress/casework/kernel/time.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Logger } from '@redress/platform/logging.js';
import type { FiguresTable } from '@redress/projections/exporting/figures-table.js';
import { figuresSource } from '@redress/projections/exporting/open-export.js';
import { writeCsv } from '@redress/projections/exporting/write-csv.js';
import { writeXlsx } from '@redress/projections/exporting/write-xlsx.js';
import { holdersTable, statisticsTable } from '@redress/projections/exports-of-figures.js';
import { past, type Past } from '@redress/projections/followed-case/past.js';
import { LOGGER } from '../foundation/foundation.module.js';
import { languageOf } from '../problems/language.js';
import { CurrentAccount } from '../session/session.guard.js';
import { figuresAsked, heldAsked, holderNamed, nameOf } from '../statistics/asked.js';
import { ViewReading } from '../views/reading.js';
import { begin, contentTypes, streamed } from './download.js';
import * as dto from './figures.dto.js';

const writers = { csv: writeCsv, xlsx: writeXlsx };

/** Figures as files, as they are told on the screen. */
@ApiTags('Exports')
@ApiBearerAuth()
@ApiProduces(...Object.values(contentTypes))
@Controller('api/exports')
export class FiguresExportController {
  constructor(
    private readonly views: ViewReading,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('statistics')
  @ApiOperation({ summary: 'Statistics of a period as a file, with the position, the times and the law they rest on' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async statistics(
    @Query() { format = 'csv', ...query }: dto.StatisticsExportQueryDto,
    @CurrentAccount() account: Account,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = figuresAsked(account, query);
    await this.offices.refresh();
    const written = (pool: Pool, at: Past) => {
      const table = statisticsTable(asked, query.period, at, (key) => nameOf(this.offices, asked.by, key));
      return this.written(pool, table, at, `statistics-${query.period}.${format}`, format, request, response);
    };
    await this.views.past(query, written, ['history', 'statistics']);
  }

  @Get('holders')
  @ApiOperation({ summary: 'Who held files in a period and for how long, as a file' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async holders(
    @Query() { format = 'csv', ...query }: dto.HoldersExportQueryDto,
    @CurrentAccount() account: Account,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.offices.refresh();
    await this.views.of('holders', query.atLeast, (pool, _today, now) => {
      const asked = heldAsked(account, query, now);
      const table = holdersTable(scopeOf(account), asked, (row) => holderNamed(this.offices, asked.by, row));
      const at = past(now, now);
      return this.written(pool, table, at, `holders-${query.period}.${format}`, format, request, response);
    });
  }

  private written(
    pool: Pool,
    table: FiguresTable,
    at: Past,
    file: string,
    format: keyof typeof writers,
    request: Request,
    response: Response,
  ): Promise<void> {
    const day = dayInZone(at.asOf, zone);
    const source = figuresSource(table, { today: day, past: at, language: languageOf(request) });
    return streamed(response, this.logger, () =>
      writers[format](pool, source, response, (snapshot) => begin(response, snapshot, file, contentTypes[format])),
    );
  }
}
