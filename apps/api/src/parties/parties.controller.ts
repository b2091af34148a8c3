import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { mayRead, reachOf, scopeOf } from '@redress/access/scope.js';
import { caseOfStream } from '@redress/casework/forgetting/case-of-stream.js';
import { streamOf } from '@redress/casework/kernel/case-stream.js';
import type { CaseFinder } from '@redress/casework/kernel/other-cases.js';
import { CASE_FINDER, EVENT_STORE } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import type { EventStore } from '@redress/event-store/port.js';
import { companiesFound, duplicateHints, linksOf } from '@redress/projections/parties/queries.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewQuery } from '../views/query.dto.js';
import { ViewReading } from '../views/reading.js';
import * as dto from './parties.dto.js';

const pageSize = 50;

@ApiTags('Parties')
@ApiBearerAuth()
@Controller('api')
export class PartiesController {
  constructor(
    private readonly views: ViewReading,
    @Inject(CASE_FINDER) private readonly cases: CaseFinder,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get('parties')
  @ApiOperation({ summary: 'Companies by name, former name or code, as the cases one may read know them' })
  @ApiOkResponse({ type: dto.CompaniesResponse })
  parties(
    @Query() { q, limit = pageSize, atLeast }: dto.PartiesQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.CompaniesResponse> {
    return this.views.of('parties', atLeast, (pool) => companiesFound(pool, scopeOf(account), q.trim(), limit));
  }

  @Get('cases/:case/near')
  @ApiOperation({
    summary: 'Cases linked to this one, and those which may be of the same matter, as far as one may read them',
  })
  @ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
  @ApiOkResponse({ type: dto.NearCasesResponse })
  async near(
    @Param('case') reference: string,
    @Query() { atLeast }: ViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<dto.NearCasesResponse> {
    // Which cases the offices look at together is theirs; a party is told of links in the file, as far as it may be.
    if (!isOfficial(account)) throw new ProblemException(404, 'notFound');
    const found = await this.cases.find(reference);
    const one = found && (await caseOfStream(this.store, streamOf(caseworkKind(found.kind).domain, found.caseId)));
    if (!one || !mayRead(account, reachOf(one.access))) throw new ProblemException(404, 'notFound');
    const scope = scopeOf(account);
    return this.views.of('parties', atLeast, async (pool) => ({
      links: await linksOf(pool, scope, one.caseId),
      duplicates: await duplicateHints(pool, scope, one.caseId),
    }));
  }
}
