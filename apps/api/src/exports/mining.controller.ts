import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { EVENT_STORE, OFFICES } from '@redress/casework/kernel/tokens.js';
import type { EventStore } from '@redress/event-store/port.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Logger } from '@redress/platform/logging.js';
import { caseList } from '@redress/projections/exports.js';
import { mine, miningFormats, type MiningFormat } from '@redress/projections/mining/mine.js';
import { LOGGER } from '../foundation/foundation.module.js';
import { languageOf } from '../problems/language.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewQuery } from '../views/query.dto.js';
import { ViewReading } from '../views/reading.js';
import { begin, streamed } from './download.js';

const files = {
  ocel: { name: 'log.json', type: 'application/json' },
  xes: { name: 'log.xes', type: 'application/xml' },
};

@ApiTags('Exports')
@ApiBearerAuth()
@Controller('api/exports/mining')
export class MiningController {
  constructor(
    private readonly views: ViewReading,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get(':format')
  @ApiOperation({
    summary:
      'The log of the cases a supervisor oversees, for process mining: OCEL 2.0 (JSON) or XES; no text, no person',
  })
  @ApiParam({ name: 'format', enum: miningFormats })
  @ApiProduces('application/json', 'application/xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async log(
    @Param('format') format: string,
    @Query() { atLeast }: ViewQuery,
    @CurrentAccount() account: Account,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!isFormat(format)) throw new ProblemException(404, 'notFound');
    if (account.role !== 'supervisor') throw new ProblemException(403, 'wrongRole');
    await this.offices.refresh();
    const { name, type } = files[format];
    await this.views.of(caseList.view, atLeast, (pool, today) => {
      const parts = { pool, store: this.store, offices: this.offices.offices(), table: caseList };
      const language = languageOf(request);
      const asked = { scope: scopeOf(account), reader: null, filter: {}, today, past: null, language };
      return streamed(response, this.logger, () =>
        mine(parts, format, asked, response, (snapshot) => begin(response, snapshot, name, type)),
      );
    });
  }
}

function isFormat(text: string): text is MiningFormat {
  return miningFormats.some((format) => format === text);
}
