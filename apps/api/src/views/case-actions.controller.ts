import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Account } from '@redress/access/account.js';
import { mayDate } from '@redress/access/policies/dating.js';
import { accessOf, mayRead, reachOf } from '@redress/access/scope.js';
import { actionsOf } from '@redress/casework/kernel/actions.js';
import { loadCase } from '@redress/casework/kernel/case-stream.js';
import type { CaseFinder, FoundCase } from '@redress/casework/kernel/other-cases.js';
import { zone, type ServerClock } from '@redress/casework/kernel/time.js';
import { CASE_FINDER, EVENT_STORE, OFFICES, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore } from '@redress/event-store/port.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { commandPath } from '../commands/paths.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ActionResponse } from './case-actions.responses.js';
import { proposedOffices, ProposedOfficeResponse } from './proposed-offices.js';

/** What can be done with a case now, read from its stream: no view lags behind it. */
@ApiTags('Cases')
@ApiBearerAuth()
@ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
@Controller('api/cases/:case')
export class CaseActionsController {
  constructor(
    @Inject(CASE_FINDER) private readonly cases: CaseFinder,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
  ) {}

  @Get('actions')
  @ApiOperation({ summary: 'The commands this account may give to the case now' })
  @ApiOkResponse({ type: [ActionResponse] })
  async actions(@Param('case') reference: string, @CurrentAccount() account: Account): Promise<ActionResponse[]> {
    const { found, summary } = await this.read(reference, account);
    return actionsOf(caseworkKind(found.kind), summary, account).map(({ command, shared, rungs }) => ({
      command,
      dated: mayDate(account, command),
      rungs,
      method: 'POST',
      path: commandPath(found.kind, found.caseId, command, shared),
    }));
  }

  @Get('proposed-offices')
  @ApiOperation({ summary: 'Which office is competent for the case, with the ground (属地管理、分级负责)' })
  @ApiOkResponse({ type: [ProposedOfficeResponse] })
  async proposed(
    @Param('case') reference: string,
    @CurrentAccount() account: Account,
  ): Promise<ProposedOfficeResponse[]> {
    const { found, summary } = await this.read(reference, account);
    await this.offices.refresh();
    return proposedOffices(this.offices, found.kind, summary, dayInZone(await this.clock.now(), zone));
  }

  /** @throws ProblemException 404 where there is no such case, or the account may not read it */
  private async read(reference: string, account: Account): Promise<{ found: FoundCase; summary: CaseSummary }> {
    const found = await this.cases.find(reference);
    const { summary } = found
      ? await loadCase(this.store, caseworkKind(found.kind).domain, found.caseId)
      : { summary: null };
    if (!found || !summary || !mayRead(account, reachOf(accessOf(summary))))
      throw new ProblemException(404, 'notFound');
    return { found, summary };
  }
}
