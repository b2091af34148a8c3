import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiOkResponse,
  getSchemaPath,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { shownTo } from '@redress/access/disclosure.js';
import { ReadLog } from '@redress/access/read-log.js';
import { mayRead, scopeOf } from '@redress/access/scope.js';
import { streamOf } from '@redress/casework/kernel/case-stream.js';
import { EVENT_STORE, PRIVACY } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import { verifyStream } from '@redress/event-store/chain.js';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { caseFileOf, findCase, type FoundCase } from '@redress/projections/case-file/queries.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import {
  OtherCaseFileResponse,
  OverduePaymentFileResponse,
  HistoryResponse,
  type CaseFileResponse,
} from './case-file.responses.js';
import { ViewQuery } from './query.dto.js';
import { ViewReading } from './reading.js';

const erasedMark =
  'Where a person was forgotten or a text redacted, `{ "erased": true }` stands in its place; `{ "withheld": true }` where this reader may not see it.';
const notFound = () => new ProblemException(404, 'notFound');

@ApiTags('Cases')
@ApiBearerAuth()
@ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
@Controller('api/cases/:case')
export class CaseFileController {
  constructor(
    private readonly views: ViewReading,
    private readonly reads: ReadLog,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PRIVACY) private readonly privacy: Privacy,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The case file with its clocks and timeline; an official’s reading is recorded',
    description: erasedMark,
  })
  @ApiExtraModels(OverduePaymentFileResponse, OtherCaseFileResponse)
  @ApiOkResponse({
    schema: {
      oneOf: [OverduePaymentFileResponse, OtherCaseFileResponse].map((type) => ({ $ref: getSchemaPath(type) })),
    },
  })
  async file(
    @Param('case') reference: string,
    @Query() { atLeast }: ViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<CaseFileResponse> {
    return this.views.of('case-file', atLeast, async (pool, today) => {
      const found = await findCase(pool, reference);
      if (!found || !mayRead(account, found)) throw notFound();
      await this.reads.record(account, found, 'caseFile');
      const file = await caseFileOf(pool, scopeOf(account), found.caseId, today);
      if (!file) throw notFound();
      const opened = shownTo(account, await this.opened(found, file));
      return { ...opened, timeline: opened.timeline.map((entry) => ({ ...entry, data: { ...entry.data } })) };
    });
  }

  @Get('history')
  @ApiOperation({
    summary: 'Every event of the case with its hashes, and whether the chain verifies',
    description: `${erasedMark} The hashes are over what is stored, where personal data is sealed.`,
  })
  @ApiOkResponse({ type: HistoryResponse })
  async history(
    @Param('case') reference: string,
    @Query() { atLeast }: ViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<HistoryResponse> {
    if (!isOfficial(account)) throw new ProblemException(403, 'wrongRole');
    const found = await this.views.of('case-file', atLeast, (pool): Promise<FoundCase | null> =>
      findCase(pool, reference),
    );
    if (!found || !mayRead(account, found)) throw notFound();
    await this.reads.record(account, found, 'history');
    const events = await this.store.readStream(streamOf(caseworkKind(found.kind).domain, found.caseId));
    const verdict = verifyStream(events);
    return {
      caseNumber: found.caseNumber,
      events: await this.opened(
        found,
        events.map((event, i) => audited(event, events[i - 1])),
      ),
      verified: { ok: verdict.ok, firstFault: verdict.ok ? null : verdict.at },
    };
  }

  /** Views and log hold personal data sealed; who may read the case reads it open, or sees that it was erased. */
  private opened<T>({ kind, caseId }: FoundCase, value: T): Promise<T> {
    return this.privacy.vault.opened(streamOf(caseworkKind(kind).domain, caseId), value);
  }
}

function audited(
  { revision, position, id, type, schema, recordedAt, data, meta, hash }: RecordedEvent,
  before: RecordedEvent | undefined,
) {
  const { occurredAt, occurredAtReason = null, actor, commandId } = meta;
  const previousHash = before?.hash ?? '0'.repeat(64);
  return {
    revision,
    position,
    id,
    type,
    schema,
    occurredAt,
    recordedAt,
    occurredAtReason,
    actor,
    commandId,
    data,
    previousHash,
    hash,
  };
}
