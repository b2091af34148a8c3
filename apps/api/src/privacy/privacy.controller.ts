import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { maySearchPersons } from '@redress/access/policies/forgetting.js';
import { mayRead, reachOf } from '@redress/access/scope.js';
import { caseOfStream } from '@redress/casework/forgetting/case-of-stream.js';
import { forget, type ForgettingOutcome, type OrderToForget } from '@redress/casework/forgetting/forget.js';
import { streamOf } from '@redress/casework/kernel/case-stream.js';
import type { CaseFinder } from '@redress/casework/kernel/other-cases.js';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { CASE_FINDER, EVENT_STORE, PRIVACY, SERVER_CLOCK } from '@redress/casework/kernel/tokens.js';
import { caseworkKind } from '@redress/casework/kinds.js';
import type { EventStore, StreamName } from '@redress/event-store/port.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { EnvelopeFaults, refuseFaulty } from '../commands/command-envelope.js';
import { Sender, type Sending } from '../commands/sender.js';
import { POOL } from '../foundation/foundation.module.js';
import { ProblemException } from '../problems/problem.js';
import { isUuid } from '../problems/uuid.js';
import { CurrentAccount } from '../session/session.guard.js';
import * as dto from './privacy.dto.js';

const commandId = {
  name: 'Idempotency-Key',
  required: true,
  description: 'The command id, a UUID chosen by the sender',
};
const notFound = () => new ProblemException(404, 'notFound');

@ApiTags('Personal data')
@ApiBearerAuth()
@Controller('api')
export class PrivacyController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVER_CLOCK) private readonly clock: ServerClock,
    @Inject(PRIVACY) private readonly privacy: Privacy,
    @Inject(CASE_FINDER) private readonly cases: CaseFinder,
  ) {}

  @Post('persons/search')
  @HttpCode(200)
  @ApiOperation({ summary: 'Find a person by name, by number or by both, exactly; answers ids, no personal data' })
  @ApiOkResponse({ type: [dto.FoundPersonResponse] })
  async search(
    @Body() { name, phone }: dto.SearchPersonsDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.FoundPersonResponse[]> {
    this.mustBeAllowedToSearch(account);
    if (name === undefined && phone === undefined)
      throw new ProblemException(400, 'invalid', {}, [{ field: 'name', code: 'required' }]);
    const found: dto.FoundPersonResponse[] = [];
    for (const { person, streams } of await this.privacy.register.find({ name, phone })) {
      const cases = await this.readable(account, streams);
      if (cases.length > 0) found.push({ person, cases });
    }
    return found;
  }

  @Post('persons/:person/forget')
  @HttpCode(200)
  @UseInterceptors(EnvelopeFaults)
  @ApiOperation({ summary: 'Forget a person: everything sealed for them, in every case, is unreadable from then on' })
  @ApiHeader(commandId)
  @ApiParam({ name: 'person', type: String, format: 'uuid' })
  @ApiOkResponse({ type: dto.ForgettingAnswer })
  forgetPerson(@Param('person') person: string, @Body() { reason }: dto.ForgetDto, @Sender() sending: Sending) {
    refuseFaulty(sending.envelope);
    if (!isUuid(person)) throw notFound();
    return this.order({ of: 'person', id: person.toLowerCase(), reason }, sending, null);
  }

  @Post('cases/:case/redact')
  @HttpCode(200)
  @UseInterceptors(EnvelopeFaults)
  @ApiOperation({ summary: 'Redact one text of a case; which there are, and their ids: personal-data' })
  @ApiHeader(commandId)
  @ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
  @ApiOkResponse({ type: dto.ForgettingAnswer })
  async redact(@Param('case') reference: string, @Body() { text, reason }: dto.RedactDto, @Sender() sending: Sending) {
    refuseFaulty(sending.envelope);
    const found = await this.cases.find(reference);
    if (found === null) throw notFound();
    return this.order({ of: 'text', id: text.toLowerCase(), reason }, sending, found.caseId);
  }

  @Get('cases/:case/personal-data')
  @ApiOperation({ summary: 'What is sealed in a case: whose, where, whether erased; nothing of what it says' })
  @ApiParam({ name: 'case', type: String, description: 'Case id or case number' })
  @ApiOkResponse({ type: [dto.SealedPartResponse] })
  async sealedParts(
    @Param('case') reference: string,
    @CurrentAccount() account: Account,
  ): Promise<readonly dto.SealedPartResponse[]> {
    this.mustBeAllowedToSearch(account);
    const found = await this.cases.find(reference);
    if (found === null) throw notFound();
    const stream = streamOf(caseworkKind(found.kind).domain, found.caseId);
    if ((await this.readable(account, [stream])).length === 0) throw notFound();
    return this.privacy.register.partsOf(await this.store.readStream(stream));
  }

  private mustBeAllowedToSearch(account: Account): void {
    const may = maySearchPersons(account);
    if (may !== true) throw new ProblemException(403, may.code);
  }

  /** Ids of the cases of these streams; a supervisor’s own only. The operator reads none and forgets in all. */
  private async readable(account: Account, streams: readonly StreamName[]): Promise<string[]> {
    const found = await Promise.all(streams.map((stream) => caseOfStream(this.store, stream)));
    return found.flatMap((one) =>
      one !== null && (account.role === 'operator' || mayRead(account, reachOf(one.access))) ? [one.caseId] : [],
    );
  }

  private async order(
    order: Omit<OrderToForget, 'commandId'>,
    { account, envelope }: Sending,
    inCase: string | null,
  ): Promise<dto.ForgettingAnswer> {
    const parts = { pool: this.pool, store: this.store, clock: this.clock, privacy: this.privacy };
    return answerOf(await forget(parts, account, { ...order, commandId: envelope.commandId }, inCase));
  }
}

/** @throws ProblemException for every outcome but `recorded` */
function answerOf(outcome: ForgettingOutcome): dto.ForgettingAnswer {
  switch (outcome.outcome) {
    case 'recorded': {
      const { outcome: _, ...answer } = outcome;
      return answer;
    }
    case 'denied':
      throw new ProblemException(403, outcome.denial.code);
    case 'notFound':
      throw notFound();
    case 'commandIdReused':
      throw new ProblemException(422, 'commandIdReused', {}, [{ field: 'Idempotency-Key', code: 'commandIdReused' }]);
  }
}
