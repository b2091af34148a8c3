import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Pool } from 'pg';
import type { Account } from '@redress/access/account.js';
import { PRIVACY } from '@redress/casework/kernel/tokens.js';
import { retryDead } from '@redress/notices/delivery-health.js';
import { inboxOf, markRead } from '@redress/notices/inbox.js';
import { preferencesOf, setPreferences } from '@redress/notices/preferences.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import { POOL } from '../foundation/foundation.module.js';
import { languageOf } from '../problems/language.js';
import { ProblemException, type Fault } from '../problems/problem.js';
import { isUuid } from '../problems/uuid.js';
import { CurrentAccount } from '../session/session.guard.js';
import * as dto from './notices.dto.js';

const pageSize = 50;

@ApiTags('Notices')
@ApiBearerAuth()
@Controller('api/notices')
export class NoticesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PRIVACY) private readonly privacy: Privacy,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The inbox of this account, the newest first, in the language of the request' })
  @ApiOkResponse({ type: dto.InboxResponse })
  inbox(
    @Query() { unread = false, after, limit = pageSize }: dto.InboxQueryDto,
    @CurrentAccount() { id }: Account,
    @Req() request: Request,
  ): Promise<dto.InboxResponse> {
    if (after !== undefined && !isUuid(after)) throw invalid({ field: 'after', code: 'cursor' });
    const query = { unread, limit, ...(after !== undefined && { after }) };
    return inboxOf(this.pool, this.privacy.vault, id, query, languageOf(request));
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Marks notices as read: those named, or all' })
  @ApiOkResponse({ type: dto.UnreadResponse })
  async read(@Body() { notices }: dto.MarkReadDto, @CurrentAccount() { id }: Account): Promise<dto.UnreadResponse> {
    return { unread: await markRead(this.pool, id, notices ?? null) };
  }

  @Get('preferences')
  @ApiOperation({ summary: 'How this account hears of things beside its inbox' })
  @ApiOkResponse({ type: dto.PreferencesResponse })
  preferences(@CurrentAccount() { id }: Account): Promise<dto.PreferencesResponse> {
    return preferencesOf(this.pool, id);
  }

  @Put('preferences')
  @ApiOkResponse({ type: dto.PreferencesResponse })
  async setPreferences(
    @Body() wanted: dto.PreferencesDto,
    @CurrentAccount() { id }: Account,
  ): Promise<dto.PreferencesResponse> {
    if (wanted.sms && wanted.phone === null) throw invalid({ field: 'phone', code: 'required' });
    await setPreferences(this.pool, id, wanted);
    return preferencesOf(this.pool, id);
  }

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Puts the dead letters into the queue once more; the operator’s' })
  @ApiOkResponse({ type: dto.RetriedResponse })
  async retry(@CurrentAccount() { role }: Account): Promise<dto.RetriedResponse> {
    if (role !== 'operator') throw new ProblemException(403, 'wrongRole');
    return { queued: await retryDead(this.pool) };
  }
}

function invalid(fault: Fault): ProblemException {
  return new ProblemException(400, 'invalid', {}, [fault]);
}
