import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { isUuid } from '../problems/uuid.js';
import type { Revision } from '@redress/event-store/port.js';
import { ProblemException, type Fault } from '../problems/problem.js';

/** What the headers of a command say. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly ifMatch: Revision | undefined;
}

/** `Idempotency-Key`: a UUID, the command id (invariant 4). `If-Match`: the revision decided on, in quotes (invariant 2). */
export const Envelope = createParamDecorator((_: unknown, context: ExecutionContext): CommandEnvelope => {
  const { headers } = context.switchToHttp().getRequest<Request>();
  const faults: Fault[] = [];
  const key = headers['idempotency-key'];
  if (key === undefined) faults.push({ field: 'Idempotency-Key', code: 'required' });
  else if (typeof key !== 'string' || !isUuid(key)) faults.push({ field: 'Idempotency-Key', code: 'uuid' });
  const revision = /^(?:W\/)?"(0|[1-9]\d{0,17})"$/.exec(headers['if-match'] ?? '')?.[1];
  if (headers['if-match'] !== undefined && revision === undefined) faults.push({ field: 'If-Match', code: 'revision' });
  if (faults.length > 0) throw new ProblemException(400, 'invalid', {}, faults);
  return { commandId: String(key).toLowerCase(), ifMatch: revision as Revision | undefined };
});
