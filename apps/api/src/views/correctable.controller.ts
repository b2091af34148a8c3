import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { isWithheld } from '@redress/access/disclosure/told.js';
import { accessOf } from '@redress/access/scope.js';
import { denialOf } from '@redress/casework/kernel/case-access.js';
import { loadCase, streamOf } from '@redress/casework/kernel/case-stream.js';
import type { CaseFinder } from '@redress/casework/kernel/other-cases.js';
import { zone, type ServerClock } from '@redress/casework/kernel/time.js';
import { CASE_FINDER, EVENT_STORE, PRIVACY, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import { correctableIn } from '@redress/casework/procedure/correctable.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore } from '@redress/event-store/port.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { POOL } from '../foundation/foundation.module.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { eventsToldTo } from './told-file.js';

export class CorrectableResponse {
  @ApiProperty({ type: [String], description: '`occurredAt` for the day, else the paths of texts in the event' })
  fields!: readonly string[];
}

/** What `correct-fact` takes of an entry of the file. */
@ApiTags('Cases')
@ApiBearerAuth()
@ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
@Controller('api/cases/:case/entries/:event/correctable')
export class CorrectableController {
  constructor(
    @Inject(CASE_FINDER) private readonly cases: CaseFinder,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
    @Inject(PRIVACY) private readonly privacy: Privacy,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Get()
  @ApiParam({ name: 'event', type: String, description: 'Id of the entry' })
  @ApiOperation({ summary: 'What of an entry can be corrected, for whoever may correct it' })
  @ApiOkResponse({ type: CorrectableResponse })
  async correctable(
    @Param('case') reference: string,
    @Param('event') id: string,
    @CurrentAccount() account: Account,
  ): Promise<CorrectableResponse> {
    const found = await this.cases.find(reference);
    if (!found) throw new ProblemException(404, 'notFound');
    const { domain } = caseworkKind(found.kind);
    const loaded = await loadCase(this.store, domain, found.caseId);
    const { events, summary } = loaded;
    const denied = denialOf(account, found.kind, 'correctFact', summary && accessOf(summary), false);
    if (denied?.outcome === 'denied') throw new ProblemException(403, denied.denial.code);
    const told = denied ? [] : await eventsToldTo(account, found.kind, summary!, events, this.pool);
    const event = told.find((one) => one.id === id && !isWithheld(one));
    if (!event) throw new ProblemException(404, 'notFound');
    const [opened] = await this.privacy.vault.opened(streamOf(domain, found.caseId), [event]);
    const today = dayInZone(await this.clock.now(), zone);
    return { fields: correctableIn(domain, loaded, opened, { caseId: found.caseId, today }) };
  }
}
