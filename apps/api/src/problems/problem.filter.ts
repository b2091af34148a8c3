import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { languageOf } from './language.js';
import { problemDocument, ProblemException } from './problem.js';

const byStatus: Readonly<Record<number, string>> = {
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
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(problem, languageOf(request), request.path)));
  }
}

function asProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new ProblemException(400, 'brokenJson');
  }
  if (type === 'entity.too.large') return new ProblemException(413, 'tooLarge');
  if (error instanceof HttpException) {
    const code = byStatus[error.getStatus()];
    if (code) return new ProblemException(error.getStatus(), code);
    if (error.getStatus() < 500) return new ProblemException(error.getStatus(), 'invalid');
  }
  // body-parser and path decoding mark the caller's faults with a 4xx status of their own.
  if (status !== undefined && status >= 400 && status < 500) return new ProblemException(status, 'brokenJson');
  return new ProblemException(500, 'unexpected');
}
