import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, throwError, type Observable } from 'rxjs';
import type { Revision } from '@redress/event-store/port.js';
import { ProblemException, type Fault } from '../problems/problem.js';
import { isUuid } from '../problems/uuid.js';

/** What the headers of a command say. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly ifMatch: Revision | undefined;
  readonly faults: readonly Fault[];
}

/** `Idempotency-Key`: a UUID, the command id (invariant 4). `If-Match`: the revision decided on, in quotes (invariant 2). */
export function envelopeOf({ headers, query }: Request): CommandEnvelope {
  const faults = Object.keys(query).map((field): Fault => ({ field, code: 'unknownField' }));
  const key = headers['idempotency-key'];
  if (key === undefined) faults.push({ field: 'Idempotency-Key', code: 'required' });
  else if (typeof key !== 'string' || !isUuid(key)) faults.push({ field: 'Idempotency-Key', code: 'uuid' });
  const revision = /^(?:W\/)?"(0|[1-9]\d{0,17})"$/.exec(headers['if-match'] ?? '')?.[1];
  if (headers['if-match'] !== undefined && revision === undefined) faults.push({ field: 'If-Match', code: 'revision' });
  return { commandId: String(key).toLowerCase(), ifMatch: revision as Revision | undefined, faults };
}

/** @throws ProblemException 400 */
export function refuseFaulty({ faults }: CommandEnvelope): void {
  if (faults.length > 0) throw new ProblemException(400, 'invalid', {}, faults);
}

/** A body at fault is refused before the command is issued: this names the faults of its headers too (invariant 18). */
@Injectable()
export class EnvelopeFaults implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { faults } = envelopeOf(context.switchToHttp().getRequest<Request>());
    const named = (error: unknown) =>
      error instanceof ProblemException && error.code === 'invalid' ? error.with(faults) : error;
    return next.handle().pipe(catchError((error: unknown) => throwError(() => named(error))));
  }
}
