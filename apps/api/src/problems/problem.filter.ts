import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { UnknownEventError } from '@redress/cases/shared/upcast.js';
import { AppendQueueFullError, AppendTimeoutError, StoreClosedError } from '@redress/event-store/errors.js';
import { isRetryable } from '@redress/event-store/eventstoredb/retry.js';
import { ClockAheadError } from '@redress/processing/timers/clock-guard.js';
import { languageOf } from './language.js';
import { problemDocument, ProblemException } from './problem.js';
import type { ProblemCode } from './sentences.js';

const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'notFound',
  405: 'notAllowed',
  413: 'tooLarge',
  503: 'unavailable',
};

/** Every error leaves as `application/problem+json` in the caller's language (invariant 18); ours alone are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = asProblem(error);
    if (problem.status === 500) this.logger.error({ err: error, path: request.path }, 'a request failed');
    else if (isOutage(error)) this.logger.error({ reason: error.message }, 'the database does not answer');
    if (response.headersSent) {
      response.end();
      return;
    }
    response
      .status(problem.status)
      .set(problem.headers)
      .set('Content-Language', languageOf(request))
      .vary('Accept-Language')
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(problem, languageOf(request), request.path)));
  }
}

function asProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    const code = byStatus[status];
    if (code) return new ProblemException(status, code);
    // Nest's name for an address that cannot be decoded; the bodies have been read by then (json-body.ts).
    if (status < 500) return new ProblemException(status, 'badAddress');
  }
  if (error instanceof AppendQueueFullError || error instanceof AppendTimeoutError) return away('storeBusy');
  if (error instanceof ClockAheadError) return new ProblemException(503, 'clockAhead');
  if (error instanceof UnknownEventError) return new ProblemException(503, 'newerRelease');
  if (isOutage(error)) return away('unavailable');
  return new ProblemException(500, 'unexpected');
}

function away(code: 'unavailable' | 'storeBusy'): ProblemException {
  return new ProblemException(503, code, {}, [], {}, { 'Retry-After': '2' });
}

/**
 * What a connection says when PostgreSQL is away: the system's word, 57P (shutting down, starting up), or pg's own; or what
 * EventStoreDB's says when every attempt at it failed.
 */
function isOutage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreClosedError || isRetryable(error)) return true;
  const { code = '' } = error as { code?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    /^(57P0[123]|08\w{3})$/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}
