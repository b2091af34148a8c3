import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
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
    if (problem.status >= 500) this.logger.error({ err: error, path: request.path }, 'a request failed');
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
  return new ProblemException(500, 'unexpected');
}
