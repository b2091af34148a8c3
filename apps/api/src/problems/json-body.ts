import express, { type NextFunction, type Request, type Response } from 'express';
import { ProblemException } from './problem.js';

/** JSON objects and nothing else: a body of another kind is refused, not taken for an empty one. */
export function jsonBody(limit: string) {
  const parse = express.json({ limit, strict: true });
  return (request: Request, response: Response, next: NextFunction) => {
    if (hasBody(request) && !request.is('application/json')) return next(new ProblemException(415, 'notJson'));
    parse(request, response, (error?: unknown) => {
      if (error) return next(asProblem(error));
      if (Array.isArray(request.body)) return next(new ProblemException(400, 'brokenJson'));
      next();
    });
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The parser's own errors carry a type; Nest would make plain bad requests of them. */
function asProblem({ type, status }: { type?: string; status?: number }): ProblemException {
  if (type === 'entity.too.large') return new ProblemException(413, 'tooLarge');
  return status === 415 ? new ProblemException(415, 'notJson') : new ProblemException(400, 'brokenJson');
}
