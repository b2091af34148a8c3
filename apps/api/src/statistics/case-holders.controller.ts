import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { ReadLog } from '@redress/access/read-log.js';
import { mayRead } from '@redress/access/scope.js';
import { EVENT_STORE } from '@redress/casework/kernel/tokens.js';
import type { EventStore } from '@redress/event-store/port.js';
import { caseHoldings } from '@redress/projections/case-file/case-holdings.js';
import { findCase } from '@redress/projections/case-file/queries.js';
import type { Holding } from '@redress/projections/followed-case/holdings.js';
import { instantOf, instantText } from '@redress/projections/instants.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { PastViewQuery } from '../views/query.dto.js';
import { ViewReading } from '../views/reading.js';
import { momentAsked } from '../views/two-times.js';
import { CaseHoldersResponse } from './statistics.dto.js';

@ApiTags('Cases')
@ApiBearerAuth()
@ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
@Controller('api/cases/:case/holders')
export class CaseHoldersController {
  constructor(
    private readonly views: ViewReading,
    private readonly reads: ReadLog,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who held the case, in which stage and for how long; an official’s reading is recorded' })
  @ApiOkResponse({ type: CaseHoldersResponse })
  async holders(
    @Param('case') reference: string,
    @Query() query: PastViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<CaseHoldersResponse> {
    if (!isOfficial(account)) throw new ProblemException(403, 'wrongRole');
    return this.views.of('case-file', query.atLeast, async (pool, _today, now) => {
      const found = await findCase(pool, reference);
      if (!found || !mayRead(account, found)) throw new ProblemException(404, 'notFound');
      await this.reads.record(account, found, 'caseFile');
      const at = await momentAsked(pool, now, query);
      const until = instantOf(at.asOf);
      const held = await caseHoldings(this.store, pool, found.caseId, at);
      const holdings = held.map((holding) => told(holding, until));
      return { ...at, elapsedSeconds: holdings.reduce((sum, { seconds }) => sum + seconds, 0), holdings };
    });
  }
}

function told({ office, person, stage, paused, from, to }: Holding, until: number) {
  const seconds = (Math.min(to, until) - from) / 1_000_000;
  const end = to === Infinity ? null : instantText(to);
  return {
    office: office.name,
    person: person?.name ?? null,
    stage,
    paused,
    from: instantText(from),
    to: end,
    seconds,
  };
}
