import type { ProcedureBodies } from '@redress/cases/shared/procedure/commands.js';
import type { Completion } from '../kernel/casework-kind.js';

/** How shared commands are completed, whatever the state of the kind: by its summary alone. */
export type ProcedureCompletions<Sent extends Partial<Record<keyof ProcedureBodies, object>>> = {
  readonly [Name in keyof Sent & keyof ProcedureBodies]: Completion<
    unknown,
    Sent[Name] & object,
    ProcedureBodies[Name]
  >;
};
