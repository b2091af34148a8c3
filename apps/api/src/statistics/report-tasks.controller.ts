import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { EVENT_STORE, OFFICES, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { zone, type ServerClock } from '@redress/casework/kernel/time.js';
import {
  mayMarkReports,
  recordReport,
  reportsOf,
  reportsYearly,
  type ReportOutcome,
} from '@redress/casework/yearly-reports/record-report.js';
import { yearlyTasks, type YearlyTask } from '@redress/casework/yearly-reports/yearly-report.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore } from '@redress/event-store/port.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { Office } from '@redress/organisation/office.js';
import { EnvelopeFaults, refuseFaulty } from '../commands/command-envelope.js';
import { Sender, type Sending } from '../commands/sender.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { reportTasks } from './report-tasks.js';
import * as dto from './report-tasks.dto.js';

/** What is said of a report beside whose it is and of which year. */
type Said =
  | { readonly name: 'makeReport'; readonly madeOn: PlainDate; readonly document: string }
  | { readonly name: 'takeBackReport'; readonly reason: string };

const ReportRoute = (path: string, summary: string) =>
  applyDecorators(
    Post(`:task/:year/${path}`),
    HttpCode(200),
    UseInterceptors(EnvelopeFaults),
    ApiOperation({ summary }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The command id, a UUID chosen by the sender' }),
    ApiParam({ name: 'task', enum: yearlyTasks }),
    ApiParam({ name: 'year', type: String, description: 'The year reported on' }),
    ApiOkResponse({ type: dto.ReportRecordedResponse }),
  );

/** What offices have to report on each year (Order 802, Art. 18 and 22), and that they did. */
@ApiTags('Statistics')
@ApiBearerAuth()
@Controller('api/statistics/tasks')
export class ReportTasksController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What has to be reported on a year, by when, and whether it was: open, late or done' })
  @ApiOkResponse({ type: [dto.ReportTaskResponse] })
  async tasks(
    @Query() query: dto.ReportTasksQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<readonly dto.ReportTaskResponse[]> {
    await this.offices.refresh();
    const offices = this.askedFor(account, query.office);
    const today = dayInZone(await this.clock.now(), zone);
    const year = query.year ?? Number(today.slice(0, 4)) - 1;
    const tasks = offices.map(async (office) => {
      const { id, name } = office;
      const made = await reportsOf(this.store, id, year);
      return reportTasks({ id, name }, year, today, made, mayMarkReports(account, office));
    });
    return (await Promise.all(tasks)).flat();
  }

  @ReportRoute('done', 'Record that one’s office made its disclosure or its yearly report; once')
  done(
    @Param('task') task: string,
    @Param('year') year: string,
    @Body() { office, ...made }: dto.ReportMadeDto,
    @Sender() sending: Sending,
  ): Promise<dto.ReportRecordedResponse> {
    return this.recorded(sending, task, year, office, { name: 'makeReport', ...made });
  }

  @ReportRoute('take-back', 'Take back what was recorded by mistake; the log keeps both')
  takeBack(
    @Param('task') task: string,
    @Param('year') year: string,
    @Body() { office, reason }: dto.ReportTakenBackDto,
    @Sender() sending: Sending,
  ): Promise<dto.ReportRecordedResponse> {
    return this.recorded(sending, task, year, office, { name: 'takeBackReport', reason });
  }

  private async recorded(
    { account, envelope }: Sending,
    task: string,
    year: string,
    office: string | undefined,
    said: Said,
  ): Promise<dto.ReportRecordedResponse> {
    refuseFaulty(envelope);
    if (!/^20\d\d$/.test(year) || !isTask(task)) throw new ProblemException(404, 'notFound');
    const parts = { store: this.store, clock: this.clock, offices: this.offices };
    const own = isOfficial(account) ? account.office : '';
    const named = { commandId: envelope.commandId, task, year: Number(year), office: office ?? own };
    return answerOf(await recordReport(parts, account, { ...named, ...said }));
  }

  /** @throws ProblemException 403 for an office one does not oversee */
  private askedFor(account: Account, asked: string | undefined): readonly Office[] {
    const scope = scopeOf(account);
    const oversees = ({ id, district }: Office) => {
      if (scope.kind === 'all') return true;
      return scope.kind === 'district' ? district === scope.district : scope.kind === 'office' && id === scope.office;
    };
    if (scope.kind !== 'all' && scope.kind !== 'district' && !(scope.kind === 'office' && scope.isHead))
      throw new ProblemException(403, 'wrongRole');
    const reporting = this.offices.offices().filter(reportsYearly);
    if (asked === 'all') return reporting.filter(oversees);
    const wanted = asked ?? (isOfficial(account) ? account.office : '');
    const found = reporting.filter(({ id }) => id === wanted);
    if (!found.every(oversees)) throw new ProblemException(403, 'otherOffice');
    return found;
  }
}

function isTask(text: string): text is YearlyTask {
  return yearlyTasks.some((task) => task === text);
}

/** @throws ProblemException for every outcome but `recorded` */
function answerOf(outcome: ReportOutcome): dto.ReportRecordedResponse {
  switch (outcome.outcome) {
    case 'recorded':
      return { position: outcome.position, recordedAt: outcome.recordedAt };
    case 'denied':
      throw new ProblemException(403, outcome.denial.code);
    case 'commandIdReused':
      throw new ProblemException(422, 'commandIdReused', {}, [{ field: 'Idempotency-Key', code: 'commandIdReused' }]);
    case 'refused': {
      const { code, field, params = {} } = outcome.refusal;
      if (field === undefined) throw new ProblemException(409, code, params);
      throw new ProblemException(422, 'invalid', {}, [{ field, code, params }]);
    }
  }
}
