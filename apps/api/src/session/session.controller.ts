import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { isOfCompany, type Account } from '@redress/access/account.js';
import { demonstrationAccounts, demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import { roleTitles } from '@redress/access/roles.js';
import { Sessions } from '@redress/access/sessions.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { SETTINGS, type ApiSettings } from '../foundation/foundation.module.js';
import { ProblemException } from '../problems/problem.js';
import { DemonstrationAccount, Me, SignedIn, SignInDto } from './session.dto.js';
import { CurrentAccount, OpenToAll } from './session.guard.js';
import { cookieName, tokenOf } from './token.js';

@ApiTags('Session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Post('sessions')
  @OpenToAll()
  @ApiCreatedResponse({ type: SignedIn })
  async signIn(
    @Body() { account, password }: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedIn> {
    const signIn = await this.sessions.signIn(account, password, request.ip ?? '');
    if (signIn.outcome === 'refused') throw new ProblemException(401, 'signInFailed');
    if (signIn.outcome === 'tooManyAttempts') {
      const seconds = signIn.retryAfterSeconds;
      throw new ProblemException(429, 'tooManyAttempts', { seconds }, [], {}, { 'Retry-After': String(seconds) });
    }
    const { token, expiresAt } = signIn;
    response.cookie(cookieName, token, { ...this.cookie(request), expires: new Date(expiresAt) });
    return { token, expiresAt, account: await this.me(signIn.account) };
  }

  @Get('sessions/current')
  @ApiBearerAuth()
  @ApiOkResponse({ type: Me })
  current(@CurrentAccount() account: Account): Promise<Me> {
    return this.me(account);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(tokenOf(request) ?? '');
    response.clearCookie(cookieName, this.cookie(request));
  }

  /** Empty unless this is a demonstration: then the sign-in page offers them, one a role. */
  @Get('demonstration-accounts')
  @OpenToAll()
  @ApiOkResponse({ type: [DemonstrationAccount] })
  async demonstration(): Promise<DemonstrationAccount[]> {
    if (!this.settings.demonstration) return [];
    await this.offices.refresh();
    return demonstrationAccounts().map((account) => ({
      account: account.name,
      password: demonstrationPassword,
      role: account.role,
      roleTitle: roleTitles[account.role],
      name: account.person,
      organisation: this.organisationOf(account),
    }));
  }

  private organisationOf(account: {
    role: string;
    office?: string;
    company?: { name: string };
  }): { zh: string; en: string } | null {
    if (account.company) return { zh: account.company.name, en: account.company.name };
    return account.office ? (this.offices.office(account.office)?.name ?? null) : null;
  }

  private async me(account: Account): Promise<Me> {
    const { id, name, person, role } = account;
    if ('office' in account) await this.offices.refresh();
    const office = 'office' in account ? this.offices.office(account.office) : undefined;
    return {
      id,
      account: name,
      name: person,
      role,
      roleTitle: roleTitles[role],
      office: office ? { id: office.id, name: office.name, level: office.level, district: office.district } : null,
      company: isOfCompany(account) ? account.company : null,
    };
  }

  private cookie(request: Request) {
    return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
  }
}
