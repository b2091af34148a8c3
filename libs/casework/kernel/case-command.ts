import { Command as CqrsCommand } from '@nestjs/cqrs';
import type { Account } from '@redress/access/account.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CommandOutcome, CommandRequest } from './command-outcome.js';

/** A command as its sender writes it: offices, officers and other cases by their ids. */
export interface SentCommand {
  readonly name: string;
  readonly body: object;
}

/** A command on a case of any kind, for the CommandBus. */
export class CaseCommand extends CqrsCommand<CommandOutcome> {
  constructor(
    readonly kind: KindName,
    readonly caseId: string,
    readonly request: CommandRequest,
    readonly sent: SentCommand,
    /** Null for the system's own. */
    readonly account: Account | null,
  ) {
    super();
  }
}
