import type { KeyObject } from 'node:crypto';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { actorOf, isOfficial, type Account } from '@redress/access/account.js';
import { isWithheld } from '@redress/access/disclosure/told.js';
import { ReadLog } from '@redress/access/read-log.js';
import { mayRead } from '@redress/access/scope.js';
import { loadCase } from '@redress/casework/kernel/case-stream.js';
import { EVENT_STORE } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import type { EventStore } from '@redress/event-store/port.js';
import { issueReceipts } from '@redress/event-store/proof/issue-receipts.js';
import { readPublicKey } from '@redress/event-store/proof/signing-key.js';
import { findCase } from '@redress/projections/case-file/queries.js';
import { POOL, SETTINGS, type ApiSettings } from '../foundation/foundation.module.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewReading } from './reading.js';
import { eventsToldTo } from './told-file.js';

const anyObject = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;

export class ReceiptsResponse {
  @ApiProperty({
    ...anyObject,
    description: 'One an event: the event as it was chained, its place, the way to the head',
  })
  receipts!: readonly object[];
  @ApiProperty({ ...anyObject, description: 'How the log goes on from those heads to the newest one' })
  continuations!: readonly object[];
  @ApiProperty({ type: [String], description: 'Events which no signed head covers yet: ask again in a minute' })
  notYetSigned!: readonly string[];
}

/** What `redress receipt check` checks without us and without the log. */
@ApiTags('Cases')
@ApiBearerAuth()
@ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
@Controller('api/cases/:case/receipt')
export class ReceiptController {
  constructor(
    private readonly views: ViewReading,
    private readonly reads: ReadLog,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Receipts to be checked later without us: of what a company did itself; for an official, of all',
  })
  @ApiOkResponse({ type: ReceiptsResponse })
  async receipt(@Param('case') reference: string, @CurrentAccount() account: Account): Promise<ReceiptsResponse> {
    const found = await this.views.of('case-file', undefined, (pool) => findCase(pool, reference));
    if (!found || !mayRead(account, found)) throw new ProblemException(404, 'notFound');
    const publicKey = this.publicKey();
    if (publicKey === null) throw new ProblemException(404, 'noSignedHeads');
    await this.reads.record(account, found, 'history');
    const { domain } = caseworkKind(found.kind);
    const { history, summary } = await loadCase(this.store, domain, found.caseId);
    // An event holds what was recorded and by whom, notes among officials too; a party is given what it said itself.
    const { id, organisation } = actorOf(account);
    const given = isOfficial(account)
      ? (await eventsToldTo(account, found.kind, summary!, history, this.pool)).filter((event) => !isWithheld(event))
      : history.filter(({ meta: { actor } }) => actor.id === id && actor.organisation === organisation);
    const client = await this.pool.connect();
    try {
      return await issueReceipts(
        client,
        given.map((event) => event.id),
        publicKey,
        [],
      );
    } finally {
      client.release();
    }
  }

  /** Made by the worker at its first start; null where the log is not one of which heads are signed. */
  private publicKey(): KeyObject | null {
    const { treeKeyPath } = this.settings;
    return treeKeyPath === undefined ? null : readPublicKey(treeKeyPath);
  }
}
