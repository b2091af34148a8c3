import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Account } from '@redress/access/account.js';
import { Sessions } from '@redress/access/sessions.js';
import { ProblemException } from '../problems/problem.js';
import { tokenOf } from './token.js';

const open = 'openToAll';

/** A route that needs no session; every other does. */
export const OpenToAll = () => SetMetadata(open, true);

type WithAccount = Request & { account?: Account };

/** Invariant 16, first half: no session, no answer. What the account may do is asked of the case itself. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(open, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<WithAccount>();
    const token = tokenOf(request);
    const account = token === null ? null : await this.sessions.byToken(token);
    if (!account) throw new ProblemException(401, 'signInNeeded', {}, [], {}, { 'WWW-Authenticate': 'Bearer' });
    request.account = account;
    return true;
  }
}

/** Who is asking, once the guard has let them in. @throws ProblemException 401 */
export function accountOf(request: Request): Account {
  const { account } = request as WithAccount;
  if (!account) throw new ProblemException(401, 'signInNeeded');
  return account;
}

export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  return accountOf(context.switchToHttp().getRequest<Request>());
});
