import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Account } from '@redress/access/account.js';
import { accountOf } from '../session/session.guard.js';
import { envelopeOf, type CommandEnvelope } from './command-envelope.js';

/** Who sends a command, what its headers say, and where the answer's own headers go. */
export interface Sending {
  readonly account: Account;
  readonly envelope: CommandEnvelope;
  readonly response: Response;
}

export const Sender = createParamDecorator((_: unknown, context: ExecutionContext): Sending => {
  const http = context.switchToHttp();
  const request = http.getRequest<Request>();
  return { account: accountOf(request), envelope: envelopeOf(request), response: http.getResponse<Response>() };
});
