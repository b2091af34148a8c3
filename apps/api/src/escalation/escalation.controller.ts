import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Account } from '@redress/access/account.js';
import { accessOf, mayRead, reachOf, scopeOf } from '@redress/access/scope.js';
import { organisationOf } from '@redress/casework/escalation/receivers.js';
import { loadCase } from '@redress/casework/kernel/case-stream.js';
import { EVENT_STORE, OFFICES } from '@redress/casework/kernel/tokens.js';
import { caseKinds } from '@redress/casework/kinds.js';
import { latestLaw, movedBy, movesOfCase, type LatestLaw } from '@redress/casework/reference/report-moves.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { EventStore, StreamName } from '@redress/event-store/port.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { dryRun } from '@redress/projections/escalations/dry-run.js';
import { openCases } from '@redress/projections/escalations/open-cases.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import * as dto from './escalation.dto.js';

const rungsShown = 500;
const casesAPage = 50;

/** What the ladder will do, and what new law moved: the supervision's reading. */
@ApiTags('Lists and boards')
@ApiBearerAuth()
@Controller('api')
export class EscalationController {
  constructor(
    private readonly views: ViewReading,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get('escalations/dry-run')
  @ApiOperation({ summary: 'What would fire until a day, whom it would tell, and what would not, with why' })
  @ApiOkResponse({ type: dto.DryRunResponse })
  async dryRun(
    @Query() { until, atLeast, limit = rungsShown }: dto.DryRunQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.DryRunResponse> {
    mustSupervise(account);
    await this.offices.refresh();
    return this.views.of('escalations', atLeast, async (pool, today) => {
      const rows: dto.ForecastRungResponse[] = [];
      const days = { until: until as PlainDate, today };
      for await (const rung of dryRun(pool, scopeOf(account), days, organisationOf(this.offices))) {
        if (rows.length === limit) return { today, until, rows, complete: false };
        rows.push(rung);
      }
      return { today, until, rows, complete: true };
    });
  }

  @Get('law-moves')
  @ApiOperation({ summary: 'Which open clocks and rungs the latest version of a calendar, pack or policy moved' })
  @ApiOkResponse({ type: dto.MovesResponse })
  async moves(
    @Query() { stream, after = '', limit = casesAPage, atLeast }: dto.MovesQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.MovesResponse> {
    mustSupervise(account);
    const latest = await latestLaw(this.store, stream ?? null);
    if (latest === null) throw new ProblemException(404, 'notFound');
    const { version } = latest;
    const open = latest.cameFirst
      ? []
      : await this.views.of('escalations', atLeast, (pool) => openCases(pool, after, limit));
    const moved = await Promise.all(open.map((one) => this.movedCase(one, account, latest)));
    return {
      stream: version.stream,
      streams: latest.streams,
      position: version.position,
      recordedAt: version.recordedAt,
      rows: moved.filter((one) => one !== null),
      next: open.length === limit ? open.at(-1)! : null,
    };
  }

  /** Null where nothing moves, or the account may not read the case. */
  private async movedCase(
    stream: StreamName,
    account: Account,
    { version, before, now }: LatestLaw,
  ): Promise<dto.MovedCaseResponse | null> {
    const [category, caseId] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    const kind = caseKinds.find((one) => one.category === category)!;
    const { events, summary } = await loadCase(this.store, kind, caseId);
    if (summary === null || !mayRead(account, reachOf(accessOf(summary)))) return null;
    const { clocks, rungs } = movedBy(version, movesOfCase(stream, events, before, now), events);
    if (clocks.length === 0 && rungs.length === 0) return null;
    return {
      caseId,
      caseNumber: summary.caseNumber,
      kind: kind.kind,
      clocks: clocks.map(({ stream: _, rule, ...clock }) => ({ clock: rule, ...clock })),
      rungs: rungs.map(({ stream: _, rule, ...rung }) => ({ clock: rule, ...rung })),
    };
  }
}

function mustSupervise({ role }: Account): void {
  if (role !== 'supervisor' && role !== 'departmentHead') throw new ProblemException(403, 'wrongRole');
}
