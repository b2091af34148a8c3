import { createHash } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Pool } from 'pg';
import { isOfficial, type Account } from '@redress/access/account.js';
import { feedOwner, openFeed, revokeFeed } from '@redress/notices/calendar-feeds.js';
import { preferencesOf } from '@redress/notices/preferences.js';
import { datesOfOfficer } from '@redress/projections/sla-board/officer-dates.js';
import { POOL } from '../foundation/foundation.module.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount, OpenToAll } from '../session/session.guard.js';
import { ViewReading } from '../views/reading.js';
import { calendarOf } from './calendar-feed.js';
import { CalendarLinkResponse } from './notices.dto.js';

@ApiTags('Notices')
@Controller('api')
export class CalendarController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly views: ViewReading,
  ) {}

  @Post('notices/calendar')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'A new secret link to the calendar of this officer’s deadlines; the one before it ends' })
  @ApiCreatedResponse({ type: CalendarLinkResponse })
  async open(@CurrentAccount() account: Account): Promise<CalendarLinkResponse> {
    if (!isOfficial(account)) throw new ProblemException(403, 'wrongRole');
    return { path: `/api/calendar/${await openFeed(this.pool, account.id)}.ics` };
  }

  @Delete('notices/calendar')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  revoke(@CurrentAccount() account: Account): Promise<void> {
    return revokeFeed(this.pool, account.id);
  }

  @Get('calendar/:token.ics')
  @OpenToAll()
  @ApiOperation({ summary: 'The deadlines of the officer whose link it is, as iCalendar' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async calendar(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const owner = await feedOwner(this.pool, token);
    if (owner === null || !isOfficial(owner)) throw new ProblemException(404, 'notFound');
    const { language } = await preferencesOf(this.pool, owner.id);
    const dates = await this.views.of('sla-board', undefined, (pool) => datesOfOfficer(pool, owner.officer));
    const text = calendarOf(dates, language);
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache', 'Content-Type': 'text/calendar; charset=utf-8' });
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag) === true) {
      response.status(304);
      return undefined;
    }
    return text;
  }
}
