import { ApiProperty } from '@nestjs/swagger';
import type { CommandOutcome } from '@redress/casework/kernel/command-outcome.js';
import { ProblemException } from '../problems/problem.js';

export class EventRefResponse {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() type!: string;
}

/** The outcome of a command, the same however often it is sent. */
export class CommandAnswer {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ example: 'OP-2026-3F7K-8ZT4-NV9QC' }) caseNumber!: string;
  @ApiProperty({ description: 'Revision of the stream after the command, a decimal string' }) revision!: string;
  @ApiProperty({ description: 'Position in the log, a decimal string: pass it as atLeast to read your own write' })
  position!: string;
  @ApiProperty({ type: [EventRefResponse] }) events!: EventRefResponse[];
}

/** @throws ProblemException for every outcome but `done` */
export function answerOf(outcome: CommandOutcome): CommandAnswer {
  switch (outcome.outcome) {
    case 'done': {
      const { outcome: _, events, ...answer } = outcome;
      return { ...answer, events: [...events] };
    }
    case 'refused':
      throw refusal(outcome.refusals);
    case 'denied':
      throw new ProblemException(403, outcome.denial.code);
    case 'notFound':
      throw new ProblemException(404, 'notFound');
    case 'commandIdReused':
      throw new ProblemException(422, 'commandIdReused', {}, [{ field: 'Idempotency-Key', code: 'commandIdReused' }]);
    case 'changed': {
      const current = { revision: outcome.revision, changes: outcome.changes };
      throw new ProblemException(412, 'changed', {}, [], { current }, { ETag: `"${outcome.revision}"` });
    }
    case 'contended':
      throw new ProblemException(409, 'contended');
  }
}

/** Fields at fault are the caller's to mend (422); a state which does not allow the command is a conflict (409). */
function refusal(refusals: Extract<CommandOutcome, { outcome: 'refused' }>['refusals']): ProblemException {
  const faults = refusals.flatMap(({ field, code, params }) =>
    field ? [{ field, code, ...(params && { params }) }] : [],
  );
  const ground = refusals.find(({ field }) => field === undefined);
  if (ground) return new ProblemException(409, ground.code, ground.params, faults);
  return new ProblemException(422, 'invalid', {}, faults);
}
