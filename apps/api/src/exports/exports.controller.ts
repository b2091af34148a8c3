import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOfBoards } from '@redress/access/scope.js';
import type { Asked, ExportTable, FilterName } from '@redress/projections/exporting/export-table.js';
import { viewSource } from '@redress/projections/exporting/open-export.js';
import { writeCsv } from '@redress/projections/exporting/write-csv.js';
import { writeXlsx } from '@redress/projections/exporting/write-xlsx.js';
import { exportTables } from '@redress/projections/exports.js';
import { dayOf } from '@redress/projections/followed-case/past.js';
import { lawInForce } from '@redress/projections/law-in-force/law-in-force.js';
import { reader } from '@redress/projections/reader.js';
import type { Logger } from '@redress/platform/logging.js';
import { LOGGER } from '../foundation/foundation.module.js';
import { languageOf } from '../problems/language.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import { isOfThePast, queueThen } from '../views/two-times.js';
import { begin, contentTypes, streamed } from './download.js';
import { ExportQueryDto, ExportResponse } from './exports.dto.js';

const writers = { csv: writeCsv, xlsx: writeXlsx };

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
      .map(({ name, title, filters, past }) => ({
        name,
        title,
        filters: Object.keys(filters),
        past: past !== undefined,
        formats: Object.keys(writers),
      }));
  }

  @Get(':name')
  @ApiOperation({
    summary: 'A view whole, within what this account may read, as CSV or as a workbook; written as it is read',
    description:
      'Narrowed as the lists on the screen are; the worklist and the clocks of the board also as of a moment of the past. The headers tell what it rests on before the first row: `Export-Rows` (how many there will be), `Export-Position`, `Export-Made-At`.',
  })
  @ApiParam({ name: 'name', enum: exportTables.map(({ name }) => name) })
  @ApiProduces(...Object.values(contentTypes))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Param('name') name: string,
    @Query() { format = 'csv', atLeast, asOf, knownAt, ...filter }: ExportQueryDto,
    @CurrentAccount() account: Account,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = exportTables.find((one) => one.name === name);
    if (found === undefined) throw new ProblemException(404, 'notFound');
    if (!isFor(found, account)) throw new ProblemException(403, 'wrongRole');
    const moment = { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
    const table = isOfThePast(moment) ? found.past : found;
    mustTake(found, { ...filter, ...(table === undefined && moment) });
    if (table !== found) queueThen({ of: filter.queue });
    const asked = {
      scope: scopeOfBoards(account),
      reader: isOfficial(account) ? { officer: account.officer, office: account.office } : null,
      filter,
      language: languageOf(request),
    };
    const write = (pool: Parameters<typeof writeCsv>[0], further: Pick<Asked, 'today' | 'past'>) =>
      streamed(response, this.logger, () =>
        writers[format](pool, viewSource(table!, { ...asked, ...further }), response, (snapshot) =>
          begin(response, snapshot, `${name}.${format}`, contentTypes[format]),
        ),
      );
    if (table === found) await this.views.of(table.view, atLeast, (pool, today) => write(pool, { today, past: null }));
    else
      await this.views.past({ ...moment, ...(atLeast && { atLeast }) }, async (pool, at) => {
        const { law } = await lawInForce(reader(pool), 'views.history_law', { knownAt: at.knownAt });
        await write(pool, { today: dayOf(at), past: { ...at, law } });
      });
  }
}

/** @throws ProblemException 400 naming each parameter which the table does not take */
function mustTake(table: ExportTable, given: object): void {
  const faults = Object.entries(given)
    .filter(([field, value]) => value !== undefined && table.filters[field as FilterName] === undefined)
    .map(([field]) => ({ field, code: 'unknownField' as const }));
  if (faults.length > 0) throw new ProblemException(400, 'invalid', {}, faults);
}

function isFor(table: ExportTable, account: Account): boolean {
  return account.role !== 'operator' && (isOfficial(account) || !table.forOfficials);
}
