import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { yearlyTasks } from '@redress/casework/yearly-reports/yearly-report.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { provenanceOf, type Provenance } from '@redress/projections/history/provenance.js';
import type { Past } from '@redress/projections/followed-case/past.js';
import { heldTime } from '@redress/projections/holders/queries.js';
import type { FiguresQuery } from '@redress/projections/statistics/figures.js';
import { monthsOf } from '@redress/projections/statistics/period.js';
import { toldFigures, type ToldRow } from '@redress/projections/told-figures.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import { figuresAsked, heldAsked, holderNamed, nameOf, placeOf } from './asked.js';
import { ranked } from './ranked.js';
import * as dto from './statistics.dto.js';

const views = ['history', 'statistics'] as const;

/** The four special inspections (专项督查), by the cases they look into. */
const inspected: Readonly<Record<(typeof dto.inspections)[number], Pick<FiguresQuery, 'kind' | 'category'>>> = {
  businessCharges: { kind: 'complaint', category: 'businessCharges' },
  intermediary: { kind: 'complaint', category: 'intermediary' },
  arrears: { kind: 'overduePayment' },
  policyLastMile: { kind: 'complaint', category: 'policyLastMile' },
};

@ApiTags('Statistics')
@ApiBearerAuth()
@Controller('api')
export class StatisticsController {
  constructor(
    private readonly reading: ViewReading,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
  ) {}

  @Get('statistics')
  @ApiOperation({ summary: 'Figures of a month, quarter or year, as of and as known at a moment (快报)' })
  @ApiOkResponse({ type: dto.StatisticsResponse })
  async statistics(
    @Query() query: dto.StatisticsQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.StatisticsResponse> {
    const { period, by } = query;
    const asked = figuresAsked(account, query);
    const { rows, provenance } = await this.told(query, (pool, at) => toldFigures(pool, asked, at));
    await this.offices.refresh();
    return {
      period,
      ...provenance,
      rows: ranked(rows, by).map((row) => ({ ...row, name: nameOf(this.offices, by, row.key) })),
    };
  }

  @Get('statistics/inspections')
  @ApiOperation({ summary: 'The four special inspections: charges, intermediaries, arrears, the last mile of policy' })
  @ApiOkResponse({ type: dto.InspectionsResponse })
  async inspections(
    @Query() query: dto.InspectionsQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.InspectionsResponse> {
    const place = placeOf(account, query.district, undefined);
    const period = monthsOf(query.period);
    const { rows, provenance } = await this.told(query, async (pool, at) => {
      const told: (ToldRow & { inspection: (typeof dto.inspections)[number] })[] = [];
      for (const inspection of dto.inspections) {
        const [row] = await toldFigures(pool, { period, ...inspected[inspection], ...place }, at);
        told.push({ ...row!, inspection });
      }
      return told;
    });
    return { period: query.period, ...provenance, rows };
  }

  @Get('statistics/reports/:task/:year')
  @ApiParam({ name: 'task', enum: yearlyTasks })
  @ApiParam({ name: 'year', type: String })
  @ApiOperation({ summary: 'The figures of a yearly task: arrears by district, or all of the year by district' })
  @ApiOkResponse({ type: dto.StatisticsResponse })
  async report(
    @Param('task') task: string,
    @Param('year') year: string,
    @CurrentAccount() account: Account,
  ): Promise<dto.StatisticsResponse> {
    if (!/^20\d\d$/.test(year) || !yearlyTasks.some((known) => known === task))
      throw new ProblemException(404, 'notFound');
    return this.statistics(
      { period: year, by: 'district', ...(task === 'disclosure' && { kind: 'overduePayment' }) },
      account,
    );
  }

  @Get('holders')
  @ApiOperation({ summary: 'Who held files in a period and for how long, pauses beside' })
  @ApiOkResponse({ type: dto.HoldersResponse })
  async holders(@Query() query: dto.HoldersQueryDto, @CurrentAccount() account: Account): Promise<dto.HoldersResponse> {
    const asked = await this.reading.of('holders', query.atLeast, async (pool, _today, now) => {
      const held = heldAsked(account, query, now);
      return { ...held, rows: await heldTime(pool, scopeOf(account), held) };
    });
    const { by, from, to, rows } = asked;
    await this.offices.refresh();
    return { from, to, rows: rows.map((row) => ({ ...row, name: holderNamed(this.offices, by, row) })) };
  }

  /** The rows of a moment, with what they rest on. */
  private told<T>(
    query: { readonly asOf?: string; readonly knownAt?: string; readonly atLeast?: string },
    read: (pool: Pool, at: Past) => Promise<readonly T[]>,
  ): Promise<{ readonly rows: readonly T[]; readonly provenance: Provenance }> {
    return this.reading.past(
      query,
      async (pool, at) => ({ provenance: await provenanceOf(pool, views, at), rows: await read(pool, at) }),
      views,
    );
  }
}
