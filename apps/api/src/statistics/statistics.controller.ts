import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { provenanceOf, type Provenance } from '@redress/projections/history/provenance.js';
import type { Past } from '@redress/projections/followed-case/past.js';
import { heldTime, type HeldTime } from '@redress/projections/holders/queries.js';
import type { FiguresQuery, TellApart } from '@redress/projections/statistics/figures.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import { instantsOf, monthsOf } from './period.js';
import { ranked } from './ranked.js';
import { reportTasks } from './report-tasks.js';
import * as dto from './statistics.dto.js';
import { toldFigures, type ToldRow } from './told-figures.js';

const views = ['history', 'statistics'];

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
    const { period, by, district, office, kind, category, respondentType } = query;
    const asked: FiguresQuery = {
      period: monthsOf(period),
      ...(by && { by }),
      ...(kind && { kind }),
      ...(category && { category }),
      ...(respondentType && { respondentType }),
      ...placeOf(account, district, office),
    };
    const { rows, provenance } = await this.told(query, (pool, at) => toldFigures(pool, asked, at));
    await this.offices.refresh();
    return { period, ...provenance, rows: ranked(rows, by).map((row) => ({ ...row, name: this.nameOf(by, row.key) })) };
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

  @Get('statistics/tasks')
  @ApiOperation({ summary: 'What has to be reported on the year before, and by when' })
  @ApiOkResponse({ type: [dto.ReportTaskResponse] })
  tasks(@CurrentAccount() account: Account): Promise<readonly dto.ReportTaskResponse[]> {
    placeOf(account, undefined, undefined);
    return this.reading.of('statistics', undefined, (_pool, today) =>
      Promise.resolve(reportTasks(Number(today.slice(0, 4)) - 1, today)),
    );
  }

  @Get('statistics/reports/:task/:year')
  @ApiParam({ name: 'task', enum: dto.reportTasks })
  @ApiParam({ name: 'year', type: String })
  @ApiOperation({ summary: 'The figures of a yearly task: arrears by district, or all of the year by district' })
  @ApiOkResponse({ type: dto.StatisticsResponse })
  async report(
    @Param('task') task: string,
    @Param('year') year: string,
    @CurrentAccount() account: Account,
  ): Promise<dto.StatisticsResponse> {
    if (!/^20\d\d$/.test(year) || !dto.reportTasks.some((known) => known === task))
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
    const { by = 'office', kind, atLeast } = query;
    const place = placeOf(account, query.district, query.office);
    const { from, to: end } = instantsOf(query.period);
    const { rows, to } = await this.reading.of('holders', atLeast, async (pool, _today, now) => {
      const until = Date.parse(end) < Date.parse(now) ? end : now;
      const { district, office } = place;
      const asked = {
        by,
        from,
        to: until,
        ...(kind && { kind }),
        ...(district !== undefined && { district: district ?? '' }),
        ...(office && { office }),
      };
      return { rows: await heldTime(pool, scopeOf(account), asked), to: until };
    });
    await this.offices.refresh();
    return { from, to, rows: rows.map((row) => ({ ...row, name: this.holderNamed(by, row) })) };
  }

  /** The rows of a moment, with what they rest on. */
  private told<T>(
    query: { readonly asOf?: string; readonly knownAt?: string; readonly atLeast?: string },
    read: (pool: Pool, at: Past) => Promise<readonly T[]>,
  ): Promise<{ readonly rows: readonly T[]; readonly provenance: Provenance }> {
    return this.reading.past(query, async (pool, at) => ({
      provenance: await provenanceOf(pool, views, at),
      rows: await read(pool, at),
    }));
  }

  private nameOf(by: TellApart | undefined, key: string | null) {
    if (key === null || (by !== 'district' && by !== 'office')) return null;
    if (by === 'office') return this.offices.office(key)?.name ?? null;
    return key === '' ? { zh: '市级', en: 'The city' } : (shanghaiDistricts[key] ?? null);
  }

  private holderNamed(by: string, { key, name }: HeldTime) {
    if (by === 'office') return this.offices.office(key)?.name ?? null;
    return name === null ? null : { zh: name, en: name };
  }
}

/** An office's figures are for its head, a district's for its supervisor; whoever supervises the city asks for any. */
function placeOf(
  account: Account,
  district: string | undefined,
  office: string | undefined,
): Pick<FiguresQuery, 'district' | 'office'> {
  const scope = scopeOf(account);
  if (scope.kind === 'all')
    return { ...(district && { district: district === 'city' ? null : district }), ...(office && { office }) };
  if (scope.kind === 'district') {
    if (district !== undefined && district !== scope.district) throw new ProblemException(403, 'otherOffice');
    return { district: scope.district, ...(office && { office }) };
  }
  if (scope.kind !== 'office' || !scope.isHead) throw new ProblemException(403, 'wrongRole');
  if (office !== undefined && office !== scope.office) throw new ProblemException(403, 'otherOffice');
  return { office: scope.office };
}
