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
import { ReadLog } from '@redress/access/read-log.js';
import { mayRead, scopeOf } from '@redress/access/scope.js';
import { loadCase, streamOf } from '@redress/casework/kernel/case-stream.js';
import { EVENT_STORE, PRIVACY } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import { verifyStream } from '@redress/event-store/chain.js';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { caseFileOf, findCase, type FoundCase, type Tell } from '@redress/projections/case-file/queries.js';
import { dayOf, type Past } from '@redress/projections/followed-case/past.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Pool } from 'pg';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import {
  OtherCaseFileResponse,
  OverduePaymentFileResponse,
  HistoryResponse,
  type CaseFileResponse,
} from './case-file.responses.js';
import { CaseDifferenceResponse, differenceOf } from './case-difference.js';
import { PastViewQuery, ViewQuery } from './query.dto.js';
import { ViewReading } from './reading.js';
import { isOfThePast, momentAsked, momentsCompared } from './two-times.js';
import { DifferenceQuery } from './two-times.dto.js';
import { eventsToldTo, withoutOfficesRecord } from './told-file.js';

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
    @Query() query: PastViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<CaseFileResponse> {
    return this.views.of('case-file', query.atLeast, async (pool, today, now) => {
      const found = await this.found(pool, reference, account);
      await this.reads.record(account, found, 'caseFile');
      if (!isOfThePast(query)) return this.fileOf(pool, found, account, today);
      return this.pastFileOf(pool, found, account, await momentAsked(pool, now, query));
    });
  }

  @Get('difference')
  @ApiOperation({
    summary:
      'What differs in the case file between two moments: facts, clocks, events; an official’s reading is recorded',
    description: erasedMark,
  })
  @ApiOkResponse({ type: CaseDifferenceResponse })
  async difference(
    @Param('case') reference: string,
    @Query() query: DifferenceQuery,
    @CurrentAccount() account: Account,
  ): Promise<CaseDifferenceResponse> {
    return this.views.of('case-file', undefined, async (pool, _today, now) => {
      const found = await this.found(pool, reference, account);
      await this.reads.record(account, found, 'caseFile');
      const { from, to } = await momentsCompared(pool, now, query);
      const [before, after] = [
        await this.pastFileOf(pool, found, account, from),
        await this.pastFileOf(pool, found, account, to),
      ];
      return { from, to, ...differenceOf(before, after) };
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
    const { domain } = caseworkKind(found.kind);
    const { history, summary } = await loadCase(this.store, domain, found.caseId);
    const verdict = verifyStream(history);
    const told = await this.views.of('case-file', undefined, (pool) =>
      eventsToldTo(account, found.kind, summary!, history, pool),
    );
    return {
      caseNumber: found.caseNumber,
      events: await this.opened(
        found,
        told.map((event) => audited(event, history[Number(event.revision) - 1])),
      ),
      verified: { ok: verdict.ok, firstFault: verdict.ok ? null : verdict.at },
    };
  }

  private async found(pool: Pool, reference: string, account: Account): Promise<FoundCase> {
    const found = await findCase(pool, reference);
    if (!found || !mayRead(account, found)) throw notFound();
    return found;
  }

  private async fileOf(
    pool: Pool,
    found: FoundCase,
    account: Account,
    today: PlainDate,
    past: Past | null = null,
  ): Promise<CaseFileResponse> {
    const tell: Tell = (events, summary) => eventsToldTo(account, found.kind, summary, events, pool);
    const file = await caseFileOf(this.store, pool, scopeOf(account), found.caseId, today, tell, past);
    if (!file) throw past === null ? notFound() : new ProblemException(404, 'notYetLodged');
    const opened = withoutOfficesRecord(account, await this.opened(found, file));
    return { ...opened, timeline: opened.timeline.map((entry) => ({ ...entry, data: { ...entry.data } })) };
  }

  private async pastFileOf(pool: Pool, found: FoundCase, account: Account, past: Past): Promise<CaseFileResponse> {
    return { ...(await this.fileOf(pool, found, account, dayOf(past), past)), ...past };
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
